package iiif

import (
	"fmt"
	"slices"
	"time"

	"moselle/schema"
	wire "moselle/schema/wire/iiif"
)

// Work fills the record of a manifest. It reports whether the manifest has a
// title; without one nothing else is filled in.
func (r *Reader) Work(b *schema.Builder, d Document) bool {
	m := r.reading(b, d)
	p := m.pairs(m.Object)
	if !slices.ContainsFunc(p, func(q pair) bool { return q.meaning != "" && q.meaning != "page" }) {
		p = append(p, m.common()...)
	}
	m.call(p)
	if !b.Has("name") {
		return false
	}
	m.shared()
	m.rights(p)
	m.describe(p)
	m.navigation()
	for _, iri := range m.providers() {
		if b.Has("holdingArchive") {
			b.Link("contributor", iri)
		} else {
			b.Link("holdingArchive", iri)
		}
	}
	m.belongs()
	m.media()
	return true
}

// call names the work: by its label, else by what the metadata or the list call
// it.
func (m *reading) call(p []pair) {
	labels := texts(m.Object["label"], m.lang)
	if len(labels) == 0 {
		for _, q := range p {
			if q.meaning == "title" {
				labels = append(labels, q.values...)
			}
		}
	}
	if len(labels) == 0 {
		labels = texts(m.Label, m.lang)
	}
	m.title = labels
	name(m.b, labels)
}

// shared adds what manifests and collections have in common.
func (m *reading) shared() {
	switch id := m.ID(); {
	case wire.IsWeb(m.Key):
		m.b.Put("derivedFrom", m.Key)
		if wire.IsWeb(id) && plainAddress(id) != plainAddress(m.Key) {
			m.fault("id", id, "is not the address under which it is listed or was read: write that one, as viewers rely on it")
		}
	case wire.IsWeb(m.At):
		m.b.Put("derivedFrom", m.At)
	}
	if id := m.ID(); !wire.IsWeb(id) {
		m.fault("id", id, "not its address: write the one it is published under, with https://")
	}
	m.summary = prose(texts(first(m.Object, "summary", "description"), m.lang))
	m.homepage()
	for _, o := range m.Objects("seeAlso") {
		m.b.Put("sameAs", authorityOf(o.ID()))
	}
}

// homepage adds the page on the web that shows the object.
func (m *reading) homepage() {
	for _, o := range m.Objects("homepage", "related") {
		if format := o.Text("format"); format != "" && format != "text/html" {
			continue
		}
		m.b.Put("url", m.address(o.ID()))
	}
}

// first returns the value under the first of the names that is there.
func first(o wire.Object, names ...string) any {
	for _, n := range names {
		if v := o[n]; v != nil {
			return v
		}
	}
	return nil
}

// navigation adds the date that viewers order manifests by, where nothing else
// says when the work is from. The first moment of a year mostly means the year.
func (m *reading) navigation() {
	s := m.Text("navDate")
	if s == "" || m.b.Has("dateCreated") || m.b.Has("datePublished") || m.b.Has("temporalCoverage") {
		return
	}
	moment, err := schema.ParseMoment(s, time.UTC)
	if err != nil {
		m.fault("navDate", s, err.Error())
		return
	}
	if moment.Time.Year() <= 0 {
		return // a form's empty field
	}
	day := moment.Time.Format(time.DateOnly)
	if moment.Time.YearDay() == 1 {
		day = day[:4]
	}
	m.b.Put("temporalCoverage", day)
}

// maxParents bounds the collections that one document says it belongs to.
const maxParents = 20

// belongs adds the collections that list the document, else those that it says it
// belongs to and names.
func (m *reading) belongs() {
	for _, iri := range m.Within {
		m.b.Link("isPartOf", iri)
	}
	if len(m.Within) > 0 {
		return
	}
	for i, o := range m.Objects("partOf", "within") {
		labels := texts(o["label"], m.lang)
		address := m.address(o.ID())
		if i >= maxParents || !o.Is("Collection") || len(labels) == 0 || address == "" {
			continue
		}
		m.b.Link("isPartOf", m.embed("Collection", address, fmt.Sprintf("partOf %d", i+1), func(c *schema.Builder) {
			name(c, labels)
			c.Put("derivedFrom", address)
		}))
	}
}
