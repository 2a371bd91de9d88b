package rdf

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"moselle/connectors"
	"moselle/schema/rdf"
	"moselle/schema/vocab"
)

// maxClasses bounds how many classes are told one by one as not read.
const maxClasses = 50

// leftovers counts what is not read, by class: things of classes that nothing
// reads, and things that nothing tells from others.
type leftovers struct {
	c                *connector
	strange, unnamed map[string]*tally
	more             int // of classes beyond what is counted
}

// tally is how many things there are of a class, and which is the first.
type tally struct {
	first string
	n     int
}

// add counts a thing that nothing reads under its first class, unless the settings
// leave it out.
func (r *leftovers) add(thing rdf.Term, classes []string) {
	for _, c := range classes {
		if r.c.mapping.classes[c] == nothing {
			return
		}
	}
	r.count(&r.strange, thing, classes)
}

// nameless counts a thing without an address.
func (r *leftovers) nameless(thing rdf.Term, classes []string) { r.count(&r.unnamed, thing, classes) }

func (r *leftovers) count(by *map[string]*tally, thing rdf.Term, classes []string) {
	class := ""
	for _, c := range classes {
		if class == "" || strings.HasPrefix(class, vocab.OWL) { // NamedIndividual says nothing
			class = c
		}
	}
	if *by == nil {
		*by = map[string]*tally{}
	}
	t := (*by)[class]
	if t == nil && len(*by) > 100*maxClasses {
		r.more++
		return
	}
	if t == nil {
		t = &tally{first: show(thing)}
		(*by)[class] = t
	}
	t.n++
}

// tell hands on a refusal for each class, the largest first. It has the class as
// its key: what is not read this time was not read before.
func (r *leftovers) tell(l *connectors.Listing) error {
	told := 0
	for _, class := range largest(r.strange) {
		if told++; told > maxClasses {
			break
		}
		t := r.strange[class]
		refusal := connectors.Refuse("class "+class, t.first, "", class, "%s of this class, this one first: it is in no vocabulary that is read (%s); say under classes what they become, or none to leave them out",
			things(t.n), names(r.c.vocabularies))
		if class == "" {
			refusal = connectors.Refuse("no class", t.first, "", "", "%s of no class, this one first: they are not read, as nothing says what they are (rdf:type)", things(t.n))
		}
		if err := l.Refuse(refusal); err != nil {
			return err
		}
	}
	if more := len(r.strange) - maxClasses + r.more; more > 0 {
		if err := l.Refuse(connectors.Refuse("more classes", "the document", "", "", "things of %d more classes are not read", more)); err != nil {
			return err
		}
	}
	for i, class := range largest(r.unnamed) {
		if i == maxClasses {
			break
		}
		if err := l.Refuse(connectors.Refuse("nameless "+class, "nodes without address", "", class,
			"%s of this class without an address of its own, by which it could be recognised tomorrow: give each an IRI (@id, rdf:about), or say its page under schema:url", things(r.unnamed[class].n))); err != nil {
			return err
		}
	}
	return nil
}

func largest(by map[string]*tally) []string {
	return slices.SortedFunc(maps.Keys(by), func(a, b string) int { return cmp.Or(by[b].n-by[a].n, cmp.Compare(a, b)) })
}

func things(n int) string {
	if n == 1 {
		return "1 thing"
	}
	return fmt.Sprintf("%d things", n)
}

func show(t rdf.Term) string {
	if t.Kind == rdf.Blank {
		return "a node without address"
	}
	return t.Value
}
