package embedded

import "time"

// sureDays is a length in which every weekday and every time of day comes twice,
// so that one that a change of the clocks leaves out is there all the same.
const sureDays = 15 * day

// moment reports whether there is a moment of the occurrence, within its
// stretch, on one of the weekdays and at the time of day asked for.
func (w *window) moment(o *occurrence, s *stretch) bool {
	lo, hi := max(o.start, s.from), min(o.until(), s.to)
	if hi-lo > sureDays {
		return true
	}
	if o.even {
		return w.local(lo+int64(o.shift), hi+int64(o.shift))
	}
	for lo < hi {
		t, next := time.Unix(lo, 0).In(s.zone), hi
		_, shift := t.Zone()
		if _, end := t.ZoneBounds(); !end.IsZero() {
			next = min(hi, end.Unix())
		}
		if w.local(lo+int64(shift), next+int64(shift)) {
			return true
		}
		lo = next
	}
	return false
}

// local reports the same of a span of local time, in seconds.
func (w *window) local(from, to int64) bool {
	begin, end := int64(w.clock[0]), int64(w.clock[1])
	if end == 0 {
		end = day
	}
	first := floor(from, day)
	if end > day {
		first-- // yesterday's may go on
	}
	for d := first; d*day < to; d++ {
		if w.weekdays != 0 && w.weekdays>>(d+4-7*floor(d+4, 7))&1 == 0 { // day 0 was a Thursday
			continue
		}
		if d*day+begin < to && d*day+end > from {
			return true
		}
	}
	return false
}

// floor divides and rounds down.
func floor(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}
