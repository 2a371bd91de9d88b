package openagenda

import (
	"strings"

	"moselle/schema"
)

// agendaOf returns the agenda an event was entered in.
func agendaOf(o object) object {
	if a := o.object("originAgenda"); len(a) > 0 {
		return a
	}
	return o.object("origin")
}

// agents adds the institution that entered the event and its agenda. The person
// who did (member) is nobody's business.
func (m *mapper) agents(r *records, o object) {
	if name := title(o.object("contributor").text("organization")); name != "" {
		r.event.Link("organizer", r.EmbedNamed("Organization", schema.NameKey(name), "organizer", func(b *schema.Builder) {
			b.Text("name", m.lang, name)
			b.Put("derivedFrom", m.origin())
		}))
	}
	a := agendaOf(o)
	name := title(a.text("title"))
	if m.Agenda == "none" || name == "" {
		return
	}
	key := "agenda/" + a.text("uid")
	if a.text("uid") == "" || len(key) > maxKey {
		key = schema.NameKey(name)
	}
	r.event.Link(m.Agenda, r.EmbedNamed("Organization", key, m.Agenda, func(b *schema.Builder) {
		b.Text("name", m.lang, name)
		m.describe(b, a["description"])
		b.Put("derivedFrom", m.origin())
		switch {
		case a.text("url") != "":
			b.Put("url", a.text("url"))
		case a.text("slug") != "":
			b.Put("url", site+a.text("slug"))
		case a.text("uid") != "":
			b.Put("url", site+"agendas/"+a.text("uid"))
		}
		if file := fileAt(cdn, a.text("image")); file != "" {
			b.Part("logo", "Media").Put("contentUrl", file)
		}
	}))
}

// title puts a name on one line.
func title(s string) string { return strings.Join(strings.Fields(schema.PlainText(s)), " ") }
