package skos

import (
	"strings"

	"moselle/connectors/dump"
	"moselle/schema/rdf"
	"moselle/schema/vocab"
)

// classify notes what each subject is: by its class, else by how others speak of
// it. The document's only scheme is that of concepts that name none.
func (r *run) classify() {
	var schemes []dump.ID
	space := "" // the address that the concepts' own begin with
	for id := range r.d.Subjects() {
		switch r.is[id] = r.kind(id); {
		case r.is[id] == scheme:
			schemes = append(schemes, id)
		case r.is[id] == concept && space == "" && r.d.Kind(id) == rdf.IRI && len(r.d.Classes(id)) > 0:
			space = strings.TrimRight(namespace(r.d.Term(id).Value), "/#")
		}
	}
	if at, ok := r.at(space); ok && r.is[at] == concept && len(r.d.Classes(at)) == 0 {
		r.is[at] = scheme // nothing but a label
		schemes = append(schemes, at)
	}
	if len(schemes) == 1 && r.only == "" && r.d.Kind(schemes[0]) == rdf.IRI {
		r.only = r.d.Term(schemes[0]).Value
	}
}

// at returns the subject of an IRI, or of it with one of the usual ends.
func (r *run) at(iri string) (dump.ID, bool) {
	for _, end := range []string{"", "/", "#"} {
		if id, ok := r.d.Find(iri + end); ok && r.d.Described(id) {
			return id, true
		}
	}
	return 0, false
}

// kind returns what a subject is.
func (r *run) kind(id dump.ID) uint8 {
	strange := false // a class of another vocabulary
	is := none
	for _, class := range r.d.Classes(id) {
		name := r.name(class)
		if k := kinds[name]; k != none && (is == none || is == concept) {
			is = k
		}
		strange = strange || !strings.HasPrefix(name, vocab.OWL) && !strings.HasPrefix(name, vocab.RDFS)
	}
	if is != none {
		return is
	}
	named, related := false, false
	for p := range r.d.Out(id) {
		switch name := r.name(p); {
		case name == core+"prefLabel", name == xl+"prefLabel":
			named = true
		case hasTop[name]:
			return scheme
		case inScheme[name], broader[name], narrower[name]:
			related = true
		}
	}
	for _, p := range r.d.In(id) {
		switch name := r.name(p); {
		case inScheme[name]:
			return scheme
		case broader[name], narrower[name], hasTop[name]:
			related = true
		}
	}
	if named && (related || !strange) {
		return concept
	}
	return none
}

// maxList bounds the members of an ordered collection.
const maxList = 100_000

// lists notes the members of ordered collections, which stand in lists.
func (r *run) lists() {
	for id := range r.d.Subjects() {
		if r.is[id] != collection {
			continue
		}
		for p, list := range r.d.Out(id) {
			if r.name(p) == core+"memberList" {
				r.list(id, list)
			}
		}
	}
}

func (r *run) list(group, at dump.ID) {
	for range maxList {
		next, more := at, false
		for p, o := range r.d.Out(at) {
			switch r.name(p) {
			case rdf.RDF + "first":
				r.groups[o] = append(r.groups[o], group)
			case rdf.RDF + "rest":
				next, more = o, true
			}
		}
		if !more {
			return
		}
		at = next
	}
}
