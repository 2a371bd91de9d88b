package skos

import (
	"fmt"
	"iter"
	"slices"

	"moselle/connectors/dump"
	"moselle/schema"
	"moselle/schema/rdf"
	"moselle/schema/vocab"
)

// wider yields the concepts that one falls under, whichever of the two says so.
func (r *run) wider(id dump.ID) iter.Seq[dump.ID] {
	return func(yield func(dump.ID) bool) {
		for p, o := range r.d.Out(id) {
			if broader[r.name(p)] && r.d.Kind(o) != rdf.Literal && o != id && !yield(o) {
				return
			}
		}
		for s, p := range r.d.In(id) {
			if narrower[r.name(p)] && s != id && !yield(s) {
				return
			}
		}
	}
}

// frame is a concept on the way up.
type frame struct {
	id dump.ID
	up []dump.ID
}

// cycles warns of concepts that fall under themselves by way of others. Each
// circle is told once, where the way up meets itself.
func (r *run) cycles() {
	const open, done = 1, 2
	state := make([]uint8, r.d.Terms())
	for start := range r.d.Subjects() {
		if r.is[start] != concept || state[start] != 0 {
			continue
		}
		var way []frame
		enter := func(id dump.ID) {
			state[id] = open
			way = append(way, frame{id, slices.Collect(r.wider(id))})
		}
		enter(start)
		for len(way) > 0 {
			top := &way[len(way)-1]
			if len(top.up) == 0 {
				state[top.id] = done
				way = way[:len(way)-1]
				continue
			}
			up := top.up[0]
			top.up = top.up[1:]
			switch state[up] {
			case open:
				r.warn(up, "broader", r.d.Term(top.id).Value, "it falls under itself, by way of this one and perhaps others; the links are kept as they are: take one of them out")
			case 0:
				enter(up)
			}
		}
	}
}

func (r *run) warn(id dump.ID, path, value, message string) {
	r.warnings[id] = append(r.warnings[id], schema.Fault{Path: path, Value: schema.Excerpt(value), Message: message})
}

// deprecated reports whether a concept is no longer to be used.
func (r *run) deprecated(id dump.ID) bool {
	for p, o := range r.d.Out(id) {
		switch r.name(p) {
		case vocab.DCTerms + "isReplacedBy":
			return true
		case vocab.OWL + "deprecated":
			if v := r.d.Term(o).Value; v == "true" || v == "1" {
				return true
			}
		}
	}
	return false
}

// sameLabel is what no two concepts share.
type sameLabel struct{ label, scheme dump.ID }

// duplicates warns of concepts of one scheme that have the same preferred label.
func (r *run) duplicates() {
	first := map[sameLabel]dump.ID{}
	for id := range r.d.Subjects() {
		if r.is[id] != concept || r.deprecated(id) { // what replaces it often has its label
			continue
		}
		var of dump.ID // 0 is a subject, which is no scheme of its own
		for p, o := range r.d.Out(id) {
			if inScheme[r.name(p)] {
				of = o
				break
			}
		}
		for p, o := range r.d.Out(id) {
			if r.name(p) != core+"prefLabel" {
				continue
			}
			other, twice := first[sameLabel{o, of}]
			switch {
			case !twice:
				first[sameLabel{o, of}] = id
			case other != id:
				r.warn(id, "prefLabel", r.d.Term(o).Value, fmt.Sprintf("another concept of the same scheme has this preferred label too: %s", r.d.Term(other).Value))
			}
		}
	}
}
