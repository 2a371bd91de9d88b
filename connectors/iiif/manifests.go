package iiif

import (
	"bytes"
	"context"
	"fmt"

	"moselle/connectors"
	wire "moselle/schema/wire/iiif"
)

// manifests reads what the lists led to, one after the other. What goes wrong
// with one is a refusal and no more.
func (w *walk) manifests(ctx context.Context) error {
	if w.over > 0 {
		if err := w.lost(w.env.Location, "", "lists more manifests than the setting allows; raise manifests above %d", w.Manifests); err != nil {
			return err
		}
	}
	for i, e := range w.entries {
		if err := ctx.Err(); err != nil {
			return err
		}
		w.entries[i] = nil // what a list holds whole is let go
		if err := w.manifest(ctx, e); err != nil {
			return err
		}
	}
	return nil
}

func (w *walk) manifest(ctx context.Context, e *entry) error {
	if w.known(e, e.change) {
		return w.same(e)
	}
	d := e.inline
	if d == nil {
		var err error
		if d, err = w.open(ctx, e.location); err != nil {
			if ctx.Err() != nil {
				return ctx.Err()
			}
			return w.Refuse(connectors.Refuse(e.key, connectors.Name(e.key), "", "", "the manifest cannot be read: %v", err))
		}
	}
	raw := e.change
	if raw == nil && d.raw != nil {
		raw = stamped(d.raw, e)
		if w.known(e, raw) {
			return w.same(e)
		}
	}
	var it connectors.Item
	var refusal *connectors.Refusal
	switch {
	case d.kind == wire.KindManifest:
		it, refusal = w.work(d, e)
	case d.kind == wire.KindCollection && e.change != nil:
		it, refusal = w.group(d, nested{key: e.key})
	default:
		refusal = connectors.Refuse(e.key, connectors.Name(e.key), "", "", "the manifest cannot be read: %v", d.unlike("manifest"))
	}
	if refusal != nil {
		return w.Refuse(refusal)
	}
	it.Raw = raw
	return w.Hand(it)
}

// stamped returns all bytes that a listed manifest's record depends on: its own,
// and what the lists say of it.
func stamped(raw []byte, e *entry) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "%s %v %v\n", e.key, e.within, e.label)
	b.Write(raw)
	return b.Bytes()
}

func (w *walk) known(e *entry, raw []byte) bool {
	if raw == nil {
		return false
	}
	key, ok := w.env.Known(raw)
	return ok && key == e.key
}

func (w *walk) same(e *entry) error {
	return w.Hand(connectors.Item{Key: e.key, Where: connectors.Name(e.key), Same: true})
}
