package feed

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"regexp"
	"strings"

	"moselle/connectors"
	"moselle/connectors/markup"
	"moselle/schema"
)

// run is one reading of a source.
type run struct {
	*connector
	*connectors.Listing
	ctx     context.Context
	visited map[string]bool // documents
	page    int             // from 1
	channel channel         // of the document at hand
	each    func(e *entry, where string) error
	begun   bool           // something was handed on
	entries int            // of all documents
	undated int            // entries that say nothing of when
	first   string         // the first of them
	mended  []schema.Fault // told with the next item
}

// pages reads the document and those that it leads to.
func (r *run) pages(from connectors.Cursor) (connectors.Cursor, error) {
	var next connectors.Cursor
	location := r.env.Location
	for r.page = 1; ; r.page++ {
		r.visited[location] = true
		body, err := r.env.Open(r.ctx, location, from)
		if err != nil {
			return nil, r.onPage(err)
		}
		if r.page == 1 {
			location = r.here(body)
		}
		if err := r.one(body, location); err != nil {
			return nil, r.onPage(err)
		}
		if r.page == 1 {
			next = body.Validator
		}
		if location = r.further(); location == "" {
			break
		}
		if r.page == r.Pages {
			if err := r.Refuse(connectors.Nothing(r.env.Location, "there are more than %d documents of this feed; raise the setting pages to read older ones", r.Pages)); err != nil {
				return nil, err
			}
			break
		}
		from = nil
	}
	return next, r.account()
}

// here is the address that a document came from; "" for a file.
func (r *run) here(body *connectors.Body) string {
	if connectors.IsWeb(body.Location) {
		return body.Location
	}
	if connectors.IsWeb(r.env.Location) {
		return r.env.Location
	}
	return ""
}

// onPage says of an error in a further document which one that is.
func (r *run) onPage(err error) error {
	if r.page == 1 {
		return err
	}
	return fmt.Errorf("document %d of the feed: %w", r.page, err)
}

// further returns the document to read next: of a feed in pages the next one, of
// one with archives the one before; "" for none. A file leads nowhere.
func (r *run) further() string {
	for _, to := range []string{r.channel.next, r.channel.older} {
		if connectors.IsWeb(to) && connectors.IsWeb(r.env.Location) && !r.visited[to] {
			return to
		}
	}
	return ""
}

// one reads one document.
func (r *run) one(body *connectors.Body, location string) error {
	defer body.Close()
	br := bufio.NewReaderSize(body, 64<<10)
	head, err := br.Peek(16 << 10)
	if len(head) == 0 && err != nil && err != io.EOF {
		return err
	}
	r.channel = channel{base: location}
	text := bytes.TrimLeft(markup.Head(head), " \t\r\n\ufeff")
	switch name := rootOf(text); {
	case connectors.FormOf(text) == connectors.JSON:
		return r.json(br)
	case name != "" && !strings.EqualFold(name, "html"):
		return r.xml(br, body.Charset)
	}
	return instead(head, location)
}

// alternate finds the feed that a page names as its own.
var alternate = regexp.MustCompile(`(?i)<link\b[^>]*\btype\s*=\s*["']?application/(?:rss\+xml|atom\+xml|feed\+json)[^>]*>`)

var href = regexp.MustCompile(`(?i)\bhref\s*=\s*["']?([^"'\s>]+)`)

// instead says what a document is, and of a page where its feed is.
func instead(head []byte, location string) error {
	err := connectors.Instead(head, "a feed (RSS, Atom or JSON Feed)")
	if m := href.FindSubmatch(alternate.Find(head)); m != nil {
		return fmt.Errorf("%w; the page names this feed: %s", err, schema.Excerpt(address(location, string(m[1]))))
	}
	return err
}

// account tells of the entries that are no events, and of a feed without any.
func (r *run) account() error {
	switch {
	case r.undated > 0:
		return r.Refuse(connectors.Nothing(r.env.Location, "news, not events: %d of %d entries, for want of a date on which something happens (the first: %s). Give each event its date, in RSS by ev:startdate and ev:enddate (http://purl.org/rss/1.0/modules/event/), in JSON Feed by an extension such as \"_event\": {\"start\": …, \"end\": …}; or, where titles or texts name the day, set dates to title or text",
			r.undated, r.entries, r.first))
	case r.entries == 0 && r.Empty():
		return r.Refuse(connectors.Nothing(r.env.Location, "the feed is empty: there is no entry in it"))
	}
	return nil
}

// entry hands on what becomes of one entry.
func (r *run) entry(e *entry, where string) error {
	if err := r.ctx.Err(); err != nil {
		return err
	}
	if !r.begun {
		r.begun = true
		// A feed shows the newest entries: what left it is not gone.
		if !r.channel.complete {
			r.env.ChangesOnly()
		}
	}
	if e.deleted {
		return r.tombstone(e, where)
	}
	r.entries++
	raw := bytes.Join([][]byte{e.raw, []byte(e.lang), []byte(e.license), []byte(r.channel.base)}, []byte{0})
	key, known := r.env.Known(raw)
	switch {
	case known:
	case !r.dated(e):
		r.news(e, where)
		return nil
	default:
		key = either(e.id, e.link)
	}
	switch {
	case key == "":
		return r.Refuse(connectors.Refuse("", where, "id", e.title, "the entry has no id (guid in RSS, id in Atom and JSON Feed) and no link: without one of them it cannot be recognised tomorrow"))
	case len(key) > maxKey:
		return r.Refuse(connectors.Refuse("", where, "id", key, "longer than %d characters", maxKey))
	}
	if twin := r.Once(key, where); twin != nil {
		if r.page > 1 { // an archive has the older version
			return nil
		}
		return r.Refuse(twin)
	}
	if known {
		return r.Hand(connectors.Item{Key: key, Where: where, Same: true, Raw: raw})
	}
	item, refusal := r.item(e, key, where)
	if refusal != nil {
		return r.Refuse(refusal)
	}
	item.Raw = raw
	item.Faults = append(item.Faults, r.mended...)
	r.mended = nil
	return r.Hand(item)
}

// news counts an entry that is no event.
func (r *run) news(e *entry, where string) {
	if r.undated++; r.first == "" {
		if r.first = where; e.title != "" {
			r.first += fmt.Sprintf(", %q", schema.Excerpt(e.title))
		}
	}
}

// maxKey bounds the length of an entry's id.
const maxKey = 2000

// tombstone hands on that an entry is gone, unless it stands in the feed anew.
func (r *run) tombstone(e *entry, where string) error {
	if e.id == "" || len(e.id) > maxKey {
		return r.Refuse(connectors.Refuse("", where, "ref", e.id, "a deleted entry has to say in ref which one it is"))
	}
	if r.Once(e.id, where) != nil {
		return nil
	}
	return r.Hand(connectors.Item{Key: e.id, Where: where, Deleted: true, Faults: []schema.Fault{{Message: "the feed says that the entry was deleted"}}})
}
