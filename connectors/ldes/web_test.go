package ldes_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"moselle/connectors"
	"moselle/connectors/conntest"
)

const site = "https://rivers.example/"

// web is a server of pages, and a notebook of what it was asked.
type web struct {
	pages   map[string]string // below site
	forever map[string]bool   // those whose answer is immutable
	asked   []string
	changes int // how often a run said that it lists changes only
}

func (w *web) env(t testing.TB, location string) connectors.Env {
	env := conntest.Env(t, site+location)
	env.ChangesOnly = func() { w.changes++ }
	env.Open = func(ctx context.Context, location string, since []byte) (*connectors.Body, error) {
		name := strings.TrimPrefix(location, site)
		text, ok := w.pages[name]
		w.asked = append(w.asked, name)
		switch {
		case ctx.Err() != nil:
			return nil, ctx.Err()
		case !ok:
			return nil, fmt.Errorf("%s: there is nothing at this address", location)
		case since != nil && bytes.Equal(since, []byte(text)):
			return nil, connectors.ErrUnchanged
		}
		return &connectors.Body{ReadCloser: io.NopCloser(strings.NewReader(text)), Location: location, MediaType: "application/trig",
			Validator: []byte(text), Immutable: w.forever[name]}, nil
	}
	return env
}

// told is what a run said, in short.
type told struct {
	Asked   []string
	Items   []string // "1: name", "-1" for one that is gone
	Changes bool
	Refused []string
	Err     string
}

// run reads the stream and returns what came of it, and where the next run goes on.
func (w *web) run(t testing.TB, location, settings string, from connectors.Cursor) (told, connectors.Cursor) {
	t.Helper()
	w.asked, w.changes = nil, 0
	c, err := kind().Open(conntest.Settings(t, settings), w.env(t, location))
	if err != nil {
		t.Fatal(err)
	}
	r := conntest.Harvest(t.Context(), c, from)
	out := told{Asked: w.asked, Changes: w.changes > 0}
	var next connectors.Cursor
	for _, it := range r.Items {
		out.Items = append(out.Items, name(it))
		next = it.Next
	}
	for _, refusal := range r.Refusals {
		out.Refused = append(out.Refused, strings.TrimPrefix(refusal.Error(), site))
	}
	if r.Err != nil {
		out.Err = r.Err.Error()
	}
	return out, next
}

func name(it connectors.Item) string {
	key := strings.TrimPrefix(it.Key, site)
	if it.Deleted {
		return "-" + key
	}
	for t := range it.Drafts[0].Graph.All() {
		if t.P.Value == "https://schema.org/name" {
			return key + ": " + t.O.Value
		}
	}
	return key
}

const head = `@prefix tree: <https://w3id.org/tree#> . @prefix ldes: <https://w3id.org/ldes#> . @prefix as: <https://www.w3.org/ns/activitystreams#> .
@prefix schema: <https://schema.org/> . @prefix dcterms: <http://purl.org/dc/terms/> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> . @base <` + site + `> .
`

// description describes the stream whose first page is root.
func description(root string) string {
	return head + `<s> a ldes:EventStream ; ldes:timestampPath dcterms:created ; ldes:versionOfPath dcterms:isVersionOf ; ldes:versionDeleteObject as:Delete ; tree:view <` + root + `> .
`
}

// to is a relation of TREE's class that page has to another; of a day of January
// when it compares.
func to(page, class, other string, day int) string {
	if day == 0 {
		return fmt.Sprintf("<%s> tree:relation [ a tree:%s ; tree:node <%s> ] .\n", page, class, other)
	}
	return fmt.Sprintf("<%s> tree:relation [ a tree:%s ; tree:node <%s> ; tree:path dcterms:created ; tree:value %s ] .\n", page, class, other, at(day))
}

func at(day int) string {
	return `"` + time.Date(2026, 1, day, 0, 0, 0, 0, time.UTC).Format(time.RFC3339) + `"^^xsd:dateTime`
}

// person is a version of a person, and gone of one who is no more.
func person(id, day int, name string) string {
	return fmt.Sprintf("<s> tree:member <v/%d-%d> . <v/%[1]d-%[2]d> dcterms:isVersionOf <%[1]d> ; dcterms:created %[3]s ; a schema:Person ; schema:name \"%[4]s\"@fr .\n", id, day, at(day), name)
}

func gone(id, day int) string {
	return fmt.Sprintf("<s> tree:member <v/%d-%d> . <v/%[1]d-%[2]d> dcterms:isVersionOf <%[1]d> ; dcterms:created %[3]s ; a as:Delete .\n", id, day, at(day))
}

func check(t testing.TB, got, want told) {
	t.Helper()
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("run (-want +got):\n%s", d)
	}
}

// calendar is a stream in a tree of months, whose last page is open.
func calendar() *web {
	return &web{forever: map[string]bool{"a": true}, pages: map[string]string{
		"s":    description("root"),
		"root": description("root") + to("root", "GreaterThanOrEqualToRelation", "b", 10) + to("root", "GreaterThanOrEqualToRelation", "a", 1) + to("root", "LessThanRelation", "a", 10),
		"a":    head + person(1, 2, "eins") + person(2, 3, "zwei") + person(3, 4, "drei"),
		"b":    head + person(1, 11, "eins neu") + gone(3, 12),
	}}
}

// TestReplication reads a stream whole: the newest version of each thing, none of
// what is gone, in a listing that is complete.
func TestReplication(t *testing.T) {
	t.Parallel()
	w := calendar()
	got, next := w.run(t, "s", "", nil)
	check(t, got, told{Asked: []string{"s", "root", "a", "b"}, Items: []string{"1: eins neu", "2: zwei"}})

	got, _ = w.run(t, "s", "", next)
	check(t, got, told{Asked: []string{"root", "b"}, Changes: true, Err: "unchanged since the last harvest"})

	w.pages["b"] += person(4, 13, "vier") + gone(2, 14) + person(4, 15, "vier neu")
	got, next = w.run(t, "s", "", next)
	check(t, got, told{Asked: []string{"root", "b"}, Changes: true, Items: []string{"-3", "4: vier neu", "-2"}})

	// The server cuts its open page and begins another: what is known is not read.
	w.pages["root"] += to("root", "LessThanRelation", "b", 16) + to("root", "GreaterThanOrEqualToRelation", "c", 16) + to("root", "LessThanRelation", "old", 5)
	w.pages["c"] = head + person(1, 17, "eins zuletzt")
	got, next = w.run(t, "s", "", next)
	check(t, got, told{Asked: []string{"root", "b", "c"}, Changes: true, Items: []string{"1: eins zuletzt"}})
	if got, _ = w.run(t, "s", "", next); got.Err != "unchanged since the last harvest" || len(got.Items) > 0 {
		t.Errorf("the run after it = %v, want nothing new", got)
	}
}

// TestOrder reads streams whose pages come in any order: the newest version
// counts wherever it stands.
func TestOrder(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name  string
		pages map[string]string
	}{
		{"newest first", map[string]string{
			"s": description("s") + to("s", "LessThanRelation", "older", 10) + person(1, 11, "neu"), "older": head + person(1, 2, "alt")}},
		{"a list", map[string]string{
			"s": description("s") + to("s", "Relation", "more", 0) + person(1, 2, "alt"), "more": head + person(1, 11, "neu")}},
		{"a circle", map[string]string{
			"s": description("s") + to("s", "Relation", "more", 0) + person(1, 11, "neu"), "more": head + person(1, 2, "alt") + to("more", "Relation", "s", 0) + to("more", "Relation", "more", 0)}},
		{"one page", map[string]string{"s": description("s") + person(1, 11, "neu") + person(1, 2, "alt")}},
		{"by place", map[string]string{
			"s":    description("s") + to("s", "GeospatiallyContainsRelation", "east", 0) + to("s", "PrefixRelation", "west", 0) + to("s", "EqualToRelation", "north", 3),
			"east": head + person(1, 3, "alt"), "west": head + person(1, 11, "neu"), "north": head + person(1, 4, "alt")}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			w := &web{pages: c.pages}
			got, _ := w.run(t, "s", "", nil)
			if d := cmp.Diff([]string{"1: neu"}, got.Items); d != "" || got.Changes || got.Err != "" || len(got.Asked) != len(c.pages) {
				t.Errorf("run = %+v, want the newest version from %d pages in a complete listing", got, len(c.pages))
			}
		})
	}
}

// TestViews finds the first page from whatever describes the stream.
func TestViews(t *testing.T) {
	t.Parallel()
	page := head + person(1, 2, "eins")
	for _, c := range []struct {
		name, location, settings string
		pages                    map[string]string
		want                     told
	}{
		{"a page of it", "p2", "", map[string]string{"p2": description("p1") + person(2, 2, "zwei"), "p1": page},
			told{Asked: []string{"p2", "p1"}, Items: []string{"1: eins"}}},
		{"two views", "s", "", map[string]string{"s": description("by-time") + "<s> tree:view <by-place> .", "by-place": page},
			told{Asked: []string{"s", "by-place"}, Items: []string{"1: eins"}}},
		{"the view that is named", "s", "view: " + site + "by-time", map[string]string{"s": description("by-time") + "<s> tree:view <by-place> .", "by-time": page},
			told{Asked: []string{"s", "by-time"}, Items: []string{"1: eins"}}},
		{"a view that is not", "s", "view: " + site + "by-name", map[string]string{"s": description("by-time")},
			told{Asked: []string{"s"}, Err: site + "s: the stream has no view https://rivers.example/by-name, as the setting view names; it has: https://rivers.example/by-time"}},
		{"a service", "d", "", map[string]string{"d": head + "<view> a tree:ViewDescription ; <http://www.w3.org/ns/dcat#endpointURL> <p> .", "p": page},
			told{Asked: []string{"d", "p"}, Items: []string{"1: eins"}}},
		{"a catalogue", "d", "", map[string]string{"d": head + "<s> a ldes:EventStream .", "s": description("p"), "p": page},
			told{Asked: []string{"d", "s", "p"}, Items: []string{"1: eins"}}},
		{"no page", "s", "", map[string]string{"s": head + "<s> a ldes:EventStream ."},
			told{Asked: []string{"s"}, Err: site + "s: an event stream is described here, and no page of it (tree:view) is named; give the address of its first page"}},
		{"no stream", "s", "", map[string]string{"s": head + "<s> schema:name 1 ."},
			told{Asked: []string{"s"}, Err: site + "s: no event stream is described here, and this is no page of one: neither members (tree:member) nor relations (tree:relation) nor a view (tree:view) are named"}},
		{"one leads to the next", "s1", "", map[string]string{"s1": description("s2"), "s2": description("s3"), "s3": description("s4"), "s4": description("s5")},
			told{Asked: []string{"s1", "s2", "s3", "s4"}, Err: site + "s4: no page of the stream is found: one description leads to the next"}},
		{"empty", "s", "", map[string]string{"s": description("s") + gone(1, 2)},
			told{Asked: []string{"s"}, Refused: []string{"s: the stream lists nothing that is there now"}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			got, _ := (&web{pages: c.pages}).run(t, c.location, c.settings, nil)
			check(t, got, c.want)
		})
	}
}

// TestDoubt holds that nothing counts as missing when not all was read, and that
// the next run goes on with what is left.
func TestDoubt(t *testing.T) {
	t.Parallel()
	w := calendar()
	delete(w.pages, "b")
	got, next := w.run(t, "s", "", nil)
	check(t, got, told{Asked: []string{"s", "root", "a", "b"}, Changes: true, Items: []string{"1: eins", "2: zwei", "3: drei"},
		Refused: []string{"b: the page cannot be read; its members are missing until it can be: there is nothing at this address"}})
	w.pages = calendar().pages
	got, _ = w.run(t, "s", "", next)
	check(t, got, told{Asked: []string{"root", "b"}, Changes: true, Items: []string{"1: eins neu", "-3"}})

	w = calendar()
	delete(w.pages, "b")
	next = nil
	for run := range 6 {
		if run > 0 {
			w.pages["root"] += "# another\n" + person(9, 10+run, "neun") // what carries the cursor
		}
		got, next = w.run(t, "s", "", next)
	}
	check(t, got, told{Asked: []string{"root"}, Changes: true, Items: []string{"9: neun"}})

	w = calendar()
	got, next = w.run(t, "s", "pages: 2", nil)
	check(t, got, told{Asked: []string{"s", "root", "a"}, Changes: true, Items: []string{"1: eins", "2: zwei", "3: drei"},
		Refused: []string{"s: 2 pages were read, as the setting pages allows no more; the next run goes on with the others"}})
	got, _ = w.run(t, "s", "pages: 2", next)
	check(t, got, told{Asked: []string{"root", "b"}, Changes: true, Items: []string{"1: eins neu", "-3"}})
}

// long is a stream of pages in a list, one person each, too large to be kept back.
func long(pages int) *web {
	w := &web{pages: map[string]string{}, forever: map[string]bool{}}
	w.pages["s"] = description("s") + to("s", "Relation", "p1", 0)
	for i := 1; i <= pages; i++ {
		name := fmt.Sprint("p", i)
		w.pages[name] = head + person(i, i, strings.Repeat("x", 3<<20)) + to(name, "Relation", fmt.Sprint("p", i+1), 0)
		w.forever[name] = true
	}
	w.pages[fmt.Sprint("p", pages)] = head + person(1, pages, "neu")
	return w
}

// TestResume breaks a long run off and goes on where it was noted.
func TestResume(t *testing.T) {
	t.Parallel()
	w := long(31)
	c, err := kind().Open(nil, w.env(t, "s"))
	if err != nil {
		t.Fatal(err)
	}
	var items []string
	var resume connectors.Cursor
	for it, err := range c.Harvest(t.Context(), nil) {
		if err != nil {
			t.Fatal(err)
		}
		items = append(items, strings.TrimPrefix(it.Key, site))
		if it.Resume != nil {
			resume = it.Resume
			break
		}
	}
	if w.changes != 1 || resume == nil {
		t.Fatalf("a stream that is too large to be kept back: %d times listed as changes, resumed at %q", w.changes, resume)
	}
	read := slices.Clone(w.asked)
	got, next := w.run(t, "s", "", resume)
	if slices.Contains(got.Asked, read[3]) || got.Err != "" || next == nil {
		t.Errorf("the run that goes on asks for %v and ends with %q", got.Asked, got.Err)
	}
	all := append(items, strings.Split(strings.Join(got.Items, "\n"), "\n")...)
	seen := map[string]bool{}
	for _, key := range all {
		key, _, _ = strings.Cut(key, ":")
		seen[key] = true
	}
	if len(seen) != 30 || got.Items[len(got.Items)-1] != "1: neu" {
		t.Errorf("%d things in both runs, the last one %.40s; want 30, and the newest version of the first last", len(seen), got.Items[len(got.Items)-1])
	}
}

// TestCancel ends a run between pages.
func TestCancel(t *testing.T) {
	t.Parallel()
	w := calendar()
	ctx, cancel := context.WithCancel(t.Context())
	env := w.env(t, "s")
	inner := env.Open
	env.Open = func(ctx context.Context, location string, since []byte) (*connectors.Body, error) {
		if strings.HasSuffix(location, "/a") {
			cancel()
		}
		return inner(ctx, location, since)
	}
	c, err := kind().Open(nil, env)
	if err != nil {
		t.Fatal(err)
	}
	if r := conntest.Harvest(ctx, c, nil); !errors.Is(r.Err, context.Canceled) || len(r.Items) > 0 {
		t.Errorf("harvest = %d items and %v, want none and that it was cancelled", len(r.Items), r.Err)
	}
}
