package table

import (
	"fmt"

	"gopkg.in/yaml.v3"

	"moselle/schema"
	"moselle/schema/tree"
)

// turn is one of the repetitions of an each with from.
type turn struct {
	value string
	i, n  int // which of how many
}

// each reads what a rule is repeated for: a path, for each node it leads to, or
// a source, for each of its values.
func (c *compiler) each(r *rule, n *yaml.Node, at string) {
	if n.Kind == yaml.ScalarNode {
		r.each = c.path(at, n.Value)
		c.plan.each = true
		return
	}
	if c.turns {
		c.fail(at, "stands in another each with from; one is all there can be")
	}
	r.turns = c.source(n, at)
	switch s := r.turns; {
	case len(s.from) == 0 || s.turn:
		c.fail(at, "needs from: the column or path whose values it is repeated for")
	case s.take > 0 || s.values != nil || s.other != nil:
		c.fail(at, "take and values mean nothing here")
	}
}

// repeats reports whether a rule is applied more than once.
func (r *rule) repeats() bool { return r.each != nil || r.turns != nil }

// takeTurns calls do once for each value of the rule's each.
func (r *run) takeTurns(ru *rule, at tree.Node, do func(tree.Node)) {
	before := r.turn
	all := r.aligned(ru.turns, at)
	for i, v := range all {
		if v == "" {
			continue
		}
		r.turn = &turn{v, i, len(all)}
		if r.holds(ru, at) {
			do(at)
		}
		r.turn = before
	}
}

// beside appends the piece that belongs to the turn. A single turn takes the
// value as it stands: what would cut it may be a part of it.
func (r *run) beside(dst []string, s *source, at tree.Node, b *schema.Builder, prop string) []string {
	if r.turn.n == 1 {
		whole := source{from: s.from, find: s.find, as: s.as}
		if v := r.value(&whole, at); v != "" {
			dst = append(dst, v)
		}
		return dst
	}
	all := r.aligned(s, at)
	switch {
	case len(all) == 0:
	case len(all) != r.turn.n:
		warn(b, schema.Fault{Path: prop, Value: s.from[0].name,
			Message: fmt.Sprintf("has %d values where %d belong; nobody can tell which belongs to which, and they are left out", len(all), r.turn.n)})
	case all[r.turn.i] != "":
		dst = append(dst, all[r.turn.i])
	}
	return dst
}

// aligned returns all values of a source in their places, empty ones too.
func (r *run) aligned(s *source, at tree.Node) (all []string) {
	add := func(v string) bool {
		s.cut(v, func(piece string) bool {
			if len(all) < maxEach {
				all = append(all, piece)
			}
			return len(all) < maxEach
		})
		return len(all) < maxEach
	}
	for _, p := range s.from {
		switch list := r.listAt(p, at); {
		case r.columns != nil:
			if v := r.first(p, at); v != "" {
				add(v)
			}
		case list.Kind() == tree.Array:
			for n := range list.Children() {
				if v := r.text(n); v == "" {
					all = append(all, "")
				} else if !add(v) {
					break
				}
			}
		default:
			p.Walk(at, func(n tree.Node) bool { return add(r.text(n)) })
		}
		if len(all) > 0 {
			break
		}
	}
	return all
}

// listAt returns the list that a plain path leads to by objects alone: walking
// it would pass over what is null in it.
func (r *run) listAt(p *path, at tree.Node) tree.Node {
	names, ok := p.Names()
	if !ok || r.columns != nil {
		return tree.Node{}
	}
	if p.FromRoot() {
		at = r.tree.Root()
	}
	for _, name := range names {
		at = at.Member(name)
	}
	return at
}
