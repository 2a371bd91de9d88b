package table

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// The bounds of what is looked at in a document's beginning: tokens, and how
// deep the members of an item stand in it.
const (
	maxMembers = 10_000
	maxWay     = 4
)

// members returns the shapes of a JSON document by its beginning, which may
// break off: the document's own object, of lines the first, or the first of its
// list, and the first object of every list that is a member of it.
func members(head []byte, lines bool) []shape {
	var (
		shapes []shape
		open   []level
		dec    = json.NewDecoder(bytes.NewReader(head))
	)
	dec.UseNumber()
	for range maxMembers {
		token, err := dec.Token()
		if err != nil {
			break
		}
		d, bracket := token.(json.Delim)
		var top *level
		if len(open) > 0 {
			top = &open[len(open)-1]
		}
		if bracket && (d == '}' || d == ']') {
			if open = open[:len(open)-1]; len(open) == 0 {
				break // what follows are other lines
			}
			continue
		}
		if top != nil && top.object && !top.named {
			top.name, _ = token.(string)
			if top.named = true; top.shape >= 0 {
				shapes[top.shape].names = append(shapes[top.shape].names, top.name)
			}
			continue
		}
		if top != nil {
			top.named = false
			top.count++
		}
		if !bracket {
			for i, l := range open {
				if l.shape < 0 || token == nil || len(shapes[l.shape].columns) >= maxColumns {
					continue
				}
				// What GeoJSON says of a feature is no kind of place (RFC 7946).
				if c, ok := way(open[i:]); ok && token != "Feature" {
					c.values = []string{fmt.Sprint(token)}
					shapes[l.shape].columns = append(shapes[l.shape].columns, c)
				}
			}
			continue
		}
		l := level{object: d == '{', shape: -1}
		if items, ok := listed(open, l.object); ok {
			l.shape = len(shapes)
			shapes = append(shapes, shape{items: items, exact: true, object: len(open) == 0 && !lines})
		}
		open = append(open, l)
	}
	return shapes
}

// level is an object or a list that is open.
type level struct {
	object bool
	shape  int    // of shapes; -1 for none
	name   string // the member that is read
	named  bool   // its value comes next
	count  int    // values so far
}

// listed reports whether what opens inside of others is an object that tells a
// shape, and the member that leads to its list.
func listed(open []level, object bool) (items string, ok bool) {
	switch n := len(open); {
	case !object || n > 0 && open[n-1].count != 1 && !open[n-1].object:
		return "", false
	case n == 0, n == 1 && !open[0].object:
		return "", true
	case n == 2 && open[0].object && !open[1].object:
		return open[0].name, true
	}
	return "", false
}

// way returns the column that a single value is in the outermost of the objects
// around it. Of a list its first value counts.
func way(open []level) (c column, ok bool) {
	if len(open) > maxWay {
		return c, false
	}
	var path, names []string
	for _, l := range open {
		switch {
		case !l.object && l.count > 1, l.object && strings.ContainsAny(l.name, "\"\\"):
			return c, false
		case !l.object:
			c.listed = true
			continue
		}
		names = append(names, heading(l.name))
		if strings.ContainsAny(l.name, ".$*") || l.name != strings.TrimSpace(l.name) || l.name == "" {
			path = append(path, `"`+l.name+`"`)
		} else {
			path = append(path, l.name)
		}
	}
	c.name, c.heads = strings.Join(path, "."), heads(names)
	if len(names) == 1 {
		c.others = otherwise(names[0])
	}
	return c, true
}

// heads returns what a way through objects may be called: all names on it, those
// below what merely wraps a record, and those above a word that says no more
// than that a thing has a name or an address.
func heads(names []string) []string {
	for len(names) > 1 && slices.Contains(wraps, names[0]) {
		names = names[1:]
	}
	out := []string{strings.Join(names, " ")}
	if n := len(names) - 1; n > 0 && slices.Contains(says, names[n]) {
		out = append(out, strings.Join(names[:n], " "))
	}
	return out
}

var (
	wraps = []string{"fields", "properties", "attributes", "source", "record", "item", "node", "data", "tags"}
	says  = []string{"name", "title", "label", "value", "text", "url", "href", "src", "uri", "full name", "display name", "displayname", "content"}
)
