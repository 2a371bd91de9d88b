// Package dump reads what RDF documents state, in any format, single, gzipped or
// several in a zip, and holds it compactly within a bound: a dump has no order,
// so that nothing of a thing is known before all of it is read. It gives the
// statements about a thing and around it to the connectors that map them, and
// knows no vocabulary.
package dump

import (
	"context"
	"errors"
	"fmt"
	"io"

	"moselle/connectors"
	"moselle/schema/rdf"
	"moselle/schema/rdf/jsonld"
)

// Bounds of a dump. What lies beyond them has to be split, or read thing by thing
// (Blocks).
const (
	MaxStatements = 5_000_000
	MaxText       = 256 << 20 // bytes, of all different terms together
)

// Options say what of the documents is read.
type Options struct {
	Base   string   // for relative addresses; "" for the document's own
	Graphs []string // the named graphs to take; none for everything
	// Refuse is told of each statement that cannot be read, a *connectors.Refusal;
	// an error it returns ends the reading. Never nil.
	Refuse func(error) error
}

// ID stands for a term of a dump.
type ID uint32

// Dump is what documents state. It is not safe for concurrent use.
type Dump struct {
	terms      terms
	statements [][3]ID // sorted by subject, in the order of first mention, each once
	read       int     // statements, before that
	from       []uint32
	in         []uint32 // places of the statements that link, sorted by object
	inFrom     []uint32
	reached    []bool
}

// Load reads all documents of a body. An error comes with a dump where what was
// read before it stands, as the lines of N-Triples do; else the dump is nil.
func Load(ctx context.Context, body *connectors.Body, o Options) (*Dump, error) {
	d := &Dump{terms: newTerms()}
	begun := 0
	lines, err := documents(ctx, body, o, sink{
		take: func(q rdf.Quad) error {
			if len(d.statements) == MaxStatements || d.terms.size > MaxText {
				return errTooLarge
			}
			d.statements = append(d.statements, [3]ID{d.terms.intern(q.S), d.terms.intern(q.P), d.terms.intern(q.O)})
			return nil
		},
		begin: func() { begun = len(d.statements) },
		undo:  func() { d.statements = d.statements[:begun] },
	})
	if err != nil && (!lines || errors.Is(err, errTooLarge)) {
		return nil, err
	}
	d.index()
	return d, err
}

var errTooLarge = fmt.Errorf("more than %d million statements or %d MB of different texts and addresses, which is more than can be held at once: split the dump, a file for each kind of thing; or sort it by subject as N-Triples and set together to true", MaxStatements/1_000_000, MaxText>>20)

// maxBroken bounds how many statements of a document are told one by one as
// broken.
const maxBroken = 100

// read hands on the statements of one document. lines says that each stands on
// its own, so that what came before an error is whole.
func read(ctx context.Context, r io.Reader, name string, f rdf.Format, o Options, take func(rdf.Quad) error) (lines bool, err error) {
	lines = f.Name == "ntriples" || f.Name == "nquads"
	recovers := lines || f.Name == "turtle" || f.Name == "trig"
	wanted := map[rdf.Term]bool{}
	for _, g := range o.Graphs {
		wanted[rdf.NewIRI(g)] = true
	}
	n, broken := 0, 0
	told := map[string]bool{} // what was left out
	for q, err := range f.Decode(r, o.Base) {
		if n++; n%1024 == 1 && ctx.Err() != nil {
			return lines, ctx.Err()
		}
		var syntax *rdf.SyntaxError
		var statement *jsonld.StatementError
		switch {
		case errors.As(err, &statement) && told[statement.Message]:
			continue
		case errors.As(err, &statement), recovers && errors.As(err, &syntax):
			if statement != nil && len(told) < maxBroken {
				told[statement.Message] = true
			}
			if broken++; broken <= maxBroken {
				err = o.Refuse(explain(err, name, f.Name))
			} else {
				err = nil
			}
		case err != nil:
			return lines, ended(err, f.Name)
		case len(wanted) == 0 || wanted[q.G]:
			err = take(q)
		}
		if err != nil {
			return lines, err
		}
	}
	if broken > maxBroken {
		return lines, o.Refuse(connectors.Refuse("", place(name, "", "the document"), "", "",
			"%d more statements cannot be read; mend those told before, and export it again", broken-maxBroken))
	}
	return lines, nil
}
