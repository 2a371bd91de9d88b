package activitypub

import (
	"bytes"
	"encoding/json"
	"errors"
	"iter"
)

// errNoObject says that a text is JSON and no object.
var errNoObject = errors.New("an object in braces is expected")

// ParseObject reads any object as encoding/json does, numbers as json.Number. It
// is an error when the text is no object, or no JSON.
func ParseObject(document []byte) (map[string]any, error) {
	if err := check(document); err != nil {
		return nil, err
	}
	return objectOf(document), nil
}

// check reports why a text is no object in JSON.
func check(document []byte) error {
	if !json.Valid(document) {
		var v any
		return explain(json.Unmarshal(document, &v))
	}
	if document = bytes.TrimLeft(document, " \t\r\n"); document[0] != '{' {
		return errNoObject
	}
	return nil
}

// members yields the names and values of an object, which is one in JSON. The
// values stand as they are written and are parts of it: an outbox is gone over
// several times from the outside in, and none of it should be decoded twice.
func members(object []byte) iter.Seq2[string, []byte] {
	return func(yield func(string, []byte) bool) {
		at := blanks(object, blanks(object, 0)+1)
		for object[at] != '}' {
			end := after(object, at)
			name := textOf(object[at:end])
			at = blanks(object, blanks(object, end)+1)
			end = after(object, at)
			if !yield(name, object[at:end:end]) {
				return
			}
			if at = blanks(object, end); object[at] == ',' {
				at = blanks(object, at+1)
			}
		}
	}
}

// blanks returns where the blanks at a place end.
func blanks(text []byte, at int) int {
	for text[at] == ' ' || text[at] == '\t' || text[at] == '\r' || text[at] == '\n' {
		at++
	}
	return at
}

// after returns where the value at a place ends.
func after(text []byte, at int) int {
	switch text[at] {
	case '"':
		return afterText(text, at)
	case '{', '[':
		for depth := 0; ; at++ {
			switch text[at] {
			case '"':
				at = afterText(text, at) - 1
			case '{', '[':
				depth++
			case '}', ']':
				if depth--; depth == 0 {
					return at + 1
				}
			}
		}
	}
	if n := bytes.IndexAny(text[at:], ",]} \t\r\n"); n >= 0 {
		return at + n
	}
	return len(text)
}

// afterText returns where the text at a place ends.
func afterText(text []byte, at int) int {
	for at++; ; at++ {
		at += bytes.IndexByte(text[at:], '"')
		escapes := 0
		for text[at-1-escapes] == '\\' {
			escapes++
		}
		if escapes%2 == 0 {
			return at + 1
		}
	}
}

func objectOf(text []byte) map[string]any {
	o := make(map[string]any, 16)
	for name, v := range members(text) {
		o[name] = valueOf(v)
	}
	return o
}

func valueOf(text []byte) any {
	switch text[0] {
	case '"':
		return textOf(text)
	case '{':
		return objectOf(text)
	case '[':
		list := []any{}
		for at := blanks(text, 1); text[at] != ']'; {
			end := after(text, at)
			list = append(list, valueOf(text[at:end]))
			if at = blanks(text, end); text[at] == ',' {
				at = blanks(text, at+1)
			}
		}
		return list
	case 't', 'f':
		return text[0] == 't'
	case 'n':
		return nil
	}
	return json.Number(text)
}
