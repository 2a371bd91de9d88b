package ics

import (
	"net/url"
	"strings"

	"moselle/schema"
)

// organizer makes an organization of ORGANIZER by its name. The calendar
// address, mostly somebody's mailbox, is never taken over.
func (m *mapper) organizer(b *schema.Builder, e *entry) (schema.Draft, bool) {
	p := e.Prop("ORGANIZER")
	if p == nil {
		return schema.Draft{}, false
	}
	name := p.Param("CN")
	if plain, err := url.PathUnescape(name); err == nil && !strings.Contains(name, " ") {
		name = plain // WordPress writes a name as part of an address
	}
	name = oneLine(schema.CleanText(name))
	if name == "" || strings.ContainsRune(name, '@') {
		return schema.Draft{}, false
	}
	o := schema.Build(m.env.Source, "Organization", schema.NameKey(name))
	o.Text("name", m.langOf(p), name)
	if at := strings.TrimSpace(p.Value); isURL(at) {
		o.Put("url", at)
	}
	d, _ := o.Draft()
	b.Link("organizer", d.IRI)
	return d, true
}
