package turtle

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"
	"unicode/utf8"

	"moselle/schema/rdf"
)

// Read yields the statements of r as it reads, as Format's Decode does. With
// graphs, blocks of them may stand in graphs: TriG.
func Read(r io.Reader, base string, graphs bool) iter.Seq2[rdf.Quad, error] {
	return func(yield func(rdf.Quad, error) bool) {
		p := parser{
			lexer:    lexer{input: newInput(r)},
			graphs:   graphs,
			base:     base,
			prefixes: map[string]string{},
			iris:     map[string]string{},
			yield:    yield,
		}
		p.document()
	}
}

// parser reads statements. It stands before the token that its lexer looks at.
type parser struct {
	lexer
	graphs   bool // TriG
	base     string
	prefixes map[string]string
	declared int               // bytes of prefixes
	iris     map[string]string // that names and frequent references stand for, as they are written
	blanks   rdf.Blanks
	depth    int      // of brackets
	inGraph  bool     // between braces
	graph    rdf.Term // that triples belong to
	yield    func(rdf.Quad, error) bool
}

// errStop says that the caller wants no more.
var errStop = errors.New("stop")

func (p *parser) document() {
	p.next()
	for {
		var err error
		switch {
		case p.kind != end:
			err = p.statement()
		case p.err != io.EOF:
			err = p.wrong("")
		case p.inGraph:
			p.inGraph = false
			err = p.wrong("a graph should be closed with a brace")
		default:
			return
		}
		if err == nil {
			continue
		}
		if err == errStop || !p.yield(rdf.Quad{}, err) {
			return
		}
		if _, ok := err.(*rdf.SyntaxError); !ok {
			return
		}
		p.recover()
	}
}

// emit hands a triple to the caller.
func (p *parser) emit(s, pred, o rdf.Term) error {
	if !p.yield(rdf.Quad{Triple: rdf.Triple{S: s, P: pred, O: o}, G: p.graph}, nil) {
		return errStop
	}
	return nil
}

// wrong is the error that what stands here is not what should.
func (p *parser) wrong(expected string) error {
	switch {
	case p.kind == broken:
		return p.fault
	case p.kind == end && p.err != io.EOF:
		line, _ := p.place(p.pos)
		return fmt.Errorf("line %d: %w", line+1, p.err)
	case p.kind == end:
		return p.errorAt(p.pos, "the document ends where %s", expected)
	}
	return p.errorAt(p.start, "%s stands where %s", shorten(p.raw()), expected)
}

// want passes over a piece of punctuation that has to stand here.
func (p *parser) want(c byte, expected string) error {
	if !p.is(c) {
		return p.wrong(expected)
	}
	p.next()
	return nil
}

// recover passes over the rest of a statement that broke the grammar: to its
// full stop, the end of its graph or a directive, and where a broken token hides
// these, to a line that ends in a full stop.
func (p *parser) recover() {
	p.depth = 0
	block := false
	for {
		switch {
		case p.kind == end:
			return
		case p.astray:
			if stop := p.skipLine(); stop && !block {
				p.next()
				return
			}
		case p.is('{') && !p.inGraph:
			block = true // of which nothing is known: it belongs to no graph
		case p.is('}'):
			if !p.inGraph {
				p.next()
			}
			return
		case block:
		case p.is('.'):
			p.next()
			return
		case !p.inGraph && p.directive() != "":
			return
		}
		p.next()
	}
}

// directive returns the directive that begins here in lower case, with its @.
func (p *parser) directive() string {
	if p.kind != lang && p.kind != word {
		return ""
	}
	switch s := string(p.raw()); {
	case s == "@prefix" || s == "@base":
		return s
	case strings.EqualFold(s, "prefix") || strings.EqualFold(s, "base"):
		return strings.ToLower(s)
	}
	return ""
}

// shorten cuts a token to what a message can hold.
func shorten(raw []byte) string {
	const limit = 60
	if utf8.RuneCount(raw) <= limit {
		return string(raw)
	}
	return string([]rune(string(raw[:4*limit]))[:limit-1]) + "…"
}
