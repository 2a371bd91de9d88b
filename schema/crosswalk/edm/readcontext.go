package edm

import (
	"strings"

	"moselle/schema/rdf"
	"moselle/schema/vocab"
)

// classes are the contextual classes by the types that stand for them.
var classes = map[string]struct {
	class Class
	body  bool
}{
	vocab.EDM + "Agent":         {Agent, false},
	vocab.FOAF + "Agent":        {Agent, false},
	vocab.FOAF + "Person":       {Agent, false},
	vocab.FOAF + "Organization": {Agent, true},
	vocab.EDM + "Organization":  {Agent, true},
	vocab.SKOS + "Concept":      {Concept, false},
	vocab.EDM + "Place":         {Place, false},
	vocab.EDM + "TimeSpan":      {TimeSpan, false},
}

// names and notes that others than EDM's own properties hold.
var (
	otherNames = []string{vocab.FOAF + "name", vocab.RDFS + "label", vocab.DC + "title"}
	otherNotes = []string{vocab.RDAGr2 + "biographicalInformation", vocab.SKOS + "definition", vocab.SKOS + "scopeNote"}
)

// context returns the contextual resource that a term names, nil when the graph
// has none.
func (r *source) context(t rdf.Term, depth int) *Context {
	if c, ok := r.contexts[t]; ok {
		return c
	}
	if depth > maxDepth || len(r.contexts) >= maxContexts {
		return nil
	}
	c := &Context{ID: idOf(t)}
	found := false
	for _, s := range r.g.Subject(t) {
		if is, ok := classes[s.O.Value]; ok && s.P.Value == rdf.Type {
			c.Class, c.Body, found = is.class, c.Body || is.body, true
		}
		if s.P.Value == vocab.RDAGr2+"dateOfEstablishment" || s.P.Value == vocab.RDAGr2+"dateOfTermination" {
			c.Body = true
		}
	}
	if !found && !r.guess(c, t) {
		return nil
	}
	r.contexts[t] = c // before what it leads to, which may lead back
	subject := []rdf.Term{t}
	c.Props = r.props(subject, PrefLabel, Notation, depth)
	r.others(c, t, Note, otherNotes)
	if !c.Has(PrefLabel) {
		r.others(c, t, PrefLabel, otherNames)
	}
	c.Props = append(c.Props, r.props(subject, IsPartOf, IsPartOf, depth)...)
	c.Props = append(c.Props, r.props(subject, SameAs, SameAs, depth)...)
	return c
}

// guess tells the class of a resource that names none by what is said of it; false
// when it has no name.
func (r *source) guess(c *Context, t rdf.Term) bool {
	if t.Kind == rdf.Literal || r.is(t, vocab.EDM+"ProvidedCHO") || r.is(t, vocab.EDM+"WebResource") {
		return false
	}
	switch {
	case len(r.objects(t, PrefLabel.IRI())) == 0:
		return false
	case len(r.objects(t, Lat.IRI())) > 0:
		c.Class = Place
	case len(r.objects(t, Begin.IRI()))+len(r.objects(t, End.IRI())) > 0:
		c.Class = TimeSpan
	default:
		c.Class = Concept
	}
	return true
}

// direct lists the contextual resources that the object itself and its providers
// are said to be linked with, as tiers count them. What these lead to, and what
// Europeana added, is reached by the values alone.
func (c *CHO) direct() {
	seen := map[*Context]bool{}
	add := func(v Value) {
		if v.Context != nil && !seen[v.Context] {
			seen[v.Context] = true
			c.Contexts = append(c.Contexts, v.Context)
		}
	}
	for _, p := range c.Props {
		for _, v := range p.Values {
			add(v)
		}
	}
	add(c.DataProvider)
	add(c.IntermediateProvider)
	add(c.Provider)
}

// others adds texts of properties that are read as p.
func (r *source) others(c *Context, t rdf.Term, p Property, iris []string) {
	var values []Value
	for _, iri := range iris {
		for _, o := range r.objects(t, iri) {
			if text := strings.TrimSpace(o.Value); o.Kind == rdf.Literal && text != "" {
				values = append(values, Value{Text: text, Lang: known(o.Lang)})
			}
		}
	}
	if len(values) == 0 {
		return
	}
	for i := range c.Props {
		if c.Props[i].Property == p {
			c.Props[i].Values = append(c.Props[i].Values, values...)
			return
		}
	}
	c.Props = append(c.Props, Prop{p, values})
}
