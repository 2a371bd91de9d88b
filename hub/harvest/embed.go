package harvest

import "moselle/schema"

// standing is how a record that items embed (a venue, a painter) stands in the
// course of the run. The richest version counts that any item of the source
// says, whatever the order they come in, so that reading the same source twice
// changes nothing:
//
//   - a version richer than what is stored is written at once;
//   - a poorer one waits until the end, when it is known whether any item still
//     says what is stored; if none does, the richest of those that wait is written;
//   - an item that is not read anew (same, refused, not listed) still says what
//     it said; when its version is the one to store, the next run reads it (recall);
//   - an item of which the record is the own one has the last word;
//   - under changed settings nothing stored counts that no item says again: every
//     other version waits.
//
// What waits takes up to heldBytes. Beyond, the next run reads again what it
// needs; under changed settings versions are written as they come.
type standing struct {
	iri    schema.IRI
	digest schema.Digest // of what is stored, zero for nothing
	now    mark          // of what is stored, zero when no item is known to say it
	sure   bool          // an item read in this run says what is stored
	held   *sealed       // the richest version that waits
}

// heldBytes is about how much may wait for the end of a run.
const heldBytes = 32 << 20

// embed takes a version of a record embedded in an item and returns the one
// copy of the record's IRI that is kept.
func (w *writer) embed(s *sealed) schema.IRI {
	e := w.standing(s.draft.IRI)
	owner := w.h.owners[e.iri]
	switch {
	case owner != nil && owner.owns(e.iri):
		if owner.status == unseen { // its own words count, unless it turns out to be gone
			w.hold(e, s)
		}
	case e.digest == s.digest:
		e.now, e.sure = s.mark, true
		if e.held != nil && !richer(e.held.mark, e.now) {
			w.drop(e)
		}
	case !w.h.valid && !e.sure && !e.digest.IsZero() && w.held < heldBytes:
		w.hold(e, s)
	case richer(s.mark, e.now):
		w.take(e, s)
	case !e.sure:
		w.hold(e, s)
	}
	return e.iri
}

// take writes a version of an embedded record.
func (w *writer) take(e *standing, s *sealed) {
	w.put(s, !e.digest.IsZero())
	w.drop(e)
	e.digest, e.now, e.sure = s.digest, s.mark, true
}

func (w *writer) standing(iri schema.IRI) *standing {
	e := w.embedded[iri]
	if e == nil {
		e = &standing{iri: iri}
		if p := w.h.stored[iri]; p != nil {
			e.iri, e.digest, e.now = p.iri, p.digest, p.said
		}
		w.embedded[e.iri] = e
	}
	return e
}

// hold keeps a version if it is the richest that waits.
func (w *writer) hold(e *standing, s *sealed) {
	w.waits = true
	if e.held != nil && !richer(s.mark, e.held.mark) {
		return
	}
	if w.drop(e); w.held >= heldBytes {
		return
	}
	s.make(w.h.source.ID, w.h.now)
	held := *s // what stands beside it in the item is let go
	e.held = &held
	w.held += len(held.record.Triples) + len(held.record.View)
}

// drop lets go of the version that waits.
func (w *writer) drop(e *standing) {
	if e.held != nil {
		w.held -= len(e.held.record.Triples) + len(e.held.record.View)
		e.held = nil
	}
}
