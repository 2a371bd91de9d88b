package schemaorg

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"moselle/connectors"
)

// maxHeld bounds the items that wait for the end of a run.
const maxHeld = 10_000

// crawler reads pages one after the other. An event's own page speaks for it and
// is told at once; what a list page says of it waits for the end of the run and
// is told when no page of its own was read: of several, the richest.
type crawler struct {
	*connector
	out   *connectors.Listing
	told  map[string]bool // keys that were handed on
	spoke map[string]bool // pages that told of themselves
	held  map[string]found
}

func (c *connector) crawl(ctx context.Context, l *listing, out *connectors.Listing) error {
	w := &crawler{c, out, map[string]bool{}, map[string]bool{}, map[string]found{}}
	for _, location := range l.pages {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := w.visit(ctx, location, l); err != nil {
			return err
		}
	}
	rest := make([]found, 0, len(w.held))
	for _, f := range w.held {
		rest = append(rest, f)
	}
	slices.SortFunc(rest, func(a, b found) int { return strings.Compare(a.item.Key, b.item.Key) })
	for _, f := range rest {
		if w.spoke[pageKey(f.page)] {
			continue
		}
		if err := w.tell(f); err != nil {
			return err
		}
	}
	return nil
}

// pageKey drops what does not tell one page from another.
func pageKey(address string) string {
	address, _, _ = strings.Cut(address, "#")
	return strings.TrimSuffix(address, "/")
}

// visit reads one page. What goes wrong with it is a refusal and no more.
func (w *crawler) visit(ctx context.Context, location string, l *listing) error {
	name := location
	if l.dir != "" {
		name, _ = filepath.Rel(l.dir, location)
	}
	p, err := w.load(ctx, location, name, l)
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if err != nil {
		return w.out.Refuse(connectors.Refuse(name, name, "", "", "the page cannot be read: %v", err))
	}
	raw := p.raw()
	if key, ok := w.env.Known(raw); ok && !w.told[key] {
		w.told[key], w.spoke[pageKey(p.address)] = true, true
		return w.out.Hand(connectors.Item{Key: key, Where: name, Same: true})
	}
	d := p.document()
	for _, r := range d.refusals {
		if err := w.out.Refuse(r); err != nil {
			return err
		}
	}
	m := w.mapper(d)
	all := slices.Collect(m.all())
	if len(all) == 0 && len(d.refusals) == 0 {
		return w.nothing(d, w.out)
	}
	for _, f := range all {
		if f.refusal != nil {
			if err := w.out.Refuse(f.refusal); err != nil {
				return err
			}
			continue
		}
		if f.own {
			w.spoke[pageKey(f.page)] = true
		}
		if len(all) == 1 && len(d.refusals) == 0 {
			f.item.Raw = raw
		}
		if err := w.take(f); err != nil {
			return err
		}
	}
	return nil
}

// load opens a page and finds its data.
func (w *crawler) load(ctx context.Context, location, name string, l *listing) (*page, error) {
	body, err := w.env.Open(ctx, location, nil)
	if err != nil {
		return nil, err
	}
	defer body.Close()
	if h := hostOf(body.Location); l.host != "" && h != l.host && h != l.home {
		return nil, fmt.Errorf("it leads to another host, %s", h)
	}
	br := bufio.NewReader(body)
	head, err := br.Peek(512)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	if form := formOf(head, body.MediaType); form != connectors.HTML && form != connectors.XML {
		return nil, connectors.Instead(head, "a web page")
	}
	return w.page(br, body, name)
}

// take tells an item or holds it back.
func (w *crawler) take(f found) error {
	if f.own || len(w.held) >= maxHeld {
		return w.tell(f)
	}
	if old, ok := w.held[f.id]; !ok || f.weight > old.weight || f.weight == old.weight && f.item.Key < old.item.Key {
		w.held[f.id] = f
	}
	return nil
}

// tell hands an item on unless its key was told before.
func (w *crawler) tell(f found) error {
	if w.told[f.item.Key] {
		return nil
	}
	w.told[f.item.Key] = true
	delete(w.held, f.id)
	return w.out.Hand(f.item)
}
