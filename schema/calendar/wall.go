package calendar

import (
	"math"
	"time"
)

// wall returns the local time of t in zone as if it were UTC. Rules count in
// it: no day has 23 hours there.
func wall(t time.Time, zone *time.Location) time.Time {
	y, mo, d := t.In(zone).Date()
	h, mi, s := t.In(zone).Clock()
	return time.Date(y, mo, d, h, mi, s, 0, time.UTC)
}

// local is the inverse of wall. A time that a change of offset leaves out is
// moved behind the gap, and of one that the clocks show twice the first is meant
// (RFC 5545, section 3.3.5).
func local(t time.Time, zone *time.Location) time.Time {
	y, mo, d := t.Date()
	h, mi, s := t.Clock()
	out := time.Date(y, mo, d, h, mi, s, 0, zone)
	shown := wall(out, zone)
	if shown.Before(t) { // the standard library may move it before the gap
		return out.Add(t.Sub(shown))
	}
	if since, _ := out.ZoneBounds(); !since.IsZero() {
		_, before := since.Add(-time.Second).Zone()
		_, now := out.Zone()
		if first := out.Add(time.Duration(now-before) * time.Second); first.Before(since) && before > now {
			return first
		}
	}
	return out
}

// walls does what local does for many times of one zone: between two changes of
// its offset it need not ask for it again.
type walls struct {
	zone     *time.Location
	offset   int64
	from, to int64 // Unix seconds between which the offset is sure
}

// daySeconds is also further than any offset ever changed by.
const daySeconds = 24 * 3600

func (w *walls) local(t time.Time) time.Time {
	if at := t.Unix() - w.offset; at >= w.from && at < w.to {
		return time.Unix(at, 0).In(w.zone)
	}
	out := local(t, w.zone)
	_, offset := out.Zone()
	since, until := out.ZoneBounds()
	w.offset, w.from, w.to = int64(offset), math.MinInt64, math.MaxInt64
	if !since.IsZero() {
		w.from = since.Unix() + daySeconds
	}
	if !until.IsZero() {
		w.to = until.Unix() - daySeconds
	}
	return out
}
