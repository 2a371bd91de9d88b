package harvest

import (
	"slices"

	"moselle/hub/store"
	"moselle/schema"
)

// Told is what became of one item that an institution sent.
type Told struct {
	Key    string // "" when it was too broken to have one
	Where  string // its place in what was sent
	Became Became
	IRI    schema.IRI     // of its record, also of one that is gone now; "" for none
	Faults []schema.Fault // why it was refused, or what was left out or is poor
}

// Became is what became of an item, in one word.
type Became string

// What becomes of items.
const (
	New       Became = "created"
	Changed   Became = "updated" // itself, or what it brings with it
	Unaltered Became = "unchanged"
	Removed   Became = "deleted"
	Unknown   Became = "absent" // it was to go, and was not there
	Rejected  Became = "refused"
)

// kept adds to what an item speaks of the records that it names and does not
// describe. Where it described one before, it still says what it said then.
func (w *writer) kept(it *item, refs []store.Ref, named []schema.IRI) []store.Ref {
	for _, iri := range named {
		k := w.h.stored[iri]
		if k == nil && w.h.came[iri] == 0 || w.h.owners[iri] != nil || slices.ContainsFunc(refs, func(r store.Ref) bool { return r.IRI == iri }) {
			continue
		}
		ref := store.Ref{IRI: iri}
		if k != nil {
			ref.IRI = k.iri
		}
		if i := slices.IndexFunc(it.refs, func(r store.Ref) bool { return r.IRI == iri }); i >= 0 {
			ref = it.refs[i]
		}
		refs = append(refs, ref)
	}
	return refs
}

// abandon deletes the record of an item that was sent and is said to be gone, at
// once, unless another item describes it: that others name it does not keep it.
func (w *writer) abandon(gone *item) {
	h := w.h
	if h.sent == nil || len(gone.refs) == 0 {
		return
	}
	iri := gone.refs[0].IRI
	var naming []string
	for key, it := range h.items {
		if h.spoken(iri) == 0 {
			break
		}
		for _, r := range it.refs {
			switch {
			case r.IRI != iri || it == gone:
			case r.Digest != (mark{}):
				return
			default:
				naming = append(naming, key)
			}
		}
	}
	slices.Sort(naming)
	for _, key := range naming {
		it := h.items[key]
		h.speak(iri, -1)
		it.refs = slices.DeleteFunc(slices.Clone(it.refs), func(r store.Ref) bool { return r.IRI == iri })
		w.batch.Items = append(w.batch.Items, store.ItemState{Key: key, Raw: it.raw, Records: it.refs})
	}
	w.delete(iri)
}
