package profile

import (
	"moselle/schema"
	"moselle/schema/rdf"
	"moselle/schema/taxonomy"
)

// value adds a value by what its property takes.
func (r *reader) value(b *schema.Builder, p *schema.Property, v rdf.Term) {
	switch p.Range {
	case schema.Part:
		r.part(b, p, v)
	case schema.Link:
		r.link(b, p, v)
	case schema.Text:
		if v.Kind != rdf.Literal {
			r.misfit(b, p, v, "an address where a text is expected; it is left out")
			return
		}
		b.Text(p.Name, v.Lang, v.Value)
	case schema.URL, schema.Code:
		if v.Kind == rdf.Blank {
			r.misfit(b, p, v, "a thing without an address where an address is expected; it is left out")
			return
		}
		if c, ok := r.local(v.Value); ok && c.Name == "Concept" && taxonomy.Find(v.Value) != nil {
			v.Value = string(r.ours(c, v.Value))
		}
		b.Put(p.Name, v.Value)
	default:
		if v.Kind != rdf.Literal {
			r.misfit(b, p, v, "an address where a value is expected; it is left out")
			return
		}
		b.Put(p.Name, v.Value)
	}
}

func (r *reader) misfit(b *schema.Builder, p *schema.Property, v rdf.Term, message string) {
	f := schema.Fault{Path: p.Name, Message: message}
	if v.Kind != rdf.Blank { // a label means nothing outside its document
		f.Value = v.Value
	}
	b.Fault(f)
}

// part adds a node that lies within the record, whatever it is named: parts are
// named anew after what they say, as the hub names all of them.
func (r *reader) part(b *schema.Builder, p *schema.Property, v rdf.Term) {
	switch {
	case v.Kind == rdf.Literal:
		r.misfit(b, p, v, "a text where a description is expected; it is left out")
		return
	case len(r.g.Subject(v)) == 0:
		r.misfit(b, p, v, "named and not described; it is left out")
		return
	case r.depth >= maxDepth:
		r.misfit(b, p, v, "descriptions lie too deep in one another; it is left out")
		return
	}
	r.depth++
	r.node(b.Part(p.Name, r.partClass(p, v)), v, nil)
	r.depth--
}

// partClass returns which of the classes that a property takes a node is of: the
// one its types name, else the first.
func (r *reader) partClass(p *schema.Property, v rdf.Term) string {
	for _, t := range r.g.Subject(v) {
		if t.P.Value != rdf.Type {
			continue
		}
		for _, name := range p.Of {
			if c := schema.ClassNamed(name); c.IRI == t.O.Value {
				return name
			}
		}
	}
	return p.Of[0]
}
