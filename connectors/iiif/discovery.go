package iiif

import (
	"context"
	"fmt"
	"slices"

	"moselle/connectors"
	wire "moselle/schema/wire/iiif"
)

// changes reads a list of changes backwards from its newest page, as the Change
// Discovery API 1.0 has it: of each thing the last change counts. What Refresh
// says is older than the list as it is now, and reading ends there.
func (w *walk) changes(ctx context.Context, d *document) error {
	page := d
	if d.Object["orderedItems"] == nil {
		last := d.Text("last")
		if last == "" {
			last = d.One("last").ID()
		}
		if last == "" {
			return fmt.Errorf(`the list of changes does not name its last page: write "last", as the Change Discovery API asks`)
		}
		var err error
		if page, err = w.page(ctx, d, last); err != nil || page == nil {
			return err
		}
	}
	found := 0
	for page != nil {
		all := page.Objects("orderedItems")
		found += len(all)
		for i, a := range slices.Backward(all) {
			more, err := w.change(page, a, fmt.Sprintf("%s, orderedItems %d", connectors.Name(page.location), i+1))
			if err != nil || !more {
				return err
			}
		}
		previous := page.Text("prev")
		if previous == "" {
			previous = page.One("prev").ID()
		}
		var err error
		if page, err = w.page(ctx, page, previous); err != nil {
			return err
		}
	}
	if found == 0 {
		return w.Refuse(connectors.Nothing(d.location, "the list of changes holds no change"))
	}
	return nil
}

// change takes in one change; more is false where reading ends.
func (w *walk) change(d *document, a wire.Object, where string) (more bool, err error) {
	c := a.Change()
	switch c.Type {
	case wire.Refresh:
		return false, nil
	case wire.Create, wire.Update, wire.Add, wire.Delete, wire.Remove, wire.Move:
	default:
		return true, nil // said of the list, or a notice that changes nothing
	}
	o := thing(c.Object)
	key, location, reason := d.target(o.ID)
	if reason == "" && o.Type != "" && o.Type != "Manifest" && o.Type != "Collection" {
		reason = "is neither a manifest nor a collection, and is not read"
	}
	if w.over > 0 { // older changes cannot be kept either
		return false, nil
	}
	if w.seen["changed "+key] {
		return true, nil
	}
	w.seen["changed "+key] = true
	gone := c.Type == wire.Delete || c.Type == wire.Remove
	if c.Type == wire.Move {
		if gone = true; reason == "" {
			if err = w.moved(d, c, where); err != nil {
				return false, err
			}
		}
	}
	switch {
	case gone && key != "":
		err = w.Hand(connectors.Item{Key: key, Where: where, Deleted: true})
	case reason != "":
		err = w.Refuse(connectors.Refuse(key, where, "object", o.ID, "%s", reason))
	default:
		w.add(&entry{key: key, location: location, label: o.Label, change: stamp(c, key)})
	}
	return err == nil, err
}

// thing is what a change names; empty where it names nothing.
func thing(t *wire.Thing) wire.Thing {
	if t == nil {
		return wire.Thing{}
	}
	return *t
}

// moved takes in where a thing stands now, unless something newer was said of it.
func (w *walk) moved(d *document, c wire.Change, where string) error {
	to := thing(c.Target)
	key, location, reason := d.target(to.ID)
	if reason != "" {
		return w.Refuse(connectors.Refuse(key, where, "target", to.ID, "%s", reason))
	}
	if !w.seen["changed "+key] {
		w.seen["changed "+key] = true
		w.add(&entry{key: key, location: location, label: to.Label, change: stamp(c, key)})
	}
	return nil
}

// stamp tells one change of a thing from another; nil when it has no time.
func stamp(c wire.Change, key string) []byte {
	if c.EndTime == "" {
		return nil
	}
	return fmt.Appendf(nil, "%s %s %s", c.Type, key, c.EndTime)
}
