package destination

import (
	"moselle/connectors"
	"moselle/schema"
	"moselle/schema/tree"
)

// mapper turns one item into records.
type mapper struct {
	*harvest
	*connectors.Records
	o tree.Node
}

func (h *harvest) mapper(o tree.Node) *mapper {
	return &mapper{harvest: h, Records: connectors.NewRecords(h.env), o: o}
}

// item maps the item into an item of the harvest or a refusal.
func (m *mapper) item(k kind, key, where string) (connectors.Item, *connectors.Refusal) {
	if k.event {
		m.event(key)
	} else {
		m.site(k, key)
	}
	return m.Item(key, where)
}

// event builds an event and what it names.
func (m *mapper) event(key string) {
	b, _ := m.Build("Event", key, "")
	m.common(b, key)
	b.Link("location", m.venue())
	b.Link("organizer", m.organizer())
	p := b.Part("contactPoint", "ContactPoint")
	p.Put("email", text(get(m.o, "email")))
	p.Put("telephone", text(get(m.o, "phone")))
	m.offers(b)
	m.status(b)
	if problem := m.dates(b); problem != nil {
		problem.Lacks = "startDate"
		b.Fault(*problem)
	}
}

// common adds what events and places have in common.
func (m *mapper) common(b *schema.Builder, key string) {
	b.Text("name", m.lang, plain(get(m.o, "title")))
	m.description(b)
	page, original := m.medium("canonical"), ""
	if s := text(get(get(m.o, "source"), "value")); s != "destination.one" {
		original = text(get(get(m.o, "source"), "url"))
	}
	for _, s := range []string{page, text(get(m.o, "web"))} {
		b.Put("url", s) // the first counts
	}
	for _, s := range []string{page, original, m.origin()} {
		b.Put("derivedFrom", s)
	}
	if id := text(get(m.o, "id")); id != key {
		b.Put("sourceIdentifier", id)
	}
	b.Put("sourceIdentifier", text(get(m.o, "source_id")))
	for w := range words(m.o, "categories") {
		b.Term("additionalType", m.lang, w.name, w.code)
	}
	for w := range words(m.o, "keywords") {
		b.Text("keywords", m.lang, w.name)
	}
	m.features(b)
	m.images(b)
	m.licence(b)
	b.Link("sdPublisher", m.publisher())
	m.leftOut(b)
}

// status says what has become of an event and whether places are left, of all
// its dates at once: destination.one says neither of a single one.
func (m *mapper) status(b *schema.Builder) {
	if truth(attribute(m.o, "DETAILS_ABGESAGT")) {
		b.Put("eventStatus", "EventCancelled")
	}
	if truth(attribute(m.o, "DETAILS_AUSGEBUCHT")) {
		b.Put("availability", "SoldOut")
	}
}

// licence adds the licence of the item's text and data.
func (m *mapper) licence(b *schema.Builder) {
	said := attribute(m.o, "license")
	if said == "" {
		return
	}
	iri, ok := schema.CanonicalLicence(said)
	if !ok {
		b.Fault(schema.Fault{Path: "attributes.license", Value: said, Message: "not a licence that is known; choose CC0, CC-BY or CC-BY-SA"})
		return
	}
	b.Put("sdLicense", iri)
}
