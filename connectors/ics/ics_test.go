package ics_test

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"moselle/connectors"
	"moselle/connectors/conntest"
	"moselle/connectors/ics"
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
		"ahead: 1000":       `settings of ics: back 6, ahead 1000: months from 0 to 120 are expected`,
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

// An unchanged event is recognised without being mapped; a new month, another
// text or another zone definition makes it new. DTSTAMP does not.
func TestKnown(t *testing.T) {
	t.Parallel()
	event := func(stamp, title string) string {
		return "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTAMP:" + stamp + "\nDTSTART:20261224T180000\nSUMMARY:" + title + "\nEND:VEVENT\nEND:VCALENDAR\n"
	}
	known := map[string]string{}
	run := func(text string, now time.Time) bool {
		path := filepath.Join(t.TempDir(), "a.ics")
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		env := conntest.Env(t, path)
		env.Now = func() time.Time { return now }
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
		now  time.Time
		same bool
	}{
		{event("20260101T000000Z", "a"), conntest.Now, false},
		{event("20260202T000000Z", "a"), conntest.Now, true},
		{event("20260202T000000Z", "b"), conntest.Now, false},
		{event("20260101T000000Z", "a"), conntest.Now.AddDate(0, 1, 0), false},
		{strings.Replace(event("20260101T000000Z", "a"), "BEGIN:VEVENT", "METHOD:CANCEL\nBEGIN:VEVENT", 1), conntest.Now, false},
	} {
		if got := run(c.text, c.now); got != c.same {
			t.Errorf("reading %d: same = %v, want %v", i, got, c.same)
		}
	}
}

// The cursor holds only as long as the window: a file that does not change
// gives other dates next month.
func TestCursorAndWindow(t *testing.T) {
	t.Parallel()
	path := filepath.Join("testdata", "weekly", "input.ics")
	env := conntest.Env(t, path)
	now := conntest.Now
	env.Now = func() time.Time { return now }
	c, err := ics.Kind().Open(nil, env)
	if err != nil {
		t.Fatal(err)
	}
	res := conntest.Harvest(t.Context(), c, nil)
	if res.Err != nil || len(res.Items) == 0 {
		t.Fatalf("harvest: %v", res.Err)
	}
	next := res.Items[len(res.Items)-1].Next
	if r := conntest.Harvest(t.Context(), c, next); !errors.Is(r.Err, connectors.ErrUnchanged) {
		t.Errorf("harvest in the same month ends by %v, want %v", r.Err, connectors.ErrUnchanged)
	}
	now = now.AddDate(0, 1, 0)
	if r := conntest.Harvest(t.Context(), c, next); r.Err != nil || len(r.Items) != len(res.Items) {
		t.Errorf("harvest a month later = %d items, %v; want %d", len(r.Items), r.Err, len(res.Items))
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
