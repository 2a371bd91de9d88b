package embedded

import (
	"context"
	"fmt"
	"slices"

	"moselle/hub/fault"
	"moselle/hub/search"
	"moselle/hub/store"
	"moselle/schema"
)

// Apply puts and removes documents. A document that was there gets a new
// number, and the old one dies; of an IRI that is put twice, the last counts;
// one that is put and deleted is deleted. Nothing is applied when it fails.
func (ix *Index) Apply(ctx context.Context, b search.Batch) error {
	ix.mu.Lock()
	defer ix.mu.Unlock()
	if ix.closed {
		return errClosed()
	}
	puts, deletes, err := tidy(b)
	if err != nil {
		return err
	}
	old := ix.view.Load()
	next := *old
	next.seq = b.Seq
	if len(puts)+len(deletes) == 0 {
		ix.view.Store(&next)
		return nil
	}
	next.totals = newTotals()
	if len(puts) > 0 {
		if err := ix.put(ctx, &next, puts); err != nil {
			return err
		}
	} else {
		next.live = old.live.Clone()
	}
	ix.bury(&next, deletes)
	ix.publish(&next, old)
	ix.changed += len(puts) + len(deletes)
	if dead := next.size() - int(next.live.GetCardinality()); dead > max(minCompact, next.size()/2) {
		return ix.compact()
	}
	return nil
}

// tidy returns what remains of a batch when each IRI is named once.
func tidy(b search.Batch) (puts []*search.Document, deletes []schema.IRI, err error) {
	last := make(map[schema.IRI]int, len(b.Put)+len(b.Delete))
	for i := range b.Put {
		if b.Put[i].ID == "" {
			return nil, nil, fmt.Errorf("document %d of the batch has no IRI", i)
		}
		last[b.Put[i].ID] = i
	}
	for _, id := range b.Delete {
		if at, ok := last[id]; !ok || at >= 0 {
			deletes = append(deletes, id)
		}
		last[id] = -1
	}
	for i := range b.Put {
		if last[b.Put[i].ID] == i {
			puts = append(puts, &b.Put[i])
		}
	}
	return puts, deletes, nil
}

// put adds the documents to the next view. The text half goes first: what can
// fail has then been done before the columns are written, and serials that come
// to nothing are never used again.
func (ix *Index) put(ctx context.Context, next *view, puts []*search.Document) error {
	wordings := make([]wording, len(puts))
	serials := next.serials
	for i, d := range puts {
		ix.serial++
		serials = append(serials, ix.serial)
		wordings[i] = wording{serial: ix.serial, texts: textsOf(d)}
	}
	if err := ix.text.add(ctx, wordings); err != nil {
		return err
	}
	words, err := ix.text.open(numbering{next.generation, serials})
	if err != nil {
		return err
	}
	next.words, next.serials = words, serials
	next.live = next.live.Clone()
	w := next.begin()
	for _, d := range puts {
		number := uint32(next.size())
		w.add(number, d)
		code := next.ids[number]
		ix.numbers = append(ix.numbers, make([]uint32, max(0, int(code)+1-len(ix.numbers)))...)
		if before := ix.numbers[code]; before != 0 {
			next.bury(before - 1)
		}
		ix.numbers[code] = number + 1
		next.live.Add(number)
	}
	w.end()
	return nil
}

// textsOf returns what is to be found of a document: its titles, and its other
// texts.
func textsOf(d *search.Document) []search.FieldText {
	out := make([]search.FieldText, 0, len(d.Title)+len(d.Texts))
	for lang, title := range d.Title {
		out = append(out, search.FieldText{Lang: lang, Weight: search.InTitle, Text: title})
	}
	for _, t := range d.Texts {
		if !slices.Contains(out[:min(len(out), len(d.Title))], t) {
			out = append(out, t)
		}
	}
	return out
}

// bury takes the IRIs' documents out of the next view.
func (ix *Index) bury(next *view, ids []schema.IRI) {
	for _, id := range ids {
		code, ok := next.iris.code(string(id))
		if !ok || int(code) >= len(ix.numbers) || ix.numbers[code] == 0 {
			continue
		}
		next.bury(ix.numbers[code] - 1)
		ix.numbers[code] = 0
	}
}

// bury marks a number as dead. live must be the view's own.
func (v *view) bury(number uint32) {
	v.live.Remove(number)
	v.gone = append(v.gone, v.serials[number])
}

// publish makes a view the newest.
func (ix *Index) publish(next, old *view) {
	ix.view.Store(next)
	if next.words != old.words {
		old.words.release()
	}
}

func errClosed() error { return fault.New(fault.Unavailable, "the search index is closed") }

// Seq returns the position that a restart goes on from: that of the newest
// snapshot on disk, 0 when there is none or the index is in memory.
func (ix *Index) Seq() store.Seq { return store.Seq(ix.durable.Load()) }

// Visible returns the log position that searches are answered from, 0 once the
// index is closed.
func (ix *Index) Visible() store.Seq {
	if v := ix.view.Load(); v != nil {
		return v.seq
	}
	return 0
}
