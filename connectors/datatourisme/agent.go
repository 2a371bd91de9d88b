package datatourisme

import (
	"moselle/schema"
	"moselle/schema/tree"
)

// contacts adds the page of an object, how to reach it, who organises it and who
// wrote the record. A contact without a name is no organisation: its page is the
// object's, how to reach it the event's, its telephone a place's.
func (m *mapper) contacts(b *schema.Builder, o tree.Node) {
	event := b.Class().Name == "Event"
	for c := range tree.Values(get(o, "hasContact")) {
		if !b.Has("url") {
			b.Put("url", plain(get(c, "homepage")))
		}
		switch name := plain(get(c, "legalName")); {
		case event && name != "":
			b.Link("organizer", m.agent(c, name, "organizer"))
		case event:
			reach(b, c)
		case !event:
			for _, t := range texts(get(c, "telephone")) {
				b.Put("telephone", t.text)
			}
		}
	}
	by := first(get(o, "hasBeenCreatedBy"))
	if name := plain(get(by, "legalName")); name != "" {
		b.Link("sdPublisher", m.agent(by, name, "sdPublisher"))
	}
}

// agent builds the organisation that an agent names and returns its IRI.
func (m *mapper) agent(a tree.Node, name, path string) schema.IRI {
	key := keyOf(a)
	if key == "" {
		key = schema.NameKey(name)
	}
	return m.Embed("Organization", key, path, func(b *schema.Builder) {
		b.Text("name", m.lang, name)
		b.Put("sameAs", addressOf(a))
		b.Put("derivedFrom", addressOf(a))
		b.Put("url", plain(get(a, "homepage")))
		m.address(b, first(get(a, "address")))
		reach(b, a)
	})
}

// reach adds how an agent is reached.
func reach(b *schema.Builder, a tree.Node) {
	p := b.Part("contactPoint", "ContactPoint")
	p.Put("email", plain(get(a, "email")))
	p.Put("telephone", plain(get(a, "telephone")))
}
