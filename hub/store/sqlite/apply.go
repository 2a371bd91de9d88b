package sqlite

import (
	"context"
	"fmt"
	"time"

	"moselle/hub/fault"
	"moselle/hub/store"
	"moselle/schema"
)

// Apply writes a batch. What takes time and needs no transaction - packing -
// comes before it.
func (s *Store) Apply(ctx context.Context, b store.Batch) (seq store.Seq, err error) {
	payloads, err := s.pack(ctx, b.Changes)
	if err != nil {
		return 0, err
	}
	if len(b.Changes)+len(b.Items)+len(b.Forget) == 0 && b.State == nil {
		return s.Last(ctx)
	}
	err = s.update(ctx, func(c *conn) error {
		if seq, err = s.writeChanges(c, b.Changes, payloads); err != nil {
			return err
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		return c.writeSource(b)
	})
	if err != nil {
		return 0, fmt.Errorf("batch of source %s: %w", b.Source, err)
	}
	return seq, nil
}

// pack checks the changes and packs what each brings.
func (s *Store) pack(ctx context.Context, changes []store.Change) ([][]byte, error) {
	payloads := make([][]byte, len(changes))
	var scratch []byte
	for i, ch := range changes {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		r := ch.Record
		switch {
		case r.IRI == "":
			return nil, fault.New(fault.Invalid, "change %d of the batch: its record has no IRI", i+1)
		case ch.Op == store.Delete:
			continue
		case ch.Op != store.Create && ch.Op != store.Update:
			return nil, fault.New(fault.Invalid, "record %s: operation %d is none of create, update and delete", r.IRI, ch.Op)
		case r.Class == "" || r.Source == "":
			return nil, fault.New(fault.Invalid, "record %s: it has no class or no source", r.IRI)
		}
		var err error
		if payloads[i], scratch, err = s.codec.pack(r, scratch); err != nil {
			return nil, err
		}
	}
	return payloads, nil
}

// writeChanges adds entries to the log in the batch's order, then brings the
// table of records after them in the order of its keys, and returns the
// position of the last entry.
func (s *Store) writeChanges(c *conn, changes []store.Change, payloads [][]byte) (store.Seq, error) {
	seq, micros, err := c.last()
	if err != nil || len(changes) == 0 {
		return seq, err
	}
	at := s.now()
	if last := time.UnixMicro(micros); at.Before(last) {
		at = last // the clock was set back; the log's time stands still meanwhile
	}
	before, err := c.states(changes)
	if err != nil {
		return 0, err
	}
	after := make(map[schema.IRI]state, len(changes))
	for i, ch := range changes {
		cur, touched := after[ch.Record.IRI]
		if !touched {
			cur = before[ch.Record.IRI]
		}
		ch.Seq, ch.At = seq+1, at
		next, ok, err := c.next(cur, &ch)
		if err != nil {
			return 0, err
		}
		if !ok {
			continue
		}
		if err := c.append(ch, payloads[i]); err != nil {
			return 0, err
		}
		after[next.iri], seq = next, ch.Seq
	}
	return seq, c.writeStates(before, after)
}

// next decides what a change makes of a record. It sets the entry's operation
// and, of a deletion, what the hub knows better than who asks for it. ok is
// false when nothing changes.
func (c *conn) next(cur state, ch *store.Change) (next state, ok bool, err error) {
	r := &ch.Record
	if ch.Op != store.Delete {
		if cur.live && cur.digest == r.Digest {
			return cur, false, nil
		}
		ch.Op, ch.Reason = store.Create, ""
		if cur.live {
			ch.Op = store.Update
		}
		return state{iri: r.IRI, seq: ch.Seq, live: true, class: r.Class, source: r.Source, digest: r.Digest}, true, nil
	}
	if !cur.live {
		return cur, false, nil
	}
	key, err := c.keyOf(cur.seq)
	if err != nil {
		return cur, false, err
	}
	modified := r.Modified
	if modified.IsZero() {
		modified = ch.At
	}
	*r = schema.Record{IRI: r.IRI, Source: cur.source, Key: key, Class: cur.class, Modified: modified}
	return state{iri: r.IRI, seq: ch.Seq, class: cur.class, source: cur.source}, true, nil
}
