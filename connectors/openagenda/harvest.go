package openagenda

import (
	"context"
	"fmt"
	"io"
	"slices"

	"moselle/connectors"
	"moselle/schema"
)

// harvest is a run with what it hands on.
type harvest struct {
	*mapper
	*connectors.Listing
	ctx   context.Context
	page  int
	paged bool // there is more than one page
	read  int  // events of all pages
	inner int  // events of this page
}

func (c *connector) harvest(ctx context.Context, from connectors.Cursor, l *connectors.Listing) (connectors.Cursor, error) {
	first, err := c.env.Open(ctx, c.withKey(c.env.Location), from)
	if err != nil {
		return nil, err
	}
	m, err := c.newMapper(ctx)
	if err != nil {
		first.Close()
		return nil, err
	}
	h := &harvest{mapper: m, Listing: l, ctx: ctx}
	next, err := h.pages(first)
	if h.paged { // pages change without the first
		next = nil
	}
	return next, err
}

// pages reads page after page and returns the cursor of a complete run.
func (h *harvest) pages(body *connectors.Body) (connectors.Cursor, error) {
	location, total := h.env.Location, 0
	for h.page = 1; ; h.page++ {
		d, err := h.one(body)
		if err != nil {
			return nil, err
		}
		if h.inner == 0 && d.reason != "" {
			return nil, h.Refuse(connectors.Nothing(location, "%s", d.reason))
		}
		total = max(total, d.head.total)
		next := d.head.next(location, h.inner)
		if next == "" || h.page > 1 && next == location {
			return connectors.Cursor(body.Validator), h.whole(total, d.head.records)
		}
		if h.page == h.Pages {
			return nil, h.Refuse(connectors.Nothing(h.env.Location, "there are more than %d pages; raise the setting pages, or ask for more events a page with size=300", h.Pages))
		}
		location, h.paged = next, true
		if body, err = h.env.Open(h.ctx, h.withKey(location), nil); err != nil {
			return nil, fmt.Errorf("page %d: %w", h.page+1, err)
		}
	}
}

// whole tells of a listing that lacks some of its events: nothing is to be taken
// for deleted then.
func (h *harvest) whole(total int, portal bool) error {
	switch {
	case h.read < total && portal:
		return h.Refuse(connectors.Nothing(h.env.Location, "the list says that it has %d events, but %d of them are in it; take the portal's export, which has all of them (/exports/json)", total, h.read))
	case h.read < total:
		return h.Refuse(connectors.Nothing(h.env.Location, "the list says that it has %d events, but %d of them are in it; save all its pages, or raise size in its address", total, h.read))
	case h.Empty():
		return h.Refuse(connectors.Nothing(h.env.Location, "the list is empty: there is no event in it"))
	}
	return nil
}

// one reads one page.
func (h *harvest) one(body *connectors.Body) (*document, error) {
	defer body.Close()
	br := connectors.UTF8(body)
	h.inner = 0
	switch head, err := br.Peek(4096); {
	case isTable(head):
		if err := h.table(br, body.Charset); err != nil {
			return nil, whyCut(err, h.read)
		}
		return &document{}, nil
	case len(head) == 0 && err != nil && err != io.EOF:
		return nil, err
	case connectors.FormOf(head) != connectors.JSON:
		return nil, connectors.Instead(head, "an answer or a JSON export of OpenAgenda")
	}
	d := &document{scanner: scanner{br, 1}, each: h.event}
	if err := d.read(); err != nil {
		return nil, whyCut(err, h.read)
	}
	return d, nil
}

// event turns one event into an item or a refusal.
func (h *harvest) event(v value, listed bool) error {
	if err := h.ctx.Err(); err != nil {
		return err
	}
	h.read++
	h.inner++
	where := fmt.Sprintf("event %d, line %d", h.inner, v.line)
	if connectors.IsWeb(h.env.Location) {
		where = fmt.Sprintf("page %d, event %d", h.page, h.inner)
	}
	raw := v.text
	if len(h.choices.digest) > 0 {
		raw = slices.Concat(h.choices.digest, raw)
	}
	if key, ok := h.env.Known(raw); ok && v.fault == "" {
		return h.Hand(connectors.Item{Key: key, Where: where, Same: true, Raw: raw})
	}
	o, note, err := decode(v)
	if err != nil {
		return h.Refuse(connectors.Refuse("", where, "", "", "%v", err))
	}
	o = unfold(unwrap(o))
	if refusal := h.recognise(o, where, listed); refusal != nil {
		return h.Refuse(refusal)
	}
	key := o.text("uid")
	where += ", uid " + key
	if twin := h.Once(key, where); twin != nil {
		return h.Refuse(twin)
	}
	if reason := h.withdrawn(o); reason != "" {
		return h.Hand(connectors.Item{Key: key, Where: where, Deleted: true, Faults: []schema.Fault{{Path: "state", Message: reason}}})
	}
	item, refusal := h.mapEvent(o, key, where)
	if refusal != nil {
		return h.Refuse(refusal)
	}
	if item.Raw = raw; note != "" {
		item.Faults = append(item.Faults, schema.Fault{Message: note})
	}
	return h.Hand(item)
}

// maxKey bounds the length of a uid.
const maxKey = 100

// recognise refuses what is no event.
func (h *harvest) recognise(o object, where string, listed bool) *connectors.Refusal {
	what := kindOf(o.has)
	switch uid := o.text("uid"); {
	case !listed && (what == "place" || what == "agenda"):
		return connectors.Refuse("", where, "", o.text("name", "title"), "this is an event's %s alone, not an event; ask for the events of the agenda", what)
	case uid == "":
		return connectors.Refuse("", where, "uid", o.text("title", "slug"), "every event of OpenAgenda has a uid and this has none; if the address asks for some fields only, let it ask for uid too")
	case len(uid) > maxKey:
		return connectors.Refuse("", where, "uid", uid, "longer than %d characters", maxKey)
	}
	return nil
}
