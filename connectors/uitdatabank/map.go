package uitdatabank

import (
	"maps"
	"slices"

	"moselle/connectors"
	"moselle/schema"
)

// mapper turns one document into records.
type mapper struct {
	*connector
	*connectors.Records
	fetch    func(address string) *document
	main     string // the language of texts that name none
	followed bool   // another document was asked for
}

// The bounds on what is kept of one document.
const (
	maxTexts  = 500 // labels, terms
	maxHours  = 500
	maxOffers = 200
	maxMedia  = 100
	maxPeople = 200
)

// records returns the records of a document of which nothing is known yet.
func (c *connector) records() *connectors.Records {
	env := c.env
	env.Zone = c.zone
	return connectors.NewRecords(env)
}

// item maps a document into an item or a refusal.
func (m *mapper) item(d *document, key, where string, faults []schema.Fault) (connectors.Item, *connectors.Refusal) {
	if m.main == "" {
		m.main = d.Name.spoken(m.env.Lang)
	}
	b, _ := m.Build(d.class(), key, "")
	switch d.class() {
	case "Event":
		m.event(b, d)
	case "Place":
		m.place(b, d)
	default:
		m.organizer(b, d)
	}
	item, refusal := m.Item(key, where)
	if refusal != nil && slices.ContainsFunc(refusal.Faults, unread) {
		refusal.Faults = slices.DeleteFunc(refusal.Faults, schema.Fault.Missing)
	}
	item.Faults = append(faults, item.Faults...)
	return item, refusal
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

// spoken returns the language of a document that names none, as older ones do: that
// of the source, unless its texts are in others.
func (x texts) spoken(source string) string {
	langs := slices.Sorted(maps.Keys(x))
	_, said := x[source]
	_, dutch := x["nl"]
	switch {
	case said, len(langs) == 0, langs[0] == "":
		return source
	case dutch:
		return "nl"
	}
	return langs[0]
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
