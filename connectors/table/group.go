package table

import (
	"fmt"

	"moselle/schema"
)

// groups are things that several rows tell of, in the order of their first row.
type groups struct {
	byKey map[string]*group
	order []*group
	rows  int
}

type group struct {
	*thing
	key   string
	lines []int
}

// maxGrouped bounds the rows that are kept until the end of the document.
const maxGrouped = 200_000

// group adds a row to the thing it tells of.
func (h *harvest) group(key string, e entry, warnings []schema.Fault) error {
	if h.groups.rows++; h.groups.rows > maxGrouped {
		return fmt.Errorf("group: more than %d rows cannot be put together; split the file", maxGrouped)
	}
	g := h.groups.byKey[key]
	if g == nil {
		g = &group{thing: h.begin(key), key: key}
		h.groups.byKey[key] = g
		h.groups.order = append(h.groups.order, g)
	}
	g.lines = append(g.lines, e.number)
	g.notes = append(g.notes, warnings...)
	h.fill(g.thing)
	return nil
}

// grouped hands on the things put together and reports whether the caller
// wants more.
func (h *harvest) grouped() bool {
	if h.groups == nil {
		return true
	}
	for _, g := range h.groups.order {
		if err := h.outcome(h.complete(g.thing, g.key, h.places(g.lines), nil)); err != nil {
			return false
		}
	}
	return true
}

// places names the rows of a thing: all of up to five.
func (h *harvest) places(lines []int) string {
	where := h.in.where(lines[0])
	for i, l := range lines[1:] {
		if i == 4 {
			return fmt.Sprintf("%s, … (%d in all)", where, len(lines))
		}
		where += fmt.Sprintf(", %d", l)
	}
	return where
}
