package ics_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"moselle/schema/wire/ics"
)

func TestParseTime(t *testing.T) {
	t.Parallel()
	paris, err := time.LoadLocation("Europe/Paris")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		in, want string
		floating bool
	}{
		{"20260903", "2026-09-03", false},
		{"20260903T193000", "2026-09-03T19:30:00+02:00", true},
		{"20261203T193000", "2026-12-03T19:30:00+01:00", true},
		{"20260903T193000Z", "2026-09-03T19:30:00Z", false},
		{"20260903T1930", "2026-09-03T19:30:00+02:00", true},
		{"2026-09-03T19:30:00+0300", "2026-09-03T19:30:00+03:00", false},
	} {
		m, floating, err := ics.ParseTime(c.in, paris)
		if err != nil || m.String() != c.want || floating != c.floating {
			t.Errorf("ParseTime(%s) = %v, %v, %v; want %s, %v", c.in, m, floating, err, c.want, c.floating)
		}
	}
	for in, want := range map[string]string{
		"20260231":        "31 February 2026 does not exist",
		"20261301T100000": "there is no month 13",
		"20260101T250000": "there is no time 250000",
		"tomorrow":        "not a date or a time of iCalendar: write it as 20261231 or 20261231T193000",
		"":                "not a date or a time of iCalendar: write it as 20261231 or 20261231T193000",
	} {
		if _, _, err := ics.ParseTime(in, paris); err == nil || err.Error() != want {
			t.Errorf("ParseTime(%s) = %v, want %q", in, err, want)
		}
	}
}

func TestParseOffset(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		in   string
		want int
		ok   bool
	}{
		{"+0100", 3600, true}, {"-0330", -12600, true}, {"+013045", 5445, true}, {"+01:00", 3600, true},
		{"0100", 0, false}, {"+1", 0, false}, {"+0160", 0, false}, {"", 0, false}, {"+-100", 0, false},
	} {
		got, err := ics.ParseOffset(c.in)
		if got != c.want || (err == nil) != c.ok {
			t.Errorf("ParseOffset(%s) = %d, %v; want %d, %v", c.in, got, err, c.want, c.ok)
		}
	}
}

func TestParseGeo(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		in       string
		lat, lon float64
		ok       bool
	}{
		{"49.61;6.13", 49.61, 6.13, true}, {" 49.61 ; -6.13 ", 49.61, -6.13, true}, {`49.61\,6.13`, 49.61, 6.13, true}, {`49.61\;6.13`, 49.61, 6.13, true},
		{"91;6", 0, 0, false}, {"49", 0, 0, false}, {"a;b", 0, 0, false}, {"NaN;6", 0, 0, false},
	} {
		lat, lon, err := ics.ParseGeo(c.in)
		if lat != c.lat || lon != c.lon || (err == nil) != c.ok {
			t.Errorf("ParseGeo(%s) = %v, %v, %v; want %v, %v, %v", c.in, lat, lon, err, c.lat, c.lon, c.ok)
		}
	}
}

func TestLists(t *testing.T) {
	t.Parallel()
	p := ics.Property{Value: `Jazz\, Blues, Kino ,,a\;b`}
	if d := cmp.Diff([]string{"Jazz, Blues", "Kino", "a;b"}, p.Texts()); d != "" {
		t.Errorf("Texts (-want +got):\n%s", d)
	}
	p.Value = "20260101, 20260102,"
	if d := cmp.Diff([]string{"20260101", "20260102"}, p.Values()); d != "" {
		t.Errorf("Values (-want +got):\n%s", d)
	}
}
