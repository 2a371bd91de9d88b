package ldes

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"moselle/connectors"
	"moselle/schema/rdf"
	"moselle/schema/wire/ldes"
)

// members takes in the members of a page, the earliest first.
func (r *run) members(e *entry, p *ldes.Page) error {
	all := make([]ldes.Member, 0, len(p.Members))
	for _, id := range p.Members {
		m, err := p.Member(id, r.stream)
		if err != nil {
			// One without an address was never kept either, so that nothing is in doubt.
			if err := r.l.Refuse(connectors.Refuse(cmp.Or(m.Of, e.URL), r.where(e, m), "member", m.ID, "%v", err)); err != nil {
				return err
			}
			continue
		}
		all = append(all, m)
	}
	slices.SortStableFunc(all, func(a, b ldes.Member) int { return cmp.Compare(stamp(a.When), stamp(b.When)) })
	before := r.newest
	for i, m := range all {
		if i%64 == 0 && r.ctx.Err() != nil {
			return r.ctx.Err()
		}
		if m.When.Before(r.start) && !m.When.IsZero() {
			continue // known from an earlier run
		}
		r.ordered = r.ordered && !m.When.Before(before) && !m.When.IsZero()
		r.versions = r.versions || m.Of != m.ID
		if m.When.After(r.newest) {
			r.newest = m.When
		}
		if err := r.member(e, m); err != nil {
			return err
		}
	}
	return nil
}

// member takes in one, unless a newer version of its thing was told in this run.
func (r *run) member(e *entry, m ldes.Member) error {
	if told, ok := r.latest[m.Of]; ok && m.When.Before(told) {
		return nil
	} else if !ok && len(r.latest) >= maxThings {
		return fmt.Errorf("the stream is about more than %d things", maxThings)
	}
	r.latest[m.Of] = m.When
	if r.held == nil {
		return r.hand(m, r.where(e, m))
	}
	if r.held.put(m, r.where(e, m)); r.held.size <= maxHeld {
		return nil
	}
	r.changes()
	return r.release()
}

// release hands on what was kept back; from then on members are handed on as
// they come.
func (r *run) release() error {
	held := r.held
	r.held = nil
	for i := range held.list {
		if i%64 == 0 && r.ctx.Err() != nil {
			return r.ctx.Err()
		}
		k := &held.list[i]
		if k.deleted && !r.l.Versions {
			continue // a complete listing does not name what is gone
		}
		m, err := held.member(k)
		if err != nil {
			return err
		}
		if err := r.hand(m, k.where); err != nil {
			return err
		}
		*k = kept{}
	}
	return nil
}

// hand makes an item of a member, by the vocabulary that is surest of it.
func (r *run) hand(m ldes.Member, where string) error {
	if m.Deleted {
		return r.l.Hand(connectors.Item{Key: m.Of, Where: where, Deleted: true})
	}
	v, ok := connectors.ReaderOf(r.vocabularies, m.Graph, m.Thing)
	if !ok && r.Vocabulary != "" {
		v, ok = r.vocabularies[0], true
	}
	if !ok {
		types := typesOf(m.Graph, m.Thing)
		if types == "" {
			return r.l.Refuse(connectors.Refuse(m.Of, where, "type", "", "it does not say what kind of thing it is (rdf:type)"))
		}
		return r.l.Refuse(connectors.Refuse(m.Of, where, "type", types, "a thing of a kind that the hub does not keep"))
	}
	if r.readers[v.Name] == nil {
		r.readers[v.Name] = v.Open(r.env)
	}
	it, err := r.readers[v.Name](m.Graph, m.Thing, where)
	if err != nil {
		return r.l.Refuse(err)
	}
	it.Faults = append(it.Faults, r.notes...)
	r.notes = nil
	return r.l.Hand(it)
}

// typesOf lists the classes of a thing for a message.
func typesOf(g *rdf.Graph, thing rdf.Term) string {
	var out []string
	for _, t := range g.Subject(thing) {
		if t.P.Value == rdf.Type && len(out) < 5 {
			out = append(out, t.O.Value)
		}
	}
	return strings.Join(out, ", ")
}
