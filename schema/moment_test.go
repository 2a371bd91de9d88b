package schema_test

import (
	"testing"
	"time"

	"moselle/schema"
)

func luxembourg(t *testing.T) *time.Location {
	t.Helper()
	zone, err := time.LoadLocation("Europe/Luxembourg")
	if err != nil {
		t.Fatal(err)
	}
	return zone
}

func TestParseMoment(t *testing.T) {
	t.Parallel()
	zone := luxembourg(t)
	tests := []struct{ in, want string }{
		{"2026-12-03", "2026-12-03"},
		{" 20261203 ", "2026-12-03"},
		{"2026-12-03T19:30", "2026-12-03T19:30:00+01:00"},
		{"2026-07-03t19:30", "2026-07-03T19:30:00+02:00"},
		{"2026-12-03 19:30:05", "2026-12-03T19:30:05+01:00"},
		{"20261203T193005", "2026-12-03T19:30:05+01:00"},
		{"20261203T193005Z", "2026-12-03T19:30:05Z"},
		{"2026-12-03T19:30:00.123z", "2026-12-03T19:30:00Z"},
		{"2026-12-03T19:30:00 +0530", "2026-12-03T19:30:00+05:30"},
		{"2026-12-03T19:30-05", "2026-12-03T19:30:00-05:00"},
		{"2026-12-03T24:00", "2026-12-04T00:00:00+01:00"},
		{"2024-02-29", "2024-02-29"},
		{"2026-10-25T02:30+02:00", "2026-10-25T02:30:00+02:00"}, // the hour that comes twice
		{"2026-10-25T02:30+01:00", "2026-10-25T02:30:00+01:00"},
	}
	for _, tt := range tests {
		m, err := schema.ParseMoment(tt.in, zone)
		if err != nil || m.String() != tt.want {
			t.Errorf("ParseMoment(%q) = %v, %v, want %s", tt.in, m, err, tt.want)
		}
	}
}

func TestParseMomentRefuses(t *testing.T) {
	t.Parallel()
	tests := []struct{ in, want string }{
		{"", "not a date: write it as 2026-12-31"},
		{"2026-02-31", "31 February 2026 does not exist"},
		{"2025-02-29", "29 February 2025 does not exist"},
		{"2026-04-00", "0 April 2026 does not exist"},
		{"2026-13-01", "there is no month 13"},
		{"03.12.2026", "not a date: write it as 2026-12-31"},
		{"2026-1-2", "not a date: write it as 2026-12-31"},
		{"+0261203", "not a date: write it as 2026-12-31"},
		{"2026-12-03T7pm", "not a time: write it as 19:30"},
		{"2026-12-03T25:00", "there is no time 25:00"},
		{"2026-12-03T19:30+25:00", "not an offset: write it as +01:00"},
		{"2026-12-03T19:30+1", "not an offset: write it as +01:00"},
		{"2026-12-03T19:30-22:00", "not an offset: write it as +01:00"},
		{"2026-12-03T19:30 CET", "not a time: write it as 19:30"},
	}
	for _, tt := range tests {
		if m, err := schema.ParseMoment(tt.in, time.UTC); err == nil || err.Error() != tt.want {
			t.Errorf("ParseMoment(%q) = %v, %v, want %s", tt.in, m, err, tt.want)
		}
	}
}

// TestMissingHour: the time that is left out in spring is taken for one beside
// it, on the same day.
func TestMissingHour(t *testing.T) {
	t.Parallel()
	m, err := schema.ParseMoment("2026-03-29T02:30", luxembourg(t))
	if got := m.Time.UTC().Format(time.RFC3339); err != nil || got != "2026-03-29T01:30:00Z" && got != "2026-03-29T00:30:00Z" {
		t.Errorf("ParseMoment = %s, %v", got, err)
	}
}

func TestMomentEnd(t *testing.T) {
	t.Parallel()
	zone := luxembourg(t)
	for in, want := range map[string]string{
		"2026-03-29":       "2026-03-30T00:00:00+02:00", // 23 hours
		"2026-10-25":       "2026-10-26T00:00:00+01:00", // 25 hours
		"2026-12-03T19:30": "2026-12-03T19:30:00+01:00",
	} {
		m, err := schema.ParseMoment(in, zone)
		if got := m.End().Format(time.RFC3339); err != nil || got != want {
			t.Errorf("%s ends %s, %v, want %s", in, got, err, want)
		}
	}
	if !(schema.Moment{}).IsZero() {
		t.Error("the zero Moment is not zero")
	}
}

func TestParseClock(t *testing.T) {
	t.Parallel()
	tests := []struct {
		in      string
		h, m, s int
		ok      bool
	}{
		{"19:30", 19, 30, 0, true},
		{"9:05", 9, 5, 0, true},
		{"19:30:15.5", 19, 30, 15, true},
		{"1930", 19, 30, 0, true},
		{"193015", 19, 30, 15, true},
		{"00:00", 0, 0, 0, true},
		{"24:00", 24, 0, 0, true},
		{"23:59:60", 23, 59, 60, true},
		{"24:01", 0, 0, 0, false},
		{"19:60", 0, 0, 0, false},
		{"19", 0, 0, 0, false},
		{"19h30", 0, 0, 0, false},
		{"+9:30", 0, 0, 0, false},
		{"-1:30", 0, 0, 0, false},
		{"1:2:3:4", 0, 0, 0, false},
		{"019:30", 0, 0, 0, false},
		{"", 0, 0, 0, false},
		{":", 0, 0, 0, false},
	}
	for _, tt := range tests {
		h, m, s, err := schema.ParseClock(tt.in)
		if h != tt.h || m != tt.m || s != tt.s || (err == nil) != tt.ok {
			t.Errorf("ParseClock(%q) = %d:%d:%d, %v, want %d:%d:%d", tt.in, h, m, s, err, tt.h, tt.m, tt.s)
		}
	}
}

func TestParseYear(t *testing.T) {
	t.Parallel()
	tests := []struct{ in, value, datatype string }{
		{"1943", "1943", "gYear"},
		{" 943 ", "0943", "gYear"},
		{"-43", "-0043", "gYear"},
		{"12000", "12000", "gYear"},
		{"1943-05", "1943-05", "gYearMonth"},
		{"1943-05-08", "1943-05-08", "date"},
		{"-0043-03-15", "-0043-03-15", "date"},
		{"1943-02-31", "", ""},
		{"1943-13", "", ""},
		{"1943-5", "", ""},
		{"1943-+5", "", ""},
		{"+1943", "", ""},
		{"1943/1945", "", ""},
		{"vers 1907", "", ""},
		{"1943-05-08-01", "", ""},
		{"", "", ""},
		{"-", "", ""},
		{"123456", "", ""},
	}
	for _, tt := range tests {
		value, datatype, err := schema.ParseYear(tt.in)
		if value != tt.value || datatype != tt.datatype || (err == nil) != (tt.value != "") {
			t.Errorf("ParseYear(%q) = %s, %s, %v, want %s, %s", tt.in, value, datatype, err, tt.value, tt.datatype)
		}
	}
}

func FuzzParseMoment(f *testing.F) {
	for _, s := range []string{"2026-12-03T19:30:00+01:00", "20261203", "2026-02-31", "2026-12-03T24:00Z", "T", "2026-12-03T-"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		m, err := schema.ParseMoment(s, time.UTC)
		if err != nil {
			return
		}
		again, err := schema.ParseMoment(m.String(), time.UTC)
		if err != nil || !again.Time.Equal(m.Time) || again.Day != m.Day {
			t.Errorf("ParseMoment(%q) = %v, read again %v, %v", s, m, again, err)
		}
	})
}
