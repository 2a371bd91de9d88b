package iiif

import (
	"moselle/connectors"
)

// collectionItem maps a collection.
func (w *walk) collectionItem(d *document, n nested) (connectors.Item, *connectors.Refusal) {
	m := w.mapper(d, n.key)
	b := m.start("Collection", n.key, "")
	labels := texts(d.object["label"], m.lang)
	if len(labels) == 0 {
		labels = texts(n.label, m.lang)
	}
	name(b, labels)
	if !b.Has("name") {
		return connectors.Item{}, connectors.Refuse(n.key, connectors.Name(n.key), "label", "", `the collection has no label: write one, such as "label": {"fr": ["Affiches"]}; its manifests are read all the same`)
	}
	m.shared(b)
	m.rights(b, nil)
	p := m.pairs()
	lines := map[string][]string{}
	for _, q := range p {
		for lang, s := range linesOf(q) {
			lines[lang] = append(lines[lang], s)
		}
	}
	m.append(b, lines)
	m.image(b)
	for i, iri := range m.providers() {
		if i == 0 {
			b.Link("provider", iri)
		}
	}
	for _, iri := range n.within {
		b.Link("isPartOf", iri)
	}
	return m.item(connectors.Name(n.key))
}
