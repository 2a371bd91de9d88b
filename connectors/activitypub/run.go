package activitypub

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"moselle/connectors"
	wire "moselle/schema/wire/activitypub"
)

// harvest is one run.
type harvest struct {
	*connector
	ctx     context.Context
	list    *connectors.Listing
	from    cursor
	server  string              // an address of the server that is read: what it may speak for; "" for a file
	page    int                 // of the outbox, from 1
	outbox  bool                // what is read is a page of one, the newest first
	number  int                 // of the activity in the list
	seen    map[string]bool     // the addresses of events of which the newest was read
	newest  map[string]winner   // of a list in no certain order, what counts; nil for all
	fetched map[string]*fetched // what was asked for
	passed  map[string]int      // what is no event, by its type

	direct    bool   // the location itself is what is read
	validator []byte // of the one document that the source is
	known     []string
	mixed     bool
	last      int64 // when the activity before was, in seconds; 0 for unknown
	readAll   bool
	again     map[string]int
}

// errMet says that the newest activity of the last run is reached.
var errMet = errors.New("met")

// run reads the location and what it leads to, and returns the cursor.
func (h *harvest) run() (connectors.Cursor, error) {
	d, err := h.resolve()
	if err != nil || d == nil {
		return nil, err
	}
	defer func() {
		if d != nil {
			d.body.Close()
		}
	}()
	met := false
	location, visited := d.body.Location, map[string]bool{}
	if wire.IsCollection(d.list.Type) && d.list.Items == "" { // which only leads to its pages
		h.page--
	}
	for {
		h.page++
		visited[location] = true
		err := h.readPage(d, location)
		if met = errors.Is(err, errMet); err != nil && !met {
			return nil, err
		}
		next := d.following()
		if d.whole == nil && h.outbox && !met {
			if err := h.tell("page %d of the outbox is longer than %d MB, so that whether another follows is not known; let the server give shorter ones", h.page, connectors.MaxItem>>20); err != nil {
				return nil, err
			}
		}
		d.body.Close()
		if met || next == "" || !connectors.IsWeb(h.env.Location) || visited[next] {
			break
		}
		if h.page == h.Pages {
			if err := h.tell("the outbox has more pages than the %d that the setting pages allows; what is older is not read: raise it", h.Pages); err != nil {
				return nil, err
			}
			break
		}
		if !wire.SameHost(next, h.server) {
			return nil, h.tell("the outbox goes on at %s, on another server; it is read no further", next)
		}
		location = next
		if d, err = h.read(next, nil); err != nil {
			return nil, fmt.Errorf("page %d of the outbox: %w", h.page+1, err)
		}
		if !wire.SameHost(d.body.Location, h.server) {
			return nil, h.tell("page %d of the outbox leads to another server, %s; it is read no further", h.page+1, d.body.Location)
		}
	}
	if err := h.retry(); err != nil {
		return nil, err
	}
	h.readAll = !met
	if d.lone() && h.direct && len(h.fetched) == 0 || !connectors.IsWeb(h.env.Location) {
		h.validator = d.body.Validator
	}
	return h.end(met)
}

// tell ends a run with a refusal of no item in particular.
func (h *harvest) tell(format string, args ...any) error {
	return h.list.Refuse(connectors.Nothing(h.env.Location, format, args...))
}

// readPage hands on what a document lists, or is.
func (h *harvest) readPage(d *document, location string) error {
	if d.lone() {
		if wire.IsCollection(d.list.Type) { // an empty page
			return nil
		}
		where := "the object"
		if connectors.IsWeb(h.env.Location) {
			where = location
		}
		return h.element(element{d.whole, where})
	}
	h.outbox = connectors.IsWeb(h.env.Location) && d.newestFirst()
	if !h.outbox {
		if err := h.survey(d); err != nil {
			return err
		}
	}
	return d.each(func(e element) error {
		if h.outbox {
			number, _, _ := strings.Cut(e.where, ",")
			e.where = fmt.Sprintf("page %d, %s", h.page, number)
		}
		return h.element(e)
	})
}

// following returns the address of the page behind, or of the first page.
func (d *document) following() string {
	if d.path != nil || d.list.Next != "" {
		return d.list.Next
	}
	return d.list.First
}

// end says what a run came to that handed nothing on, and returns the cursor.
func (h *harvest) end(met bool) (connectors.Cursor, error) {
	if !h.list.Empty() {
		return h.next()
	}
	if met {
		return nil, connectors.ErrUnchanged
	}
	if len(h.passed) == 0 {
		return nil, h.tell("the list is empty: there is no event in it")
	}
	var kinds []string
	for _, kind := range slices.Sorted(maps.Keys(h.passed)) {
		kinds = append(kinds, fmt.Sprintf("%s (%d)", kind, h.passed[kind]))
	}
	return nil, h.tell("there is no event in it; there are: %s", strings.Join(kinds[:min(len(kinds), 20)], ", "))
}
