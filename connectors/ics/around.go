package ics

import (
	"strings"

	"moselle/connectors"
	"moselle/schema"
	wire "moselle/schema/wire/ics"
)

// around links the event with its place and its organizer and returns their
// records, and those of the places of single dates.
func (m *mapper) around(b *schema.Builder, ev *event) []schema.Draft {
	var drafts []schema.Draft
	e := ev.main
	online := m.online(b, e)
	if p := m.placeOf(e); p != nil {
		drafts = append(drafts, m.placeDraft(b, e, p))
		b.Link("location", drafts[0].IRI)
		if online {
			b.Put("eventAttendanceMode", "MixedEventAttendanceMode")
		}
	} else if online {
		b.Put("eventAttendanceMode", "OnlineEventAttendanceMode")
	}
	if l := e.Prop("LOCATION"); l != nil && isUnfilled(l.Value) {
		b.Fault(schema.Fault{Path: "location", Value: l.Text(), Message: "line " + number(l.Line) +
			": a placeholder that the program did not fill in is left out: give the event a place there, or mend the template"})
	}
	if g := e.Prop("GEO"); g != nil {
		if _, _, err := wire.ParseGeo(g.Value); err != nil {
			b.Fault(schema.Fault{Path: "location.geo", Value: g.Value, Message: "line " + number(g.Line) + ": " + err.Error()})
		} else if len(drafts) == 0 {
			b.Fault(schema.Fault{Path: "location.geo", Value: g.Value, Message: "line " + number(g.Line) + ": a position without LOCATION: the place needs a name"})
		}
	}
	seen := map[schema.IRI]bool{}
	for _, d := range drafts {
		seen[d.IRI] = true
	}
	for _, i := range ev.instances {
		if p := m.placeOf(i); p != nil && !m.hides(i) && i.Value("LOCATION") != "" {
			if iri := schema.Mint(m.env.Source, "Place", p.key()); !seen[iri] {
				seen[iri] = true
				drafts = append(drafts, m.placeDraft(b, i, p))
			}
		}
	}
	if d, ok := m.organizer(b, e); ok {
		drafts = append(drafts, d)
	}
	return drafts
}

// online notes the addresses at which an event can be followed.
func (m *mapper) online(b *schema.Builder, e *entry) bool {
	found := false
	add := func(at string) {
		if isURL(at) {
			found = true
			b.Part("virtualLocation", "VirtualLocation").Put("url", at)
		}
	}
	add(strings.TrimSpace(e.Text("LOCATION")))
	e.each("CONFERENCE", func(p *wire.Property) { add(strings.TrimSpace(p.Text())) })
	return found
}

func isURL(s string) bool {
	return connectors.IsWeb(s) && !strings.ContainsAny(s, " \n\t")
}
