package kulturdaten

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"moselle/connectors"
	"moselle/schema"
	"moselle/schema/tree"
)

// zoneName is the zone in which the API gives all times.
const zoneName = "Europe/Berlin"

// run is one harvest with what it hands on.
type run struct {
	*connector
	*connectors.Listing
	memory
	ctx  context.Context
	zone *time.Location
	tree tree.Tree

	prefix string // the page, for the places of what stands on it
	paged  bool
	twins  int // things that stand on two pages
}

func (c *connector) newRun(ctx context.Context, l *connectors.Listing) (*run, error) {
	zone, err := schema.LoadZone(zoneName)
	if err != nil {
		return nil, err
	}
	return &run{connector: c, Listing: l, ctx: ctx, zone: zone, memory: newMemory()}, nil
}

// all reads the source and returns the cursor of a complete run.
func (r *run) all(from connectors.Cursor) (connectors.Cursor, error) {
	for _, name := range r.With {
		at := beside(r.env.Location, name)
		if err := r.learn(at); err != nil {
			return nil, fmt.Errorf("%s, which the setting with names: %w", connectors.Name(at), err)
		}
	}
	_, of := split(r.env.Location)
	var next connectors.Cursor
	var err error
	switch {
	case r.api == "":
		next, err = r.read(r.env.Location, from)
		if len(r.With) > 0 { // they change without the document
			next = nil
		}
	case of == "":
		for _, t := range []thing{tag, organization, location, attraction, event} {
			if _, err := r.read(r.api+t.list(), nil); err != nil {
				return nil, err
			}
		}
	default:
		r.learnTags(of)
		_, err = r.read(r.env.Location, nil)
	}
	if err != nil {
		return nil, err
	}
	if r.Empty() {
		return nil, r.Refuse(connectors.Nothing(r.env.Location, "the list is empty: there is nothing in it"))
	}
	if last := r.Last(); last != nil && r.unasked > 0 && !last.Same && !last.Deleted {
		last.Faults = append(last.Faults, schema.Fault{Path: "lookups", Severity: schema.Info,
			Message: fmt.Sprintf("more attractions, locations and organisations are referred to than were asked for, by %d: they are known by their labels alone; raise the setting lookups", r.unasked)})
	}
	return next, nil
}

// read reads a document and the pages behind it, and returns the validator of
// one without such.
func (r *run) read(at string, from connectors.Cursor) (connectors.Cursor, error) {
	return r.pages(at, from, r.element)
}

func (r *run) pages(at string, from connectors.Cursor, each func(element) error) (connectors.Cursor, error) {
	first, found, total := at, 0, 0
	at = sized(at)
	r.prefix, r.paged, r.twins = "", false, 0
	for n := 1; ; n++ {
		body, err := r.env.Open(r.ctx, at, from)
		if err != nil {
			return nil, pageError(n, err)
		}
		d := &document{hint: r.hint(at), each: each}
		err = d.read(body)
		body.Close()
		switch {
		case err != nil:
			return nil, pageError(n, err)
		case d.found == 0 && d.reason != "":
			return nil, r.Refuse(connectors.Nothing(at, "%s", d.reason))
		}
		found, total = found+d.found, max(total, d.head.total)
		next := d.head.next(at, d.found)
		switch {
		case next == "" && found-r.twins < total:
			return nil, r.Refuse(connectors.Nothing(first, "the list says that it has %d things, and %d stand in it; save all its pages, or raise pageSize in its address", total, found-r.twins))
		case next == "" && n == 1:
			return connectors.Cursor(body.Validator), nil
		case next == "":
			return nil, nil
		case n == r.Pages:
			return nil, r.Refuse(connectors.Nothing(first, "there are more than %d pages; raise the setting pages, or ask for more things a page with pageSize=500", n))
		}
		at, r.paged, r.prefix = next, true, fmt.Sprintf("page %d, ", n+1)
	}
}

func pageError(n int, err error) error {
	if n == 1 {
		return err
	}
	return fmt.Errorf("page %d: %w", n, err)
}

// hint returns what the elements of a document are that do not say it.
func (r *run) hint(at string) thing {
	if r.Thing != "" {
		return thing(r.Thing)
	}
	return hintOf(at)
}

// open reads the text of an element; what is wrong with it refuses it.
func (r *run) open(e element) (o tree.Node, text string, note *schema.Fault, refusal *connectors.Refusal) {
	where := r.prefix + e.where
	if e.text == nil {
		return o, "", nil, connectors.Refuse("", where, "", "", "larger than %d MB", connectors.MaxItem>>20)
	}
	text = string(e.text)
	if !utf8.ValidString(text) {
		if s, err := charmap.Windows1252.NewDecoder().String(text); err == nil {
			text, note = s, &schema.Fault{Message: "the text is not UTF-8, as JSON has to be; it was read as Windows-1252"}
		}
	}
	if o = e.at; o.Kind() == tree.Absent {
		if err := r.tree.JSON(text); err != nil {
			return o, "", nil, connectors.Refuse("", where, "", text, "this cannot be read as JSON; counted from the beginning of the item, %v", err)
		}
		o = r.tree.Root()
	}
	if o.Kind() != tree.Object {
		return o, "", nil, connectors.Refuse("", where, "", o.Text(), "an object is expected, not %s", o.Kind())
	}
	return o, text, note, nil
}

// element turns one element into an item or a refusal.
func (r *run) element(e element) error {
	if err := r.ctx.Err(); err != nil {
		return err
	}
	o, text, note, refusal := r.open(e)
	if refusal != nil {
		return r.Refuse(refusal)
	}
	of, key, where := thingOf(o, e.hint), keyOf(o), r.prefix+e.where
	if refusal := recognise(o, of, key, where); refusal != nil {
		return r.Refuse(refusal)
	}
	if apart, told := r.apart(o, key); told != nil {
		key, note = apart, told
	}
	if name := title(o, r.Lang); name != "" {
		where += ", " + schema.Excerpt(name)
	}
	if r.Once(key, where) != nil {
		if r.paged && r.same(key, text) { // the list moved on while its pages were read
			r.twins++
			return nil
		}
		return r.Refuse(r.Once(key, where))
	}
	if reason := r.withdrawn(o, of); reason != "" {
		return r.Hand(connectors.Item{Key: key, Where: where, Deleted: true, Faults: []schema.Fault{{Path: "status", Message: reason}}})
	}
	r.keep(of, key, text, true)
	sums, err := r.gather(o, of)
	if err != nil {
		return err
	}
	raw := slices.Concat(sums, []byte(text))
	if known, ok := r.env.Known(raw); ok && known == key {
		return r.Hand(connectors.Item{Key: key, Where: where, Same: true, Raw: raw})
	}
	item, refusal := r.item(o, of, key, where)
	if refusal != nil {
		r.forget(key)
		return r.Refuse(refusal)
	}
	item.Raw = raw
	if note != nil {
		item.Faults = append(item.Faults, *note)
	}
	return r.Hand(item)
}

// apart tells things by their titles that bear one number at the place they come
// from and none of the API's: it returns the key to take, with a fault, or no
// fault where the number is enough.
func (r *run) apart(o tree.Node, key string) (string, *schema.Fault) {
	title := schema.NameKey(title(o, r.Lang))
	if o.Member("identifier").Text() != "" || title == "" || len(key)+len(title) >= maxKey || r.Once(key, "") == nil {
		return key, nil
	}
	return key + "/" + title, &schema.Fault{Path: "metadata.originObjectID", Value: key, Message: "another thing before it has this number too; they are told apart by their titles"}
}

// recognise refuses what is none of the things, or cannot be found again.
func recognise(o tree.Node, of thing, key, where string) *connectors.Refusal {
	switch {
	case of == user:
		return connectors.Refuse("", where, "", "", "this is the account of a user, which nobody is to publish; take it out of what is handed on")
	case of == "":
		return connectors.Refuse("", where, "type", plain(o.Member("type")), "nothing says whether this is an event, an attraction, a location, an organization or a tag; give it a type such as type.Event, or set thing")
	case key == "":
		return connectors.Refuse("", where, "identifier", "", "missing: without its number nobody can tell tomorrow that it is the same %s", of)
	case len(key) > maxKey:
		return connectors.Refuse("", where, "identifier", key, "longer than %d characters", maxKey)
	}
	return nil
}

// withdrawn says why a thing is not for the public; "" when it is.
func (r *run) withdrawn(o tree.Node, of thing) string {
	state := plain(o.Member("status"))
	state = state[strings.LastIndexByte(state, '.')+1:]
	if state == "" || slices.Contains(r.States, state) {
		return ""
	}
	return fmt.Sprintf("the %s is %q; it is not taken, and what was published of it is withdrawn; the setting states says which are taken", of, schema.Excerpt(state))
}
