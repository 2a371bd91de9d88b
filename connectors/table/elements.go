package table

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"moselle/connectors"
	"moselle/connectors/table/sheet"
	"moselle/schema/tree"
)

// elements reads the entries of a list in a JSON document.
type elements struct {
	in   *tree.Stream
	text *sheet.Text
	n    int
}

func (h *harvest) elements(text *sheet.Text) (reader, error) {
	if err := h.waysThrough(); err != nil {
		return nil, err
	}
	s := tree.NewStream(text.Reader, connectors.MaxItem)
	if err := s.Enter(h.items); err != nil {
		if len(h.items) == 0 && !errors.Is(err, io.ErrUnexpectedEOF) {
			return nil, fmt.Errorf("%w; say under items where the list stands, events for instance", err)
		}
		return nil, err
	}
	return &elements{in: s, text: text}, nil
}

// emptyList reports whether a JSON document is a list of nothing, or an object
// that has a list and nothing in any: nobody can tell what would stand there.
func emptyList(text []byte) bool {
	var list []json.RawMessage
	if json.Unmarshal(text, &list) == nil {
		return len(list) == 0
	}
	var members map[string]json.RawMessage
	if json.Unmarshal(text, &members) != nil {
		return false
	}
	lists := 0
	for _, m := range members {
		if json.Unmarshal(m, &list) == nil && list != nil {
			if len(list) > 0 {
				return false
			}
			lists++
		}
	}
	return lists > 0
}

// waysThrough refuses paths that are good for columns alone.
func (h *harvest) waysThrough() error {
	for _, p := range h.paths {
		if p.err != nil {
			return p.err
		}
	}
	return nil
}

func (r *elements) where(number int) string { return fmt.Sprintf("item %d", number) }

func (r *elements) close() error { return nil }

func (r *elements) next() (entry, error) {
	e, err := r.in.Next()
	if err != nil {
		return entry{}, err
	}
	r.n++
	if e.TooLong {
		return entry{}, tooLong(fmt.Sprintf("item %d (line %d)", r.n, e.Line))
	}
	return entry{number: r.n, line: e.Line, raw: e.Text}, nil
}

func (r *elements) fill(t *tree.Tree, e entry) (note string, err error) {
	var bad *tree.SyntaxError
	if note, err = fillJSON(t, r.text, e.raw); errors.As(err, &bad) {
		err = fmt.Errorf("this is no JSON: line %d: %s", e.line+bad.Line-1, bad.Message)
	}
	return note, err
}

// object reads a document that is one item.
type object struct {
	elements
	whole bool // it was read
}

func (h *harvest) object(text *sheet.Text) (reader, error) {
	if err := h.waysThrough(); err != nil {
		return nil, err
	}
	return &object{elements: elements{text: text}}, nil
}

func (r *object) next() (entry, error) {
	if r.whole {
		return entry{}, io.EOF
	}
	r.whole = true
	raw, err := io.ReadAll(io.LimitReader(r.text.Reader, connectors.MaxItem+1))
	if err != nil {
		return entry{}, err
	}
	if len(raw) > connectors.MaxItem {
		return entry{}, fmt.Errorf("the document is one object, and longer than %d MB", connectors.MaxItem>>20)
	}
	return entry{number: 1, line: 1, raw: raw}, nil
}

func tooLong(where string) *connectors.Refusal {
	return connectors.Refuse("", where, "", "", "it is longer than %d MB", connectors.MaxItem>>20)
}

// fillJSON reads an item, which has to be an object.
func fillJSON(t *tree.Tree, text *sheet.Text, raw []byte) (note string, err error) {
	s, note := text.Decode(raw)
	if err := t.JSON(s); err != nil {
		return "", err
	}
	if k := t.Root().Kind(); k != tree.Object {
		return "", fmt.Errorf("expected an object, found %v", k)
	}
	return note, nil
}

// lines reads JSON lines.
type lines struct {
	text *sheet.Text
	line int // the last one read
}

func (r *lines) where(number int) string { return fmt.Sprintf("line %d", number) }

func (r *lines) close() error { return nil }

func (r *lines) next() (entry, error) {
	for {
		raw, whole, err := connectors.ReadLine(r.text.Reader, connectors.MaxItem)
		if err != nil {
			return entry{}, err
		}
		r.line++
		if !whole {
			if err := connectors.SkipLine(r.text.Reader, raw); err != nil {
				return entry{}, err
			}
			return entry{}, tooLong(r.where(r.line))
		}
		open := raw[len(raw)-1] != '\n'
		if raw = bytes.TrimSpace(raw); len(raw) > 0 {
			return entry{number: r.line, raw: raw, open: open}, nil
		}
	}
}

func (r *lines) fill(t *tree.Tree, e entry) (note string, err error) {
	note, err = fillJSON(t, r.text, e.raw)
	var bad *tree.SyntaxError
	if errors.As(err, &bad) {
		if bad.Short && e.open {
			return "", io.ErrUnexpectedEOF
		}
		err = fmt.Errorf("this is no JSON at character %d: %s", bad.Offset+1, bad.Message)
	}
	return note, err
}
