package rdf

import (
	"slices"

	"moselle/connectors"
	"moselle/schema/rdf"
)

// reader reads one thing of a graph.
type reader = func(g *rdf.Graph, thing rdf.Term, where string) (connectors.Item, error)

// nothing is what classes become that are left out.
const nothing = "none"

// readers choose what reads a thing by its class. What of() returns is the
// number of a class: of its reader and how sure that is. 0 is no class.
type readers struct {
	c     *connector
	open  []reader
	sure  []int // by number: how sure it was of the class
	by    []int // by number: which of open reads it
	first map[string]int
}

const certain = 101 // what the settings say goes before what vocabularies do

func (c *connector) readers() *readers {
	r := &readers{c: c, first: map[string]int{}, sure: []int{0}, by: []int{0}}
	for _, v := range c.vocabularies {
		r.open = append(r.open, v.Open(c.env))
		r.first[v.Name] = len(r.open)
	}
	for class := range c.mapping.rules {
		r.open = append(r.open, c.mapping.open(c.env, class))
		r.first[class] = len(r.open)
	}
	return r
}

// of returns the number of a class: of it and how sure its reader is.
func (r *readers) of(class string) int {
	sure, by := 0, 0
	if is, ok := r.c.mapping.classes[class]; ok {
		sure, by = certain, r.first[is]
	} else if v, ok := connectors.Reader(r.c.vocabularies, []string{class}); ok {
		sure, by = v.Class(class), r.first[v.Name]
	}
	r.sure, r.by = append(r.sure, sure), append(r.by, by)
	return len(r.sure) - 1
}

func (r *readers) surer(a, b int) bool { return r.sure[a] > r.sure[b] }

// list returns which reader a number stands for, from 1; 0 for none.
func (r *readers) list(n int) int { return r.by[n] }

// closer returns the reader of a thing whose vocabulary knows it by more than its
// class, else the one given; what the settings say goes before both.
func (r *readers) closer(g *rdf.Graph, thing rdf.Term, given reader) reader {
	if !slices.ContainsFunc(r.c.vocabularies, func(v connectors.Vocabulary) bool { return v.Thing != nil }) ||
		slices.ContainsFunc(classesOf(g, thing), func(c string) bool { return r.c.mapping.classes[c] != "" }) {
		return given
	}
	if v, ok := connectors.ReaderOf(r.c.vocabularies, g, thing); ok {
		return r.open[r.first[v.Name]-1]
	}
	return given
}
