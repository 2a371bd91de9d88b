package harvest

import (
	"context"
	"slices"
	"strings"

	"moselle/connectors"
	"moselle/hub/store"
	"moselle/schema"
)

// writer is the last stage: it alone decides what is written. An item's own
// record is written as it is; of those that items embed, see standing.
type writer struct {
	h      *harvest
	batch  store.Batch
	size   int                          // of the batch's records, in bytes
	held   int                          // of the versions that wait, in bytes
	begun  bool                         // something of this run is stored
	now    map[schema.IRI]schema.Digest // of own records stored in a run that lists changes: the last version counts
	resume connectors.Cursor            // where the run goes on if it is broken off now; nil for no news of it
	told   []Told                       // of a delivery: what became of the items since what is stored

	went     map[string]bool // keys of items that the source says are gone and that went at once
	waits    bool            // a version that the present item says has to wait
	waiting  int             // items that the source says are gone and that wait for the end
	embedded map[schema.IRI]*standing
}

// batchBytes is about how much one transaction takes of records.
const batchBytes = 8 << 20

func (w *writer) init(h *harvest) {
	w.h, w.embedded, w.now = h, map[schema.IRI]*standing{}, map[schema.IRI]schema.Digest{}
	w.went = map[string]bool{}
	w.batch.Source = h.source.ID
}

// step takes one item or refusal, and notes for whoever sent it what became of it.
func (w *writer) step(ctx context.Context, st *step) error {
	t, err := w.receive(ctx, st)
	if err == nil && w.h.sent != nil {
		w.told, w.h.sent.keys = append(w.told, t), append(w.h.sent.keys, strings.Clone(t.Key))
	}
	return err
}

func (w *writer) receive(ctx context.Context, st *step) (Told, error) {
	h := w.h
	h.run.Read++
	t := Told{Key: st.item.Key, Where: st.item.Where, Became: Unaltered, Faults: st.item.Faults}
	if st.item.Resume != nil {
		defer func() { w.resume = st.item.Resume }() // what is flushed from then on
	}
	it := h.items[st.item.Key]
	if it != nil && len(it.refs) > 0 {
		t.IRI = it.refs[0].IRI
	}
	switch {
	case st.refusal != nil:
		t.Key, t.Where, t.Became, t.Faults = st.refusal.Key, st.refusal.Where, Rejected, st.refusal.Faults
		h.report.refuse(st.refusal)
		if it := h.items[st.refusal.Key]; it != nil && it.status < refused {
			w.back(st.refusal.Key, it)
			it.status = refused
		}
		if st.refusal.Key == "" {
			h.complete = false
		}
	case st.item.Deleted:
		h.report.warn(st.item)
		t.Became = Unknown
		if it != nil {
			t.Became = Removed
			return t, w.withdraw(ctx, st.item.Key, it)
		}
	case it != nil && it.status >= same && !h.changes:
		h.report.twice(st.item, sameKey)
	case st.item.Same && it == nil:
		h.report.refuse(connectors.Refuse(st.item.Key, st.item.Where, "key", st.item.Key, "said to be unchanged, but it was never read"))
	case st.item.Same:
		if len(it.refs) > 0 && !w.claimed(it.refs[0].IRI, it) {
			h.owners[it.refs[0].IRI] = it
		}
		w.back(st.item.Key, it)
		it.status = same
		h.run.Unchanged++
	case w.claimed(st.records[0].draft.IRI, it):
		t.Became, t.Faults = Rejected, []schema.Fault{{Path: "key", Value: schema.Excerpt(st.item.Key), Message: sameRecord, Severity: schema.Violation}}
		h.report.twice(st.item, sameRecord)
		if it != nil {
			it.status = refused
		}
	default:
		if it == nil {
			it = &item{}
			h.items[strings.Clone(st.item.Key)] = it // connectors may cut keys out of whole documents
		}
		w.back(st.item.Key, it)
		t.IRI = st.records[0].draft.IRI
		var err error
		t.Became, err = w.item(ctx, it, st)
		return t, err
	}
	return t, nil
}

// withdraw takes an item that the source says is gone. As long as they are few
// it goes at once: a run that goes on where it was broken off does not hear of it
// again. What is more waits for the end, as what is missing does, and until then
// there is nowhere to go on from. While a question is open, everything waits:
// else each run would let its share go.
func (w *writer) withdraw(ctx context.Context, key string, it *item) error {
	h := w.h
	if it.status == withdrawn {
		return nil
	}
	if h.sent == nil && !h.opts.Confirm && (h.asked || len(w.went) >= h.allowance()) {
		it.status = withdrawn
		w.waiting++
		return nil
	}
	w.leave(it)
	if it.status >= same {
		if err := w.flush(ctx); err != nil { // in a batch what goes comes first
			return err
		}
	}
	w.abandon(it)
	if len(it.refs) > 0 && h.owners[it.refs[0].IRI] == it {
		delete(h.owners, it.refs[0].IRI) // it may come back under any key
	}
	key = strings.Clone(key)
	it.status = gone
	delete(h.items, key)
	w.went[key] = true
	w.batch.Forget = append(w.batch.Forget, key)
	return w.flushFull(ctx)
}

// back takes note that an item is listed after all.
func (w *writer) back(key string, it *item) {
	if it.status == withdrawn {
		w.waiting--
	}
	delete(w.went, key)
}

// leave takes note that an item speaks no more of what it spoke of, but for what
// it says now.
func (w *writer) leave(it *item, now ...store.Ref) {
	for _, r := range it.refs {
		w.h.speak(r.IRI, -1)
		if !slices.Contains(now, r) {
			w.h.heard[r.IRI] = true
		}
	}
}

// deleteUnspoken deletes the records of which no item speaks any more.
func (w *writer) deleteUnspoken() {
	for _, iri := range w.h.unspoken() {
		w.delete(iri)
	}
}

// delete deletes a record, though the run may bring it again.
func (w *writer) delete(iri schema.IRI) {
	w.h.run.Deleted++
	w.batch.Changes = append(w.batch.Changes, deletion(iri, w.h.source.ID, "source-deleted"))
	w.h.wrote[iri] = schema.Digest{}
	if w.h.changes {
		w.now[iri] = schema.Digest{}
	}
	e := w.standing(iri)
	w.drop(e)
	e.digest, e.now, e.sure = schema.Digest{}, mark{}, false
}

// claimed reports whether a record is the own one of another item listed before.
func (w *writer) claimed(iri schema.IRI, by *item) bool {
	owner := w.h.owners[iri]
	return owner != nil && owner != by && owner.status != unseen && owner.owns(iri)
}

// item takes an item read anew.
func (w *writer) item(ctx context.Context, it *item, st *step) (Became, error) {
	h := w.h
	h.report.warn(st.item)
	written := len(w.batch.Changes)
	w.waits = false
	became := Changed
	refs := make([]store.Ref, len(st.records), len(st.records)+len(st.item.Keeps))
	for i := len(st.records) - 1; i >= 0; i-- { // what is linked to comes before what links
		s := &st.records[i]
		refs[i] = store.Ref{IRI: s.draft.IRI, Digest: s.mark}
		if i > 0 {
			refs[i].IRI = w.embed(s)
		} else if w.own(s) {
			became = New
		}
	}
	refs = w.kept(it, refs, st.item.Keeps)
	says := slices.Equal(it.refs, refs)
	if len(w.batch.Changes) == written && (says || !w.waits) {
		became = Unaltered
		h.run.Unchanged++
	}
	if !says {
		for _, r := range refs {
			h.speak(r.IRI, 1)
			if !slices.Contains(it.refs, r) {
				h.heard[r.IRI] = true
			}
		}
		w.leave(it, refs...)
	}
	if it.status = fresh; !says || it.raw != st.raw {
		it.raw, it.refs = st.raw, refs
		w.batch.Items = append(w.batch.Items, store.ItemState{Key: st.item.Key, Raw: it.raw, Records: it.refs})
	}
	h.owners[refs[0].IRI] = it
	return became, w.flushFull(ctx)
}

// own takes an item's own record, and reports whether it is a new one.
func (w *writer) own(s *sealed) bool {
	var digest schema.Digest
	if p := w.h.stored[s.draft.IRI]; p != nil {
		digest = p.digest
	}
	if e := w.embedded[s.draft.IRI]; e != nil {
		w.drop(e)
		digest = e.digest
	}
	if now, ok := w.now[s.draft.IRI]; ok {
		digest = now
	}
	if w.h.changes {
		w.now[s.draft.IRI] = s.digest
	}
	if digest != s.digest {
		w.put(s, !digest.IsZero())
	}
	return digest.IsZero()
}

func (w *writer) put(s *sealed, there bool) {
	op := store.Create
	if there {
		op = store.Update
		w.h.run.Updated++
	} else {
		w.h.run.Created++
	}
	s.make(w.h.source.ID, w.h.now)
	w.h.wrote[s.draft.IRI] = s.digest
	w.batch.Changes = append(w.batch.Changes, store.Change{Op: op, Record: s.record})
	w.size += len(s.record.Triples) + len(s.record.View)
}

// flushFull writes what has gathered when it is enough for a batch.
func (w *writer) flushFull(ctx context.Context) error {
	limit := w.h.Batch
	if limit == 0 {
		limit = 500
	}
	if len(w.batch.Items)+len(w.batch.Forget) < limit && len(w.batch.Changes) < 4*limit && w.size < batchBytes {
		return nil
	}
	return w.flush(ctx)
}

// flush writes what has gathered, and tells whoever sent it.
func (w *writer) flush(ctx context.Context) error {
	if err := w.store(ctx); err != nil {
		return err
	}
	told := w.told
	w.told = nil
	if d := w.h.sent; len(told) > 0 && d.Told != nil && d.lost == nil {
		d.lost = d.Told(told)
	}
	return nil
}

// store writes a batch. The first one of a run takes the cursor back: what it
// stood for is no longer what is stored. That does not hold for one that asks for
// all changes since, nor for what is sent, whose cursor names what is stored.
func (w *writer) store(ctx context.Context) error {
	b, h := &w.batch, w.h
	empty := len(b.Changes) == 0 && len(b.Items) == 0 && len(b.Forget) == 0
	switch {
	case b.State != nil:
	case w.resume != nil && w.waiting == 0:
		b.State = &store.State{Validator: h.validator(), Cursor: w.resume, Midway: true, Owed: h.owes()}
	case empty:
		return nil
	case h.sent != nil:
		b.State = &store.State{Validator: h.validator(), Cursor: h.revise()}
	case !w.begun && (!h.valid || h.state.Cursor != nil && !h.changes):
		b.State = &store.State{Validator: h.validator()}
	}
	w.resume = nil
	if _, err := h.Store.Apply(ctx, *b); err != nil {
		return err
	}
	w.batch, w.size, w.begun = store.Batch{Source: h.source.ID}, 0, true
	if h.Wake != nil {
		h.Wake()
	}
	if h.opts.Progress != nil {
		h.opts.Progress(h.run)
	}
	return nil
}
