package catalog

import (
	"strings"
	"time"

	"moselle/hub/fault"
	"moselle/schema"
)

// Span reads a span of time from its two parameters; zero is open.
func (c *Catalog) Span(from, to string) (start, end time.Time, err error) {
	if start, err = c.parseTime("from", from, false); err != nil {
		return start, end, err
	}
	if end, err = c.parseTime("to", to, true); err != nil {
		return start, end, err
	}
	if !start.IsZero() && !end.IsZero() && !end.After(start) {
		return start, end, fault.Param("to", "lies before from")
	}
	return start, end, nil
}

// parseTime reads a moment: a day begins at midnight in the hub's zone, and
// ends there too when it is an end.
func (c *Catalog) parseTime(name, s string, end bool) (time.Time, error) {
	now := c.Now().In(c.Zone)
	day := time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, c.Zone)
	switch s {
	case "":
		return time.Time{}, nil
	case "now":
		return now, nil
	case "tomorrow":
		day = day.AddDate(0, 0, 1)
		fallthrough
	case "today":
		if end {
			day = day.AddDate(0, 0, 1)
		}
		return day, nil
	}
	m, err := schema.ParseMoment(strings.ReplaceAll(s, " ", "+"), c.Zone)
	if err != nil {
		if m, err = schema.ParseMoment(s, c.Zone); err != nil {
			return time.Time{}, fault.Param(name, "%s", err)
		}
	}
	if end {
		return m.End(), nil
	}
	return m.Time, nil
}
