package iiif

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"moselle/schema"
	wire "moselle/schema/wire/iiif"
)

// Writer writes records as documents of version 3.
type Writer struct {
	Document func(schema.IRI) string       // where the manifest of a work, or the document of a collection, is served
	Page     func(schema.IRI) string       // where a record's page for people is; "" for none
	Data     func(schema.IRI) string       // where the record is served as JSON-LD
	Linked   func(schema.IRI) *schema.Node // the records that one leads to; nil for one that is not there
}

// Manifest writes a work. It is an error when it has no title or nothing that a
// canvas can show: a manifest has to have both.
func (w *Writer) Manifest(n *schema.Node) (*wire.Manifest, error) {
	id := w.Document(n.ID)
	m := &wire.Manifest{Context: wire.PresentationContext, ID: id, Type: "Manifest", About: w.about(n)}
	s := &stage{Writer: w, node: n, id: id, credit: m.RequiredStatement}
	s.media()
	m.Items, m.Rendering, m.Rights, m.Thumbnail = s.canvases, s.downloads, s.rights, s.thumbnail
	m.Metadata = append(m.Metadata, s.pairs...)
	switch {
	case len(m.Label) == 0:
		return nil, fmt.Errorf("%s: a work without a title has no manifest", n.ID)
	case len(m.Items) == 0:
		return nil, fmt.Errorf("%s: a work without a picture, a film or a sound has no manifest", n.ID)
	}
	return m, nil
}

// about writes what works and collections have in common.
func (w *Writer) about(n *schema.Node) wire.About {
	a := wire.About{Label: langMap(n.Values("name"), oneLine), Summary: langMap(n.Values("description"), markup), Metadata: w.metadata(n),
		NavDate: navDate(n), Provider: w.providers(n)}
	if credit := langMap(n.Values("creditText"), markup); len(credit) > 0 {
		a.RequiredStatement = &wire.Pair{Label: label("creditText"), Value: credit}
	}
	if page := cmp.Or(n.String("url"), w.Page(n.ID)); page != "" {
		a.Homepage = []wire.Resource{{ID: page, Type: "Text", Label: a.Label, Format: "text/html"}}
	}
	a.SeeAlso = []wire.Resource{{ID: w.Data(n.ID), Type: "Dataset", Format: "application/ld+json"}}
	for _, same := range n.Strings("sameAs") {
		if authorityOf(same) != "" {
			a.SeeAlso = append(a.SeeAlso, wire.Resource{ID: same, Type: "Dataset"})
		}
	}
	for _, iri := range n.Refs("isPartOf") {
		if c := w.Linked(iri); c != nil && c.Class.Name == "Collection" {
			a.PartOf = append(a.PartOf, wire.Resource{ID: w.Document(iri), Type: "Collection", Label: langMap(c.Values("name"), oneLine)})
		}
	}
	return a
}

// providers writes who holds it, else who publishes the record.
func (w *Writer) providers(n *schema.Node) (out []wire.Agent) {
	for _, prop := range []string{"holdingArchive", "provider", "sdPublisher"} {
		for _, iri := range n.Refs(prop) {
			to := w.Linked(iri)
			if to == nil || len(out) == maxProviders {
				continue
			}
			a := wire.Agent{ID: cmp.Or(w.Page(iri), w.Data(iri)), Type: "Agent", Label: langMap(to.Values("name"), oneLine)}
			if page := to.String("url"); page != "" {
				a.Homepage = []wire.Resource{{ID: page, Type: "Text", Label: a.Label, Format: "text/html"}}
			}
			if logo := to.Node("logo"); logo != nil && logo.String("contentUrl") != "" {
				a.Logo = []wire.Resource{resource(logo)}
			}
			for _, same := range to.Strings("sameAs") {
				if authorityOf(same) != "" {
					a.SeeAlso = append(a.SeeAlso, wire.Resource{ID: same, Type: "Dataset"})
				}
			}
			out = append(out, a)
		}
		if len(out) > 0 {
			break
		}
	}
	return out
}

// langMap writes texts by language, each by form.
func langMap(values []schema.Value, form func(string) string) wire.LangMap {
	out := wire.LangMap{}
	for _, v := range values {
		if v.Text != "" {
			out[tag(v.Lang)] = append(out[tag(v.Lang)], form(v.Text))
		}
	}
	return out
}

// tag is a language as maps of texts name it.
func tag(lang string) string {
	if lang == schema.Und || lang == "" {
		return "none"
	}
	return lang
}

// label is what a property is called, in all languages of the interface.
func label(prop string) wire.LangMap {
	out := wire.LangMap{}
	for _, lang := range schema.Languages {
		out[lang] = []string{schema.Label(prop, lang)}
	}
	return out
}

// day opens a date that viewers can order manifests by.
var day = regexp.MustCompile(`^(\d{4})(-\d\d)?(-\d\d)?(?:/|$)`)

// navDate returns the first moment of when the work is from; "" when that is not
// known, or before the year 0.
func navDate(n *schema.Node) string {
	for _, prop := range []string{"dateCreated", "temporalCoverage", "datePublished"} {
		if d := day.FindStringSubmatch(n.String(prop)); d != nil {
			return d[1] + cmp.Or(d[2], "-01") + cmp.Or(d[3], "-01") + "T00:00:00Z"
		}
	}
	return ""
}

// publicRights returns a canonical licence as the Presentation API asks for it:
// Creative Commons with http, or RightsStatements.org; "" for any other.
func publicRights(licence string) string {
	if rest, ok := strings.CutPrefix(licence, "https://creativecommons.org/"); ok {
		return "http://creativecommons.org/" + rest
	}
	if strings.HasPrefix(licence, "http://rightsstatements.org/vocab/") {
		return licence
	}
	return ""
}

// shared returns what all of several texts are; "" when they differ.
func shared(all []string) string {
	if len(all) == 0 || slices.ContainsFunc(all, func(s string) bool { return s != all[0] }) {
		return ""
	}
	return all[0]
}
