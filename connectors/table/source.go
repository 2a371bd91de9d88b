package table

import (
	"regexp"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"moselle/schema"
	"moselle/schema/tree"
)

// source says where texts come from and what is done to them on the way.
type source struct {
	from   []*path  // the first that leads to anything counts
	value  string   // a constant
	tmpl   template // several together
	split  []string
	find   *regexp.Regexp
	as     string // what is made of what find finds; "" for its first group, else all of it
	take   int    // which piece of what split or find makes, from 1; 0 is all
	part   string // what of an address or a price is taken; "" takes all
	turn   bool   // take the piece that stands where the turn of an each does
	join   string // between the values, when they become one; "" leaves them apart
	values map[string]string
	other  *string // what stands for values not listed; "*" for themselves
}

// source reads a column, a path or a mapping of words.
func (c *compiler) source(n *yaml.Node, path string) *source {
	if n.Kind == yaml.ScalarNode {
		return &source{from: c.paths(n, path)}
	}
	w, ok := c.words(n, path, sourceWords)
	if !ok {
		return &source{}
	}
	s := c.sourceWords(w)
	return &s
}

func (c *compiler) sourceWords(w words) source {
	var s source
	given := 0
	for _, word := range []string{"from", "value", "template"} {
		if w.node(word) != nil {
			given++
		}
	}
	if given != 1 {
		c.fail(w.path, "needs exactly one of from, value, template, map")
	}
	if n := w.node("from"); n != nil {
		s.from = c.paths(n, w.path+".from")
	}
	s.value = w.text(c, "value")
	if t := w.text(c, "template"); t != "" {
		s.tmpl = c.template(w.path+".template", t)
	}
	c.cuts(&s, w)
	s.join = w.text(c, "join")
	if s.part = w.text(c, "part"); s.part != "" && partNamed(s.part) == nil {
		c.fail(w.path+".part", "there is no part %q; there are: %s", s.part, strings.Join(partNames, ", "))
	}
	if n := w.node("values"); n != nil {
		s.values = map[string]string{}
		if n.Kind != yaml.MappingNode {
			c.fail(w.path+".values", "expected a mapping of values, as in cancelled: EventCancelled")
			return s
		}
		for from, to := range c.pairs(n, w.path+".values") {
			if to.Kind != yaml.ScalarNode {
				c.fail(w.path+".values."+from, "expected a single value")
			}
			if from == "*" {
				s.other = &to.Value
			} else {
				s.values[fold(from)] = to.Value
			}
		}
	}
	return s
}

// paths reads one path or a list of them.
func (c *compiler) paths(n *yaml.Node, at string) []*path {
	if n.Kind == yaml.ScalarNode {
		return []*path{c.path(at, n.Value)}
	}
	var out []*path
	for _, e := range n.Content {
		if n.Kind != yaml.SequenceNode || e.Kind != yaml.ScalarNode {
			c.fail(at, "expected a column or path, or a list of them")
			break
		}
		out = append(out, c.path(at, e.Value))
	}
	return out
}

// constants returns every value the source is sure to give when it gives it.
func (s *source) constants() []string {
	var out []string
	if s.value != "" && s.values == nil {
		out = append(out, s.value)
	}
	for _, v := range s.values {
		out = append(out, v)
	}
	if s.other != nil {
		out = append(out, *s.other)
	}
	slices.Sort(out)
	return out
}

// constant reports whether the source says the same of every row.
func (s *source) constant() bool { return len(s.from) == 0 && len(s.tmpl) == 0 }

// fold makes values comparable: without case and surrounding blanks.
func fold(s string) string { return strings.ToLower(strings.TrimSpace(s)) }

// maxValues bounds how many values one source gives for one row.
const maxValues = 10_000

// texts appends what the source gives at a node to dst. Values that are left
// out on the way are faults of the property.
func (r *run) texts(dst []string, s *source, at tree.Node, b *schema.Builder, prop string) []string {
	start := len(dst)
	switch {
	case s.turn:
		dst = r.beside(dst, s, at, b, prop)
	case len(s.tmpl) > 0:
		if t := r.expand(s.tmpl, at); t != "" {
			dst = append(dst, t)
		}
	case len(s.from) == 0:
		dst = append(dst, s.value)
	default:
		for _, p := range s.from {
			if dst = r.read(dst, p, at, b, prop); len(dst) > start {
				break
			}
		}
	}
	if !s.turn && (s.split != nil || s.find != nil) {
		dst = s.pieces(dst, start)
	}
	if s.part != "" {
		dst = parts(dst, start, s.part)
	}
	if s.values != nil || s.other != nil {
		dst = r.translate(dst, start, s, b, prop)
	}
	if s.join != "" && len(dst) > start+1 {
		dst = append(dst[:start], strings.Join(dst[start:], s.join))
	}
	return dst
}

// translate replaces values by those they stand for. An absent value is "".
func (r *run) translate(dst []string, start int, s *source, b *schema.Builder, prop string) []string {
	if len(dst) == start {
		if v := s.values[""]; v != "" {
			dst = append(dst, v)
		}
		return dst
	}
	kept := dst[:start]
	for _, v := range dst[start:] {
		to, ok := s.values[fold(v)]
		switch {
		case ok:
		case s.other == nil:
			warn(b, schema.Fault{Path: prop, Value: v, Message: "not among the values of the mapping; it is left out"})
		case *s.other == "*":
			to = v
		default:
			to = *s.other
		}
		if to != "" {
			kept = append(kept, to)
		}
	}
	return kept
}
