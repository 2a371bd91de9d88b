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
)

// item is a piece of a document that can be expanded by itself: one of the
// items of a list, with the context of the list.
type item struct {
	context, value any
	hasContext     bool
}

// items yields the pieces of a document as it reads.
func (r Reader) items(in io.Reader, tags tags) iter.Seq2[item, error] {
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
			stream(io.MultiReader(bytes.NewReader(head), in), limit, tags, yield)
			return
		}
		value, err := parse(head, tags)
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
func parse(text []byte, tags tags) (any, error) {
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRune(text[at:])
		if r == utf8.RuneError && size == 1 {
			return nil, syntaxError(text, at, "the text is not UTF-8")
		}
		at += size
	}
	dec := json.NewDecoder(bytes.NewReader(text))
	dec.UseNumber()
	var value any
	err := dec.Decode(&value)
	if err == nil {
		if _, more := dec.Token(); more != io.EOF {
			return nil, syntaxError(text, int(dec.InputOffset()), "there is more after the document's end")
		}
		return value, tags.check(value, 0)
	}
	var syntax *json.SyntaxError
	switch {
	case errors.As(err, &syntax):
		return nil, syntaxError(text, int(syntax.Offset)-1, "not JSON: "+syntax.Error())
	case err == io.EOF || err == io.ErrUnexpectedEOF:
		return nil, syntaxError(text, len(text), "not JSON: the text ends too early")
	}
	return nil, err
}

func syntaxError(text []byte, at int, message string) error {
	before := text[:min(max(at, 0), len(text))]
	return &rdf.SyntaxError{
		Line:    bytes.Count(before, []byte{'\n'}) + 1,
		Column:  utf8.RuneCount(before[bytes.LastIndexByte(before, '\n')+1:]) + 1,
		Message: message,
	}
}

// split takes a list apart; any other document is one piece.
func split(value any) []item {
	switch v := value.(type) {
	case []any:
		out := make([]item, len(v))
		for i := range v {
			out[i] = item{value: v[i]}
		}
		return out
	case map[string]any:
		context, ok := v["@context"]
		graph, list := v["@graph"].([]any)
		if ok && list && len(v) == 2 {
			out := make([]item, len(graph))
			for i := range graph {
				out[i] = item{context, graph[i], true}
			}
			if len(out) > 0 {
				return out
			}
		}
	}
	return []item{{value: value}}
}

// stream reads a list that is too large to hold, item by item.
func stream(in io.Reader, limit int, tags tags, yield func(item, error) bool) {
	quota := &quota{in: transform.NewReader(in, encoding.UTF8Validator), limit: limit, left: 2 * limit}
	dec := json.NewDecoder(quota)
	dec.UseNumber()
	n := 0
	fail := func(err error) { yield(item{}, fmt.Errorf("item %d: %w", n, err)) }
	next := func() (any, error) {
		quota.left = limit
		var value any
		if err := dec.Decode(&value); err != nil {
			return nil, err
		}
		return value, tags.check(value, 0)
	}
	open, err := dec.Token()
	if err != nil {
		fail(err)
		return
	}
	var common item
	if open == json.Delim('{') {
		if common.context, err = member(dec, "@context", next); err == nil {
			common.hasContext = true
			_, err = member(dec, "@graph", dec.Token)
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
	if _, err = dec.Token(); err == nil && common.hasContext && dec.More() {
		err = errOrder
	}
	if err != nil {
		fail(err)
	}
}

var errOrder = errors.New("the document is too large to be held, so it has to be an array, or an object of nothing but @context and @graph, in this order")

// member reads the member of an object that has to come next.
func member[T any](dec *json.Decoder, name string, value func() (T, error)) (T, error) {
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
