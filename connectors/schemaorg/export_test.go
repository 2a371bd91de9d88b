package schemaorg

import (
	"encoding/json"
	"io"
	"slices"
	"strings"
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

// Marked gives the things at the top of what a page of that address marks up, not
// in scripts, as lists: a type, then each property's name and value.
func Marked(r io.Reader, address string) (things []string, err error) {
	p, err := readPage(r, "text/html; charset=utf-8")
	if err != nil {
		return nil, err
	}
	p.scripts, p.address = nil, address
	for _, n := range p.document().graph.nodes {
		if n.top && len(n.types) > 0 {
			things = append(things, n.told(0))
		}
	}
	return things, nil
}

// Mapped reports whether a property is one that is read, under its usual name.
func Mapped(name string) (usual string, ok bool) {
	if v, is := variants[name]; is {
		name = v
	}
	return name, read[name]
}

func (n *node) told(depth int) string {
	var lines []string
	for _, p := range n.props {
		for _, v := range p.values {
			s := strings.Join(strings.Fields(v.text), " ")
			if v.node != nil && depth < 5 {
				s = v.node.told(depth + 1)
			}
			lines = append(lines, p.name+"="+s)
		}
	}
	slices.Sort(lines)
	types := slices.Clone(n.types)
	slices.Sort(types)
	return "{" + strings.Join(types, " ") + ": " + strings.Join(lines, "; ") + "}"
}
