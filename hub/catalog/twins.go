package catalog

import (
	"context"
	"slices"
	"strings"

	"moselle/schema"
)

// Twin is an event of a source with one that may be the same: in the same
// country and postal code, at the same minute, with a like name.
type Twin struct {
	Start string `json:"start"`
	Event Named  `json:"event"`
	Other Named  `json:"other"`
	From  string `json:"otherSource"` // the source of the other
}

// maxTwins bounds the pairs that are shown, and the events they are sought among.
const (
	maxTwins   = 100
	maxSuspect = 500
)

// twins looks for events that share their key with others, at least one of them
// the source's. Who is right is for people to decide.
func (c *Catalog) twins(ctx context.Context, source string, langs []string) ([]Twin, error) {
	out := []Twin{}
	everywhere, err := c.Search(ctx, Query{Size: 1, Facets: []string{"twin"}, FacetSize: allValues})
	if err != nil {
		return nil, err
	}
	var shared []string
	for _, f := range everywhere.Facets["twin"] {
		if f.Count > 1 {
			shared = append(shared, f.Value)
		}
	}
	if len(shared) == 0 {
		return out, nil
	}
	own, err := c.suspects(ctx, func(q *Query) { q.Filter("source", source); q.Filter("twin", shared...) })
	if err != nil || len(own) == 0 {
		return out, err
	}
	var keys []string
	for _, s := range own {
		if !slices.Contains(keys, s.key) {
			keys = append(keys, s.key)
		}
	}
	all, err := c.suspects(ctx, func(q *Query) { q.Filter("twin", keys...) })
	if err != nil {
		return nil, err
	}
	for _, a := range own {
		for _, b := range all {
			pair := a.IRI != b.IRI && a.key == b.key && (a.Source != b.Source || a.IRI < b.IRI) // once, within a source
			if pair && len(out) < maxTwins && alike(a.Node, b.Node) {
				out = append(out, Twin{Start: a.Node.String("startDate"), Event: c.name(a.Entity, langs), Other: c.name(b.Entity, langs), From: string(b.Source)})
			}
		}
	}
	return out, nil
}

// suspect is an event with its key.
type suspect struct {
	*Entity
	key string
}

func (c *Catalog) suspects(ctx context.Context, narrow func(*Query)) ([]suspect, error) {
	q := Query{Size: maxSuspect}
	narrow(&q)
	found, err := c.Search(ctx, q)
	if err != nil {
		return nil, err
	}
	entities := make([]*Entity, len(found.Hits))
	for i, h := range found.Hits {
		entities[i] = h.Entity
	}
	linked, err := c.Linked(ctx, entities, "location")
	if err != nil {
		return nil, err
	}
	out := make([]suspect, len(entities))
	for i, e := range entities {
		out[i] = suspect{e, assess(e, linked).Twin}
	}
	return out, nil
}

// alike reports whether two things have names, in whatever language, that share
// at least half of their words.
func alike(a, b *schema.Node) bool {
	for _, x := range a.Values(a.Class.TitleOf()) {
		for _, y := range b.Values(b.Class.TitleOf()) {
			if likeness(x.Text, y.Text) >= .5 {
				return true
			}
		}
	}
	return false
}

// likeness is the share of words that two names have in common (Dice), 0 to 1.
func likeness(a, b string) float64 {
	x, y := wordsOf(a), wordsOf(b)
	if len(x)+len(y) == 0 {
		return 0
	}
	common := 0
	for _, w := range x {
		if slices.Contains(y, w) {
			common++
		}
	}
	return 2 * float64(common) / float64(len(x)+len(y))
}

// wordsOf gives the words of a name, each once, at most the first thirty.
func wordsOf(name string) []string {
	var out []string
	for w := range strings.FieldsSeq(schema.NameKey(name)) {
		if len(out) < 30 && !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	return out
}
