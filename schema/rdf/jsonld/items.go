package jsonld

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/transform"

	"moselle/schema/rdf"
	"moselle/schema/tree"
)

// item is a piece of a document that can be expanded by itself: one of the
// items of a list, with the context of the list.
type item struct {
	context, value tree.Node
}

// items yields the pieces of a document as it reads.
func (r Reader) items(in io.Reader) iter.Seq2[item, error] {
	limit := r.MaxBytes
	if limit == 0 {
		limit = DefaultMaxBytes
	}
	return func(yield func(item, error) bool) {
		head, err := io.ReadAll(io.LimitReader(in, int64(limit)+1))
		if err != nil {
			yield(item{}, err)
			return
		}
		head = bytes.TrimPrefix(head, []byte("\ufeff"))
		if len(head) > limit {
			stream(io.MultiReader(bytes.NewReader(head), in), limit, yield)
			return
		}
		value, err := parse(head)
		if err != nil {
			yield(item{}, err)
			return
		}
		for _, i := range split(value) {
			if !yield(i, nil) {
				return
			}
		}
	}
}

// parse reads a whole document.
func parse(text []byte) (tree.Node, error) {
	for at := 0; at < len(text) && !utf8.Valid(text[at:]); {
		r, size := utf8.DecodeRune(text[at:])
		if r == utf8.RuneError && size == 1 {
			return tree.Node{}, syntaxError(text, at, "the text is not UTF-8")
		}
		at += size
	}
	var doc tree.Tree
	err := doc.JSON(string(text))
	var syntax *tree.SyntaxError
	if errors.As(err, &syntax) {
		err = &rdf.SyntaxError{Line: syntax.Line, Column: syntax.Offset + 1, Message: "not JSON: " + syntax.Message}
	}
	return doc.Root(), err
}

func syntaxError(text []byte, at int, message string) error {
	before := text[:at]
	return &rdf.SyntaxError{
		Line:    bytes.Count(before, []byte{'\n'}) + 1,
		Column:  utf8.RuneCount(before[bytes.LastIndexByte(before, '\n')+1:]) + 1,
		Message: message,
	}
}

// split takes a list apart; any other document is one piece.
func split(doc tree.Node) []item {
	var out []item
	switch doc.Kind() {
	case tree.Array:
		for v := range doc.Children() {
			out = append(out, item{value: v})
		}
		return out
	case tree.Object:
		context, graph, n := doc.Member("@context"), doc.Member("@graph"), 0
		for range doc.Children() {
			n++
		}
		if context.Kind() != tree.Absent && graph.Kind() == tree.Array && n == 2 {
			for v := range graph.Children() {
				out = append(out, item{context, v})
			}
		}
	}
	if len(out) > 0 {
		return out
	}
	return []item{{value: doc}}
}

// stream reads a list that is too large to hold, item by item.
func stream(in io.Reader, limit int, yield func(item, error) bool) {
	quota := &quota{in: transform.NewReader(in, encoding.UTF8Validator), limit: limit, left: 2 * limit}
	dec := json.NewDecoder(quota)
	dec.UseNumber()
	n := 0
	fail := func(err error) { yield(item{}, fmt.Errorf("item %d: %w", n, err)) }
	next := func() (tree.Node, error) {
		quota.left = limit
		var text json.RawMessage
		if err := dec.Decode(&text); err != nil {
			return tree.Node{}, err
		}
		var doc tree.Tree
		err := doc.JSON(string(text))
		return doc.Root(), err
	}
	open, err := dec.Token()
	if err != nil {
		fail(err)
		return
	}
	var common item
	if open == json.Delim('{') {
		if common.context, err = memberOf(dec, "@context", next); err == nil {
			_, err = memberOf(dec, "@graph", dec.Token)
		}
		if err != nil {
			yield(item{}, err)
			return
		}
	}
	for dec.More() {
		n++
		i := common
		if i.value, err = next(); err != nil {
			fail(err)
			return
		}
		if !yield(i, nil) {
			return
		}
	}
	if _, err = dec.Token(); err == nil && common.context.Kind() != tree.Absent && dec.More() {
		err = errOrder
	}
	if err != nil {
		fail(err)
	}
}

var errOrder = errors.New("the document is too large to be held, so it has to be an array, or an object of nothing but @context and @graph, in this order")

// memberOf reads the member of an object that has to come next.
func memberOf[T any](dec *json.Decoder, name string, value func() (T, error)) (T, error) {
	key, err := dec.Token()
	if err == nil && key != name {
		err = errOrder
	}
	if err != nil {
		var none T
		return none, err
	}
	return value()
}

// quota bounds what is read for an item.
type quota struct {
	in          io.Reader
	limit, left int
}

func (q *quota) Read(p []byte) (int, error) {
	if q.left <= 0 {
		return 0, fmt.Errorf("it is larger than %d bytes", q.limit)
	}
	n, err := q.in.Read(p[:min(len(p), q.left)])
	q.left -= n
	return n, err
}
