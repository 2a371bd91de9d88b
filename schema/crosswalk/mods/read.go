package mods

import (
	"slices"
	"strings"

	"moselle/schema"
	"moselle/schema/crosswalk"
)

// Read fills a record of class Work. key is the record's own, which is not
// repeated among its identifiers.
func Read(b *schema.Builder, key string, d *Description, r crosswalk.Reader) {
	m := reader{r, b, key}
	named := map[string]bool{}
	for _, t := range d.Titles {
		if t.Kind == "" || t.Kind == "translated" {
			m.Name(b, named, t.Lang, t.Text)
		}
	}
	for _, t := range d.Titles {
		if t.Kind == "" || t.Kind == "translated" {
			continue
		}
		if len(named) == 0 {
			m.Name(b, named, t.Lang, t.Text)
		} else {
			b.Text("alternateName", m.LangOf(t.Lang), crosswalk.OneLine(t.Text))
		}
	}
	for _, n := range d.Names {
		m.name(n)
	}
	for _, t := range d.Types {
		m.kind("additionalType", t)
	}
	for _, t := range d.Genres {
		m.kind("genre", t)
	}
	m.origin(d)
	m.physical(d)
	m.prose("abstract", d.Abstracts)
	m.prose("description", append(slices.Clone(d.Notes), d.Contents...))
	m.prose("provenance", d.History)
	m.untitled(d)
	for _, s := range d.Subjects {
		m.subject(s)
	}
	page := m.location(d)
	for _, id := range d.Identifiers {
		m.identifier(id, page)
	}
	m.hosts(d)
	m.rights(d)
}

// untitled calls what has no title by the beginning of what is said of it.
func (m reader) untitled(d *Description) {
	if m.b.Has("name") {
		return
	}
	for _, t := range slices.Concat(d.Abstracts, d.Notes) {
		if text := schema.PlainText(t.Text); text != "" {
			m.b.Text("name", m.LangOf(t.Lang), schema.Excerpt(text))
			m.b.Fault(schema.Fault{Path: "name", Message: "no title; it is called by the beginning of its description"})
			return
		}
	}
}

// reader fills one record.
type reader struct {
	crosswalk.Reader
	b   *schema.Builder
	key string
}

// makers are the roles of who made a work, by MARC's codes and in words. A name
// without a role made it too.
var makers = []string{"cre", "aut", "art", "pht", "cmp", "drm", "egr", "scl", "arc", "ill", "ctg", "dsr", "drt", "creator", "author", "artist",
	"photographer", "composer", "engraver", "sculptor", "architect", "illustrator", "cartographer", "designer", "draftsman", "director",
	"verfasser", "urheber", "künstler", "fotograf", "komponist", "auteur", "artiste", "photographe", "compositeur"}

func (m reader) name(n Name) {
	prop, class := "contributor", map[string]string{"personal": "Person", "corporate": "Organization", "conference": "Organization", "family": "Organization"}[n.Kind]
	has := func(roles ...string) bool {
		return slices.ContainsFunc(n.Roles, func(r string) bool { return slices.Contains(roles, r) })
	}
	switch {
	case len(n.Roles) == 0, has(makers...):
		prop = "creator"
	case has("pbl", "publisher", "éditeur", "verlag", "verleger"):
		prop = "publisher"
	case has("own", "rps", "repository", "owner"):
		prop, class = "holdingArchive", "Organization"
	}
	text := n.Text
	if strings.ContainsAny(n.Dates, "-–—") && class != "Organization" {
		text += " (" + n.Dates + ")"
	}
	m.b.Link(prop, m.Agent(class, n.Lang, text, n.IRI, prop))
}

// kind adds a word for what kind of thing it is.
func (m reader) kind(prop string, t Term) {
	text := crosswalk.OneLine(t.Text)
	if text == "" {
		return
	}
	if class, ok := subclasses[strings.ToLower(text)]; ok {
		m.b.Type(class)
	}
	p := m.b.Part(prop, "DefinedTerm")
	p.Text("name", m.LangOf(t.Lang), text)
	p.Put("sameAs", t.IRI)
}

var subclasses = map[string]string{"photograph": "Photograph", "photographs": "Photograph", "cartographic": "Map", "map": "Map", "maps": "Map",
	"manuscript": "Manuscript", "manuscripts": "Manuscript", "book": "Book", "books": "Book", "moving image": "Movie", "newspaper": "Newspaper",
	"sound recording-musical": "MusicRecording", "notated music": "MusicComposition", "article": "Article", "poster": "Poster", "posters": "Poster",
	"painting": "Painting", "paintings": "Painting", "drawing": "Drawing", "drawings": "Drawing"}

// origin adds when and where it was made and published.
func (m reader) origin(d *Description) {
	for _, element := range []string{"dateCreated", "dateIssued", "copyrightDate"} {
		at := crosswalk.Span{}
		words, vague := "", false
		for _, date := range d.Dates {
			if date.Element != element {
				continue
			}
			s, ok := crosswalk.ParseSpan(date.Text)
			vague = vague || date.Vague
			switch {
			case !ok:
				words = crosswalk.OneLine(date.Text)
			case date.Point == "end":
				at.Until = s.Until
			case at.IsZero() || date.Point == "start":
				at.From = s.From
				if date.Point == "" {
					at.Until = s.Until
				}
			}
		}
		m.span(element, at, words, vague)
	}
	for _, p := range d.Places {
		m.b.Link("locationCreated", m.Place(p.Lang, strings.Trim(p.Text, "[] :"), "locationCreated"))
	}
	for _, p := range d.Publishers {
		m.b.Link("publisher", m.Agent("Organization", p.Lang, p.Text, "", "publisher"))
	}
}

// span adds one date. One that is only about right is not given as exact.
func (m reader) span(element string, s crosswalk.Span, words string, vague bool) {
	m.b.Text("dateText", m.Lang, words)
	switch {
	case s.IsZero():
	case element != "dateCreated":
		if s.From != "" {
			m.b.Put("datePublished", s.From)
		}
	case s.From == s.Until && !vague:
		m.b.Put("dateCreated", s.From)
	default:
		m.b.Put("temporalCoverage", s.Interval())
	}
}

// carriers are the forms of MARC, which say how a text is carried and not what it
// is made of.
var carriers = []string{"print", "electronic", "large print", "braille", "microfilm", "microfiche"}

// physical adds what it is like.
func (m reader) physical(d *Description) {
	m.join("size", "; ", d.Extents)
	for _, f := range d.Forms {
		if !slices.Contains(carriers, strings.ToLower(crosswalk.OneLine(f.Text))) {
			m.kind("material", f)
		}
	}
	for _, l := range d.Languages {
		if tag := crosswalk.Language(l); tag != schema.Und {
			m.b.Put("inLanguage", tag)
		}
	}
}

func (m reader) prose(prop string, texts []Text) { m.join(prop, "\n\n", texts) }

// join adds the texts of each language as one.
func (m reader) join(prop, between string, texts []Text) {
	said, order := map[string][]string{}, []string(nil)
	for _, t := range texts {
		lang, text := schema.CleanLang(m.LangOf(t.Lang)), schema.PlainText(t.Text)
		if text == "" {
			continue
		}
		if said[lang] == nil {
			order = append(order, lang)
		}
		said[lang] = append(said[lang], text)
	}
	for _, lang := range order {
		m.b.Text(prop, lang, strings.Join(said[lang], between))
	}
}

func (m reader) subject(s Subject) {
	switch s.Part {
	case "geographic":
		m.b.Link("contentLocation", m.place(s))
	case "temporal":
		if span, ok := crosswalk.ParseSpan(s.Text); ok {
			m.b.Put("temporalCoverage", span.Interval())
			return
		}
		fallthrough
	default:
		if text := crosswalk.OneLine(s.Text); text != "" {
			t := m.b.Part("about", "DefinedTerm")
			t.Text("name", m.LangOf(s.Lang), text)
			t.Put("sameAs", s.IRI)
		}
	}
}
