package rdf

import (
	"iter"
	"strconv"
	"strings"
)

// Blanks hands out the blank nodes of one document. Those that the document
// labels keep their label, those it leaves without one are called g1, g2 and so
// on, and the two never meet: a label that looks like ours gets one more g. The
// zero Blanks is ready for use.
type Blanks struct{ n int }

// New returns a blank node that the document does not name.
func (b *Blanks) New() Term {
	b.n++
	return NewBlank("g" + strconv.Itoa(b.n))
}

// Named returns the blank node that the document calls label.
func (b *Blanks) Named(label string) Term {
	if digits := strings.TrimLeft(label, "g"); len(digits) < len(label) && digits != "" && strings.Trim(digits, "0123456789") == "" {
		label = "g" + label
	}
	return NewBlank(label)
}

// Scoped yields quads with prefix before the label of every blank node. Labels
// mean something within one document only, so whoever brings several documents
// together gives each a prefix of its own: letters, digits, none the beginning
// of another ("a.", "b.").
func Scoped(quads iter.Seq2[Quad, error], prefix string) iter.Seq2[Quad, error] {
	return func(yield func(Quad, error) bool) {
		for q, err := range quads {
			for _, t := range [...]*Term{&q.S, &q.O, &q.G} {
				if t.Kind == Blank {
					t.Value = prefix + t.Value
				}
			}
			if !yield(q, err) {
				return
			}
		}
	}
}
