package activitypub

import (
	"encoding/json"
	"strings"
)

// maxRefs bounds the addresses that are read of a list.
const maxRefs = 1000

// AddressOf returns the address of a thing from a value in JSON: from the address
// alone, the whole thing, or the first of a list of such. It is "" for anything
// else.
func AddressOf(value []byte) string {
	if refs := refsOf(value, 1); len(refs) > 0 {
		return refs[0]
	}
	return ""
}

// refsOf returns the addresses of things, one or several, each in any of these
// forms; what has no address is passed over.
func refsOf(text []byte, most int) []string {
	switch {
	case len(text) == 0:
	case text[0] == '"':
		if s := textOf(text); s != "" {
			return []string{strings.TrimSpace(s)}
		}
	case text[0] == '{':
		var thing struct {
			ID   string `json:"id"`
			AtID string `json:"@id"`
			Href string `json:"href"`
		}
		_ = json.Unmarshal(text, &thing) // a member of another form leaves the others
		for _, s := range []string{thing.ID, thing.AtID, thing.Href} {
			if s != "" {
				return []string{s}
			}
		}
	case text[0] == '[':
		var list []json.RawMessage
		if json.Unmarshal(text, &list) != nil {
			return nil
		}
		var out []string
		for _, e := range list[:min(len(list), maxRefs)] {
			if len(e) > 0 && e[0] != '[' && len(out) < most {
				out = append(out, refsOf(e, 1)...)
			}
		}
		return out
	}
	return nil
}

// typeOf returns a type, without a prefix: of several the first that is the
// protocol's own, else the first.
func typeOf(value []byte) string {
	name := func(s string) string { return strings.TrimPrefix(strings.TrimPrefix(s, "as:"), Context+"#") }
	if len(value) == 0 || value[0] != '[' {
		return name(textOf(value))
	}
	var list []json.RawMessage
	_ = json.Unmarshal(value, &list)
	first := ""
	for _, e := range list[:min(len(list), maxRefs)] {
		s := name(textOf(e))
		if IsActivity(s) || IsActor(s) || IsCollection(s) {
			return s
		}
		if first == "" {
			first = s
		}
	}
	return first
}
