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

// shifts return how many seconds the clocks are ahead when a span begins and
// when it ends.
func (z *zones) shifts(code uint16, start, end int64) (first, last int64) {
	zone := z.known[code]
	_, before := time.Unix(start, 0).In(zone).Zone()
	_, after := time.Unix(end, 0).In(zone).Zone()
	return int64(before), int64(after)
}
