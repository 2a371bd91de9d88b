package catalog

import (
	"strings"
	"time"

	"moselle/hub/fault"
	"moselle/hub/search"
	"moselle/schema"
)

// Span reads a span of time from its two parameters. Days are those of each
// record's own zone.
func (c *Catalog) Span(from, to string) (start, end Bound, err error) {
	if start, err = c.parseBound("from", from); err != nil {
		return start, end, err
	}
	if end, err = c.parseBound("to", to); err != nil {
		return start, end, err
	}
	now := c.Now()
	if !start.IsZero() && !end.IsZero() && !end.End(now, c.Zone).After(start.Start(now, c.Zone)) {
		return start, end, fault.Param("to", "lies before from")
	}
	return start, end, nil
}

// parseBound reads a day or a moment. A time without an offset is meant in the
// hub's zone.
func (c *Catalog) parseBound(name, s string) (Bound, error) {
	switch day := search.Day(s); day {
	case "":
		return Bound{}, nil
	case "today", "tomorrow", search.Now:
		return Bound{Day: day}, nil
	}
	m, err := schema.ParseMoment(strings.ReplaceAll(s, " ", "+"), c.Zone)
	if err != nil {
		if m, err = schema.ParseMoment(s, c.Zone); err != nil {
			return Bound{}, fault.Param(name, "%s", err)
		}
	}
	if m.Day {
		return Bound{Day: search.Day(m.String())}, nil
	}
	return Bound{At: m.Time}, nil
}

// Stretch resolves the ends of a span where a record is; zero is open.
func (c *Catalog) Stretch(n *schema.Node, from, to Bound) (start, end time.Time) {
	zone := c.Zone
	if z, err := schema.LoadZone(n.String("timezone")); err == nil {
		zone = z
	}
	now := c.Now()
	return from.Start(now, zone), to.End(now, zone)
}
