package tree

import (
	"fmt"
	"strconv"
	"strings"
)

// Path leads from a node to values below it:
//
//	title          the member title
//	place.city     the member city of the member place
//	dates.0        the first element of a list
//	*              every member or element
//	a.**.b         b of a, and of whatever is below a, at any depth
//	.              the node itself
//	$.title        from the item itself, wherever one stands
//	"a.b".c        a name that holds a point, in quotation marks
//
// A list on the way, or at the end, is walked through: tags.name gives the
// name of every tag.
type Path struct {
	text  string
	root  bool
	steps []step
}

type step struct {
	key   string
	index int // of an element; -1 when the key is no number
	kind  stepKind
}

type stepKind uint8

const (
	member stepKind = iota
	every
	descend
)

// maxSteps bounds a path; maxVisits bounds what one walk may look at.
const (
	maxSteps  = 32
	maxVisits = 1 << 18
)

// ParsePath reads a path.
func ParsePath(s string) (Path, error) {
	p := Path{text: s}
	rest := strings.TrimSpace(s)
	if rest == "" {
		return p, fmt.Errorf("an empty path leads nowhere")
	}
	if rest == "." {
		return p, nil
	}
	if rest == "$" || strings.HasPrefix(rest, "$.") {
		p.root = true
		rest = strings.TrimPrefix(rest[1:], ".")
	}
	for rest != "" {
		var name string
		quoted := rest[0] == '"'
		if quoted {
			end := strings.IndexByte(rest[1:], '"')
			if end < 0 {
				return p, fmt.Errorf("path %q: a quotation mark is not closed", s)
			}
			name, rest = rest[1:end+1], rest[end+2:]
			if rest != "" && rest[0] != '.' {
				return p, fmt.Errorf("path %q: expected a point after the quotation mark", s)
			}
			rest = strings.TrimPrefix(rest, ".")
		} else {
			name, rest, _ = strings.Cut(rest, ".")
			name = strings.TrimSpace(name)
		}
		st := step{key: name, index: -1}
		switch {
		case quoted:
		case name == "":
			return p, fmt.Errorf("path %q: two points in a row", s)
		case name == "*":
			st.kind = every
		case name == "**":
			st.kind = descend
		default:
			if n, err := strconv.Atoi(name); err == nil && n >= 0 {
				st.index = n
			}
		}
		if p.steps = append(p.steps, st); len(p.steps) > maxSteps {
			return p, fmt.Errorf("path %q: more than %d steps", s, maxSteps)
		}
	}
	return p, nil
}

// String gives the path as it was written.
func (p Path) String() string { return p.text }

// FromRoot reports whether the path begins at the item itself.
func (p Path) FromRoot() bool { return p.root }

// Names returns the path's steps when each is a plain name, as a way through
// objects; ok is false for any other path.
func (p Path) Names() (names []string, ok bool) {
	for _, s := range p.steps {
		if s.kind != member {
			return nil, false
		}
		names = append(names, s.key)
	}
	return names, true
}

// Walk calls visit with every node the path leads to from n, in document
// order, never with a list; visit ends the walk by returning false. What is
// absent or null is passed over.
func (p Path) Walk(n Node, visit func(Node) bool) {
	if p.root && n.t != nil {
		n = n.t.Root()
	}
	w := walk{visit: visit, left: maxVisits}
	w.from(n, p.steps)
}

type walk struct {
	visit func(Node) bool
	left  int
}

// from reports whether to go on.
func (w *walk) from(n Node, steps []step) bool {
	if w.left--; w.left < 0 {
		return false
	}
	k := n.Kind()
	if len(steps) == 0 {
		switch k {
		case Absent, Null:
			return true
		case Array:
			return w.children(n, steps)
		}
		return w.visit(n)
	}
	s := steps[0]
	switch s.kind {
	case descend:
		// A list is only passed through: the step after this one walks through
		// lists by itself, and would find their elements twice.
		if k != Array && !w.from(n, steps[1:]) {
			return false
		}
		if k != Array && k != Object {
			return true
		}
		return w.children(n, steps)
	case every:
		if k != Array && k != Object {
			return true
		}
		return w.children(n, steps[1:])
	}
	switch k {
	case Object:
		return w.from(n.Member(s.key), steps[1:])
	case Array:
		if s.index < 0 {
			return w.children(n, steps)
		}
		for c := range n.Children() {
			if s.index == 0 {
				return w.from(c, steps[1:])
			}
			s.index--
		}
	}
	return true
}

func (w *walk) children(n Node, steps []step) bool {
	for c := range n.Children() {
		if !w.from(c, steps) {
			return false
		}
	}
	return true
}
