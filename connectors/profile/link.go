package profile

import (
	"strings"

	"moselle/schema"
	"moselle/schema/rdf"
	"moselle/schema/taxonomy"
)

// link adds a link to another record. What becomes of it depends on the record
// and on nothing else that the source holds, so that it is the same in every run
// and on every page (see the README of connectors/ldes):
//
//   - to what the graph describes and no hub serves: that is embedded;
//   - to a record of the same hub: to our own copy of it, under the IRI that we
//     mint for it, whether it was read already or comes later;
//   - to what the record names as where it comes from (dataset, institution), to
//     any other address: as it stands.
func (r *reader) link(b *schema.Builder, p *schema.Property, v rdf.Term) {
	if v.Kind == rdf.Literal {
		r.misfit(b, p, v, "a text where the address of a record is expected; it is left out")
		return
	}
	class, ours := r.local(v.Value)
	described := len(r.g.Subject(v)) > 0
	switch {
	case v.Kind == rdf.IRI && r.origin[v.Value] && !described, v.Kind == rdf.IRI && !described && !ours:
		b.Link(p.Name, schema.IRI(v.Value))
	case ours:
		b.Link(p.Name, r.ours(class, v.Value))
	default:
		r.embed(b, p, v)
	}
}

// ours returns the IRI under which a record of the origin is kept here. The hubs
// share their vocabularies: a concept of one is that of the other.
func (r *reader) ours(class *schema.Class, iri string) schema.IRI {
	if c := taxonomy.Find(iri); c != nil && class.Name == "Concept" {
		return c.IRI()
	}
	iri, fragment, isPart := strings.Cut(iri, "#")
	to := schema.Mint(r.env.Source, class.Name, iri)
	if isPart { // a date, which is named after its start
		to += schema.IRI("#" + fragment)
	}
	return to
}

// embed brings in a thing that is described beside the one that names it.
func (r *reader) embed(b *schema.Builder, p *schema.Property, v rdf.Term) {
	c := classOf(r.g, v)
	if c == nil && len(p.Of) > 0 {
		c = schema.ClassNamed(p.Of[0])
	}
	key := v.Value
	if v.Kind == rdf.Blank {
		key = r.name(c, v)
	}
	switch {
	case c == nil || c.Part, key == "", r.depth >= maxDepth:
		r.misfit(b, p, v, "it has neither an address nor a name to be known by; it is left out")
		return
	}
	r.depth++
	b.Link(p.Name, r.records.Embed(c.Name, key, p.Name, func(e *schema.Builder) { r.record(e, v) }))
	r.depth--
}

// name returns the key of a thing that is known by its name alone, of a place by
// its town too.
func (r *reader) name(c *schema.Class, v rdf.Term) string {
	title := r.text(v, c.Property(c.TitleOf()))
	if title == "" {
		return ""
	}
	if address := c.Property("address"); c.Name == "Place" && address != nil {
		town := ""
		for _, t := range r.g.Subject(v) {
			if t.P.Value == address.IRI {
				town = r.text(t.O, schema.ClassNamed("PostalAddress").Property("addressLocality"))
			}
		}
		return schema.PlaceKey(title, town)
	}
	return schema.NameKey(title)
}

// text returns the first text that a node has for a property.
func (r *reader) text(v rdf.Term, p *schema.Property) string {
	for _, t := range r.g.Subject(v) {
		if p != nil && t.P.Value == p.IRI && t.O.Kind == rdf.Literal {
			return t.O.Value
		}
	}
	return ""
}

// isDataset reports whether a hub's IRI, or what the graph says, makes a dataset
// of what a record is part of.
func (r *reader) isDataset(v rdf.Term) bool {
	if c, ok := r.local(v.Value); ok {
		return c.Name == "Dataset"
	}
	c := classOf(r.g, v)
	return c == nil || c.Name == "Dataset"
}

// local returns the class of the record that an IRI names of the hub from which
// the thing comes; false for any other IRI.
func (r *reader) local(iri string) (*schema.Class, bool) {
	at := strings.LastIndex(r.thing, "/id/")
	if at < 0 {
		return nil, false
	}
	base := r.thing[:at+1]
	if _, ok := classAt(r.thing, base); !ok {
		return nil, false
	}
	return classAt(iri, base)
}

// classAt returns the class of the record that an IRI of the hub at base names.
func classAt(iri, base string) (*schema.Class, bool) {
	rest, ok := strings.CutPrefix(iri, base)
	if !ok {
		return nil, false
	}
	segment, _, ok := schema.IRI(schema.Scheme + rest).Local()
	c := schema.ClassAt(segment)
	return c, ok && c != nil
}
