package destination

import (
	"strings"

	"moselle/schema/tree"
)

// kind is a type of item of which records are made.
type kind struct {
	name   string
	prefix string // of the items' global_id
	event  bool
	class  string // the more specific class of its places; "" for none
}

var kinds = []kind{
	{name: "Event", prefix: "e_", event: true},
	{name: "POI", prefix: "p_"},
	{name: "Tour", prefix: "t_"},
	{name: "Gastro", prefix: "g_", class: "FoodEstablishment"},
	{name: "Hotel", prefix: "h_", class: "Hotel"},
}

func kindNamed(name string) (kind, bool) {
	for _, k := range kinds {
		if strings.EqualFold(k.name, name) {
			return k, true
		}
	}
	return kind{}, false
}

// typeOf returns the type of an item: as it says, else by its global_id, else as
// the address asks for; "" when nobody knows.
func (c *connector) typeOf(o tree.Node, key string) string {
	if s := text(get(o, "type")); s != "" {
		return s
	}
	for _, k := range kinds {
		if strings.HasPrefix(key, k.prefix) {
			return k.name
		}
	}
	if _, ok := kindNamed(c.asked); ok {
		return c.asked
	}
	return ""
}

// wanted returns the kind of a type that the settings name; false for any other.
func (c *connector) wanted(name string) (kind, bool) {
	for _, t := range c.Types {
		if strings.EqualFold(t, name) {
			return kindNamed(t)
		}
	}
	return kind{}, false
}
