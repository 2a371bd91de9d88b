package iiif

import (
	"context"
	"errors"
	"fmt"
	"io/fs"

	"moselle/connectors"
	"moselle/schema"
	wire "moselle/schema/wire/iiif"
)

// Bounds of what lists may lead to.
const (
	maxCollections = 5_000  // in one run
	maxLevels      = 10     // collections in collections
	maxPages       = 10_000 // pages of lists, in one run
)

// entry is a manifest that is listed; it is read once all lists are.
type entry struct {
	key, location string
	label         any          // what the list calls it
	within        []schema.IRI // the collections that list it
	inline        *document    // where the list holds it whole
	change        []byte       // what a list of changes says of it; nil in a collection
}

// walk gathers what collections and lists of changes lead to.
type walk struct {
	*connector
	*connectors.Listing
	root    *document
	entries []*entry
	at      map[string]*entry // entries by key
	seen    map[string]bool   // keys of collections, addresses of pages, changed things
	over    int               // entries beyond the setting
	count   int               // collections
	pages   int
}

// lost refuses something without a key of its own: what it would have listed
// cannot be told from what is gone.
func (w *walk) lost(where, value, format string, args ...any) error {
	return w.Refuse(connectors.Refuse("", connectors.Name(where), "", value, format, args...))
}

// open loads a document that another leads to.
func (w *walk) open(ctx context.Context, location string) (*document, error) {
	d, err := w.load(ctx, location, nil)
	if errors.Is(err, fs.ErrNotExist) && !connectors.IsWeb(location) {
		return nil, errNoFile
	}
	if err != nil {
		return nil, err
	}
	d.root = w.root
	return d, nil
}

// errNoFile is told of a file that the source leads to, without the folders that
// it stands in.
var errNoFile = errors.New("there is no such file beside the source")

// nested is a collection that waits to be read.
type nested struct {
	key, location string
	label         any
	within        []schema.IRI
	inline        *document
	level         int
}

// collections reads a collection and all that it leads to, level by level.
func (w *walk) collections(ctx context.Context, d *document) error {
	key := d.key()
	w.seen[key] = true
	var queue []nested
	if err := w.collection(ctx, d, nested{key: key}, &queue); err != nil {
		return err
	}
	for len(queue) > 0 {
		n := queue[0]
		queue = queue[1:]
		d, err := n.inline, error(nil)
		if d == nil {
			d, err = w.open(ctx, n.location)
		}
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case err != nil:
			err = w.lost(n.key, "", "the collection cannot be read: %v", err)
		case d.kind != wire.KindCollection:
			err = w.lost(n.key, "", "the collection cannot be read: %v", d.unlike("collection"))
		default:
			err = w.collection(ctx, d, n, &queue)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// collection yields a collection's own record and takes in what it lists, page
// by page.
func (w *walk) collection(ctx context.Context, d *document, n nested, queue *[]nested) error {
	self := schema.Mint(w.env.Source, "Collection", n.key)
	it, refusal := w.group(d, n)
	if refusal != nil {
		self = "" // nothing to lead to
		if err := w.Refuse(refusal); err != nil {
			return err
		}
	} else if err := w.Hand(it); err != nil {
		return err
	}
	before := len(w.entries) + len(*queue) + w.over
	for page := d; page != nil; {
		if err := w.members(page, self, n.level, queue); err != nil {
			return err
		}
		next := page.Text("next")
		if next == "" {
			next = page.One("next").ID()
		}
		if next == "" && page == d {
			next = page.One("first").ID()
		}
		var err error
		if page, err = w.page(ctx, page, next); err != nil {
			return err
		}
	}
	if len(w.entries)+len(*queue)+w.over == before && n.level == 0 && len(d.List("items", "manifests", "members", "collections")) == 0 {
		return w.Refuse(connectors.Nothing(d.location, "the collection lists no manifest and no collection"))
	}
	return nil
}

// page loads the page of a list that another leads to; nil when there is none
// or it cannot be read, which is told.
func (w *walk) page(ctx context.Context, from *document, ref string) (*document, error) {
	if ref == "" {
		return nil, nil
	}
	key, location, reason := from.target(ref)
	if w.pages++; w.pages > maxPages {
		reason = fmt.Sprintf("is more than the %d pages that are read in one run", maxPages)
	}
	if w.seen[location] && reason == "" {
		reason = "was read before: the pages lead in a circle"
	}
	if reason != "" {
		return nil, w.lost(from.location, ref, "the next page %s", reason)
	}
	w.seen[location] = true
	d, err := w.open(ctx, location)
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	if err != nil {
		return nil, w.lost(key, "", "the page cannot be read: %v", err)
	}
	if d.kind != from.kind {
		return nil, w.lost(key, "", "the page cannot be read: %v", d.unlike("page of a list"))
	}
	return d, nil
}

// members takes in what one page of a collection lists. Version 2 has a list for
// each kind, and one for both.
func (w *walk) members(d *document, parent schema.IRI, level int, queue *[]nested) error {
	for _, list := range []struct {
		name string
		kind wire.Kind
	}{{"collections", wire.KindCollection}, {"manifests", wire.KindManifest}, {"members", wire.KindUnknown}, {"items", wire.KindUnknown}} {
		for i, o := range d.Objects(list.name) {
			k := o.Kind()
			if k == wire.KindUnknown && len(o.Types()) == 0 {
				k = list.kind
			}
			if err := w.member(d, o, k, fmt.Sprintf("%s, %s %d", connectors.Name(d.location), list.name, i+1), parent, level, queue); err != nil {
				return err
			}
		}
	}
	return nil
}

// member takes in one thing that a collection lists.
func (w *walk) member(d *document, o wire.Object, k wire.Kind, where string, parent schema.IRI, level int, queue *[]nested) error {
	key, location, reason := d.target(o.ID())
	if k != wire.KindManifest && k != wire.KindCollection {
		reason = `is neither a manifest nor a collection: write its "type"`
	}
	var inline *document
	if len(o.List("sequences", "items", "manifests", "collections", "members")) > 0 {
		inline = &document{Object: o, kind: k, location: d.location, root: w.root}
	}
	refuse := func(reason string) error {
		return w.Refuse(connectors.Refuse(key, where, "id", o.ID(), "%s", reason))
	}
	switch {
	case reason != "" && (inline == nil || k == wire.KindUnknown || key == ""):
		return refuse(reason)
	case k == wire.KindManifest:
		w.add(&entry{key: key, location: location, label: o["label"], within: []schema.IRI{parent}, inline: inline})
		return nil
	case w.seen[key]: // a second way to it, or a circle
		return nil
	case w.count >= maxCollections, level+1 >= maxLevels:
		key = "" // what it lists cannot be told from what is gone
		return refuse(fmt.Sprintf("is not read: a run reads %d collections, in %d levels at most", maxCollections, maxLevels))
	}
	w.seen[key] = true
	w.count++
	*queue = append(*queue, nested{key, location, o["label"], []schema.IRI{parent}, inline, level + 1})
	return nil
}

// add takes in a manifest unless it is there already or one too many.
func (w *walk) add(e *entry) {
	switch old := w.at[e.key]; {
	case old != nil:
		old.within = append(old.within, e.within...)
	case len(w.entries) >= w.Manifests:
		w.over++
	default:
		w.at[e.key] = e
		w.entries = append(w.entries, e)
	}
}
