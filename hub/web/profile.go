package web

import (
	"fmt"
	"net/http"
	"slices"
	"strings"

	"github.com/labstack/echo/v4"

	"moselle/schema"
	"moselle/schema/derive"
	"moselle/schema/vocab"
)

// profileBody is the body of the reference page: the class tables in words.
type profileBody struct {
	Groups    []profileGroup
	Needs     []link // each need, and in After what it comes to
	Downloads []alternate
	Forms     []alternate // of the vocabulary
}

// profileForms are the forms of the profile as RDF; URL is their extension.
var profileForms = []alternate{
	{"text/turtle", "Turtle", ".ttl"},
	{"application/ld+json", "JSON-LD", ".jsonld"},
	{"application/n-triples", "N-Triples", ".nt"},
	{"application/n-quads", "N-Quads", ".nq"},
	{"application/trig", "TriG", ".trig"},
	{"application/rdf+xml", "RDF/XML", ".rdf"},
}

// profileGroup is the classes of records, or those of parts.
type profileGroup struct {
	ID, Title string
	Classes   []profileClass
}

type profileClass struct {
	ID, Label, Name, IRI, Short, Doc string
	Types                            []link // more specific types, the name in Text and the word in After
	AnyOf                            []link
	Rows                             []profileRow
	Example                          string
}

type profileRow struct {
	ID, Label, IRI, Short, Doc string
	Name                       string // in documents, where the IRI does not end in it
	Range                      string
	Of                         []link // the classes that its values are of
	Values                     []link // the only ones, as Types
	Form                       string // what narrows its values: limits, a pattern
	Number, Need, Search       string
}

// profile answers the reference page in a language.
func (s *Surface) profile(lang string) echo.HandlerFunc {
	body := s.profileBody(lang)
	return func(c echo.Context) error {
		w := s.words[lang]
		p := s.newPage(lang, w.T("profile.title"), strings.TrimPrefix(derive.ProfilePath, "/"), nil)
		p.Description = w.T("profile.intro")
		p.Alternates = body.Forms
		p.Body = body
		return s.render(c, http.StatusOK, "profile", p)
	}
}

func (s *Surface) profileBody(lang string) profileBody {
	w := s.words[lang]
	body := profileBody{
		Groups: []profileGroup{
			{ID: "records", Title: w.T("profile.records"), Classes: s.profileClasses(lang, schema.Classes)},
			{ID: "parts", Title: w.T("profile.parts"), Classes: s.profileClasses(lang, schema.Parts)},
		},
		Downloads: []alternate{
			{"application/ld+json", w.T("profile.context"), derive.ContextPath},
			{"application/schema+json", w.T("profile.schema"), derive.SchemaPath},
			{"text/turtle", w.T("profile.shapes"), derive.ShapesPath},
			{"application/json", w.T("profile.mapping"), derive.SearchPath},
		},
	}
	for _, need := range slices.Backward(needs) {
		body.Needs = append(body.Needs, link{Text: w.T("profile.need." + need), After: w.T("profile.need." + need + ".text")})
	}
	for _, f := range profileForms {
		body.Forms = append(body.Forms, alternate{f.Type, f.Title, derive.ProfilePath + f.URL})
	}
	return body
}

func (s *Surface) profileClasses(lang string, classes []*schema.Class) []profileClass {
	w := s.words[lang]
	var out []profileClass
	for _, c := range classes {
		p := profileClass{ID: c.Name, Label: schema.Label(c.Name, lang), Name: schema.TypeName(c.IRI), IRI: c.IRI, Short: shortIRI(c.IRI), Doc: c.Doc,
			Example: string(derive.Example(c, s.catalog.Base))}
		for _, name := range c.Subclasses {
			p.Types = append(p.Types, link{Text: name, After: w.Kind(name)})
		}
		for _, name := range c.AnyOf {
			p.AnyOf = append(p.AnyOf, link{Text: schema.Label(name, lang), URL: "#" + c.Name + "-" + name})
		}
		for i := range c.Properties {
			p.Rows = append(p.Rows, w.profileRow(c, &c.Properties[i], lang))
		}
		out = append(out, p)
	}
	return out
}

// The words for needs, ranges and search roles, in the order of their values.
var (
	needs  = []string{"may", "could", "should", "must"}
	ranges = []string{"text", "string", "url", "code", "date", "year", "decimal", "integer", "boolean", "duration", "link", "part"}
	roles  = []string{"", "title", "keyword", "body", "facet", "time", "related"}
)

func (w words) profileRow(c *schema.Class, p *schema.Property, lang string) profileRow {
	r := profileRow{ID: c.Name + "-" + p.Name, Label: schema.Label(p.Name, lang), Name: p.Name, IRI: p.IRI, Short: shortIRI(p.IRI), Doc: p.Doc,
		Range: w.T("profile.range." + ranges[p.Range]), Number: number(p), Need: w.T("profile.need." + needs[p.Need])}
	for _, name := range p.Of {
		r.Of = append(r.Of, link{Text: schema.Label(name, lang), URL: "#" + name})
	}
	for _, v := range p.Values {
		r.Values = append(r.Values, link{Text: v, After: schema.Label(v, lang)})
	}
	if strings.HasSuffix(p.IRI, "/"+p.Name) || strings.HasSuffix(p.IRI, "#"+p.Name) {
		r.Name = ""
	}
	switch {
	case p.Limits != nil:
		r.Form = w.T("profile.limits", "min", fmt.Sprintf("%.0f", p.Limits.Min), "max", fmt.Sprintf("%.0f", p.Limits.Max))
	case p.NotBefore != "":
		r.Form = w.T("profile.notbefore", "property", schema.Label(p.NotBefore, lang))
	}
	if p.Search != schema.NoSearch {
		r.Search = w.T("profile.search." + roles[p.Search])
	}
	return r
}

// number says how many values a property takes.
func number(p *schema.Property) string {
	switch {
	case p.Many && p.Need == schema.Must:
		return "1–n"
	case p.Many:
		return "0–n"
	case p.Need == schema.Must:
		return "1"
	}
	return "0–1"
}

// shortIRI writes an IRI of a vocabulary with its prefix.
func shortIRI(iri string) string {
	for _, p := range vocab.Prefixes {
		if local, ok := strings.CutPrefix(iri, p.IRI); ok {
			return p.Name + ":" + local
		}
	}
	return iri
}
