package feed_test

import (
	"context"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/connectors"
	"moselle/connectors/conntest"
	"moselle/connectors/feed"
)

const home = "https://house.example/feed"

// web returns an environment whose documents are answers by their address.
func web(t testing.TB, location string, answers map[string]string) (env connectors.Env, changes *bool) {
	env, changes = conntest.Env(t, location), new(bool)
	env.ChangesOnly = func() { *changes = true }
	env.Open = func(_ context.Context, location string, since []byte) (*connectors.Body, error) {
		text, ok := answers[location]
		switch {
		case !ok:
			return nil, fmt.Errorf("%s: the server answers 503", location)
		case string(since) == text:
			return nil, connectors.ErrUnchanged
		}
		return &connectors.Body{ReadCloser: io.NopCloser(strings.NewReader(text)), Location: location, Validator: []byte(text)}, nil
	}
	return env, changes
}

// page is an Atom document with entries of these numbers.
func page(head string, numbers ...int) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:ev="http://purl.org/rss/1.0/modules/event/" xmlns:fh="http://purl.org/syndication/history/1.0">%s`, head)
	for _, n := range numbers {
		fmt.Fprintf(&b, `<entry><id>%d</id><title>Evening</title><ev:startdate>2026-12-%02d</ev:startdate></entry>`, n, n)
	}
	return b.String() + "</feed>"
}

// TestPages follows pages and archives (RFC 5005), each once and no more than
// the setting says, and takes nothing for deleted that is no longer listed.
func TestPages(t *testing.T) {
	t.Parallel()
	const items = `"items":[{"id":"%d","title":"Evening","_event":{"start":"2026-12-01"}}]`
	for _, c := range []struct {
		name, settings string
		answers        map[string]string
		items          []string
		want           []string // refusals, the end of the run
		changes        bool
	}{
		{"one", "", map[string]string{home: page("", 1, 2)}, []string{"1", "2"}, nil, true},
		{"complete", "", map[string]string{home: page("<fh:complete/>", 1)}, []string{"1"}, nil, false},
		{"pages", "", map[string]string{
			home:             page(`<link rel="next" href="feed?page=2"/>`, 1),
			home + "?page=2": page(`<link rel="next" href="feed?page=3"/>`, 1, 2),
			home + "?page=3": page(`<link rel="next" href="feed"/>`, 3),
		}, []string{"1", "2", "3"}, nil, true},
		{"archives", "", map[string]string{
			home:                         page(`<link rel="prev-archive" href="/2025"/><link rel="self" href="/feed"/>`, 2),
			"https://house.example/2025": page(`<fh:archive/>`, 1),
		}, []string{"2", "1"}, nil, true},
		{"json", "", map[string]string{
			home:        `{"version":"https://jsonfeed.org/version/1.1",` + fmt.Sprintf(items, 1) + `,"next_url":"` + home + `/2"}`,
			home + "/2": `{"version":"https://jsonfeed.org/version/1.1",` + fmt.Sprintf(items, 2) + `}`,
		}, []string{"1", "2"}, nil, true},
		{"too many", "pages: 2", map[string]string{
			home:             page(`<link rel="next" href="?page=2"/>`, 1),
			home + "?page=2": page(`<link rel="next" href="?page=3"/>`, 2),
		}, []string{"1", "2"}, []string{"https://house.example/feed: there are more than 2 documents of this feed; raise the setting pages to read older ones"}, true},
		{"missing", "", map[string]string{home: page(`<link rel="next" href="?page=2"/>`, 1)}, []string{"1"},
			[]string{"document 2 of the feed: https://house.example/feed?page=2: the server answers 503"}, true},
		{"page", "", map[string]string{home: `<!doctype html><html><head><title>House</title><link rel="alternate" type="application/rss+xml" href="/rss.xml"></head></html>`}, nil,
			[]string{`https://house.example/feed: this is an HTML page ("House"), not a feed (RSS, Atom or JSON Feed); the address may have moved or ask for a login; the page names this feed: https://house.example/rss.xml`}, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			env, changes := web(t, home, c.answers)
			con, err := feed.Kind().Open(conntest.Settings(t, c.settings), env)
			if err != nil {
				t.Fatal(err)
			}
			r := conntest.Harvest(t.Context(), con, nil)
			var items, said []string
			for _, it := range r.Items {
				items = append(items, it.Key)
			}
			for _, refusal := range r.Refusals {
				said = append(said, refusal.Error())
			}
			if r.Err != nil {
				said = append(said, r.Err.Error())
			}
			if d := cmp.Diff(c.items, items); d != "" {
				t.Errorf("items (-want +got):\n%s", d)
			}
			if d := cmp.Diff(c.want, said); d != "" {
				t.Errorf("said (-want +got):\n%s", d)
			}
			if *changes != c.changes {
				t.Errorf("lists changes only: %v, want %v", *changes, c.changes)
			}
		})
	}
}
