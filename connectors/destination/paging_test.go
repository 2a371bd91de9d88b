package destination_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/connectors"
	"moselle/connectors/conntest"
	"moselle/connectors/destination"
)

const search = "https://meta.pool.example/rest.ashx/search/?experience=wippertal&template=ET2014A.json&type=Event"

// web returns an environment in which answer gives the documents by the query of
// their address, and the queries that were asked for.
func web(t testing.TB, location string, answer func(q url.Values) string) (env connectors.Env, asked *[]string) {
	env, asked = conntest.Env(t, location), &[]string{}
	env.Open = func(_ context.Context, location string, since []byte) (*connectors.Body, error) {
		u, err := url.Parse(location)
		if err != nil {
			return nil, err
		}
		*asked = append(*asked, u.RawQuery)
		if string(since) == "v" {
			return nil, connectors.ErrUnchanged
		}
		text := answer(u.Query())
		if text == "" {
			return nil, fmt.Errorf("%s: the server answers 503: %w", location, os.ErrDeadlineExceeded)
		}
		return &connectors.Body{ReadCloser: io.NopCloser(strings.NewReader(text)), Location: location, Validator: []byte("v")}, nil
	}
	return env, asked
}

func item(n int) string {
	return fmt.Sprintf(`{"global_id":"e_%d","title":"Abend %[1]d","type":"Event","timeIntervals":[{"start":"2026-12-04T20:00:00+01:00"}]}`, n)
}

// pool answers a search that finds total items, from offset on and as many as
// limit, at most most.
func pool(total, most int, head string) func(url.Values) string {
	return func(q url.Values) string {
		offset, _ := strconv.Atoi(q.Get("offset"))
		limit, _ := strconv.Atoi(q.Get("limit"))
		var items []string
		for n := offset; n < min(total, offset+limit, offset+most); n++ {
			items = append(items, item(n))
		}
		return fmt.Sprintf(`{"status":"OK","count":%d%s,"items":[%s]}`, len(items), head, strings.Join(items, ","))
	}
}

func TestPages(t *testing.T) {
	t.Parallel()
	broken := func(q url.Values) string {
		if q.Get("offset") != "" {
			return ""
		}
		return pool(9, 2, `,"overallcount":9`)(q)
	}
	for _, c := range []struct {
		name, location, settings string
		answer                   func(url.Values) string
		items                    int
		asked                    []string // offset and limit
		cursor                   bool
		said                     string
	}{
		{"one page", search, "", pool(3, 100, `,"overallcount":3`), 3, []string{"/100"}, true, ""},
		{"three pages", search, "", pool(250, 100, `,"overallcount":250`), 250, []string{"/100", "100/100", "200/100"}, false, ""},
		{"their limit", search + "&limit=2", "", pool(5, 100, `,"overallcount":5`), 5, []string{"/2", "2/2", "4/2"}, false, ""},
		{"less than asked for", search, "", pool(5, 2, `,"overallcount":5`), 5, []string{"/100", "2/100", "4/100"}, false, ""},
		{"from an offset", search + "&offset=3&limit=2", "", pool(6, 2, `,"overallcount":6`), 3, []string{"3/2", "5/2"}, false, ""},
		{"not counted", search + "&limit=2", "", pool(5, 2, ""), 5, []string{"/2", "2/2", "4/2"}, false, ""},
		{"too many", search, "pages: 2", pool(9, 2, `,"overallcount":9`), 4, []string{"/100", "2/100"}, false,
			"4 of 9 items were read, as the setting pages allows no more; raise it, or limit in the address"},
		{"fewer than said", search, "", pool(3, 2, `,"overallcount":9`), 3, []string{"/100", "2/100", "3/100"}, false,
			"the answer says that there are 9 items, but 3 of them are in it; save all its pages, or give the address of the search"},
		{"always the same", search, "", func(url.Values) string { return pool(2, 2, `,"overallcount":9`)(url.Values{"limit": {"2"}}) }, 2, []string{"/100", "2/100"}, false,
			"page 2 lists nothing that the pages before do not have: the address does not heed offset; ask for all items at once with a greater limit"},
		{"a saved page", "https://wippertal.example/events.json", "", func(url.Values) string { return pool(9, 2, `,"overallcount":9`)(url.Values{"limit": {"2"}}) }, 2, []string{"/"}, false,
			"the answer says that there are 9 items, but 2 of them are in it; save all its pages, or give the address of the search"},
		{"a server that fails", search, "", broken, 2, []string{"/100", "2/100"}, false, "page 2: https://meta.pool.example/"},
		{"its own words", search, "", func(url.Values) string { return `{"status":"ERROR","message":"unknown experience"}` }, 0, []string{"/100"}, false,
			`destination.one answers "ERROR unknown experience"; look at the address, the experience and the licence key`},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			env, asked := web(t, c.location, c.answer)
			conn, err := destination.Kind().Open(conntest.Settings(t, c.settings), env)
			if err != nil {
				t.Fatal(err)
			}
			r := conntest.Harvest(t.Context(), conn, nil)
			if len(r.Items) != c.items {
				t.Fatalf("%d items, want %d; %v", len(r.Items), c.items, r.Err)
			}
			var got []string
			for _, query := range *asked {
				q, _ := url.ParseQuery(query)
				got = append(got, q.Get("offset")+"/"+q.Get("limit"))
			}
			if d := cmp.Diff(c.asked, got); d != "" {
				t.Errorf("pages asked for (-want +got):\n%s", d)
			}
			var next connectors.Cursor
			if c.items > 0 {
				next = r.Items[c.items-1].Next
			}
			if (next != nil) != c.cursor {
				t.Errorf("the last item carries the cursor %q, want one: %v", next, c.cursor)
			}
			if c.cursor {
				if r := conntest.Harvest(t.Context(), conn, next); !errors.Is(r.Err, connectors.ErrUnchanged) {
					t.Errorf("harvest from its cursor = %v, want ErrUnchanged", r.Err)
				}
			}
			if got := said(r); c.said == "" && got != "" || !strings.Contains(got, c.said) {
				t.Errorf("said %q, want %q", got, c.said)
			}
		})
	}
}

// said gives what was refused and what ended the run.
func said(r conntest.Result) string {
	var out []string
	for _, refusal := range r.Refusals {
		if refusal.Key == "" { // those of items that come twice apart
			out = append(out, refusal.Error())
		}
	}
	if r.Err != nil {
		out = append(out, r.Err.Error())
	}
	return strings.Join(out, "; ")
}

// TestKey holds that the licence key, be it a setting or in the address, goes
// with every request and into nothing that is kept or told.
func TestKey(t *testing.T) {
	t.Parallel()
	const key = "s3cret+key"
	for name, c := range map[string]struct{ location, settings string }{
		"setting": {search, "key: " + key},
		"address": {search + "&licenseKey=" + url.QueryEscape(key), ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			env, asked := web(t, c.location, func(q url.Values) string {
				if q.Get("licensekey") != key {
					t.Errorf("asked for with the key %q, want %q", q.Get("licensekey"), key)
				}
				if q.Get("offset") != "" {
					return ""
				}
				return strings.Replace(pool(9, 2, `,"overallcount":9`)(q), `"title":"Abend 0"`, `"name":"Turm","city":"Lindenau"`, 1)
			})
			conn, err := destination.Kind().Open(conntest.Settings(t, c.settings), env)
			if err != nil {
				t.Fatal(err)
			}
			r := conntest.Harvest(t.Context(), conn, nil)
			triples, text := conntest.Render(r)
			if s := string(triples) + string(text); strings.Contains(s, "s3cret") {
				t.Errorf("the key is in what is kept or told:\n%s", s)
			}
			if len(*asked) != 2 || len(r.Items) != 1 || len(r.Refusals) != 1 || r.Err == nil || !errors.Is(r.Err, os.ErrDeadlineExceeded) {
				t.Errorf("%d requests, %d items, %d refusals, %v; want 2, 1, 1 and the error of the second page", len(*asked), len(r.Items), len(r.Refusals), r.Err)
			}
		})
	}
}

// TestLanguage holds that the texts are in the language of the setting, else of
// the address, else of the source.
func TestLanguage(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ location, settings, want string }{
		{search, "", "fr"},
		{search + "&mkt=nl-NL", "", "nl"},
		{search + "&mkt=nl-NL", "lang: lb", "lb"},
	} {
		env, _ := web(t, c.location, pool(1, 1, ""))
		conn, err := destination.Kind().Open(conntest.Settings(t, c.settings), env)
		if err != nil {
			t.Fatal(err)
		}
		triples, _ := conntest.Render(conntest.Harvest(t.Context(), conn, nil))
		if !strings.Contains(string(triples), `"Abend 0"@`+c.want+" ") {
			t.Errorf("%s with %q: the title is not in %s:\n%s", c.location, c.settings, c.want, triples)
		}
	}
}

// TestKnown holds that an item that is as it was is not mapped again, and that
// one without a type is what the address asks for.
func TestKnown(t *testing.T) {
	t.Parallel()
	env, _ := web(t, search, func(url.Values) string {
		return `{"items":[` + item(1) + `,{"id":"2","title":"Turm","timeIntervals":[{"start":"2026-12-04"}]}]}`
	})
	env.Known = func(raw []byte) (string, bool) { return "e_1", string(raw) == item(1) }
	conn, err := destination.Kind().Open(nil, env)
	if err != nil {
		t.Fatal(err)
	}
	r := conntest.Harvest(t.Context(), conn, nil)
	if len(r.Items) != 2 || !r.Items[0].Same || r.Items[1].Same || r.Items[1].Drafts[0].Class != "Event" {
		t.Errorf("Harvest = %+v, %v; want one item the same and a new event", r.Items, r.Refusals)
	}
}
