package rdf

import (
	"slices"

	"moselle/connectors"
	"moselle/schema"
	"moselle/schema/rdf"
	"moselle/schema/vocab"
)

// mapped reads things of one class of ours by the mapping.
type mapped struct {
	env   connectors.Env
	m     *mapping
	class *schema.Class
	rules []rule
}

// open returns what reads things that become this class.
func (m *mapping) open(env connectors.Env, class string) reader {
	r := &mapped{env, m, schema.ClassNamed(class), m.rules[class]}
	return r.read
}

func (r *mapped) read(g *rdf.Graph, thing rdf.Term, where string) (connectors.Item, error) {
	recs := connectors.NewRecords(r.env)
	b, _ := recs.Build(r.class.Name, thing.Value, "")
	parts := map[string]*schema.Builder{}
	var when schema.Occurrence
	for _, rule := range r.rules {
		for _, v := range rule.values(g, thing) {
			switch {
			case rule.inner != "":
				if parts[rule.prop.Name] == nil {
					parts[rule.prop.Name] = b.Part(rule.prop.Name, rule.prop.Of[0])
				}
				put(parts[rule.prop.Name], r.env.Lang, rule.inner, v)
			case rule.prop.Range == schema.Part:
				r.part(g, b, rule.prop, v)
			case rule.prop.Range == schema.Link:
				b.Link(rule.prop.Name, r.link(g, recs, rule.prop, v))
			case r.class.Name == "Event" && (rule.prop.Name == "startDate" || rule.prop.Name == "endDate"):
				r.date(b, &when, rule.prop.Name, v)
			default:
				put(b, r.env.Lang, rule.prop.Name, v)
			}
		}
	}
	for t := range g.About(thing) {
		if t.P.Value == rdf.Type {
			if local, ok := schemaName(t.O.Value); ok {
				b.Type(local)
			}
		}
	}
	if !when.Start.IsZero() {
		b.Occurrences([]schema.Occurrence{when})
	}
	if connectors.IsWeb(thing.Value) {
		b.Put("derivedFrom", thing.Value)
	}
	it, refusal := recs.Item(thing.Value, where)
	if refusal != nil {
		return it, refusal
	}
	return it, nil
}

// values returns what the paths lead to, each once, nodes without address left
// out.
func (r rule) values(g *rdf.Graph, thing rdf.Term) (out []rdf.Term) {
	for _, path := range r.paths {
		at := []rdf.Term{thing}
		for _, h := range path {
			var next []rdf.Term
			for _, t := range at {
				if h.back {
					for tr := range g.To(t) {
						if tr.P.Value == h.iri {
							next = append(next, tr.S)
						}
					}
					continue
				}
				for tr := range g.About(t) {
					if tr.P.Value == h.iri {
						next = append(next, tr.O)
					}
				}
			}
			at = next
		}
		for _, t := range at {
			if t.Kind != rdf.Blank && !slices.Contains(out, t) {
				out = append(out, t)
			}
		}
	}
	return out
}

// put adds a value; a text keeps its language.
func put(b *schema.Builder, lang, prop string, v rdf.Term) {
	if b.Class().Property(prop).Range != schema.Text {
		b.Put(prop, v.Value)
		return
	}
	if v.Lang != "" {
		lang = v.Lang
	}
	b.Text(prop, lang, v.Value)
}

// date takes the first start and the first end.
func (r *mapped) date(b *schema.Builder, o *schema.Occurrence, prop string, v rdf.Term) {
	m, err := schema.ParseMoment(v.Value, r.env.Zone)
	switch {
	case err != nil && prop == "startDate" && o.Start.IsZero():
		b.Fault(schema.Fault{Path: prop, Value: v.Value, Message: err.Error(), Severity: schema.Violation})
	case err != nil:
		b.Fault(schema.Fault{Path: prop, Value: v.Value, Message: err.Error()})
	case prop == "startDate" && o.Start.IsZero():
		o.Start = m
	case prop == "endDate" && o.End.IsZero():
		o.End = m
	}
}

// part makes a nested node of one value.
func (r *mapped) part(g *rdf.Graph, b *schema.Builder, prop *schema.Property, v rdf.Term) {
	p := b.Part(prop.Name, prop.Of[0])
	name := whole[prop.Of[0]]
	if v.Kind != rdf.IRI || name == "contentUrl" || name == "value" {
		put(p, r.env.Lang, name, v)
		return
	}
	if !labels(g, v, func(t rdf.Term) { put(p, r.env.Lang, name, t) }) {
		p.Text(name, schema.Und, tail(v.Value))
	}
	if p.Class().Property("sameAs") != nil {
		p.Put("sameAs", v.Value)
	}
	if p.Class().Property("termCode") != nil {
		p.Put("termCode", tail(v.Value))
	}
}

// link returns the record that a value names. What the dump describes as a
// thing of that class is read on its own; of another the name is enough.
func (r *mapped) link(g *rdf.Graph, recs *connectors.Records, prop *schema.Property, v rdf.Term) schema.IRI {
	class := prop.Of[0]
	if v.Kind == rdf.Literal {
		key := schema.NameKey(v.Value)
		if class == "Place" {
			key = schema.PlaceKey(v.Value, "")
		}
		return recs.Embed(class, key, prop.Name, func(b *schema.Builder) { put(b, r.env.Lang, b.Class().TitleOf(), v) })
	}
	for t := range g.About(v) {
		if is := r.m.classes[t.O.Value]; t.P.Value == rdf.Type && slices.Contains(prop.Of, is) {
			return schema.Mint(r.env.Source, is, v.Value)
		}
	}
	return recs.Embed(class, v.Value, prop.Name, func(b *schema.Builder) {
		if !labels(g, v, func(t rdf.Term) { put(b, r.env.Lang, b.Class().TitleOf(), t) }) {
			b.Text(b.Class().TitleOf(), schema.Und, tail(v.Value))
		}
		b.Put("sameAs", v.Value)
	})
}

// naming are the predicates that say what a thing is called, the surest first.
var naming = []string{
	vocab.SKOS + "prefLabel", vocab.Schema + "name", "http://schema.org/name", "http://xmlns.com/foaf/0.1/name",
	vocab.DCTerms + "title", "http://purl.org/dc/elements/1.1/title", vocab.RDFS + "label",
}

// labels hands on the names of a thing; false when it has none.
func labels(g *rdf.Graph, thing rdf.Term, each func(rdf.Term)) (found bool) {
	for _, p := range naming {
		for t := range g.About(thing) {
			if t.P.Value == p && t.O.Kind == rdf.Literal && t.O.Value != "" {
				each(t.O)
				found = true
			}
		}
		if found {
			return true
		}
	}
	return false
}
