package activitypub

import (
	"cmp"
	"encoding/json"
)

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
	if err := check(document); err != nil {
		return Collection{}, err
	}
	var c Collection
	var atKind string
	ordered, items := false, false
	for name, value := range members(document) {
		list := value[0] == '['
		switch name {
		case "type":
			c.Type = typeOf(value)
		case "@type":
			atKind = typeOf(value)
		case "first":
			if c.First = AddressOf(value); value[0] == '{' {
				c.Page = value
			}
		case "next":
			c.Next = AddressOf(value)
		case "orderedItems":
			ordered = list
		case "items":
			items = list
		}
	}
	c.Type = cmp.Or(c.Type, atKind)
	switch {
	case ordered:
		c.Items = "orderedItems"
	case items:
		c.Items = "items"
	}
	return c, nil
}
