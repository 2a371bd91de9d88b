package linkedart

import (
	"context"
	"fmt"
	"slices"
	"time"

	"moselle/connectors"
	"moselle/schema/tree"
)

// isList reports whether an object is a list of ActivityStreams or of Hydra, or a
// page of one.
func isList(n tree.Node) bool {
	for _, key := range []string{"type", "@type"} {
		for t := range values(n.Member(key)) {
			switch localOf(t.Text()) {
			case "OrderedCollection", "OrderedCollectionPage", "Collection", "CollectionPage", "PartialCollectionView":
				return true
			}
		}
	}
	return n.Member("orderedItems").Kind() == tree.Array || n.Member("hydra:member").Kind() == tree.Array
}

// isChange reports whether a node says what became of a record.
func isChange(n *node) bool {
	return n.is("Create", "Update", "Delete", "Add", "Remove", "Move", "Refresh") && n.one("object") != nil || n.is("Refresh")
}

// stream reads a list page by page: one of changes from the newest back to where
// it was read last, one of records from its beginning.
func (r *run) stream(ctx context.Context, page *node) error {
	r.paged = true
	at := r.location
	back := true // towards older changes
	if len(entries(page)) == 0 {
		next := link(page, "last")
		if next == "" {
			next, back = link(page, "first"), false
		}
		var err error
		if page, err = r.page(ctx, next); page == nil {
			return err
		}
		if at = next; back && !changing(page) { // results of a search
			first, err := r.first(ctx, page)
			if err != nil {
				return err
			}
			if first != nil {
				page = first
			}
		}
	}
	r.changes = changing(page)
	back = r.changes && !newestFirst(page)
	for n := 1; page != nil; n++ {
		more, err := r.read(ctx, page, at, back)
		if err != nil || !more {
			return err
		}
		next := link(page, "next")
		if back {
			next = link(page, "prev")
		}
		if next == "" {
			return nil
		}
		if n == maxPages {
			return r.Refuse(connectors.Nothing(r.env.Location, "the list has more than %d pages", maxPages))
		}
		if connectors.IsWeb(r.env.Location) {
			r.Resume(cursor{Since: r.from.Since, At: next, Newest: r.newest}.encode())
		}
		if page, err = r.page(ctx, next); err != nil {
			return err
		}
		at = next
	}
	return nil
}

// first returns the first page of the list that a page is of; nil when it does
// not say.
func (r *run) first(ctx context.Context, page *node) (*node, error) {
	next := link(page, "first")
	if next == "" {
		for _, up := range page.all("part_of", "partOf") {
			next = link(up, "first")
		}
	}
	if next == "" {
		return nil, nil
	}
	return r.page(ctx, next)
}

// entries returns what a page lists.
func entries(page *node) []*node { return page.all("orderedItems", "member", "items") }

// link returns the address of another page; Hydra has it in a view.
func link(page *node, to string) string {
	if s := page.one(to).web(); s != "" {
		return s
	}
	if to == "prev" {
		to = "previous"
	}
	for _, v := range append([]*node{page}, page.all("view")...) {
		if s := v.one(to).web(); s != "" {
			return s
		}
	}
	return ""
}

func changing(page *node) bool {
	all := entries(page)
	return len(all) > 0 && isChange(all[0])
}

// newestFirst reports whether a page of changes begins with the newest.
func newestFirst(page *node) bool {
	all := entries(page)
	return len(all) > 1 && when(all[0]) > when(all[len(all)-1])
}

// when returns the time of a change, so that times compare as texts.
func when(change *node) string {
	s := change.one("endTime", "published", "updated", "startTime").content()
	if t, err := time.Parse(time.RFC3339, s); err == nil {
		return t.UTC().Format("2006-01-02T15:04:05.000Z")
	}
	return s
}

// page asks for a page; nil when it cannot be read, which is told.
func (r *run) page(ctx context.Context, address string) (*node, error) {
	if address == "" {
		return nil, r.Refuse(connectors.Nothing(r.env.Location, "the list holds nothing and leads to no page: it has neither orderedItems nor first or last"))
	}
	if r.pages[address] {
		return nil, r.Refuse(connectors.Nothing(address, "this page was read before: the pages lead in a circle"))
	}
	r.pages[address] = true
	if !connectors.IsWeb(r.env.Location) {
		return nil, r.Refuse(connectors.Nothing(r.env.Location, "the list goes on at %s, which is asked for only when the source is an address too", connectors.Name(address)))
	}
	raw, err := r.get(ctx, address)
	if err != nil {
		return nil, fmt.Errorf("page %s: %w", connectors.Name(address), err)
	}
	var t tree.Tree
	text, _ := utf8Of(raw)
	if err := t.JSON(text); err != nil {
		return nil, fmt.Errorf("page %s: %w", connectors.Name(address), unreadable(err, "page"))
	}
	return parse(t.Root()), nil
}

// read takes in what a page lists; more is false where reading ends.
func (r *run) read(ctx context.Context, page *node, at string, back bool) (more bool, err error) {
	all := entries(page)
	if back {
		all = slices.Clone(all)
		slices.Reverse(all)
	}
	for i, e := range all {
		number := i + 1
		if back {
			number = len(all) - i
		}
		where := fmt.Sprintf("%s, entry %d", connectors.Name(at), number)
		if err := ctx.Err(); err != nil {
			return false, err
		}
		if r.fetched >= r.Records {
			return false, r.Refuse(connectors.Nothing(r.env.Location, "lists more records than the setting allows; raise records above %d", r.Records))
		}
		if isChange(e) {
			more, err = r.change(ctx, e, where)
		} else {
			more, err = true, r.entry(ctx, e, "", where)
		}
		if err != nil || !more {
			return more, err
		}
	}
	return true, nil
}

// change takes in one change; more is false where reading ends.
func (r *run) change(ctx context.Context, n *node, where string) (more bool, err error) {
	at := when(n)
	switch {
	case n.is("Refresh"), at != "" && r.from.Since != "" && at < r.from.Since:
		return false, nil
	case at > r.newest:
		r.newest = at
	}
	object := n.one("object")
	key := object.iri()
	if n.is("Delete", "Remove", "Move") {
		if key != "" && !r.asked[key] {
			r.asked[key] = true
			err = r.Hand(connectors.Item{Key: key, Where: where, Deleted: true})
		}
		if err == nil && n.is("Move") {
			err = r.entry(ctx, n.one("target"), at, where)
		}
		return err == nil, err
	}
	err = r.entry(ctx, object, at, where)
	return err == nil, err
}

// entry hands on a record that a list holds, or asks for it where the list gives
// no more than its address.
func (r *run) entry(ctx context.Context, n *node, at, where string) error {
	address := n.iri()
	switch {
	case address != "" && r.asked[address]:
		return nil
	case n != nil && (n.one("identified_by", "produced_by", "referred_to_by") != nil):
		return r.thing(n, nil, address, where, "")
	case n.web() == "":
		return r.Refuse(connectors.Refuse("", where, "id", n.label(), "this entry of the list has no address"))
	case !connectors.IsWeb(r.env.Location):
		return r.Refuse(connectors.Refuse(address, where, "id", address, "the record is given by its address alone, which is asked for only when the source is an address too"))
	case len(n.types) > 0 && classOf(n) == "":
		return nil // a thing that only comes with another
	}
	r.asked[address] = true
	r.fetched++
	raw, err := r.get(ctx, address)
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if err != nil {
		if at != "" && (r.failed == "" || at < r.failed) {
			r.failed = at
		}
		return r.Refuse(connectors.Refuse(address, where, "id", address, "the record could not be asked for: %v", err))
	}
	if key, ok := r.env.Known(raw); ok {
		return r.Hand(connectors.Item{Key: key, Where: where, Same: true, Raw: raw})
	}
	text, note := utf8Of(raw)
	var t tree.Tree
	if err := t.JSON(text); err != nil {
		return r.Refuse(connectors.Refuse(address, where, "", text, "%v", unreadable(err, "record")))
	}
	return r.thing(parse(t.Root()), raw, address, where, note)
}
