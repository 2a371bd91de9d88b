package feed_test

import (
	"fmt"
	"strings"
	"testing"

	"moselle/connectors/conntest"
	"moselle/connectors/feed"
	"moselle/schema"
)

// when harvests a feed of one entry and gives its dates, or why it was refused.
func when(t *testing.T, settings, lang, title, extension string) string {
	t.Helper()
	env, _ := web(t, home, map[string]string{home: `<rss version="2.0" xmlns:ev="http://purl.org/rss/1.0/modules/event/"><channel><language>` + lang + `</language><item><guid>1</guid><title>` +
		title + `</title>` + extension + `</item></channel></rss>`})
	c, err := feed.Kind().Open(conntest.Settings(t, settings), env)
	if err != nil {
		t.Fatal(err)
	}
	r := conntest.Harvest(t.Context(), c, nil)
	if len(r.Items) != 1 {
		return fmt.Sprint(r.Refusals[0].Faults[0].Message)
	}
	d := r.Items[0].Drafts[0]
	n := schema.NewNode(d.Graph, d.IRI, schema.ClassNamed("Event"))
	return strings.TrimSuffix(n.String("startDate")+" – "+n.String("endDate"), " – ")
}

// TestMoments holds how dates of extensions are read: the same day whoever
// writes it, and none that may be another.
func TestMoments(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ lang, text, want string }{
		{"de", "2026-12-04T20:00:00+01:00", "2026-12-04T20:00:00+01:00"},
		{"de", "2026-12-04T20:00:00+01:00[Europe/Berlin]", "2026-12-04T20:00:00+01:00"},
		{"de", "2026-12-04T19:00:00Z", "2026-12-04T20:00:00+01:00"},
		{"de", "20261204T200000", "2026-12-04T20:00:00+01:00"},
		{"de", "2026-12-04 20:00", "2026-12-04T20:00:00+01:00"},
		{"de", "2026-12-04", "2026-12-04"},
		{"en", "Fri, 04 Dec 2026 19:00:00 GMT", "2026-12-04T20:00:00+01:00"},
		{"en", "Fri, 4 Dec 26 20:00 +0100", "2026-12-04T20:00:00+01:00"},
		{"en", "04 Dec 2026", "2026-12-04"},
		{"en", "Friday, December 4, 2026 8 pm", "2026-12-04T20:00:00+01:00"},
		{"en", "December 4, 2026 12:30 a.m.", "2026-12-04T00:30:00+01:00"},
		{"fr", "vendredi 4 décembre 2026 à 20h", "2026-12-04T20:00:00+01:00"},
		{"fr", "04/12/2026 20:00", "2026-12-04T20:00:00+01:00"},
		{"en-US", "12/04/2026", "2026-12-04"},
		{"en", "12/31/2026", "2026-12-31"},
		{"lb", "4. Mäerz 2027, 20 Auer", "2027-03-04T20:00:00+01:00"},
		{"en", "04/12/2026", "04/12/2026 may be the 4/12 or the 12/4: write it as 2026-12-31"},
		{"fr", "31/02/2027", "31 February 2027 does not exist"},
		{"fr", "2027-02-31", "31 February 2027 does not exist"},
		{"en", "Fri, 04 Dec 2026 19:00:00 XYZ", "the zone XYZ is not known; write it as +01:00"},
		{"en", "next Friday", "not a date: write it as 2026-12-31"},
		{"en", "every Friday from 4 December 2026", "not a date: write it as 2026-12-31"},
	} {
		if got := when(t, "", c.lang, "x", "<ev:startdate>"+c.text+"</ev:startdate>"); got != c.want {
			t.Errorf("startdate %s in %s = %s, want %s", c.text, c.lang, got, c.want)
		}
	}
}

// TestTitles holds what is taken out of titles.
func TestTitles(t *testing.T) {
	t.Parallel()
	const several = "the text names several days, and which of them is the event's nobody can tell: write one, or give each as a date of its own"
	for _, c := range []struct{ lang, title, want string }{
		{"de", "Lesung am 4. Dezember 2026 um 19.30 Uhr", "2026-12-04T19:30:00+01:00"},
		{"de", "04.12.2026: Lesung", "2026-12-04"},
		{"de", "Fr, 4.12.2026, 20 Uhr Konzert 3", "2026-12-04T20:00:00+01:00"},
		{"de", "Ausstellung 4.12.–6.12.2026", "2026-12-04 – 2026-12-06"},
		{"de", "Ausstellung vom 4. Dezember 2026 bis 6. Januar 2027", "2026-12-04 – 2027-01-06"},
		{"fr", "Bal du 4 décembre 2026, de 20h à 23h30", "2026-12-04T20:00:00+01:00 – 2026-12-04T23:30:00+01:00"},
		{"fr", "Du 1er au 3 mai 2027", "2027-05-01 – 2027-05-03"},
		{"en", "Talk, December 4-6, 2026", "2026-12-04 – 2026-12-06"},
		{"en", "4th December 2026, 7:30–9 pm: talk", "2026-12-04T19:30:00+01:00 – 2026-12-04T21:00:00+01:00"},
		{"en", "Late show, 4 December 2026, 10 pm to 2 am", "2026-12-04T22:00:00+01:00 – 2026-12-05T02:00:00+01:00"},
		{"nl", "Concert 4 maart 2027 om 20.15 uur", "2027-03-04T20:15:00+01:00"},
		{"en", "4 and 5 December 2026", several},
		{"fr", "les 4, 5 et 6 décembre 2026", several},
		{"de", "4.12.2026 und 11.12.2026", several},
		{"de", "Konzert am 30. Februar 2027", "30 February 2027 does not exist"},
	} {
		if got := when(t, "dates: title", c.lang, c.title, ""); got != c.want {
			t.Errorf("title %s = %s, want %s", c.title, got, c.want)
		}
	}
	if got := when(t, "dates: title", "en", "A concert in 2026", ""); !strings.HasPrefix(got, "news, not events: 1 of 1 entries") {
		t.Errorf("title without a day = %s, want it taken for news", got)
	}
}
