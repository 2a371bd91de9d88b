package iiif

import "moselle/schema"

// Collection fills the record of a collection. It reports whether the collection
// has a name; without one nothing else is filled in.
func (r *Reader) Collection(b *schema.Builder, d Document) bool {
	m := r.reading(b, d)
	labels := texts(m.Object["label"], m.lang)
	if len(labels) == 0 {
		labels = texts(m.Label, m.lang)
	}
	m.title = labels
	name(b, labels)
	if !b.Has("name") {
		return false
	}
	p := m.pairs(m.Object)
	m.shared()
	m.rights(p)
	m.describe(p)
	m.image()
	for i, iri := range m.providers() {
		if i == 0 {
			b.Link("provider", iri)
		}
	}
	m.belongs()
	return true
}
