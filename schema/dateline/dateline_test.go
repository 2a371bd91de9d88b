package dateline_test

import (
	"errors"
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
	for _, s := range []string{"4.12.–6.12.2026", "du 1er au 3 mai 2027", "Fri, 04 Dec 2026 19:00:00 GMT", "4 December 2026, 10 pm to 2 am", "1796410800"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		r := dateline.Reading{Zone: time.UTC, Lang: "fr"}
		if _, err := r.Find(s); err != nil {
			return
		}
		if d, err := r.Span(s); err == nil && d.Start.IsZero() {
			t.Errorf("Span(%q) gives neither a date nor an error", s)
		}
	})
}
