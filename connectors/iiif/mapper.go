package iiif

import (
	"fmt"
	"strings"

	"moselle/connectors"
	"moselle/schema"
)

// maxEmbedded bounds the people, institutions and places one manifest brings.
const maxEmbedded = 200

// mapper turns one document into the records of one item.
type mapper struct {
	*connector
	*document
	itemKey string
	lang    string
	summary map[string]string // the description so far, by language
	license string            // of the content
	credit  []text            // to print beside it
	records []*schema.Builder
	paths   []string // how the item comes to the record; "" for the item
	at      map[schema.IRI]bool
}

func (c *connector) mapper(d *document, key string) *mapper {
	m := &mapper{connector: c, document: d, itemKey: key, lang: c.env.Lang, at: map[schema.IRI]bool{}}
	if m.lang == "" {
		m.lang = schema.Und
	}
	return m
}

// start begins a record; nil when it was begun before or the item has no room.
func (m *mapper) start(class, key, path string) *schema.Builder {
	b := schema.Build(m.env.Source, class, key)
	if m.at[b.IRI()] {
		return nil
	}
	if len(m.records) > maxEmbedded {
		return nil
	}
	m.at[b.IRI()] = true
	m.records, m.paths = append(m.records, b), append(m.paths, path)
	return b
}

// embed begins the record of something named in passing and returns its IRI; ""
// when the item has no room for it.
func (m *mapper) embed(class, key, path string, describe func(*schema.Builder)) schema.IRI {
	iri := schema.Mint(m.env.Source, class, key)
	if b := m.start(class, key, path); b != nil {
		describe(b)
	}
	if !m.at[iri] {
		m.fault(path, "", fmt.Sprintf("more than %d people, institutions and places; the first are kept", maxEmbedded))
		return ""
	}
	return iri
}

// fault notes something wrong with the item.
func (m *mapper) fault(path, value, message string) {
	m.records[0].Fault(schema.Fault{Path: path, Value: value, Message: message})
}

// item ends the building. What an embedded record lacks is told under how the
// item comes to it.
func (m *mapper) item(where string) (connectors.Item, *connectors.Refusal) {
	it := connectors.Item{Key: m.itemKey, Where: where, Faults: m.faults}
	for i, b := range m.records {
		d, faults := b.Draft()
		refused := schema.Refused(faults)
		if i == 0 && len(refused) > 0 {
			return connectors.Item{}, &connectors.Refusal{Key: m.itemKey, Where: where, Faults: refused}
		}
		for _, f := range faults {
			if f.Path = strings.Trim(m.paths[i]+"."+f.Path, "."); f.Refuses() {
				f.Severity = schema.Warning
			}
			it.Faults = append(it.Faults, f)
		}
		if len(refused) == 0 {
			it.Drafts = append(it.Drafts, d)
		}
	}
	return it, nil
}
