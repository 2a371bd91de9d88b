package activitypub

import (
	"encoding/json"
	"strings"
)

// Ref is the address of a thing that is given by it, or whole, or as the first
// of a list of such; "" for nothing.
type Ref string

// maxRefs bounds the addresses that are read of a list.
const maxRefs = 1000

// UnmarshalJSON reads any of these forms; any other gives "" and no error.
func (r *Ref) UnmarshalJSON(text []byte) error {
	*r = ""
	if refs := refsOf(text, 1); len(refs) > 0 {
		*r = Ref(refs[0])
	}
	return nil
}

// Refs are the addresses of things, one or several, each in any form of Ref.
type Refs []string

// UnmarshalJSON reads one or a list; what has no address is passed over.
func (r *Refs) UnmarshalJSON(text []byte) error {
	*r = refsOf(text, maxRefs)
	return nil
}

func refsOf(text []byte, most int) []string {
	switch {
	case len(text) == 0:
	case text[0] == '"':
		var s string
		if json.Unmarshal(text, &s) == nil && s != "" {
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

// typeName is a type, without a prefix: of several the first that is the
// protocol's own, else the first.
type typeName string

// UnmarshalJSON reads a text or a list of texts.
func (t *typeName) UnmarshalJSON(text []byte) error {
	*t = ""
	var list []any
	if json.Unmarshal(text, &list) != nil {
		var one string
		_ = json.Unmarshal(text, &one) // what is no text is no type
		list = []any{one}
	}
	for _, e := range list[:min(len(list), maxRefs)] {
		s, _ := e.(string)
		s = strings.TrimPrefix(strings.TrimPrefix(s, "as:"), Context+"#")
		if known := IsActivity(s) || IsActor(s) || IsCollection(s); known || *t == "" {
			if *t = typeName(s); known {
				break
			}
		}
	}
	return nil
}
