package dc

import (
	"regexp"
	"slices"
	"strings"

	"moselle/schema"
	"moselle/schema/crosswalk"
)

// maxStatements bounds what is read of one description.
const maxStatements = 2000

// Class returns the class that a description is read into: Event when it says
// that it is one and has a date, Work for all else.
func Class(statements []Statement) string {
	is := func(term string, ok func(string) bool) bool {
		return slices.ContainsFunc(statements, func(s Statement) bool { return s.Term == term && ok(s.Value) })
	}
	dated := func(v string) bool { s, ok := crosswalk.ParseSpan(v); return ok && s.From != "" }
	if is("type", isEvent) && is("date", dated) {
		return "Event"
	}
	return "Work"
}

func isEvent(v string) bool { return dcmiType(v) == "Event" }

// Read fills the record of the class that Class names. key is the record's own,
// which is not repeated among its identifiers.
func Read(b *schema.Builder, key string, statements []Statement, r crosswalk.Reader) {
	if len(statements) > maxStatements {
		b.Fault(schema.Fault{Message: "more than 2000 statements; the first are kept"})
		statements = statements[:maxStatements]
	}
	m := &reader{Reader: r, b: b, key: key, event: b.Class().Name == "Event", named: map[string]bool{}, all: statements}
	for _, s := range statements { // of all pages the one that is said to be it
		if s.Term == "isShownAt" {
			b.Put("url", crosswalk.OneLine(s.Value))
		}
	}
	for _, s := range statements {
		if s.Value = strings.TrimSpace(s.Value); s.Value != "" {
			m.statement(s)
		}
	}
	m.finish()
}

// reader fills one record.
type reader struct {
	crosswalk.Reader
	b     *schema.Builder
	key   string
	event bool
	named map[string]bool
	all   []Statement
	prose map[string][]string // by property and language
	order []string
	files []file
	words []Statement // rights
	page  string      // of the source
	dated bool
}

// statement adds what one line says.
func (m *reader) statement(s Statement) {
	b, lang := m.b, m.LangOf(s.Lang)
	switch s.Term {
	case "title":
		m.Name(b, m.named, s.Lang, s.Value)
	case "alternative":
		b.Text("alternateName", lang, crosswalk.OneLine(s.Value))
	case "creator", "contributor", "publisher":
		for part := range parts(s.Value) {
			m.agent(s, part)
		}
	case "subject":
		for part := range parts(s.Value) {
			m.subject(lang, strings.TrimRight(part, ", "))
		}
	case "description", "tableOfContents":
		m.say("description", lang, s.Value)
	case "abstract":
		if m.event {
			m.say("description", lang, s.Value)
		} else {
			m.say("abstract", lang, s.Value)
		}
	case "type":
		for part := range parts(s.Value) {
			m.kind(lang, part)
		}
	case "identifier":
		m.identifier(crosswalk.OneLine(s.Value))
	case "relation", "hasFormat", "hasVersion", "hasPart", "isReferencedBy":
		m.relation(s.Value)
	case "isShownBy", "hasView", "object", "preview":
		m.shown(crosswalk.OneLine(s.Value), s.Term == "object" || s.Term == "preview")
	case "language":
		for part := range parts(s.Value) {
			if tag := crosswalk.Language(part); tag != schema.Und {
				b.Put("inLanguage", tag)
			}
		}
	case "rights", "license", "rightsHolder":
		m.words = append(m.words, s)
	case "date":
		m.date(s)
	default:
		if !m.event {
			m.work(s, lang)
		} else if s.Term == "coverage" || s.Term == "spatial" {
			for part := range parts(s.Value) {
				b.Link("location", m.Place(s.Lang, part, "location"))
			}
		}
	}
}

// work adds what only works have.
func (m *reader) work(s Statement, lang string) {
	b := m.b
	switch s.Term {
	case "created":
		m.date(s)
	case "issued", "available":
		if d, ok := crosswalk.ParseDate(s.Value); ok && !m.stamped(s) {
			b.Put("datePublished", d)
		}
	case "format":
		m.format(lang, crosswalk.OneLine(s.Value))
	case "extent":
		m.say("size", lang, s.Value)
	case "medium":
		b.Term("material", lang, crosswalk.OneLine(s.Value), "")
	case "coverage", "spatial", "temporal":
		m.coverage(s)
	case "source":
		m.source(lang, crosswalk.OneLine(s.Value))
	case "provenance":
		m.say("provenance", lang, s.Value)
	case "accessRights":
		m.say("conditionsOfAccess", lang, s.Value)
	case "isPartOf":
		m.within(s)
	case "dataProvider":
		b.Link("holdingArchive", m.Agent("Organization", s.Lang, s.Value, "", "holdingArchive"))
	}
}

func (m *reader) agent(s Statement, name string) {
	class, prop := "", s.Term
	switch {
	case m.event && prop != "contributor": // who makes an event is nearly always a house
		class, prop = "Organization", "organizer"
	case prop == "publisher":
		class = "Organization"
	}
	m.b.Link(prop, m.Agent(class, s.Lang, name, "", prop))
}

// subject adds a subject; one that is an address is the concept's own, known by
// no word.
func (m *reader) subject(lang, value string) {
	if crosswalk.IsAddress(value) {
		m.b.Fault(schema.Fault{Path: "about", Value: value, Severity: schema.Info, Message: "a subject that is only an address is left out: write its word too"})
		return
	}
	m.b.Term("about", lang, value, "")
}

var (
	measured = regexp.MustCompile(`\d`)
	mimeType = regexp.MustCompile(`^[a-z]+/[\w.+-]+$`)
)

// format adds what dc:format holds: a measure, or what it is made of. Media types
// are said by the files.
func (m *reader) format(lang, value string) {
	switch {
	case mimeType.MatchString(strings.ToLower(value)):
	case measured.MatchString(value):
		m.say("size", lang, value)
	default:
		m.b.Term("material", lang, value, "")
	}
}

// say keeps a text for finish, which puts those of a language together.
func (m *reader) say(prop, lang, text string) {
	text = schema.PlainText(text)
	at := prop + " " + schema.CleanLang(lang)
	if m.prose == nil {
		m.prose = map[string][]string{}
	}
	if m.prose[at] == nil {
		m.order = append(m.order, at)
	}
	if !slices.Contains(m.prose[at], text) {
		m.prose[at] = append(m.prose[at], text)
	}
}

// finish adds what only all statements together tell.
func (m *reader) finish() {
	m.rights()
	if !m.b.Has("url") {
		m.b.Put("url", m.page)
	}
	said := ""
	for _, at := range m.order {
		prop, lang, _ := strings.Cut(at, " ")
		between := "\n\n"
		if prop == "size" || prop == "creditText" {
			between = "; "
		}
		m.b.Text(prop, lang, strings.Join(m.prose[at], between))
		if said == "" && (prop == "description" || prop == "abstract") {
			said = at
		}
	}
	if m.b.Has("name") || said == "" {
		return
	}
	_, lang, _ := strings.Cut(said, " ")
	m.b.Text("name", lang, schema.Excerpt(m.prose[said][0]))
	m.b.Fault(schema.Fault{Path: "name", Message: "no title; it is called by the beginning of its description"})
}
