package schema

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"moselle/schema/rdf"
	"moselle/schema/vocab"
)

// Draft ends the building: the graph, and every fault found on the way,
// including those of Check, but for what is missing for a reason told already:
// that reason then refuses where the lack would. The draft is of use only when
// no fault refuses.
func (b *Builder) Draft() (Draft, []Fault) {
	b.settle()
	b.derive()
	g := &rdf.Graph{}
	g.Grow(b.count())
	b.write(g, b.iri, b.iri)
	d := Draft{IRI: b.iri, Class: b.class.Name, Key: b.key, Graph: g}
	return d, found(*b.faults, Check(g, b.iri))
}

// found puts what was told while building before what Check found. What is told
// of a property says why it is missing, once for each value.
func found(told, checked []Fault) []Fault {
	out := slices.Clone(told)
	explained := map[int]bool{} // those of told that a lack was left out for
	for _, f := range checked {
		var reasons []int
		if f.Missing() {
			for i, t := range told {
				if cmp.Or(t.Lacks, t.Path) == f.Path {
					reasons = append(reasons, i)
				}
			}
		}
		free := slices.IndexFunc(reasons, func(i int) bool { return !explained[i] })
		if free < 0 {
			out = append(out, f)
			continue
		}
		explained[reasons[free]] = true
		if f.Refuses() {
			for _, i := range reasons {
				out[i].Severity = Violation
			}
		}
	}
	return out
}

// settle drops the parts that stayed empty, then the second part of a property
// that takes one.
func (b *Builder) settle() {
	var single []*Property
	b.values = slices.DeleteFunc(b.values, func(v built) bool {
		if v.part == nil {
			return false
		}
		v.part.settle()
		if len(v.part.values) == 0 {
			return true
		}
		if v.prop.Many {
			return false
		}
		if slices.Contains(single, v.prop) {
			return true
		}
		single = append(single, v.prop)
		return false
	})
}

// count returns how many triples write adds.
func (b *Builder) count() int {
	n := 1 + len(b.types) + len(b.values)
	for _, v := range b.values {
		if v.part != nil {
			n += v.part.count()
		}
	}
	return n
}

// write adds the node self of the given record and its parts to the graph.
func (b *Builder) write(g *rdf.Graph, record, self IRI) {
	s, isA := rdf.NewIRI(string(self)), rdf.NewIRI(rdf.Type)
	for _, t := range b.types {
		g.Add(rdf.Triple{S: s, P: isA, O: rdf.NewIRI(vocab.Schema + t)})
	}
	g.Add(rdf.Triple{S: s, P: isA, O: rdf.NewIRI(b.class.IRI)})
	var parts []named
	for _, v := range b.values {
		if v.part == nil {
			g.Add(rdf.Triple{S: s, P: rdf.NewIRI(v.prop.IRI), O: v.term})
			continue
		}
		content := v.part.content()
		parts = append(parts, named{v.prop, v.part, v.part.name(record, self, content), content})
	}
	number(parts)
	for _, p := range parts {
		g.Add(rdf.Triple{S: s, P: rdf.NewIRI(p.prop.IRI), O: rdf.NewIRI(string(p.id))})
		p.part.write(g, record, p.id)
	}
}

// named is a part with its name and what the name stands for.
type named struct {
	prop    *Property
	part    *Builder
	id      IRI
	content string
}

// number tells different parts of one name apart: "-2", "-3" in the order of
// their content, so that it does not matter which was added first.
func number(parts []named) {
	slices.SortFunc(parts, func(a, b named) int {
		return cmp.Or(cmp.Compare(a.id, b.id), cmp.Compare(a.content, b.content))
	})
	for i := 0; i < len(parts); {
		id, n := parts[i].id, 1
		for i++; i < len(parts) && parts[i].id == id; i++ {
			if parts[i].content != parts[i-1].content {
				n++
			}
			if n > 1 {
				parts[i].id += IRI("-" + strconv.Itoa(n))
			}
		}
	}
}

// name returns a part's IRI: an occurrence after its local start, every other
// part after its content, so that the name stays while the content does.
func (b *Builder) name(record, parent IRI, content string) IRI {
	if b.class == occurrence {
		for _, v := range b.values {
			if v.prop.Name == "startDate" {
				return occurrenceIRI(record, v.term.Value)
			}
		}
	}
	if b.named != "" {
		return record + IRI("#"+b.named)
	}
	// A part of a part is named after its parent too: the same medium below two
	// different nodes may differ tomorrow.
	_, under, _ := strings.Cut(string(parent), "#")
	return record + IRI("#"+b.class.Segment()+"-"+short(8, under, content))
}

var withoutMarks = strings.NewReplacer("-", "", ":", "")

// content is what a part says, whatever the order it was said in.
func (b *Builder) content() string {
	lines := make([]string, 0, len(b.values)+len(b.types))
	lines = append(lines, b.types...)
	var buf []byte
	for _, v := range b.values {
		buf = append(buf[:0], v.prop.Name...)
		if v.part != nil {
			buf = append(append(append(buf, '{'), v.part.content()...), '}')
		} else {
			buf = rdf.AppendTerm(append(buf, ' '), v.term)
		}
		lines = append(lines, string(buf))
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}
