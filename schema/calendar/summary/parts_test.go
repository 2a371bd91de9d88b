package summary_test

import (
	"strings"
	"testing"
	"time"

	"moselle/schema/calendar/summary"
)

// TestParts words single dates, days and times, as lists have them.
func TestParts(t *testing.T) {
	t.Parallel()
	at := time.Date(2027, 3, 1, 9, 5, 0, 0, zone(t))
	tests := []struct {
		lang                        string
		size                        summary.Size
		day, clock, date, cancelled string
		weekday                     string // of 1 March 2027
	}{
		{"fr", summary.MD, "lundi 1er~mars 2027", "9~h~05", "jeudi 3~décembre de 20~h à 22~h", "dimanche 6~décembre (annulé)", "lundi"},
		{"de", summary.MD, "Montag, 1.~März 2027", "9:05~Uhr", "Donnerstag, 3.~Dezember, von 20 bis 22~Uhr", "Sonntag, 6.~Dezember (abgesagt)", "Montag"},
		{"lb", summary.MD, "Méindeg, den 1.~Mäerz 2027", "9:05~Auer", "Donneschdeg, den 3.~Dezember vun 20 bis 22~Auer", "Sonndeg, de 6.~Dezember (ofgesot)", "Méindeg"},
		{"en", summary.SM, "Mon 1~Mar 2027", "09:05", "Thu 3~Dec", "Sun 6~Dec (cancelled)", "Monday"},
		{"nl", summary.XS, "ma 1~mrt. 2027", "9.05~uur", "do 3~dec.", "zo 6~dec. (afgelast)", "maandag"},
	}
	all := dates(t, "2026-12-03T20:00/2026-12-03T22:00", "2026-12-06 EventCancelled")
	for _, tt := range tests {
		o := summary.Options{Langs: []string{tt.lang}, Size: tt.size, Now: now}
		date, _ := summary.Date(all[0], o)
		cancelled, lang := summary.Date(all[1], o)
		for _, c := range []struct{ name, got, want string }{
			{"language of Date", lang, tt.lang},
			{"Day", summary.Day(at, o), tt.day},
			{"Weekday", summary.Weekday(at.Weekday(), o), tt.weekday},
			{"Clock", summary.Clock(at, o), tt.clock},
			{"Date", date, tt.date},
			{"Date of one that is cancelled", cancelled, tt.cancelled},
		} {
			if got := strings.ReplaceAll(c.got, "\u00a0", "~"); got != c.want {
				t.Errorf("%s in %s = %q, want %q", c.name, tt.lang, got, c.want)
			}
		}
	}
}

func TestParseSize(t *testing.T) {
	t.Parallel()
	for i, name := range summary.Sizes {
		if got, ok := summary.ParseSize(name); !ok || got != summary.Size(i) || got.String() != name {
			t.Errorf("ParseSize(%q) = %v, %v, want %d", name, got, ok, i)
		}
	}
	if got, ok := summary.ParseSize("XL"); ok {
		t.Errorf("ParseSize(XL) = %v, want none", got)
	}
}

// TestZone shows the times of a record that names no zone where it is read.
func TestZone(t *testing.T) {
	t.Parallel()
	n := happening("one date", "2026-12-03T20:00").node(t)
	for i := range n.Props {
		if n.Props[i].Name == "timezone" {
			n.Props[i].Values = nil
		}
	}
	o := summary.Options{Langs: []string{"en"}, Size: summary.MD, Now: now}
	utc, _ := summary.Of(n, o)
	o.Zone = zone(t)
	here, _ := summary.Of(n, o)
	if !strings.HasSuffix(utc, "at 19:00") || !strings.HasSuffix(here, "at 20:00") {
		t.Errorf("Of without a zone = %q and here %q, want 19:00 and 20:00", utc, here)
	}
}
