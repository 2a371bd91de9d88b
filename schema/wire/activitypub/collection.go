package activitypub

import "encoding/json"

// Collection is a list or a page of one, without what it lists (which stands
// under orderedItems or items and may be long).
type Collection struct {
	Type  string
	First string
	Next  string
	Page  json.RawMessage // the first page, when it stands inside; nil else
	Items string          // the member that lists: "orderedItems" or "items"; "" for none
}

// ParseCollection reads a list or a page, or nothing but the type of what is
// none. It is an error when the text is no JSON object.
func ParseCollection(document []byte) (Collection, error) {
	var in struct {
		Type    typeName        `json:"type"`
		AtType  typeName        `json:"@type"`
		First   json.RawMessage `json:"first"`
		Next    Ref             `json:"next"`
		Ordered json.RawMessage `json:"orderedItems"`
		Items   json.RawMessage `json:"items"`
	}
	if err := json.Unmarshal(document, &in); err != nil {
		return Collection{}, explain(err)
	}
	c := Collection{Type: string(in.Type), Next: string(in.Next)}
	if c.Type == "" {
		c.Type = string(in.AtType)
	}
	var first Ref
	_ = first.UnmarshalJSON(in.First)
	c.First = string(first)
	if len(in.First) > 0 && in.First[0] == '{' {
		c.Page = in.First
	}
	switch {
	case len(in.Ordered) > 0 && in.Ordered[0] == '[':
		c.Items = "orderedItems"
	case len(in.Items) > 0 && in.Items[0] == '[':
		c.Items = "items"
	}
	return c, nil
}
