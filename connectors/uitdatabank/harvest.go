package uitdatabank

import (
	"context"
	"fmt"
	"io"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"moselle/connectors"
	"moselle/schema"
)

// searchDepth is how far publiq's search can be paged through.
const searchDepth = 10_000

// harvest is one run.
type harvest struct {
	*connector
	*connectors.Listing
	ctx     context.Context
	fetched map[string]*document // followed addresses; nil for one that gave nothing
	number  int                  // of the entry being read
	passed  int                  // entries of classes that are not asked for
	waiting bool                 // something depends on more than the document
}

// run reads page after page, hands on what they list and returns the cursor of
// a complete run.
func (h *harvest) run(from connectors.Cursor) (connectors.Cursor, error) {
	location, since := h.env.Location, []byte(from)
	for n := 1; ; n++ {
		p, validator, err := h.page(location, since)
		if err != nil {
			return nil, connectors.At(location, err)
		}
		next, why := h.following(p, n)
		if next == "" {
			if h.number == 0 {
				return nil, h.Refuse(connectors.Nothing(h.env.Location, "no event, place or organiser is listed here"))
			}
			if h.number == h.passed {
				return nil, h.Refuse(connectors.Nothing(h.env.Location, "nothing of the classes that the settings name is listed here"))
			}
			if why != "" {
				return nil, h.Refuse(connectors.Refuse("", connectors.Name(location), "", "", "%s", why))
			}
			if n > 1 || h.waiting {
				validator = nil
			}
			return validator, nil
		}
		location, since = next, nil
	}
}

// page reads one document.
func (h *harvest) page(location string, since []byte) (page, []byte, error) {
	body, err := h.env.Open(h.ctx, location, since)
	if err != nil {
		return page{}, nil, err
	}
	defer body.Close()
	br, head, err := unmarked(body)
	if err != nil {
		return page{}, nil, err
	}
	var p page
	switch form := connectors.FormOf(head); {
	case form == connectors.JSON:
		p, err = readJSON(br, h.entry)
	case form == connectors.XML, form == connectors.HTML && isCdb(head):
		p, err = readCdb(br, h.cdb)
	default:
		err = connectors.Instead(head, "JSON-LD or cdbxml of UiTdatabank")
	}
	if err == nil {
		_, err = io.Copy(io.Discard, io.LimitReader(br, 1<<10)) // up to its end, for the validator
	}
	return p, body.Validator, err
}

// following returns the address of the page behind the n-th; "" when it was the
// last, and why not all was read when it should not have been.
func (h *harvest) following(p page, n int) (next, why string) {
	u, err := url.Parse(h.env.Location)
	if !p.listed || p.members == 0 || err != nil {
		return "", ""
	}
	q := u.Query()
	start, _ := strconv.Atoi(q.Get("start"))
	at := start + h.number
	switch {
	case at >= p.total:
		return "", ""
	case !connectors.IsWeb(h.env.Location):
		return "", fmt.Sprintf("this page of a search lists %d of %d results: give the address of the search, or a file with all of them", h.number, p.total)
	case n == h.Pages:
		return "", fmt.Sprintf("%d of %d results were read, as the setting pages allows no more", h.number, p.total)
	case at >= searchDepth:
		return "", fmt.Sprintf("%d of %d results were read: the search shows no more than its first %d; narrow the query, by region for instance", h.number, p.total, searchDepth)
	}
	q.Set("start", strconv.Itoa(at))
	if at+p.members > searchDepth {
		q.Set("limit", strconv.Itoa(searchDepth-at))
	}
	u.RawQuery = q.Encode()
	return u.String(), ""
}

// entry turns one JSON document into an item or a refusal.
func (h *harvest) entry(raw []byte) error {
	h.number++
	if err := h.ctx.Err(); err != nil {
		return err
	}
	where := fmt.Sprintf("entry %d", h.number)
	if key, ok := h.env.Known(raw); ok {
		return h.Hand(connectors.Item{Key: key, Where: where, Same: true, Raw: raw})
	}
	d, faults, err := decode(raw)
	if err == nil && d.Original != "" {
		d, faults, err = decode([]byte(d.Original))
	}
	if err != nil {
		return h.Refuse(connectors.Refuse("", where, "", string(raw[:min(len(raw), 200)]), "%v", err))
	}
	if d.bare() && d.ID != "" {
		full := h.fetch(d.ID)
		if full == nil {
			return h.Refuse(connectors.Refuse(keyOf(d.ID), where, "", d.ID, "this is the address of a document and not the document: ask the search for all of them with embed=true in its address"))
		}
		d, raw = full, nil
	}
	return h.document(d, raw, where, faults)
}

// document turns a document into an item or a refusal. raw is nil when the item
// depends on more than the bytes of its entry.
func (h *harvest) document(d *document, raw []byte, where string, faults []schema.Fault) error {
	key := keyOf(d.ID)
	if name := d.Name.in(d.MainLanguage); name != "" {
		where += ", " + schema.Excerpt(name)
	}
	if key == "" {
		return h.Refuse(connectors.Refuse("", where, "@id", "", "missing: without its address or cdbid nobody can tell tomorrow that it is the same document"))
	}
	if twin := h.Once(key, where); twin != nil {
		return h.Refuse(twin)
	}
	if class := d.class(); class != "" && !slices.Contains(h.Classes, class) {
		h.passed++
		return nil
	}
	switch d.WorkflowStatus {
	case "DELETED", "REJECTED":
		return h.Hand(connectors.Item{Key: key, Where: where, Deleted: true})
	}
	if refusal := h.withheld(d, key, where); refusal != nil {
		return h.Refuse(refusal)
	}
	m := &mapper{connector: h.connector, Records: h.records(), fetch: h.fetch, main: d.MainLanguage}
	item, refusal := m.item(d, key, where, faults)
	if refusal != nil {
		return h.Refuse(refusal)
	}
	if !m.followed {
		item.Raw = raw
	}
	h.waiting = h.waiting || m.followed
	return h.Hand(item)
}

// withheld refuses what is not, or not yet, for publication.
func (h *harvest) withheld(d *document, key, where string) *connectors.Refusal {
	if s := d.WorkflowStatus; s != "" && !slices.Contains(h.States, s) {
		return connectors.Refuse(key, where, "workflowStatus", s, "not published by its state: publish it in UiTdatabank, or name the state in the setting states")
	}
	if d.AvailableFrom != "" {
		from, err := schema.ParseMoment(d.AvailableFrom, h.zone)
		if err == nil && from.Time.After(h.env.Now()) {
			h.waiting = true // no change of the source will say that the day has come
			return connectors.Refuse(key, where, "availableFrom", d.AvailableFrom, "not to be published before that day; it will be read then")
		}
	}
	if d.class() == "" {
		return connectors.Refuse(key, where, "@type", strings.Join(d.Type, " "), "neither an event nor a place nor an organiser")
	}
	return nil
}
