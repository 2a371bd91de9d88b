package table

import (
	"slices"
	"strings"

	"moselle/schema"
	"moselle/schema/tree"
)

// path is a column of a table or a way through a JSON value.
type path struct {
	tree.Path
	err  error // why it is no way through JSON; a column may be called anything
	id   int   // its place in plan.paths
	name string
}

// path reads a path; one that is named twice is the same.
func (c *compiler) path(at, s string) *path {
	s = strings.TrimSpace(s)
	if column, ok := c.plan.found[s]; ok {
		s = column
	}
	if i := slices.IndexFunc(c.plan.paths, func(p *path) bool { return p.name == s }); i >= 0 {
		return c.plan.paths[i]
	}
	parsed, err := tree.ParsePath(s)
	if f := c.plan.Format; err != nil && (s == "" || f == "json" || f == "lines") {
		c.fail(at, "%v", err)
	}
	p := &path{Path: parsed, err: err, id: len(c.plan.paths), name: s}
	c.plan.paths = append(c.plan.paths, p)
	return p
}

// part is a piece of a template: letters as they stand, or paths of which the
// first that leads to anything counts.
type part struct {
	text     string
	from     []*path
	optional bool
}

// template puts values together: "{{id}}-{{date}}".
type template []part

// template reads a template, or a path alone. An empty place leaves nothing of
// the whole unless its path ends in a question mark.
func (c *compiler) template(at, s string) template {
	if !strings.Contains(s, "{{") {
		return template{{from: []*path{c.path(at, s)}}}
	}
	var t template
	for s != "" {
		text, rest, found := strings.Cut(s, "{{")
		if text != "" {
			t = append(t, part{text: text})
		}
		if !found {
			break
		}
		name, after, closed := strings.Cut(rest, "}}")
		if !closed {
			c.fail(at, "{{ is not closed by }}")
			break
		}
		name, optional := strings.CutSuffix(strings.TrimSpace(name), "?")
		p := part{optional: optional}
		for one := range strings.SplitSeq(name, "|") {
			p.from = append(p.from, c.path(at, one))
		}
		t = append(t, p)
		s = after
	}
	return t
}

// read appends the values at the end of a path.
func (r *run) read(dst []string, p *path, at tree.Node, b *schema.Builder, prop string) []string {
	if r.columns != nil {
		if s := r.first(p, at); s != "" {
			dst = append(dst, s)
		}
		return dst
	}
	if r.turn != nil && p.name == "." {
		return append(dst, r.turn.value)
	}
	start := len(dst)
	p.Walk(at, func(n tree.Node) bool {
		if n.Kind() == tree.Object {
			warn(b, schema.Fault{Path: prop, Value: p.name, Message: "is an object, not a value; the path has to lead to one of its members"})
			return true
		}
		if s := r.text(n); s != "" {
			dst = append(dst, s)
		}
		return len(dst)-start < maxValues
	})
	return dst
}

// first returns the first value at the end of a path, "" when there is none.
func (r *run) first(p *path, at tree.Node) (s string) {
	switch {
	case r.turn != nil && p.name == ".":
		return r.turn.value
	case r.columns != nil:
		return r.text(r.tree.At(r.columns[p.id]))
	}
	p.Walk(at, func(n tree.Node) bool {
		s = r.text(n)
		return s == ""
	})
	return s
}

// firstOf returns what the first path gives that leads to anything.
func (r *run) firstOf(from []*path, at tree.Node) (s string) {
	for _, p := range from {
		if s = r.first(p, at); s != "" {
			break
		}
	}
	return s
}

// text returns a scalar without surrounding blanks, "" when it stands for nothing.
func (r *run) text(n tree.Node) string {
	s := strings.TrimSpace(n.Text())
	if s != "" && r.empty != nil && r.empty[fold(s)] {
		return ""
	}
	return s
}

// expand fills in a template.
func (r *run) expand(t template, at tree.Node) string {
	if len(t) == 1 {
		return t[0].text + r.firstOf(t[0].from, at)
	}
	var b strings.Builder
	for _, p := range t {
		s := p.text
		if p.from != nil {
			if s = r.firstOf(p.from, at); s == "" && !p.optional {
				return ""
			}
		}
		b.WriteString(s)
	}
	return b.String()
}
