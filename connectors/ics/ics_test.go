package ics_test

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"moselle/connectors"
	"moselle/connectors/conntest"
	"moselle/connectors/ics"
	"moselle/schema"
	"moselle/schema/calendar"
)

func TestCases(t *testing.T) { conntest.Run(t, ics.Kind(), "testdata") }

func TestReadme(t *testing.T) { conntest.Readme(t, ics.Kind()) }

func TestSettingsRefused(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"zone: Mars":        `settings of ics: zone "Mars": not a known time zone: write it as Europe/Luxembourg`,
		"lang: '??'":        `settings of ics: lang "??": not a language tag: write it as fr or lb`,
		"type: Exhibition":  `settings of ics: type "Exhibition": not a kind of event: write it as ExhibitionEvent`,
		"country: Lux":      `settings of ics: country "Lux": two letters are expected, as LU`,
		"ahead: 1000":       `settings of ics: ahead 1000: months from 0 to 120 are expected`,
		"colour: blue":      "settings of ics: there is no setting colour; there are: zone, lang, type, category, keywords, place, street, postal_code, locality, country, private, back, ahead",
		"keywords: [[1,2]]": "settings of ics: keywords: expected a text, found a list",
	} {
		_, err := ics.Kind().Open(conntest.Settings(t, in), conntest.Env(t, "x.ics"))
		if err == nil || err.Error() != want {
			t.Errorf("Open(%s) = %v, want %q", in, err, want)
		}
	}
}

func TestSniff(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		location, mediaType, head string
		want                      int
	}{
		{"https://a.example/feed", "text/plain", "\ufeff\r\nBEGIN:VCALENDAR\r\n", 100},
		{"https://a.example/feed", "", "begin:vcalendar\n", 100},
		{"https://a.example/feed", "text/calendar", "", 90},
		{"https://a.example/feed.ICS?x=1", "", "", 80},
		{"feed.ics.gz", "", "\x1f\x8b", 80},
		{"https://a.example/feed.ics", "text/html", "<html>", 0},
		{"https://a.example/", "", "hello", 0},
	} {
		if got := ics.Kind().Sniff(c.location, c.mediaType, []byte(c.head)); got != c.want {
			t.Errorf("Sniff(%s, %s, %q) = %d, want %d", c.location, c.mediaType, c.head, got, c.want)
		}
	}
}

// An unchanged event is recognised without being mapped; another text or another zone definition makes it new. DTSTAMP does not.
func TestKnown(t *testing.T) {
	t.Parallel()
	event := func(stamp, title string) string {
		return "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTAMP:" + stamp + "\nDTSTART:20261224T180000\nSUMMARY:" + title + "\nEND:VEVENT\nEND:VCALENDAR\n"
	}
	known := map[string]string{}
	run := func(text string) bool {
		path := filepath.Join(t.TempDir(), "a.ics")
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		env := conntest.Env(t, path)
		env.Known = func(raw []byte) (string, bool) { key, ok := known[string(raw)]; return key, ok }
		c, err := ics.Kind().Open(nil, env)
		if err != nil {
			t.Fatal(err)
		}
		res := conntest.Harvest(t.Context(), c, nil)
		if res.Err != nil || len(res.Items) != 1 || res.Items[0].Key != "1" {
			t.Fatalf("harvest = %v, %v; want item 1", res.Items, res.Err)
		}
		if it := res.Items[0]; !it.Same {
			known[string(it.Raw)] = it.Key
		}
		return res.Items[0].Same
	}
	for i, c := range []struct {
		text string
		same bool
	}{
		{event("20260101T000000Z", "a"), false},
		{event("20260202T000000Z", "a"), true},
		{event("20260202T000000Z", "b"), false},
		{strings.Replace(event("20260101T000000Z", "a"), "BEGIN:VEVENT", "METHOD:CANCEL\nBEGIN:VEVENT", 1), false},
	} {
		if got := run(c.text); got != c.same {
			t.Errorf("reading %d: same = %v, want %v", i, got, c.same)
		}
	}
}

// Rules give dates in the hub's window, or in one that the source sets itself.
func TestWindow(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		settings    string
		first, last string // a day in the months of the first and the last date
	}{
		{"", "2026-11", "2027-01"},
		{"back: 0\nahead: 0", "2026-11", "2026-11"},
		{"ahead: 1", "2026-11", "2026-12"},
	} {
		path := filepath.Join(t.TempDir(), "a.ics")
		text := "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20261103T180000\nRRULE:FREQ=WEEKLY\nSUMMARY:a\nEND:VEVENT\nEND:VCALENDAR\n"
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		env := conntest.Env(t, path)
		env.Window = func() calendar.Range { return calendar.Months(conntest.Now, 1, 2) }
		conn, err := ics.Kind().Open(conntest.Settings(t, c.settings), env)
		if err != nil {
			t.Fatal(err)
		}
		res := conntest.Harvest(t.Context(), conn, nil)
		if len(res.Items) != 1 {
			t.Fatalf("harvest: %d items, %v", len(res.Items), res.Err)
		}
		d := res.Items[0].Drafts[0]
		all := schema.NewNode(d.Graph, d.IRI, schema.ClassNamed("Event")).Occurrences()
		first, last := all[0].Start.String()[:7], all[len(all)-1].Start.String()[:7]
		if first != c.first || last != c.last {
			t.Errorf("with %q the dates are from %s to %s, want %s to %s", c.settings, first, last, c.first, c.last)
		}
	}
}

// What was read before a body breaks off is yielded, without a cursor, and the
// run does not count as complete.
func TestBodyBreaksOff(t *testing.T) {
	t.Parallel()
	env := conntest.Env(t, "https://a.example/feed.ics")
	tooLarge := errors.New("larger than 50 MB")
	env.Open = func(context.Context, string, []byte) (*connectors.Body, error) {
		r := io.MultiReader(strings.NewReader("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20261224\nSUMMARY:a\nEND:VEVENT\n"), failing{tooLarge})
		return &connectors.Body{ReadCloser: io.NopCloser(r), Validator: []byte("v")}, nil
	}
	c, err := ics.Kind().Open(nil, env)
	if err != nil {
		t.Fatal(err)
	}
	res := conntest.Harvest(t.Context(), c, nil)
	if !errors.Is(res.Err, tooLarge) || len(res.Items) != 1 || res.Items[0].Next != nil {
		t.Errorf("harvest = %v, %v; want one item without cursor and %v", res.Items, res.Err, tooLarge)
	}
}

type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }
