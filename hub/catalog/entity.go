package catalog

import (
	"fmt"
	"time"

	"moselle/hub/fault"
	"moselle/schema"
)

// Entity is a record with its view, without the media that may not be shown on
// the day that it was read. Both are shared and never written to.
type Entity struct {
	schema.Record
	Node *schema.Node

	of    []schema.IRI // the record and what it links to
	timed bool         // it changes with the day, too
}

// newEntity returns what of a record may be shown; nil without an error when
// that is nothing.
func newEntity(r schema.Record, now time.Time) (*Entity, error) {
	timed := r.Timed()
	r, ok, err := at(r, now)
	if err != nil || !ok {
		return nil, err
	}
	n, err := r.Node()
	if err != nil {
		return nil, err
	}
	return &Entity{Record: r, Node: n, of: append([]schema.IRI{r.IRI}, n.Links()...), timed: timed}, nil
}

// at is schema.Record.At; when nothing may be shown it returns the record as it
// was.
func at(r schema.Record, now time.Time) (schema.Record, bool, error) {
	shown, ok, err := r.At(now)
	if err != nil {
		return r, false, fmt.Errorf("record %s: %w", r.IRI, err)
	}
	if !ok {
		return r, false, nil
	}
	return shown, true, nil
}

// lastModified is when the entity was last another, zero where the day says so
// as well: the date of its record would keep an older state in caches.
func (e *Entity) lastModified() time.Time {
	if e.timed {
		return time.Time{}
	}
	return e.Modified
}

// withheld is the error of asking for a medium that may not be shown: it is
// gone when its rights have ended, not there when they have not begun.
func (c *Catalog) withheld(r schema.Record, now time.Time) error {
	n, err := r.Node()
	if err != nil {
		return err
	}
	if until := (schema.Days{Until: schema.DaysOf(n).Until}); !until.Hold(now) {
		y, m, d := until.Until.Time.Date()
		return &Tombstone{IRI: r.IRI, Class: r.Class, At: time.Date(y, m, d+1, 0, 0, 0, 0, c.Zone).UTC(), Reason: "rights"}
	}
	return fault.New(fault.NotFound, "there is no record %s", c.ID(r.IRI))
}

// today is the hub's moment in its zone, by which rights begin and end.
func (c *Catalog) today() time.Time { return c.Now().In(c.Zone) }

// dayOf names the day of a moment in its zone.
func dayOf(now time.Time) string { return now.Format(time.DateOnly) }
