package schema

import (
	"errors"
	"sync"
	"time"
)

// regional are the zones of the region's countries and their neighbours, read
// once: finding a zone costs more than all else that a date needs.
var regional = sync.OnceValue(func() map[string]*time.Location {
	out := map[string]*time.Location{}
	for _, name := range []string{"Europe/Luxembourg", "Europe/Paris", "Europe/Berlin", "Europe/Brussels", "Europe/Amsterdam", "Europe/Zurich",
		"Europe/Vienna", "Europe/Rome", "Europe/Madrid", "Europe/Warsaw", "Europe/Prague", "Europe/London", "Europe/Dublin", "Europe/Lisbon", "UTC"} {
		if z, err := time.LoadLocation(name); err == nil {
			out[name] = z
		}
	}
	return out
})

// LoadZone returns the IANA zone of that name. Neither "" nor "Local" is one.
func LoadZone(name string) (*time.Location, error) {
	if z := regional()[name]; z != nil {
		return z, nil
	}
	if name == "" || name == "Local" {
		return nil, errors.New("no zone is named")
	}
	return time.LoadLocation(name)
}
