package ics

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"

	"moselle/connectors"
	"moselle/schema"
	wire "moselle/schema/wire/ics"
)

// maxLines bounds the lines of events kept of one file, and with them the
// memory: 50 MB, the most the hub takes, hold about a million.
const maxLines = 3_000_000

// file is a calendar file: its events by UID.
type file struct {
	groups []*group
	byUID  map[string]*group
	broken []*connectors.Refusal
	other  map[string]int // to-dos and the like, by name
}

// group is all that a file says under one UID.
type group struct {
	uid     string
	made    bool // the UID is ours: the file gives none
	entries []*entry
}

// entry is one VEVENT with the calendar it stands in.
type entry struct {
	wire.Component
	head *head
}

// head is what a VCALENDAR says about all of its events.
type head struct {
	method string
	zone   string // X-WR-TIMEZONE
	zones  []wire.Component
	salt   string // stands for all of the above
}

// read gathers a file's events. With an error it returns what was read before.
func (c *connector) read(body *connectors.Body) (*file, error) {
	f := &file{byUID: map[string]*group{}, other: map[string]int{}}
	h := &head{}
	lines := 0
	in := bufio.NewReaderSize(body, 64<<10)
	if err := refuseOther(in); err != nil {
		return f, err
	}
	for comp, err := range wire.Decode(in, body.Charset) {
		var broken *wire.Error
		switch {
		case errors.As(err, &broken):
			f.refuse(broken)
			continue
		case err != nil:
			return f, err
		}
		if comp.Name == "VCALENDAR" {
			h.method, h.zone = strings.ToUpper(comp.Text("METHOD")), strings.TrimSpace(comp.Text("X-WR-TIMEZONE"))
			for _, fault := range comp.Faults {
				c.env.Log.Warn("calendar header", "line", fault.Line, "fault", fault.Message)
			}
			h = &head{}
			continue
		}
		f.take(comp, h)
		lines += weight(&comp)
		if lines > maxLines {
			return f, fmt.Errorf("line %d: more than %d lines of events: split the calendar", comp.Line, maxLines)
		}
	}
	return f, nil
}

// otherForm names the form of a calendar that is none of text: jCal (RFC 7265) or
// xCal (RFC 6321); "" for neither.
func otherForm(head []byte) string {
	switch {
	case jCal.Match(head):
		return "jCal (JSON)"
	case bytes.Contains(head, []byte("urn:ietf:params:xml:ns:icalendar-2.0")) && bytes.HasPrefix(bytes.TrimSpace(head), []byte("<")):
		return "xCal (XML)"
	}
	return ""
}

var jCal = regexp.MustCompile(`^\s*\[\s*"vcalendar"`)

// refuseOther recognises what is served in place of calendars.
func refuseOther(in *bufio.Reader) error {
	head, err := in.Peek(1024)
	if len(head) == 0 && err != nil && err != io.EOF {
		return err
	}
	if form := otherForm(head); form != "" {
		return fmt.Errorf("the calendar is written as %s, which is not read: give the address of the same calendar as text, which often ends in .ics", form)
	}
	switch connectors.FormOf(head) {
	case connectors.Calendar, connectors.Text:
		return nil
	case connectors.HTML:
		return fmt.Errorf("%w. The calendar’s own address often ends in .ics and stands behind “Subscribe” or “Export”", connectors.Instead(head, "a calendar"))
	}
	return connectors.Instead(head, "a calendar")
}

// take keeps events and zones, also those inside components of another name.
// To-dos, journals and free-busy times are no events.
func (f *file) take(c wire.Component, h *head) {
	switch c.Name {
	case "VTIMEZONE":
		h.zones = append(h.zones, c)
	case "VEVENT":
		hoist(&c)
		c.Parts = nil // alarms concern nobody else
		e := &entry{Component: c, head: h}
		uid, made := e.uid()
		g := f.byUID[uid]
		if g == nil {
			g = &group{uid: uid, made: made}
			f.byUID[uid] = g
			f.groups = append(f.groups, g)
		}
		g.entries = append(g.entries, e)
	default:
		if c.Name == "VTODO" || c.Name == "VJOURNAL" || c.Name == "VFREEBUSY" {
			f.other[c.Name]++
		}
		for _, part := range c.Parts {
			f.take(part, h)
		}
	}
}

// hoist gives an event the name and the position of the first place that it holds
// as a component (RFC 9073, section 7.2), where it has no LOCATION of its own.
func hoist(c *wire.Component) {
	if c.Value("LOCATION") != "" {
		return
	}
	for i := range c.Parts {
		v := &c.Parts[i]
		if v.Name != "VLOCATION" || v.Value("NAME") == "" {
			continue
		}
		for _, names := range [][2]string{{"NAME", "LOCATION"}, {"GEO", "GEO"}} {
			if p := v.Prop(names[0]); p != nil && c.Value(names[1]) == "" {
				own := *p
				own.Name = names[1]
				c.Props = append(c.Props, own)
			}
		}
		return
	}
}

// others tells what a calendar without events holds instead.
func (f *file) others() string {
	var out string
	for _, o := range [...]struct{ name, word string }{{"VTODO", "to-do"}, {"VJOURNAL", "journal"}, {"VFREEBUSY", "free-busy time"}} {
		switch n := f.other[o.name]; {
		case n == 1:
			out += fmt.Sprintf(", but 1 %s, which is not read", o.word)
		case n > 1:
			out += fmt.Sprintf(", but %d %ss, which are not read", n, o.word)
		}
	}
	return out
}

// weight is how many lines a component holds, with what it costs by itself.
func weight(c *wire.Component) int {
	n := 4 + len(c.Props)
	for i := range c.Parts {
		n += weight(&c.Parts[i])
	}
	return n
}

// refuse notes a broken event. What else is broken (a to-do, text between
// components) is told in the same way: it may hide an event.
func (f *file) refuse(e *wire.Error) {
	where := fmt.Sprintf("line %d", e.Line)
	key := strings.TrimSpace((&wire.Property{Value: e.UID}).Text())
	if key != "" {
		where += ", UID " + key
	}
	f.broken = append(f.broken, connectors.Refuse(key, where, e.Name, "", "%s", e.Message))
}

// uid returns the event's UID, or one made of when and what it is.
func (e *entry) uid() (uid string, made bool) {
	if uid := strings.TrimSpace(e.Text("UID")); uid != "" {
		return uid, false
	}
	sum := sha256.Sum256([]byte(e.Value("DTSTART") + "\x00" + e.Text("SUMMARY")))
	return "no-uid-" + hex.EncodeToString(sum[:8]), true
}

// where is the event's place for reports.
func (e *entry) where(g *group) string {
	if g.made {
		return fmt.Sprintf("line %d", e.Line)
	}
	return fmt.Sprintf("line %d, UID %s", e.Line, schema.Excerpt(g.uid))
}

// raw stands for all that the items of a group depend on, but the window. DTSTAMP is left out:
// many servers write the time of the request there.
func (g *group) raw() []byte {
	var buf []byte
	for _, e := range g.entries {
		buf = append(buf, e.head.stamp()...)
		for i := range e.Props {
			if p := &e.Props[i]; p.Name != "DTSTAMP" {
				buf = p.Append(buf)
			}
		}
		for _, f := range e.Faults {
			buf = append(buf, f.Message...)
		}
	}
	return buf
}

func (h *head) stamp() string {
	if h.salt == "" {
		buf := []byte(h.method + "\x00" + h.zone + "\x00")
		for i := range h.zones {
			buf = h.zones[i].Append(buf)
		}
		sum := sha256.Sum256(buf)
		h.salt = string(sum[:16])
	}
	return h.salt
}
