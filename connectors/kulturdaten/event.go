package kulturdaten

import (
	"fmt"
	"slices"
	"strings"

	"moselle/schema"
	"moselle/schema/tree"
)

// maxNamed bounds the attractions and the locations of one event.
const maxNamed = 20

// event fills the record of an event. What it does not say itself, its
// attractions say: mostly all but when and where it is.
func (m *mapper) event(b *schema.Builder, o tree.Node) {
	refs := m.few(b, o, "attractions")
	var shown []tree.Node
	for _, ref := range refs {
		if a, _, ok := m.r.find(attraction, ref.id); ok {
			shown = append(shown, a)
		}
	}
	m.common(b, o, event)
	if !b.Has("name") {
		m.named(b, refs)
	}
	prose := below(shown, "description")
	if own := o.Member("description"); len(texts(own, "")) > 0 {
		prose = []tree.Node{own}
	}
	m.description(b, slices.Concat(prose, []tree.Node{o.Member("pleaseNote")}, below(shown, "pleaseNote"))...)
	if !b.Has("url") {
		for _, a := range shown {
			b.Put("url", plain(a.Member("website")))
		}
	}
	for _, tags := range append([]tree.Node{o.Member("tags")}, below(shown, "tags")...) {
		m.terms(b, tags)
	}
	if len(refs) > 0 {
		b.Link("superEvent", m.refer(b, attraction, refs[0], "superEvent"))
	}
	if len(refs) > 1 {
		b.Fault(schema.Fault{Path: "attractions", Severity: schema.Info, Message: fmt.Sprintf("there are %d attractions; the event is linked to the first", len(refs))})
	}
	m.organizer(b, o, shown)
	m.venues(b, o)
	m.admission(b, o.Member("admission"))
	m.contact(b, o.Member("contact"))
	m.dates(b, o)
}

// few returns what an event refers to, the first of many.
func (m *mapper) few(b *schema.Builder, o tree.Node, member string) []reference {
	refs := references(o.Member(member))
	if len(refs) > maxNamed {
		b.Fault(schema.Fault{Path: member, Message: fmt.Sprintf("more than %d; the first are kept", maxNamed)})
		refs = refs[:maxNamed]
	}
	return refs
}

// below returns a member of several things.
func below(all []tree.Node, member string) (out []tree.Node) {
	for _, o := range all {
		out = append(out, o.Member(member))
	}
	return out
}

// named gives an event the titles of its attractions as its name.
func (m *mapper) named(b *schema.Builder, refs []reference) {
	var all []said
	for _, ref := range refs {
		label := ref.label
		if a, _, ok := m.r.find(attraction, ref.id); ok {
			label = a.Member("title")
		}
		for _, t := range texts(label, m.r.Lang) {
			t.text = strings.Join(strings.Fields(t.text), " ")
			if i := slices.IndexFunc(all, func(s said) bool { return s.lang == t.lang }); i < 0 {
				all = append(all, t)
			} else if !strings.Contains(all[i].text, t.text) {
				all[i].text += " / " + t.text
			}
		}
	}
	for _, t := range all {
		b.Text("name", t.lang, t.text)
	}
}

// organizer adds who organises an event, or else curates its first attraction.
func (m *mapper) organizer(b *schema.Builder, o tree.Node, shown []tree.Node) {
	refs := references(o.Member("organizer"))
	for _, a := range shown {
		if len(refs) == 0 {
			refs = references(a.Member("curator"))
		}
	}
	for _, ref := range refs[:min(len(refs), maxNamed)] {
		b.Link("organizer", m.refer(b, organization, ref, "organizer"))
	}
}

// venues adds where an event is. A location that exists online only is where to
// connect.
func (m *mapper) venues(b *schema.Builder, o tree.Node) {
	onSite, online := false, false
	for _, ref := range m.few(b, o, "locations") {
		if at, _, ok := m.r.find(location, ref.id); ok && virtual(at) {
			online = true
			v := b.Part("virtualLocation", "VirtualLocation")
			m.texts(v, "name", at.Member("title"))
			v.Put("url", plain(at.Member("website")))
			continue
		}
		onSite = true
		b.Link("location", m.refer(b, location, ref, "location"))
	}
	switch {
	case online && onSite:
		b.Put("eventAttendanceMode", "MixedEventAttendanceMode")
	case online:
		b.Put("eventAttendanceMode", "OnlineEventAttendanceMode")
	}
}

// series fills the record of an attraction: what is shown, whenever it is.
func (m *mapper) series(b *schema.Builder, o tree.Node) {
	m.common(b, o, attraction)
	m.description(b, o.Member("description"), o.Member("pleaseNote"))
	m.terms(b, o.Member("tags"))
	for _, ref := range references(o.Member("curator")) {
		b.Link("organizer", m.refer(b, organization, ref, "organizer"))
		break
	}
}
