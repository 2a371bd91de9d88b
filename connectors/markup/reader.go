package markup

import (
	"context"
	"encoding/xml"
	"fmt"
	"io"
	"iter"
	"slices"

	"moselle/connectors"
)

// Bounds of one streamed element, and of how deep elements stand in each other.
const (
	maxDepth    = 64
	maxElements = 100_000 // elements and texts
)

// Options say what is streamed.
type Options struct {
	// Match reports whether the last element of the path, which begins with the
	// root, is streamed. What stands inside such an element is not asked about.
	// The path is the reader's: it holds until Match returns.
	Match func(path []xml.Name) bool
	// Charset is what the server says of the encoding; "" for nothing.
	Charset string
	// MaxSize bounds an element, in bytes; 0 stands for connectors.MaxItem.
	MaxSize int
	// Warn is told what the document had to be mended for, each thing once; nil
	// for nobody.
	Warn func(message string)
}

// Elements streams the elements of a document that options match. One that is
// over a bound is a *connectors.Refusal with its line, and reading goes on behind
// its end; any other error ends the reading, and what came before it stands.
// A document without any element is an error.
func Elements(ctx context.Context, doc io.Reader, o Options) iter.Seq2[*Element, error] {
	if o.MaxSize == 0 {
		o.MaxSize = connectors.MaxItem
	}
	return func(yield func(*Element, error) bool) {
		text, err := decode(doc, o.Charset, o.Warn)
		if err != nil {
			yield(nil, err)
			return
		}
		in := newInput(text, o.Warn)
		r := &reader{Options: o, in: in, dec: xml.NewDecoder(in), record: -1, yield: yield}
		r.dec.Strict = false // a lone & is a sign as any other
		r.dec.Entity = xml.HTMLEntity
		if err := r.run(ctx); err != nil && err != errStop {
			yield(nil, err)
		}
	}
}

// reader reads one document.
type reader struct {
	Options
	in    *input
	dec   *xml.Decoder
	yield func(*Element, error) bool

	open  []frame // the elements that are open
	path  []xml.Name
	bound []binding
	any   bool // there was an element

	record int   // index in open of the element being streamed, -1 for none
	start  int64 // where that begins
	count  int   // elements and texts in it
	size   int   // of its texts, entities resolved
	skip   int   // elements open in one that is passed over
}

// frame is an open element.
type frame struct {
	tag   xml.Name // prefix and local name
	elem  *Element
	bound int      // namespaces that were declared before it
	texts []string // since the last child's end
}

func (r *reader) top() *Element {
	if len(r.open) == 0 {
		return nil
	}
	return r.open[len(r.open)-1].elem
}

func (r *reader) run(ctx context.Context) error {
	for n := 0; ; n++ {
		if n%512 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		at := r.dec.InputOffset()
		r.in.token = at
		if r.record < 0 && r.skip == 0 {
			r.in.keep(at)
		}
		line, _ := r.dec.InputPos()
		tok, err := r.dec.RawToken()
		if err != nil {
			return r.broken(err)
		}
		switch t := tok.(type) {
		case xml.StartElement:
			err = r.begin(t, line, at)
		case xml.EndElement:
			err = r.end(t, line)
		case xml.CharData:
			r.text(t)
		case xml.Directive:
			r.doctype(t)
		}
		if err == nil && r.record >= 0 {
			err = r.bounds()
		}
		if err != nil {
			return err
		}
	}
}

func (r *reader) begin(t xml.StartElement, line int, at int64) error {
	r.any = true
	if r.skip > 0 {
		r.skip++
		return nil
	}
	f := frame{tag: t.Name, bound: len(r.bound)}
	r.declare(t.Attr)
	f.elem = r.element(t, line)
	r.flush()
	if len(r.open) >= maxDepth && r.record < 0 {
		return fmt.Errorf("line %d: elements stand in each other more than %d deep; this is no document of its kind", line, maxDepth)
	}
	if r.record >= 0 {
		up := r.top()
		up.Children = append(up.Children, f.elem)
		r.count++
	}
	r.open = append(r.open, f)
	r.path = append(r.path, xml.Name{Space: f.elem.Space, Local: f.elem.Name})
	if r.record < 0 && r.Match(r.path) {
		r.record, r.start, r.count, r.size = len(r.open)-1, at, 0, 0
	}
	return nil
}

func (r *reader) end(t xml.EndElement, line int) error {
	if r.skip > 0 {
		r.skip--
		return nil
	}
	if len(r.open) == 0 {
		return fmt.Errorf("line %d: </%s> ends an element that never began; the file is no XML from here on", line, tag(t.Name))
	}
	r.flush()
	f := r.open[len(r.open)-1]
	if f.tag != t.Name {
		return fmt.Errorf("line %d: </%s> stands where <%s> of line %d has to end; the file is no XML from here on: export it again", line, tag(t.Name), tag(f.tag), f.elem.Line)
	}
	r.pop()
	if len(r.open) != r.record {
		return nil
	}
	r.record = -1
	f.elem.Raw = r.in.taken(r.dec.InputOffset())
	if len(f.elem.Raw) > r.MaxSize {
		return r.refuse(f.elem, r.tooLarge())
	}
	if !r.yield(f.elem, nil) {
		return errStop
	}
	return nil
}

// pop closes the innermost element.
func (r *reader) pop() {
	last := len(r.open) - 1
	r.bound = r.bound[:r.open[last].bound]
	r.open[last] = frame{}
	r.open, r.path = r.open[:last], r.path[:last]
}

// blank is all that counts of blanks between elements.
const blank = " "

func (r *reader) text(t xml.CharData) {
	if r.record < 0 || r.skip > 0 {
		return
	}
	s := blank
	if slices.ContainsFunc(t, func(c byte) bool { return c > ' ' }) {
		s = string(t)
		r.count++
	}
	r.size += len(s)
	f := &r.open[len(r.open)-1]
	f.texts = append(f.texts, s)
}

// flush gives the texts that were gathered to where they stand.
func (r *reader) flush() {
	if r.record < 0 {
		return
	}
	f := &r.open[len(r.open)-1]
	if len(f.texts) == 0 {
		return
	}
	s := joined(f.texts)
	f.texts = f.texts[:0]
	if n := len(f.elem.Children); n > 0 {
		f.elem.Children[n-1].Tail = s
	} else {
		f.elem.Text = s
	}
}
