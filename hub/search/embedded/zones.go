package embedded

import (
	"math"
	"time"
)

// zones are the time zones of documents by their codes; the first is UTC, which
// stands for those that nobody knows too.
type zones struct {
	names *dict
	known []*time.Location
}

func newZones() zones {
	z := zones{names: newDict()}
	z.code("UTC")
	return z
}

// list returns the zones by code, at least one.
func (z *zones) list() []*time.Location { return z.known }

// code returns the code of a zone, a new one if need be.
func (z *zones) code(name string) uint16 {
	if name == "" {
		return 0
	}
	if code, ok := z.names.code(name); ok {
		return uint16(code)
	}
	if len(z.known) > math.MaxUint16 {
		return 0
	}
	code := z.names.intern(name)
	z.load()
	return uint16(code)
}

// load finds the zones of the names that have none yet.
func (z *zones) load() {
	names := z.names.all()
	for len(z.known) < names.len() {
		zone, err := time.LoadLocation(string(names.at(uint32(len(z.known)))))
		if err != nil {
			zone = time.UTC
		}
		z.known = append(z.known, zone)
	}
}

// shift returns how far the clocks are ahead when a span begins, and whether
// they stay so to its end, when it is short enough to tell by that.
func (z *zones) shift(code uint16, start, end int64) (seconds int32, even bool) {
	zone := z.known[code]
	_, shift := time.Unix(start, 0).In(zone).Zone()
	_, after := time.Unix(end, 0).In(zone).Zone()
	return int32(shift), shift == after && end-start <= 2*day
}
