package harvest

import (
	"context"
	"fmt"
	"slices"

	"moselle/hub/fault"
	"moselle/hub/store"
	"moselle/schema"
)

// finish settles what only the whole listing can tell: which version of an
// embedded record counts, and what is gone.
func (h *harvest) finish(ctx context.Context) error {
	switch {
	case h.run.Outcome == Unchanged, h.run.Outcome == Failed:
		return nil // nothing was read, so nothing waits
	case h.run.Outcome == "" && !h.complete && !h.changes:
		h.ended, h.run.Outcome = true, Partial
		h.run.Error = "something listed is too broken to be told from what is missing: nothing was deleted"
	case h.run.Outcome == "":
		if h.write.waiting > 0 { // in a batch what goes comes first
			if err := h.write.flush(ctx); err != nil {
				return err
			}
		}
		if err := h.remove(ctx, h.missing()); err != nil {
			return err
		}
	}
	if err := h.settle(ctx); err != nil {
		return err
	}
	if h.run.Outcome == Complete || h.sent != nil { // nobody sends the rest of a delivery
		h.write.deleteUnspoken()
	}
	h.write.batch.State = h.after()
	return h.write.flush(ctx)
}

// after returns the state that a run leaves behind, nil for the one that its
// batches have left.
func (h *harvest) after() *store.State {
	st := &store.State{Validator: h.validator()}
	switch {
	case h.sent != nil:
		return nil
	case h.run.Outcome == Complete && h.changes && h.state.Owed: // everything is listed the next time
	case h.run.Outcome == Complete && h.changes && h.next == nil:
		st.Cursor = h.cursor // no item carried another: what was asked for is asked for again
	case h.run.Outcome == Complete:
		st.Cursor = h.next
	case h.run.Outcome == Confirm && h.changes: // the next run must hear of it again
		st.Cursor, st.Midway, st.Owed = h.cursor, h.state.Midway, h.state.Owed
	case h.run.Outcome == Confirm || h.ended: // it is at its end: there is nowhere to go on
	default:
		return nil
	}
	return st
}

// owes reports whether a run that goes on from here has what is gone still to
// find: it lists only what is left of a listing of everything.
func (h *harvest) owes() bool {
	if h.changes {
		return h.state.Owed
	}
	return h.before > 0
}

// missing returns the keys of the items that the source no longer lists, or says
// are gone when it lists changes only, in order.
func (h *harvest) missing() []string {
	if h.changes && h.write.waiting == 0 {
		return nil
	}
	var out []string
	for key, it := range h.items {
		if it.status == withdrawn || it.status == unseen && !h.changes {
			out = append(out, key)
		}
	}
	slices.Sort(out)
	return out
}

// remove lets go of the missing items, unless they are so many that something
// else must be wrong with the source.
func (h *harvest) remove(ctx context.Context, missing []string) error {
	h.run.Outcome = Complete
	going, still := len(missing)+len(h.write.went), h.asked && len(missing) > 0
	if !h.opts.Confirm && (going > h.allowance() || still && (h.changes || going > alwaysMay)) {
		h.run.Outcome, h.run.Error = Confirm, h.question(len(missing))
		return h.name(ctx, missing)
	}
	for _, key := range missing {
		h.write.leave(h.items[key])
		h.items[key].status = gone
		delete(h.items, key)
	}
	h.write.batch.Forget = append(h.write.batch.Forget, missing...)
	return nil
}

// alwaysMay is how many items may go however few a source has.
const alwaysMay = 10

// allowance is how many items may go without asking.
func (h *harvest) allowance() int { return max(alwaysMay, h.source.Floor*h.before/100) }

// asked reports whether the last run that could tell what is missing asked for
// confirmation. The question stays until it is answered: what that run added
// would make the missing items a smaller share.
func asked(earlier []store.Run) bool {
	for _, r := range earlier {
		if r.Outcome != Partial && r.Outcome != Failed && r.Outcome != Cancelled {
			return r.Outcome == Confirm
		}
	}
	return false
}

func (h *harvest) question(missing int) string {
	return fmt.Sprintf("%d of %d items are missing or said to be gone, more than the source's safety floor (%d %%) lets go without asking: nothing was deleted; "+
		"if they are really gone, harvest with --confirm", missing, h.before, h.source.Floor)
}

// maxMissing bounds how many missing items a report names.
const maxMissing = 200

// name puts the missing items into the report, by the names of their records.
func (h *harvest) name(ctx context.Context, missing []string) error {
	for _, key := range missing[:min(maxMissing, len(missing))] {
		m := store.Missing{Key: schema.Excerpt(h.hidden.hide(key))}
		if refs := h.items[key].refs; len(refs) > 0 {
			r, err := h.Store.Get(ctx, refs[0].IRI)
			if err != nil && fault.Of(err) != fault.NotFound && fault.Of(err) != fault.Gone {
				return err
			}
			if n, unread := r.Node(); err == nil && unread == nil {
				name, _ := n.Title(h.source.Lang)
				m.IRI, m.Name = r.IRI, schema.Excerpt(h.hidden.hide(name))
			}
		}
		h.run.Missing = append(h.run.Missing, m)
	}
	return nil
}

// settle decides on the versions that wait.
func (h *harvest) settle(ctx context.Context) error {
	said := map[schema.IRI]bool{} // whether an item, read anew or not, says what is stored
	var waiting []schema.IRI
	for iri, e := range h.write.embedded {
		if owner := h.owners[iri]; e.held != nil && (owner == nil || owner.status == gone || !owner.owns(iri)) {
			waiting = append(waiting, iri)
			said[iri] = false
		}
	}
	if len(waiting) == 0 {
		return nil
	}
	for _, it := range h.items {
		for _, r := range it.refs {
			if _, ok := said[r.IRI]; ok && r.Digest == h.write.embedded[r.IRI].now {
				said[r.IRI] = true
			}
		}
	}
	slices.Sort(waiting)
	for _, iri := range waiting {
		e := h.write.embedded[iri]
		if said[iri] && !richer(e.held.mark, e.now) || e.held.digest == e.digest {
			continue
		}
		h.write.put(e.held, !e.digest.IsZero())
		e.digest, e.now = e.held.digest, e.held.mark
		if err := h.write.flushFull(ctx); err != nil {
			return err
		}
	}
	return nil
}
