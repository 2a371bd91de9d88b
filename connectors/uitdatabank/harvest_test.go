package uitdatabank_test

import (
	"context"
	"fmt"
	"io"
	"net/url"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/connectors"
	"moselle/connectors/conntest"
	"moselle/connectors/uitdatabank"
)

const search = "https://search.uit.example/events?embed=true&start=0"

// web returns an environment in which answer gives the documents.
func web(t testing.TB, location string, answer func(location string) string) connectors.Env {
	env := conntest.Env(t, location)
	env.Open = func(_ context.Context, location string, _ []byte) (*connectors.Body, error) {
		text := answer(location)
		if text == "" {
			return nil, os.ErrNotExist
		}
		return &connectors.Body{ReadCloser: io.NopCloser(strings.NewReader(text)), Location: location, Validator: []byte("v")}, nil
	}
	return env
}

func harvest(t testing.TB, settings string, env connectors.Env) conntest.Result {
	t.Helper()
	c, err := uitdatabank.Kind().Open(conntest.Settings(t, settings), env)
	if err != nil {
		t.Fatal(err)
	}
	return conntest.Harvest(t.Context(), c, nil)
}

func event(id, more string) string {
	return fmt.Sprintf(`{"@id":"https://io.uit.example/event/%s","@type":"Event","mainLanguage":"nl","name":{"nl":"Mist %[1]s"},"calendarType":"single","startDate":"2026-12-12T19:00:00+01:00"%s}`, id, more)
}

// pages answers a search of total events, so many a page.
func pages(total, size int) func(string) string {
	return func(location string) string {
		u, err := url.Parse(location)
		if err != nil || u.Query().Get("embed") != "true" {
			return ""
		}
		var start int
		fmt.Sscan(u.Query().Get("start"), &start)
		var list []string
		for i := start; i < min(start+size, total); i++ {
			list = append(list, event(fmt.Sprint("e", i), ""))
		}
		return fmt.Sprintf(`{"@type":"PagedCollection","itemsPerPage":%d,"totalItems":%d,"member":[%s]}`, size, total, strings.Join(list, ","))
	}
}

func TestPages(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, settings string
		total, items   int
		next           bool
		refused        string
	}{
		{"one page", "", 2, 2, true, ""},
		{"three pages", "", 5, 5, false, ""},
		{"nothing", "", 0, 0, false, "no event, place or organiser is listed here"},
		{"of another class", "classes: [Place]", 2, 0, false, "nothing of the classes that the settings name is listed here"},
		{"more than allowed", "pages: 2", 5, 4, false, "4 of 5 results were read, as the setting pages allows no more"},
		{"deeper than the search goes", "", 10_003, 10_000, false, "10000 of 10003 results were read: the search shows no more than its first 10000; narrow the query, by region for instance"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			r := harvest(t, c.settings, web(t, search, pages(c.total, max(2, c.total/5))))
			if r.Err != nil || len(r.Items) != c.items {
				t.Fatalf("%d items, %v; want %d", len(r.Items), r.Err, c.items)
			}
			if c.items > 0 && (r.Items[c.items-1].Next != nil) != c.next {
				t.Errorf("cursor = %q, want one: %v", r.Items[c.items-1].Next, c.next)
			}
			if got := reasons(r); got != c.refused {
				t.Errorf("refused %q, want %q", got, c.refused)
			}
		})
	}
}

// reasons are the messages of all refusals; one without a key keeps the hub from
// taking for deleted what was not read.
func reasons(r conntest.Result) string {
	var out []string
	for _, refusal := range r.Refusals {
		out = append(out, refusal.Faults[0].Message)
	}
	return strings.Join(out, "\n")
}

func TestPageFails(t *testing.T) {
	t.Parallel()
	r := harvest(t, "", web(t, search, func(location string) string {
		if strings.Contains(location, "start=2") {
			return `{"@type":"PagedCollection","totalItems":5,"member":[{]}`
		}
		return pages(5, 2)(location)
	}))
	const want = "https://search.uit.example/events?embed=true&start=2: byte 47: this is no valid JSON; what stands before it was read: mend it or export it again"
	if len(r.Items) != 2 || r.Err == nil || r.Err.Error() != want {
		t.Errorf("%d items, %v; want 2, %s", len(r.Items), r.Err, want)
	}
}

// What a search names by its address alone is asked for once.
func TestFollow(t *testing.T) {
	t.Parallel()
	const place = `{"@id":"https://io.uit.example/place/p1","@type":"Place","mainLanguage":"nl","name":{"nl":"Mistzaal"}}`
	at := `,"location":{"@id":"https://io.uit.example/place/p1","@type":"Place"},"organizer":{"@id":"https://io.uit.example/organizers/o1","@type":"Organizer"}`
	documents := map[string]string{
		search:                            `{"totalItems":3,"member":[{"@id":"https://io.uit.example/event/a","@type":"Event"},` + event("b", at) + `,{"@id":"https://io.uit.example/event/c","@type":"Event"}]}`,
		"https://io.uit.example/event/a":  event("a", at),
		"https://io.uit.example/place/p1": place,
	}
	asked := map[string]int{}
	env := web(t, search, func(location string) string {
		asked[location]++
		return documents[location]
	})
	r := harvest(t, "", env)
	var got []string
	for _, it := range r.Items {
		line := it.Key
		for _, d := range it.Drafts {
			line += " " + d.Class
		}
		got = append(got, line)
		if it.Raw != nil || it.Next != nil {
			t.Errorf("item %s: raw %q, next %q; want none, as it depends on other documents", it.Key, it.Raw, it.Next)
		}
	}
	if d := cmp.Diff([]string{"a Event Place", "b Event Place"}, got); d != "" {
		t.Errorf("items (-want +got):\n%s", d)
	}
	if len(r.Refusals) != 1 || r.Refusals[0].Key != "c" {
		t.Errorf("refused %v, want c alone", r.Refusals)
	}
	for address, n := range asked {
		if n != 1 {
			t.Errorf("%s was asked for %d times, want once", address, n)
		}
	}
	if r := harvest(t, "follow: false", env); len(r.Items) != 1 || len(r.Refusals) != 2 {
		t.Errorf("without following: %d items, %d refusals; want 1, 2", len(r.Items), len(r.Refusals))
	}
}

func TestKnown(t *testing.T) {
	t.Parallel()
	env := web(t, search, pages(2, 2))
	env.Known = func(raw []byte) (string, bool) { return "e1", strings.Contains(string(raw), "/e1") }
	r := harvest(t, "", env)
	if len(r.Items) != 2 || r.Items[0].Same || !r.Items[1].Same || r.Items[1].Key != "e1" {
		t.Errorf("items = %v, want e1 the same", r.Items)
	}
}

func TestBad(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, in, want string }{
		{"empty", "", "the file is empty; JSON-LD or cdbxml of UiTdatabank is expected"},
		{"page", "<!doctype html><title>Login</title>", `this is an HTML page ("Login"), not JSON-LD or cdbxml of UiTdatabank; the address may have moved or ask for a login`},
		{"number behind", event("a", "") + " 7", "byte 165: documents of UiTdatabank are expected here, as objects in braces"},
		{"no list", `{"member":7}`, `byte 11: "member" is not a list`},
		{"long", `[{"name":"` + strings.Repeat("x", connectors.MaxItem) + `"}]`, "byte 1: one document is longer than 8 MB; split it"},
		{"deep", `[` + strings.Repeat("[", 20_000), "byte 10001: this is no valid JSON; what stands before it was read: mend it or export it again"},
		{"cut XML", "<?xml version='1.0'?>\n<cdbxml><event cdbid='1'>", "line 2: the XML ends early; it was probably cut off on its way: ask for it again"},
		{"broken XML", "<?xml version='1.0'?>\n<cdbxml>\n<event cdbid=1/></cdbxml>", "line 3: this is no valid XML; what stands before it was read: mend it or export it again"},
		{"unknown entity", "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY a 'b'>]><cdbxml>&a;</cdbxml>", "line 1: this is no valid XML; what stands before it was read: mend it or export it again"},
		{"unknown encoding", "<?xml version='1.0' encoding='nonsense'?><cdbxml/>", "line 1: this is no valid XML; what stands before it was read: mend it or export it again"},
		{"long XML", "<?xml version='1.0'?><event><title>" + strings.Repeat("x", connectors.MaxItem+1<<16), "line 1: one document is longer than 8 MB; split it"},
		{"deep XML", "<?xml version='1.0'?>" + strings.Repeat("<a>", 200), "line 1: elements are nested more than 100 deep"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			env := conntest.Env(t, "agenda.json")
			env.Open = func(context.Context, string, []byte) (*connectors.Body, error) {
				return &connectors.Body{ReadCloser: io.NopCloser(strings.NewReader(c.in))}, nil
			}
			r := harvest(t, "", env)
			if r.Err == nil || r.Err.Error() != "agenda.json: "+c.want {
				t.Errorf("ended by %v, want agenda.json: %s", r.Err, c.want)
			}
		})
	}
}

// FuzzJSON holds whatever is read to be items with a key, or to be told.
func FuzzJSON(f *testing.F) { fuzz(f, "json") }

// FuzzXML is FuzzJSON for cdbxml.
func FuzzXML(f *testing.F) { fuzz(f, "xml") }

func fuzz(f *testing.F, ext string) {
	seed(f, ext)
	f.Fuzz(func(t *testing.T, text string) {
		env := web(t, "https://io.uit.example/event/x", func(string) string { return text })
		r := harvest(t, "states: [APPROVED, READY_FOR_VALIDATION, DRAFT]", env)
		conntest.Sound(t, r)
	})
}
