package table

import (
	"bytes"
	"encoding/json"
)

// maxMembers bounds how many names are looked at in a document's beginning.
const maxMembers = 10_000

// members returns the shapes of a JSON document by its beginning, which may
// break off: the document's own object, of lines the first, or the first of its
// list, and the first object of every list that is a member of it.
func members(head []byte, lines bool) []shape {
	var (
		shapes []shape
		open   []level
		dec    = json.NewDecoder(bytes.NewReader(head))
	)
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
		if bracket {
			l := level{object: d == '{', shape: -1}
			if items, ok := listed(open, l.object); ok {
				l.shape = len(shapes)
				shapes = append(shapes, shape{items: items, object: len(open) == 0 && !lines})
			}
			open = append(open, l)
		}
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
