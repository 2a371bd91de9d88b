package schema

import (
	"strings"

	"moselle/schema/rdf"
	"moselle/schema/rdf/shacl"
)

// Check returns what the shapes of the class tables find in the graph of a
// record, as faults by the names of properties. A fault that refuses is about
// the record itself, never about one of its parts.
func Check(g *rdf.Graph, record IRI) []Fault {
	c := profile()
	results := c.shapes.Validate(g)
	if len(results) == 0 {
		return nil
	}
	out := make([]Fault, 0, len(results))
	var paths pathFinder
	for i := range results {
		r := &results[i]
		m := c.about[r.Shape]
		rule := m.rule
		if rule == "" {
			rule = ruleOf(r.Constraint)
		}
		f := m.faults[rule]
		f.Value = Excerpt(valueOf(g, r, m))
		if r.Focus.Value != string(record) {
			f.Path = paths.to(g, r.Focus, c.names) + f.Path
		}
		out = append(out, f)
	}
	return out
}

// ruleOf returns the rule that a constraint of a row stands for.
func ruleOf(k shacl.Constraint) string {
	switch k.(type) {
	case shacl.MinCount:
		return ruleMissing
	case shacl.MaxCount:
		return ruleRepeated
	case shacl.UniqueLang:
		return ruleLanguages
	case *shacl.In:
		return ruleValues
	case shacl.MinInclusive, shacl.MaxInclusive:
		return ruleRange
	case *shacl.Pattern:
		return ruleForm
	}
	return ruleKind
}

func severityOf(s shacl.Severity) Severity {
	switch s {
	case shacl.Violation:
		return Violation
	case shacl.Info:
		return Info
	}
	return Warning
}

// valueOf returns what stands at the fault: of an order, the later date.
func valueOf(g *rdf.Graph, r *shacl.Result, m meaning) string {
	switch m.rule {
	case ruleMissing:
		return "" // the node itself
	case ruleBefore:
	default:
		return r.Value.Value
	}
	for _, t := range g.Subject(r.Focus) {
		if t.P.Value == m.prop.IRI {
			return t.O.Value
		}
	}
	return ""
}

// pathFinder tells how the nodes of a graph are reached from its record.
type pathFinder struct{ holders map[rdf.Term]rdf.Triple }

// to returns the names of the properties that lead to a part, each followed by
// a dot.
func (f *pathFinder) to(g *rdf.Graph, part rdf.Term, names map[string]string) string {
	if f.holders == nil {
		f.holders = map[rdf.Term]rdf.Triple{}
		for t := range g.All() {
			if t.O.Kind == rdf.IRI && strings.Contains(t.O.Value, "#") {
				f.holders[t.O] = t
			}
		}
	}
	path := ""
	for range 8 { // deeper than parts ever lie in each other
		t, ok := f.holders[part]
		if !ok {
			break
		}
		if name := names[t.P.Value]; name != "" {
			path = name + "." + path
		}
		part = t.S
	}
	return path
}
