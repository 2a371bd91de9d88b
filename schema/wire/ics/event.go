package ics

import (
	"cmp"
	"io"
	"strconv"
	"strings"
	"time"

	"moselle/schema"
)

// Calendar is what the feeds write: a header and events.
type Calendar struct {
	ID     string // PRODID: "-//Institution//Product//EN"
	Name   string // X-WR-CALNAME and NAME (RFC 7986); "" for none
	Lang   string // of Name; "" when not known
	Zone   string // X-WR-TIMEZONE, IANA; "" for none
	Events []Event
}

// Event is one VEVENT to write. Empty fields are left out.
type Event struct {
	UID          string
	Stamp        time.Time     // DTSTAMP: when the record last changed
	Start, End   schema.Moment // as schema has them: the last day of an event of days is its End
	Zone         string        // IANA; "" writes times in UTC
	RecurrenceID schema.Moment // the date of the series that this one stands for
	Rules        []string      // RRULE values
	Except       []schema.Moment
	Status       string // CONFIRMED, TENTATIVE or CANCELLED
	Sequence     int
	Lang         string // of Summary
	DescLang     string // of Description
	LocationLang string // of Location
	Summary      string
	Description  string
	Location     string
	URL          string
	Lat, Lon     float64 // GEO; both 0 for none
	Categories   []string
	Organizer    string // a name; its calendar address is URL or OrganizerURL
	OrganizerURL string
	Image        string // address of a picture (RFC 7986, IMAGE)
}

// Encode writes a calendar: header, the definitions of the zones its events are
// in, events in the order given.
func Encode(w io.Writer, c Calendar) error {
	head := Component{Name: "VCALENDAR"}
	head.add("VERSION", "2.0")
	head.add("PRODID", Escape(c.ID))
	head.add("CALSCALE", "GREGORIAN")
	head.add("METHOD", "PUBLISH")
	head.add("NAME", Escape(c.Name), lang(c.Lang)...)
	head.add("X-WR-CALNAME", Escape(c.Name))
	head.add("X-WR-TIMEZONE", bare(c.Zone))
	const end = "END:VCALENDAR\r\n"
	buf := head.Append(make([]byte, 0, 64<<10))
	buf = buf[:len(buf)-len(end)]
	spans, err := zonesOf(c.Events)
	if err != nil {
		return err
	}
	for _, s := range spans {
		z := s.component()
		buf = z.Append(buf)
	}
	for i := range c.Events {
		e, err := c.Events[i].Component()
		if err != nil {
			return err
		}
		buf = e.Append(buf)
		if len(buf) > 56<<10 {
			if _, err := w.Write(buf); err != nil {
				return err
			}
			buf = buf[:0]
		}
	}
	_, err = w.Write(append(buf, end...))
	return err
}

// Component returns the event as a VEVENT. A zone that Go does not know is an
// error.
func (e *Event) Component() (Component, error) {
	zone, err := load(e.Zone)
	if err != nil {
		return Component{}, err
	}
	c := Component{Name: "VEVENT"}
	c.add("UID", Escape(e.UID))
	c.add("DTSTAMP", e.Stamp.UTC().Format(utcLayout))
	c.add("SEQUENCE", strconv.Itoa(e.Sequence))
	c.moment("RECURRENCE-ID", e.RecurrenceID, e.Zone, zone)
	c.moment("DTSTART", e.Start, e.Zone, zone)
	end := e.End
	if end.Day && !end.IsZero() {
		end.Time = end.Time.AddDate(0, 0, 1) // DTEND is the day after the last
	}
	if end.Day == e.Start.Day {
		c.moment("DTEND", end, e.Zone, zone)
	}
	for _, r := range e.Rules {
		c.add("RRULE", bare(r))
	}
	for _, m := range e.Except {
		c.moment("EXDATE", m, e.Zone, zone)
	}
	c.add("STATUS", bare(e.Status))
	c.add("SUMMARY", Escape(e.Summary), lang(e.Lang)...)
	c.add("DESCRIPTION", Escape(e.Description), lang(e.DescLang)...)
	c.add("LOCATION", Escape(e.Location), lang(e.LocationLang)...)
	c.add("URL", bare(e.URL))
	if e.Lat != 0 || e.Lon != 0 {
		c.add("GEO", degrees(e.Lat)+";"+degrees(e.Lon))
	}
	if len(e.Categories) > 0 {
		var list string
		for i, k := range e.Categories {
			if i > 0 {
				list += ","
			}
			list += Escape(k)
		}
		c.add("CATEGORIES", list)
	}
	if at := cmp.Or(e.OrganizerURL, e.URL); e.Organizer != "" {
		c.add("ORGANIZER", bare(at), Param{"CN", []string{e.Organizer}})
	}
	c.add("IMAGE", bare(e.Image), Param{"VALUE", []string{"URI"}})
	return c, nil
}

const (
	utcLayout   = "20060102T150405Z"
	localLayout = "20060102T150405"
	dayLayout   = "20060102"
)

// add adds a property unless its value is empty.
func (c *Component) add(name, value string, params ...Param) {
	if value != "" {
		c.Props = append(c.Props, Property{Name: name, Params: params, Value: value})
	}
}

// moment adds a date, a local time with its TZID, or a time in UTC.
func (c *Component) moment(name string, m schema.Moment, tzid string, zone *time.Location) {
	switch {
	case m.IsZero():
	case m.Day:
		c.add(name, m.Time.Format(dayLayout), Param{"VALUE", []string{"DATE"}})
	case zone == time.UTC:
		c.add(name, m.Time.UTC().Format(utcLayout))
	default:
		c.add(name, m.Time.In(zone).Format(localLayout), Param{"TZID", []string{tzid}})
	}
}

func lang(tag string) []Param {
	if tag == "" || tag == schema.Und {
		return nil
	}
	return []Param{{"LANGUAGE", []string{tag}}}
}

// bare drops what neither a URI nor a rule can hold, line ends above all.
func bare(s string) string {
	return strings.Map(func(r rune) rune {
		if r <= ' ' || r == 0x7f {
			return -1
		}
		return r
	}, s)
}

func degrees(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }
