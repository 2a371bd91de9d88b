package calendar

import (
	"encoding/binary"
	"fmt"
	"slices"
	"time"
)

// Shift is a change of a zone's offset.
type Shift struct {
	At     time.Time
	Offset int // seconds east of Greenwich from then on
	DST    bool
}

// maxShifts bounds what a zone may be made of.
const maxShifts = 5000

// Custom makes a zone of its own of the changes of its offset: the first
// offset also holds before the first change, the last one for ever. When one
// of the zones alike has the same offsets in the window, it is returned
// instead, so that the zone has a name that others know.
func Custom(name string, shifts []Shift, alike []*time.Location, w Range) (*time.Location, error) {
	if len(shifts) == 0 || len(shifts) > maxShifts {
		return nil, fmt.Errorf("zone %q: defined by %d changes of offset; 1 to %d are expected", name, len(shifts), maxShifts)
	}
	shifts = slices.Clone(shifts)
	slices.SortStableFunc(shifts, func(a, b Shift) int { return a.At.Compare(b.At) })
	own, err := time.LoadLocationFromTZData("", zoneData(shifts))
	if err != nil {
		return nil, fmt.Errorf("zone %q: %w", name, err)
	}
	for _, z := range alike {
		if same(own, z, w) {
			return z, nil
		}
	}
	return own, nil
}

// same reports whether two zones agree in the window, hour by hour around the
// changes of one or the other, else day by day.
func same(a, b *time.Location, w Range) bool {
	for t := w.From; t.Before(w.To); t = t.AddDate(0, 0, 1) {
		if offsetAt(a, t) != offsetAt(b, t) {
			return false
		}
		if next := t.AddDate(0, 0, 1); offsetAt(a, t) != offsetAt(a, next) || offsetAt(b, t) != offsetAt(b, next) {
			for h := range 24 {
				at := t.Add(time.Duration(h) * time.Hour)
				if offsetAt(a, at) != offsetAt(b, at) {
					return false
				}
			}
		}
	}
	return true
}

func offsetAt(z *time.Location, t time.Time) int {
	_, off := t.In(z).Zone()
	return off
}

// zoneData writes the shifts in the format of compiled zone files (RFC 8536),
// version 2 with an empty first block: the only form in which the standard
// library takes a zone.
func zoneData(shifts []Shift) []byte {
	type kind struct {
		offset int
		dst    bool
	}
	var kinds []kind
	index := func(s Shift) byte {
		k := kind{s.Offset, s.DST}
		i := slices.Index(kinds, k)
		if i < 0 && len(kinds) < 255 {
			kinds = append(kinds, k)
			i = len(kinds) - 1
		}
		return byte(max(i, 0))
	}
	index(shifts[0])
	var times, types []byte
	for _, s := range shifts {
		times = binary.BigEndian.AppendUint64(times, uint64(s.At.Unix()))
		types = append(types, index(s))
	}
	header := func(timecnt, typecnt, charcnt int) []byte {
		b := append([]byte("TZif2"), make([]byte, 15)...)
		for _, n := range []int{0, 0, 0, timecnt, typecnt, charcnt} {
			b = binary.BigEndian.AppendUint32(b, uint32(n))
		}
		return b
	}
	out := append(header(0, 0, 0), header(len(shifts), len(kinds), 1)...)
	out = append(append(out, times...), types...)
	for _, k := range kinds {
		out = binary.BigEndian.AppendUint32(out, uint32(int32(k.offset)))
		dst := byte(0)
		if k.dst {
			dst = 1
		}
		out = append(out, dst, 0)
	}
	return append(out, 0, '\n', '\n')
}
