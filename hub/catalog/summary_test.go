package catalog_test

import (
	"errors"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"moselle/hub/api/apitest"
	"moselle/hub/catalog"
	"moselle/hub/fault"
	"moselle/schema/calendar/summary"
)

func TestParseWording(t *testing.T) {
	t.Parallel()
	tests := []struct {
		query string
		want  catalog.Wording
		param string // at fault
	}{
		{"", catalog.Wording{Size: summary.SM}, ""},
		{"calendar=&calendarFormat=", catalog.Wording{Size: summary.SM}, ""},
		{"calendar=lg&calendarFormat=html&group=occurrence", catalog.Wording{Size: summary.LG, HTML: true, PerDate: true}, ""},
		{"calendarFormat=text", catalog.Wording{Size: summary.SM}, ""},
		{"calendar=MD", catalog.Wording{}, "calendar"},
		{"calendarFormat=markdown", catalog.Wording{}, "calendarFormat"},
	}
	for _, tt := range tests {
		v, err := url.ParseQuery(tt.query)
		if err != nil {
			t.Fatal(err)
		}
		got, err := catalog.ParseWording(v, summary.SM)
		var f *fault.Error
		if tt.param != "" {
			if !errors.As(err, &f) || f.Param != tt.param {
				t.Errorf("ParseWording(%s) = %v, want a fault of %s", tt.query, err, tt.param)
			}
			continue
		}
		if diff := cmp.Diff(tt.want, got); diff != "" || err != nil {
			t.Errorf("ParseWording(%s) = %v (-want +got):\n%s", tt.query, err, diff)
		}
	}
}

func TestSummaries(t *testing.T) {
	t.Parallel()
	all := cards(t, apitest.Open(t), "", "de", "fr")
	for name, want := range map[string]string{
		"exhibition": "bis 28.2.2027",
		"play":       "24.–29.11.",
		"cancelled":  "So 22.11. (abgesagt)",
		"gallery":    "Di–So",
		"hall":       "", // it does not say when it is open
		"painting":   "",
	} {
		card := []catalog.Card{all[name]}
		summarize(t, card, catalog.Wording{Size: summary.XS})
		if got := card[0].Calendar; got != want {
			t.Errorf("calendar of %s = %q, want %q", name, got, want)
		}
	}
	perDate := cards(t, apitest.Open(t), "group=occurrence&from=2026-11-25&to=2026-11-25&class=event&q=passeurs", "fr")
	card := []catalog.Card{perDate["play"]}
	summarize(t, card, catalog.Wording{Size: summary.XS, PerDate: true})
	if got, want := card[0].Calendar, "Mi 25.11. (abgesagt)"; got != want {
		t.Errorf("calendar of a date = %q, want %q", got, want)
	}
}

func summarize(t *testing.T, cards []catalog.Card, w catalog.Wording) {
	t.Helper()
	zone, err := time.LoadLocation("Europe/Luxembourg")
	if err != nil {
		t.Fatal(err)
	}
	c := catalog.New("https://hub.example", catalog.Options{Zone: zone, Now: func() time.Time { return now }})
	c.Summarize(cards, w, []string{"de"})
}

// TestSummariesChangeAtMidnight reads the same event before and after the turn
// of the year, as it is in the hub's zone.
func TestSummariesChangeAtMidnight(t *testing.T) {
	t.Parallel()
	card := cards(t, apitest.Open(t), "", "fr")["concert"]
	zone, err := time.LoadLocation("Europe/Luxembourg")
	if err != nil {
		t.Fatal(err)
	}
	clock := time.Date(2026, 12, 31, 22, 59, 0, 0, time.UTC)
	c := catalog.New("https://hub.example", catalog.Options{Zone: zone, Now: func() time.Time { return clock }})
	w := catalog.Wording{Size: summary.SM}
	before, _ := c.Summary(card.Hit.Node, w, []string{"en"})
	day := c.Today()
	clock = clock.Add(time.Minute)
	after, lang := c.Summary(card.Hit.Node, w, []string{"en"})
	if strings.Contains(before, "2026") || !strings.HasSuffix(after, " 2026") || lang != "en" {
		t.Errorf("Summary = %q, then %q in %s, want the year in the new one", before, after, lang)
	}
	if day == c.Today() {
		t.Errorf("Today is %s before and after midnight", day)
	}
}
