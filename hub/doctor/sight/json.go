package sight

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"moselle/schema"
)

// says are the keys under which services tell what went wrong.
var says = []string{"error", "errors", "message", "detail", "error_description", "errormessage", "msg"}

// maxDepth is how deep a list of objects is looked for.
const maxDepth = 4

// jsonOf tells the keys of JSON and the first list of objects in it, and from
// where on it is none.
func jsonOf(text []byte, whole bool) Sight {
	s := Sight{Form: JSON}
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	w := walk{sight: &s}
	var err error
	for err == nil {
		var token json.Token
		if token, err = d.Token(); err == nil {
			w.token(token)
		}
	}
	if s.Rows {
		s.Hollow = ""
	}
	if w.failed != "" && !s.Rows {
		s.Says = schema.Excerpt(w.failed)
	}
	if broken := !errors.Is(err, io.EOF) || len(w.open) > 0; broken && whole {
		at := int(d.InputOffset())
		var wrong *json.SyntaxError
		s.CutOff = errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF)
		if errors.As(err, &wrong) && !s.CutOff {
			at = max(at, int(wrong.Offset))
		}
		if s.CutOff {
			at = len(text)
		}
		s.Line, s.Column = position(text, min(at, len(text)))
	}
	return s
}

// position returns the line and the column of a byte, from 1, the latter in
// characters.
func position(text []byte, at int) (line, column int) {
	before := text[:at]
	last := bytes.LastIndexByte(before, '\n')
	return 1 + bytes.Count(before, []byte("\n")), 1 + utf8.RuneCount(before[last+1:])
}

// walk follows the tokens of a document.
type walk struct {
	sight  *Sight
	open   []level
	failed string // the first message in it
	inRow  int    // how deep the first object of the list stands; 0 for not in it
}

// level is an object or a list that is open.
type level struct {
	object, value bool   // value: the next token of an object is no key
	filled        bool   // of a list: something stands in it
	key           string // of an object: the last one
}

func (w *walk) token(token json.Token) {
	depth := len(w.open)
	if depth > 0 {
		if top := &w.open[depth-1]; top.object && !top.value {
			if key, ok := token.(string); ok {
				top.key, top.value = key, true
				w.key(key)
				return
			}
		}
	}
	closing := token == json.Delim('}') || token == json.Delim(']')
	if depth > 0 && !closing {
		w.open[depth-1].filled = true
	}
	switch token {
	case json.Delim('{'), json.Delim('['):
		object := token == json.Delim('{')
		if object && depth > 0 && depth <= maxDepth && !w.open[depth-1].object && !w.sight.Rows {
			w.inRow = depth + 1
		}
		w.open = append(w.open, level{object: object})
		return
	case json.Delim('}'), json.Delim(']'):
		if depth == w.inRow {
			w.inRow = 0
		}
		if top := w.open[max(0, depth-1):]; len(top) > 0 && !top[0].object && !top[0].filled && w.sight.Hollow == "" && depth <= maxDepth {
			w.sight.Hollow = keysOf(w.open[:depth-1])
		}
		w.open = w.open[:max(0, depth-1)]
	default:
		w.message(token)
	}
	if n := len(w.open); n > 0 {
		w.open[n-1].value = false
	}
}

// key notes a key of the document, or of the first row.
func (w *walk) key(key string) {
	s := w.sight
	switch depth := len(w.open); {
	case depth == 1 && len(s.Keys) < maxNames && !slices.Contains(s.Keys, key):
		s.Keys = append(s.Keys, schema.Excerpt(key))
	case depth == w.inRow:
		if !s.Rows { // an object without keys is no row
			s.Rows, s.List = true, keysOf(w.open[:depth-1])
		}
		if len(s.Columns) < maxNames {
			s.Columns = append(s.Columns, schema.Excerpt(key))
		}
	}
}

// message notes a text under a key of those that say what went wrong.
func (w *walk) message(token json.Token) {
	text, ok := token.(string)
	if n := len(w.open); ok && n > 0 && n < maxDepth && w.open[n-1].object && slices.Contains(says, strings.ToLower(w.open[n-1].key)) && w.failed == "" {
		w.failed = text
	}
}

// keysOf returns the keys of the objects that are open, with full stops between
// them.
func keysOf(open []level) string {
	var keys []string
	for _, l := range open {
		if l.object {
			keys = append(keys, l.key)
		}
	}
	return schema.Excerpt(strings.Join(keys, "."))
}
