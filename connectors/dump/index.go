package dump

import (
	"iter"
	"slices"

	"moselle/schema/rdf"
)

// index brings the statements into the order of their subjects, each once, and
// notes which lead where. It sorts by counting, which takes no comparison.
func (d *Dump) index() {
	n := len(d.terms.at)
	d.from = make([]uint32, n+2)
	for _, s := range d.statements {
		d.from[s[0]+2]++
	}
	for i := 2; i < n+2; i++ {
		d.from[i] += d.from[i-1]
	}
	sorted := make([][3]ID, len(d.statements))
	for _, s := range d.statements {
		sorted[d.from[s[0]+1]] = s
		d.from[s[0]+1]++
	}
	d.statements, d.read = sorted, len(sorted)
	d.unique()
	d.lead()
	d.reached = make([]bool, n)
}

// few is up to how many statements about a thing are compared with each other.
const few = 48

// unique leaves one of statements that come several times, as they do where the
// rows of tables were made into statements: what is around a thing is bounded.
func (d *Dump) unique() {
	kept := 0
	for id := range len(d.terms.at) {
		all := d.statements[d.from[id]:d.from[id+1]]
		start := kept
		var seen map[[3]ID]bool
		if len(all) > few {
			seen = make(map[[3]ID]bool, len(all))
		}
		for _, s := range all {
			if seen[s] || seen == nil && slices.Contains(d.statements[start:kept], s) {
				continue
			}
			if seen != nil {
				seen[s] = true
			}
			d.statements[kept] = s
			kept++
		}
		d.from[id] = uint32(start)
	}
	d.from[len(d.terms.at)] = uint32(kept)
	d.statements = d.statements[:kept]
}

// lead notes which statements lead to each thing.
func (d *Dump) lead() {
	n := len(d.terms.at)
	d.inFrom = make([]uint32, n+2)
	links := 0
	for _, s := range d.statements {
		if d.links(s) {
			d.inFrom[s[2]+2]++
			links++
		}
	}
	for i := 2; i < n+2; i++ {
		d.inFrom[i] += d.inFrom[i-1]
	}
	d.in = make([]uint32, links)
	for i, s := range d.statements {
		if d.links(s) {
			d.in[d.inFrom[s[2]+1]] = uint32(i)
			d.inFrom[s[2]+1]++
		}
	}
}

// links reports whether a statement leads to a thing: a class is none.
func (d *Dump) links(s [3]ID) bool {
	return d.terms.kind(s[2]) != rdf.Literal && d.terms.common(s[1]).Value != rdf.Type
}

// Len returns the number of statements read, those that come twice counted twice.
func (d *Dump) Len() int { return d.read }

// Terms returns the number of different terms: every ID is below it.
func (d *Dump) Terms() int { return len(d.terms.at) }

// Term returns the term that an ID stands for.
func (d *Dump) Term(id ID) rdf.Term { return d.terms.term(id) }

// Kind returns what the term is that an ID stands for.
func (d *Dump) Kind(id ID) rdf.Kind { return d.terms.kind(id) }

// Find returns the ID of an IRI; false for one that the dump does not mention.
func (d *Dump) Find(iri string) (ID, bool) { return d.terms.find(iri) }

// Subjects yields what the dump says something about, in the order in which it is
// first mentioned.
func (d *Dump) Subjects() iter.Seq[ID] {
	return func(yield func(ID) bool) {
		for id := range ID(len(d.terms.at)) {
			if d.Described(id) && !yield(id) {
				return
			}
		}
	}
}

// Described reports whether the dump says something about a term.
func (d *Dump) Described(id ID) bool { return d.from[id] < d.from[id+1] }

// Out yields predicate and object of the statements about a term.
func (d *Dump) Out(id ID) iter.Seq2[ID, ID] {
	return func(yield func(ID, ID) bool) {
		for _, s := range d.statements[d.from[id]:d.from[id+1]] {
			if !yield(s[1], s[2]) {
				return
			}
		}
	}
}

// In yields subject and predicate of the statements that lead to a term, but for
// those that make it a class.
func (d *Dump) In(id ID) iter.Seq2[ID, ID] {
	return func(yield func(ID, ID) bool) {
		for _, i := range d.in[d.inFrom[id]:d.inFrom[id+1]] {
			if s := d.statements[i]; !yield(s[0], s[1]) {
				return
			}
		}
	}
}

// Classes returns the classes of a term.
func (d *Dump) Classes(id ID) (classes []ID) {
	for p, o := range d.Out(id) {
		if d.terms.common(p).Value == rdf.Type && d.terms.kind(o) == rdf.IRI {
			classes = append(classes, o)
		}
	}
	return classes
}
