package taxonomy

import (
	"maps"
	"slices"

	"moselle/schema"
)

// Drafts returns the records of all concepts and schemes, each scheme before
// its concepts, for the hub to keep like every other record.
func Drafts() []schema.Draft {
	var out []schema.Draft
	for _, s := range load().schemes {
		out = append(out, s.draft())
		for _, c := range s.Concepts {
			out = append(out, c.draft())
		}
	}
	return out
}

func (s *Scheme) draft() schema.Draft {
	b := schema.BuildAt(s.IRI(), "ConceptScheme", s.Code)
	labels(b, s.Labels)
	for _, c := range s.Concepts {
		if c.Broader == nil {
			b.Link("hasTopConcept", c.IRI())
		}
	}
	return finish(b)
}

func (c *Concept) draft() schema.Draft {
	b := schema.BuildAt(c.IRI(), "Concept", c.ID())
	labels(b, c.Labels)
	for _, lang := range slices.Sorted(maps.Keys(c.Alt)) {
		for _, label := range c.Alt[lang] {
			b.Text("altLabel", lang, label)
		}
	}
	for _, name := range c.Hidden {
		b.Text("hiddenLabel", "", name)
	}
	b.Text("scopeNote", "en", c.Note)
	b.Put("notation", c.Notation)
	b.Link("inScheme", c.Scheme.IRI())
	if c.Broader != nil {
		b.Link("broader", c.Broader.IRI())
	} else {
		b.Link("topConceptOf", c.Scheme.IRI())
	}
	for _, n := range c.Narrower {
		b.Link("narrower", n.IRI())
	}
	for _, iri := range c.Exact {
		b.Put("exactMatch", iri)
	}
	for _, iri := range c.Close {
		b.Put("closeMatch", iri)
	}
	return finish(b)
}

func labels(b *schema.Builder, byLang map[string]string) {
	for _, lang := range slices.Sorted(maps.Keys(byLang)) {
		b.Text("prefLabel", lang, byLang[lang])
	}
}

func finish(b *schema.Builder) schema.Draft {
	b.Put("sdLicense", "CC0-1.0")
	d, _ := b.Draft() // the data was checked when it was written: a test does
	return d
}
