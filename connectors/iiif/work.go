package iiif

import (
	"fmt"
	"time"

	"moselle/connectors"
	"moselle/schema"
)

// work maps a manifest.
func (c *connector) work(d *document, e *entry) (connectors.Item, *connectors.Refusal) {
	m := c.mapper(d, e.key)
	where := connectors.Name(e.key)
	b := m.start("Work", e.key, "")
	p := m.pairs()
	m.title(b, e, p)
	if !b.Has("name") {
		return connectors.Item{}, connectors.Refuse(e.key, where, "label", "", `the manifest has no label: write one, such as "label": {"fr": ["Affiche"]}`)
	}
	m.shared(b)
	m.rights(b, p)
	m.describe(b, p)
	m.navigation(b)
	for _, iri := range m.providers() {
		if b.Has("holdingArchive") {
			b.Link("contributor", iri)
		} else {
			b.Link("holdingArchive", iri)
		}
	}
	for _, iri := range e.within {
		b.Link("isPartOf", iri)
	}
	if len(e.within) == 0 {
		m.within(b)
	}
	m.media(b)
	return m.item(where)
}

// title names the work: by its label, else by what the metadata or the list call
// it.
func (m *mapper) title(b *schema.Builder, e *entry, p []pair) {
	labels := texts(m.object["label"], m.lang)
	if len(labels) == 0 {
		for _, q := range p {
			if q.meaning == "title" {
				labels = append(labels, q.values...)
			}
		}
	}
	if len(labels) == 0 {
		labels = texts(e.label, m.lang)
	}
	name(b, labels)
}

// shared adds what manifests and collections have in common.
func (m *mapper) shared(b *schema.Builder) {
	switch id := m.id(); {
	case connectors.IsWeb(m.itemKey):
		b.Put("derivedFrom", m.itemKey)
		if connectors.IsWeb(id) && plainAddress(id) != plainAddress(m.itemKey) {
			b.Fault(schema.Fault{Path: "id", Value: id, Message: "is not the address under which it is listed or was read: write that one, as viewers rely on it"})
		}
	case connectors.IsWeb(m.location):
		b.Put("derivedFrom", m.location)
	}
	if id := m.id(); !connectors.IsWeb(id) {
		b.Fault(schema.Fault{Path: "id", Value: id, Message: "not its address: write the one it is published under, with https://"})
	}
	m.summary = prose(texts(first(m.object, "summary", "description"), m.lang))
	m.homepage(b)
	for _, o := range m.objects("seeAlso") {
		b.Put("sameAs", authorityOf(o.id()))
	}
}

// homepage adds the page on the web that shows the object.
func (m *mapper) homepage(b *schema.Builder) {
	for _, o := range m.objects("homepage", "related") {
		if format := o.text("format"); format != "" && format != "text/html" {
			continue
		}
		b.Put("url", m.address(o.id()))
	}
}

// first returns the value under the first of the names that is there.
func first(o object, names ...string) any {
	for _, n := range names {
		if v := o[n]; v != nil {
			return v
		}
	}
	return nil
}

// navigation adds the date that viewers order manifests by, where nothing else
// says when the work is from. The first moment of a year mostly means the year.
func (m *mapper) navigation(b *schema.Builder) {
	s := m.text("navDate")
	if s == "" || b.Has("dateCreated") || b.Has("datePublished") || b.Has("temporalCoverage") {
		return
	}
	moment, err := schema.ParseMoment(s, time.UTC)
	if err != nil {
		m.fault("navDate", s, err.Error())
		return
	}
	day := moment.Time.Format(time.DateOnly)
	if moment.Time.YearDay() == 1 {
		day = day[:4]
	}
	b.Put("temporalCoverage", day)
}

// within adds the collections that the manifest says it belongs to and names.
func (m *mapper) within(b *schema.Builder) {
	for i, o := range m.objects("partOf", "within") {
		labels := texts(o["label"], m.lang)
		address := m.document.address(o.id())
		if i >= 20 || !o.is("Collection") || len(labels) == 0 || address == "" {
			continue
		}
		b.Link("isPartOf", m.embed("Collection", address, fmt.Sprintf("partOf %d", i+1), func(c *schema.Builder) {
			name(c, labels)
			c.Put("derivedFrom", address)
		}))
	}
}
