package uitdatabank

import (
	"maps"
	"slices"
	"strings"

	"moselle/connectors"
	"moselle/schema"
)

// mapper turns one document into records.
type mapper struct {
	*connector
	fetch    func(address string) *document
	main     string // the language of texts that name none
	followed bool   // another document was asked for

	list  []*schema.Builder
	paths []string // where each record stands in the document; "" for the item
}

// The bounds on what is kept of one document.
const (
	maxTexts  = 500 // labels, terms
	maxHours  = 500
	maxOffers = 200
	maxMedia  = 100
	maxPeople = 200
)

// build starts the record of (class, key); false when the item has it already.
func (m *mapper) build(class, key, path string) (*schema.Builder, bool) {
	b := schema.Build(m.env.Source, class, key)
	for _, other := range m.list {
		if other.IRI() == b.IRI() {
			return other, false
		}
	}
	b.Zone = m.zone
	m.list, m.paths = append(m.list, b), append(m.paths, path)
	return b, true
}

// item maps a document into an item or a refusal.
func (m *mapper) item(d *document, key, where string, faults []schema.Fault) (connectors.Item, *connectors.Refusal) {
	if m.main == "" {
		m.main = m.env.Lang
	}
	b, _ := m.build(d.class(), key, "")
	switch d.class() {
	case "Event":
		m.event(b, d)
	case "Place":
		m.place(b, d)
	default:
		m.organizer(b, d)
	}
	var drafts []schema.Draft
	for i, b := range m.list {
		draft, fs := b.Draft()
		drafts = append(drafts, draft)
		for _, f := range fs {
			if m.paths[i] != "" {
				f.Path = strings.TrimSuffix(m.paths[i]+"."+f.Path, ".")
				if f.Refuses() {
					f.Severity = schema.Warning
				}
			}
			if !slices.Contains(faults, f) {
				faults = append(faults, f)
			}
		}
	}
	if refused := schema.Refused(faults); len(refused) > 0 {
		if slices.ContainsFunc(refused, unread) {
			refused = slices.DeleteFunc(refused, schema.Fault.Missing)
		}
		return connectors.Item{}, &connectors.Refusal{Key: key, Where: where, Faults: refused}
	}
	return connectors.Item{Key: key, Where: where, Drafts: drafts, Faults: faults}, nil
}

// unread reports whether a fault is a value that cannot be read, which need not
// be called missing as well.
func unread(f schema.Fault) bool { return !f.Missing() }

// common adds what every class has.
func (m *mapper) common(b *schema.Builder, d *document) {
	m.texts(b, "name", d.Name)
	m.texts(b, "description", d.Description)
	if connectors.IsWeb(d.ID) {
		b.Put("derivedFrom", d.ID)
	}
	for _, address := range append(slices.Clone(d.SameAs), d.DuplicateOf) {
		b.Put("sameAs", schema.CleanURL(address))
	}
	for i, label := range d.Labels {
		if i == maxTexts {
			b.Fault(schema.Fault{Path: "keywords", Message: "more than 500 labels; the first are kept"})
			break
		}
		b.Text("keywords", m.main, label)
	}
	m.media(b, d)
}

// texts adds a text in each of its languages, without markup.
func (m *mapper) texts(b *schema.Builder, prop string, x texts) {
	for _, lang := range slices.Sorted(maps.Keys(x)) {
		b.Text(prop, m.lang(lang), schema.PlainText(x[lang]))
	}
}

func (m *mapper) lang(lang string) string {
	if lang == "" {
		return m.main
	}
	return lang
}

// in returns the text in the language, else any; "" for none.
func (x texts) in(lang string) string {
	if s := x[lang]; s != "" {
		return s
	}
	for _, lang := range slices.Sorted(maps.Keys(x)) {
		if x[lang] != "" {
			return x[lang]
		}
	}
	return ""
}

// fault notes something wrong with a value.
func fault(b *schema.Builder, path, value, message string) {
	b.Fault(schema.Fault{Path: path, Value: value, Message: message})
}
