package ics

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"moselle/schema"
	wire "moselle/schema/wire/ics"
)

// event is what one item is made of: the VEVENT that describes it, others that
// give further dates of it, and those that change single dates.
type event struct {
	key       string
	main      *entry
	more      []*entry
	instances []*entry // with RECURRENCE-ID, in the order of the file
	orphaned  bool     // there is no VEVENT without RECURRENCE-ID
	faults    []schema.Fault
}

// events sorts out a group: who describes the event, which of two versions is
// the newer, and what is another event under the same UID.
func (g *group) events() []*event {
	var mains, instances []*entry
	for _, e := range g.entries {
		if e.Value("RECURRENCE-ID") == "" {
			mains = append(mains, e)
		} else {
			instances = append(instances, e)
		}
	}
	first := &event{key: g.uid}
	if g.made {
		first.note(g.entries[0], "UID is missing: a key was made of date and title, and will change when they do")
	}
	out := []*event{first}
	for _, e := range mains {
		if first.main == nil {
			first.main = e
			continue
		}
		old := first.main
		switch {
		case e.sequence() != old.sequence(), sameStart(e, old):
			if newer(old, e) {
				e, old = old, e
			}
			first.main = e
			first.note(old, "the UID stands a second time in line %d, in a newer or equal version; this one is left out", e.Line)
		case e.Value("SUMMARY") == old.Value("SUMMARY"):
			first.more = append(first.more, e)
			first.note(e, "the UID stands a second time with another date: taken as a further date of the event of line %d", old.Line)
		default:
			other := &event{key: g.uid + "#" + e.Value("DTSTART"), main: e}
			if i := slices.IndexFunc(out, func(o *event) bool { return o.key == other.key }); i >= 0 {
				out[i].note(e, "the UID stands more than twice with this date; this one is left out")
				continue
			}
			other.note(e, "the UID is also that of another event in line %d: each event needs its own", old.Line)
			out = append(out, other)
		}
	}
	first.more = slices.DeleteFunc(first.more, func(e *entry) bool { return e.sequence() < first.main.sequence() })
	for _, e := range instances {
		i := slices.IndexFunc(first.instances, func(o *entry) bool { return o.same(e, "RECURRENCE-ID") })
		switch {
		case i < 0:
			first.instances = append(first.instances, e)
		case newer(first.instances[i], e):
			first.note(e, "the date is changed twice; the newer change of line %d is kept", first.instances[i].Line)
		default:
			first.note(first.instances[i], "the date is changed twice; the newer change of line %d is kept", e.Line)
			first.instances[i] = e
		}
	}
	if first.main == nil {
		first.main, first.orphaned = first.instances[0], true
	}
	return out
}

func (ev *event) note(e *entry, format string, args ...any) {
	if len(ev.faults) < maxFaults {
		ev.faults = append(ev.faults, schema.Fault{Path: "sourceIdentifier", Message: fmt.Sprintf("line %d: ", e.Line) + fmt.Sprintf(format, args...)})
	}
}

// same reports whether a property says the same in both, zone included.
func (e *entry) same(o *entry, name string) bool {
	a, b := e.Prop(name), o.Prop(name)
	return a != nil && b != nil && a.Value == b.Value && a.Param("TZID") == b.Param("TZID")
}

func sameStart(a, b *entry) bool { return a.same(b, "DTSTART") }

func (e *entry) sequence() int {
	n, _ := strconv.Atoi(strings.TrimSpace(e.Value("SEQUENCE")))
	return n
}

// newer reports whether a replaces b, which stands behind it: by SEQUENCE, else
// by when they were changed.
func newer(a, b *entry) bool {
	if x, y := a.sequence(), b.sequence(); x != y {
		return x > y
	}
	for _, name := range []string{"LAST-MODIFIED", "DTSTAMP"} {
		if x, y := a.Value(name), b.Value(name); x != y {
			return x > y // both are times in UTC of one length
		}
	}
	return false
}

// cancelled reports whether a VEVENT says that it does not take place.
func (e *entry) cancelled() bool {
	return strings.EqualFold(strings.TrimSpace(e.Value("STATUS")), "CANCELLED") || e.head.method == "CANCEL"
}

// status returns the schema.org status of a VEVENT.
func (e *entry) status() string {
	switch s := strings.ToUpper(strings.TrimSpace(e.Value("STATUS"))); {
	case e.cancelled(), s == "CANCELED":
		return "EventCancelled"
	case s == "POSTPONED":
		return "EventPostponed"
	case s == "TENTATIVE":
		return "EventTentative"
	}
	return "EventScheduled"
}

// hides reports whether a VEVENT is not meant for the public.
func (m *mapper) hides(e *entry) bool {
	if m.Private {
		return false
	}
	switch strings.ToUpper(strings.TrimSpace(e.Value("CLASS"))) {
	case "PRIVATE", "CONFIDENTIAL":
		return true
	}
	return false
}

// each calls f for the properties of that name, of the first maxValues.
func (e *entry) each(name string, f func(p *wire.Property)) {
	n := 0
	for i := range e.Props {
		if p := &e.Props[i]; p.Name == name {
			if n++; n > maxValues {
				return
			}
			f(p)
		}
	}
}

// maxValues bounds the pictures and categories kept of one event.
const maxValues = 100
