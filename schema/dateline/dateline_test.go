package dateline_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"moselle/schema"
	"moselle/schema/dateline"
)

func zone(t *testing.T) *time.Location {
	t.Helper()
	z, err := time.LoadLocation("Europe/Luxembourg")
	if err != nil {
		t.Fatal(err)
	}
	return z
}

func TestSpan(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ lang, text, start, end string }{
		{"", "2026-12-04T19:00:00Z", "2026-12-04T20:00:00+01:00", ""},
		{"", "Fri, 04 Dec 2026 19:00:00 GMT", "2026-12-04T20:00:00+01:00", ""},
		{"", "1796410800", "2026-12-04T20:00:00+01:00", ""},
		{"", "1796410800000", "2026-12-04T20:00:00+01:00", ""},
		{"", "Fr, 4.12.2026, 20 Uhr", "2026-12-04T20:00:00+01:00", ""},
		{"", "am Freitag, den 4. Dezember 2026", "2026-12-04", ""},
		{"", "le vendredi 4 décembre 2026 à 20h30", "2026-12-04T20:30:00+01:00", ""},
		{"", "4. Mäerz 2027, 20 Auer", "2027-03-04T20:00:00+01:00", ""},
		{"", "December 4, 2026 7 pm", "2026-12-04T19:00:00+01:00", ""},
		{"", "Du 1er au 3 mai 2027", "2027-05-01", "2027-05-03"},
		{"", "4.12.–6.12.2026", "2026-12-04", "2026-12-06"},
		{"", "vom 30.12. bis 2.1.2027", "2026-12-30", "2027-01-02"},
		{"", "12 juin – 14 juillet 2026", "2026-06-12", "2026-07-14"},
		{"", "March 12–14, 2026", "2026-03-12", "2026-03-14"},
		{"", "Fr., 12.06.2026, 19-22 Uhr", "2026-06-12T19:00:00+02:00", "2026-06-12T22:00:00+02:00"},
		{"", "12.06.2026 10 Uhr bis 14.06.2026 18 Uhr", "2026-06-12T10:00:00+02:00", "2026-06-14T18:00:00+02:00"},
		{"", "zaterdag 13 juni 2026 van 20 u tot 22 u", "2026-06-13T20:00:00+02:00", "2026-06-13T22:00:00+02:00"},
		{"", "Samschdeg, 13. Juni 2026 vun 20 bis 22 Auer", "2026-06-13T20:00:00+02:00", "2026-06-13T22:00:00+02:00"},
		{"", "2026/06/13 19:30:15", "2026-06-13T19:30:15+02:00", ""},
		{"", "2026-06-12/2026-06-14", "2026-06-12", "2026-06-14"},
		{"", "4 December 2026, 10 pm to 2 am", "2026-12-04T22:00:00+01:00", "2026-12-05T02:00:00+01:00"},
		{"fr", "04/12/2026", "2026-12-04", ""},
		{"en-US", "12/04/2026", "2026-12-04", ""},
	} {
		d, err := dateline.Reading{Zone: zone(t), Lang: c.lang}.Span(c.text)
		if err != nil || d.Start.String() != c.start || !d.End.IsZero() && d.End.String() != c.end || d.End.IsZero() && c.end != "" {
			t.Errorf("Span(%s) = %v – %v, %v, want %s – %s", c.text, d.Start, d.End, err, c.start, c.end)
		}
	}
}

func TestSpanRefuses(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"":                                  "not a date: write it as 2026-12-31",
		"every Friday from 4 December 2026": "not a date: write it as 2026-12-31",
		"4 December 2026 in the hall":       "not a date: write it as 2026-12-31",
		"04/12/2026":                        "04/12/2026 may be the 4/12 or the 12/4: write it as 2026-12-31",
		"30. Februar 2027":                  "30 February 2027 does not exist",
		"Konzert 4.12.2026":                 "not a date: write it as 2026-12-31",
		"14.–12.06.2026":                    "the last day is before the first",
		"31.6.–2.7.2026":                    "31 June 2026 does not exist",
		"4 and 5 December 2026":             dateline.ErrSeveral.Error(),
	} {
		if d, err := (dateline.Reading{Zone: zone(t)}).Span(text); err == nil || err.Error() != want {
			t.Errorf("Span(%s) = %v, %v, want %s", text, d.Start, err, want)
		}
	}
	if m, err := (dateline.Reading{Zone: zone(t)}).Moment("4.12.–6.12.2026"); err == nil {
		t.Errorf("Moment of two days = %v, want an error", m)
	}
}

func TestFind(t *testing.T) {
	t.Parallel()
	r := dateline.Reading{Zone: zone(t), Lang: "de"}
	found, err := r.Find("Lesung am 4. Dezember 2026 um 19.30 Uhr, Ausstellung bis 6. Januar 2027")
	if err != nil || len(found) != 2 || found[0].Start.String() != "2026-12-04T19:30:00+01:00" || found[1].Start.String() != "2027-01-06" {
		t.Errorf("Find of two dates = %v, %v", found, err)
	}
	if _, err := r.Find("Lesungen am 4. und 5. Dezember 2026"); !errors.Is(err, dateline.ErrSeveral) {
		t.Errorf("Find of a list = %v, want ErrSeveral", err)
	}
}

// TestDays reads several days that stand as one value, those that lack a month
// or year with the hours of the last.
func TestDays(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"12./13. Juni 2026":            "2026-06-12 2026-06-13",
		"12, 14 et 19 juin 2026":       "2026-06-12 2026-06-14 2026-06-19",
		"30.12. und 2.1.2027":          "2026-12-30 2027-01-02",
		"Fr 12. + Sa 13.06.2026 20h30": "2026-06-12T20:30:00+02:00 2026-06-13T20:30:00+02:00",
		"12 juin 2026":                 "2026-06-12",
		"jeden Montag":                 "",
	} {
		all, err := dateline.Reading{Zone: zone(t)}.Days(text)
		var got []string
		for _, d := range all {
			got = append(got, d.Start.String())
		}
		if s := strings.Join(got, " "); s != want || (err == nil) != (want != "") {
			t.Errorf("Days(%s) = %s, %v, want %s", text, s, err, want)
		}
	}
}

// TestHours reads times of day with their ends.
func TestHours(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"19:30": "19:30", "1930": "19:30", "19h30": "19:30", "19 h 30": "19:30", "19. 30 Uhr": "19:30", "20 heures": "20:00", "20": "20:00",
		"7:30 p.m.": "19:30", "12 am": "00:00", "14 - 18 Uhr": "14:00-18:00", "de 14h à 18h": "14:00-18:00", "7 to 9 pm": "19:00-21:00",
		"um 20 Uhr": "20:00", "van 20 tot 22 uur": "20:00-22:00", "10:00–18:00": "10:00-18:00", "13 pm": "", "25:00": "", "abends": "", "20 hours": "", "": "",
	} {
		h, err := dateline.ParseHours(text)
		got := ""
		if err == nil {
			got = fmt.Sprintf("%02d:%02d", h.From.Hour, h.From.Minute)
		}
		if h.Ends {
			got += fmt.Sprintf("-%02d:%02d", h.Until.Hour, h.Until.Minute)
		}
		if got != want {
			t.Errorf("ParseHours(%s) = %s, %v, want %s", text, got, err, want)
		}
	}
}

func TestAt(t *testing.T) {
	t.Parallel()
	r := dateline.Reading{Zone: zone(t)}
	day, err := schema.ParseMoment("2026-12-04", r.Zone)
	if err != nil {
		t.Fatal(err)
	}
	for clock, want := range map[string]string{"19:30": "2026-12-04T19:30:00+01:00", "07:00 PM - 09:00 PM": "2026-12-04T19:00:00+01:00", "8 pm": "2026-12-04T20:00:00+01:00", "20h": "2026-12-04T20:00:00+01:00", "evening": ""} {
		got, ok := r.At(day, clock)
		if ok != (want != "") || ok && got.Start.String() != want {
			t.Errorf("At(%s) = %v, %t, want %s", clock, got, ok, want)
		}
	}
}

// FuzzSpan holds that whatever text gives dates, they are in order and none panics.
func FuzzSpan(f *testing.F) {
	for _, s := range []string{"4.12.–6.12.2026", "du 1er au 3 mai 2027", "Fri, 04 Dec 2026 19:00:00 GMT", "4 December 2026, 10 pm to 2 am", "1796410800", "12./13. Juni 2026, 20 Uhr", "vom 30.12. bis 2.1.2027"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		r := dateline.Reading{Zone: time.UTC, Lang: "fr"}
		all, err := r.Days(s)
		for i, d := range all {
			if !d.End.IsZero() && d.End.Time.Before(d.Start.Time) || i > 0 && d.Start.Time.Before(all[0].Start.Time) {
				t.Errorf("Days(%q) = %v, %v, want them in order", s, all, err)
			}
		}
		if _, err := r.Find(s); err != nil {
			return
		}
		if d, err := r.Span(s); err == nil && d.Start.IsZero() {
			t.Errorf("Span(%q) gives neither a date nor an error", s)
		}
	})
}
