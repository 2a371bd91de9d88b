package connectors

import (
	"fmt"
	"slices"
	"strings"

	"moselle/schema"
)

// maxEmbedded bounds the records that one item brings with it.
const maxEmbedded = 2000

// Records gathers what comes of one item: its own record first, then those of
// the places, people and works that it names, one for each (class, key) however
// often it is named.
type Records struct {
	env  Env
	list []*schema.Builder
	path []string // the property that leads to each; "" for the item
	at   map[schema.IRI]bool
	bare map[schema.IRI]bool // those of which the source gives no more than a name
	full bool                // more are named than an item may bring
}

// NewRecords returns the records of an item of which nothing is known yet.
func NewRecords(env Env) *Records { return &Records{env: env, at: map[schema.IRI]bool{}} }

// Build starts the record of (class, key), or returns the one that is there:
// fresh says which. path is the property that leads to it, "" for the item
// itself, which is built first. Beyond what an item may bring, b is nil.
func (r *Records) Build(class, key, path string) (b *schema.Builder, fresh bool) {
	b = schema.Build(r.env.Source, class, key)
	if r.at[b.IRI()] {
		i := slices.IndexFunc(r.list, func(o *schema.Builder) bool { return o.IRI() == b.IRI() })
		return r.list[i], false
	}
	if len(r.list) > maxEmbedded {
		if !r.full {
			r.full = true
			r.Fault(schema.Fault{Path: path, Message: fmt.Sprintf("more than %d places, people and works in one item; the first are kept", maxEmbedded)})
		}
		return nil, false
	}
	b.Zone = r.env.Zone
	r.at[b.IRI()] = true
	r.list, r.path = append(r.list, b), append(r.path, path)
	return b, true
}

// Embed is Build for what the item names: describe fills the record unless it is
// there already. It returns the record's IRI for the link, "" for none.
func (r *Records) Embed(class, key, path string, describe func(*schema.Builder)) schema.IRI {
	if key == "" {
		return ""
	}
	b, fresh := r.Build(class, key, path)
	switch {
	case b == nil:
		return ""
	case fresh:
		describe(b)
	}
	return b.IRI()
}

// EmbedNamed is Embed for what the source gives hardly more of than a name: what
// such a record lacks is nobody's fault and not told.
func (r *Records) EmbedNamed(class, key, path string, describe func(*schema.Builder)) schema.IRI {
	iri := r.Embed(class, key, path, describe)
	if r.bare == nil {
		r.bare = map[schema.IRI]bool{}
	}
	r.bare[iri] = true
	return iri
}

// Fault records something wrong with the item itself.
func (r *Records) Fault(f schema.Fault) { r.list[0].Fault(f) }

// Item ends the building: the item under its key with all drafts and warnings,
// or its refusal. What an embedded record lacks refuses nobody; it is told under
// the property that leads to it.
func (r *Records) Item(key, where string) (Item, *Refusal) {
	it := Item{Key: key, Where: where}
	for i, b := range r.list {
		d, faults := b.Draft()
		it.Drafts = append(it.Drafts, d)
		for _, f := range faults {
			if r.path[i] != "" {
				if f.Path == "derivedFrom" || f.Missing() && r.bare[b.IRI()] {
					continue // nothing that whoever keeps the source can mend
				}
				f.Path = strings.TrimSuffix(r.path[i]+"."+f.Path, ".")
				if f.Refuses() {
					f.Severity = schema.Warning
				}
			}
			if !slices.Contains(it.Faults, f) {
				it.Faults = append(it.Faults, f)
			}
		}
	}
	if refused := schema.Refused(it.Faults); len(refused) > 0 {
		return Item{}, &Refusal{Key: key, Where: where, Faults: refused}
	}
	return it, nil
}
