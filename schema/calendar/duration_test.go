package calendar_test

import (
	"testing"
	"time"

	"moselle/schema"
	"moselle/schema/calendar"
)

func TestParseDuration(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		in   string
		want calendar.Duration
		ok   bool
	}{
		{"PT1H30M", calendar.Duration{Clock: 90 * time.Minute}, true},
		{"P2D", calendar.Duration{Days: 2}, true},
		{"P1W", calendar.Duration{Days: 7}, true},
		{"P1DT12H0M5S", calendar.Duration{Days: 1, Clock: 12*time.Hour + 5*time.Second}, true},
		{"-PT15M", calendar.Duration{Clock: -15 * time.Minute}, true},
		{"+p1d", calendar.Duration{Days: 1}, true},
		{"P", calendar.Duration{}, false},
		{"PT", calendar.Duration{}, false},
		{"P1H", calendar.Duration{}, false},
		{"PT1D", calendar.Duration{Days: 1}, true},
		{"P99999999999D", calendar.Duration{}, false},
		{"PT9000000H9000000H", calendar.Duration{}, false},
		{"1H", calendar.Duration{}, false},
		{"PT1.5H", calendar.Duration{}, false},
		{"PT2.75S", calendar.Duration{Clock: 2 * time.Second}, true},
		{"P1M", calendar.Duration{}, false},
		{"PT878400H878400H878400H878400H", calendar.Duration{}, false},
		{"-PT3000000000H", calendar.Duration{}, false},
	} {
		got, err := calendar.ParseDuration(c.in)
		if got != c.want || (err == nil) != c.ok {
			t.Errorf("ParseDuration(%s) = %v, %v; want %v, %v", c.in, got, err, c.want, c.ok)
		}
	}
	paris, _ := time.LoadLocation("Europe/Paris")
	eve := schema.Moment{Time: time.Date(2026, 10, 24, 20, 0, 0, 0, paris)}
	if got := (calendar.Duration{Days: 1}).After(eve).String(); got != "2026-10-25T20:00:00+01:00" {
		t.Errorf("a day behind %v = %s, want the same wall time", eve, got)
	}
	if got := (calendar.Duration{Clock: 24 * time.Hour}).After(eve).String(); got != "2026-10-25T19:00:00+01:00" {
		t.Errorf("24 hours behind %v = %s, want 24 hours", eve, got)
	}
}
