package schemaorg

import (
	"encoding/json"
	"io"
)

// Scripts gives the values of all JSON-LD scripts of a page.
func Scripts(r io.Reader) (values []any, err error) {
	p, err := readPage(r, "text/html; charset=utf-8")
	if err != nil {
		return nil, err
	}
	for _, s := range p.scripts {
		vs, _, err := ParseJSON(s.text)
		if err != nil {
			return nil, err
		}
		values = append(values, vs...)
	}
	return values, nil
}

// ParseJSON gives what the tolerant reader reads as encoding/json would with
// UseNumber, and how many repairs it took.
func ParseJSON(s string) (values []any, repairs int, err error) {
	vs, rs, err := readJSON(s)
	for _, v := range vs {
		values = append(values, plainValue(v))
	}
	return values, len(rs), err
}

func plainValue(v any) any {
	switch v := v.(type) {
	case number:
		return json.Number(v)
	case []any:
		out := make([]any, len(v))
		for i, e := range v {
			out[i] = plainValue(e)
		}
		return out
	case *object:
		out := make(map[string]any, len(v.members))
		for _, m := range v.members {
			out[m.key] = plainValue(m.value)
		}
		return out
	}
	return v
}
