package config_test

import (
	"testing"
	"time"

	"moselle/hub/config"
)

func TestSchedule(t *testing.T) {
	t.Parallel()
	zone, err := time.LoadLocation("Europe/Luxembourg")
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct{ text, show, last, next string }{
		{"6h", "6h", "2026-11-21T12:00:00Z", "2026-11-21T18:00:00Z"},
		{"90m", "1h30m", "2026-11-21T12:00:00Z", "2026-11-21T13:30:00Z"},
		{"daily 04:30", "daily 04:30", "2026-11-21T12:00:00Z", "2026-11-22T03:30:00Z"},
		{"Daily 4:30", "daily 04:30", "2026-11-21T03:29:00Z", "2026-11-21T03:30:00Z"},
		{"daily 04:30", "daily 04:30", "2026-11-21T03:30:00Z", "2026-11-22T03:30:00Z"},
		{"daily 02:30", "daily 02:30", "2026-03-28T12:00:00Z", "2026-03-29T01:30:00Z"}, // the clocks skip 02:30
		{"manual", "manual", "2026-11-21T12:00:00Z", "0001-01-01T00:00:00Z"},
	}
	for _, tt := range tests {
		var s config.Schedule
		if err := s.UnmarshalText([]byte(tt.text)); err != nil {
			t.Errorf("UnmarshalText(%q) = %v", tt.text, err)
			continue
		}
		last, err := time.Parse(time.RFC3339, tt.last)
		if err != nil {
			t.Fatal(err)
		}
		if got := s.Next(last, zone).UTC().Format(time.RFC3339); got != tt.next || s.String() != tt.show {
			t.Errorf("%q after %s: %q, next %s, want %q, %s", tt.text, tt.last, s, got, tt.show, tt.next)
		}
	}
}

func TestSize(t *testing.T) {
	t.Parallel()
	tests := []struct {
		text string
		want config.Size
		show string
	}{
		{"50MB", 50_000_000, "50MB"},
		{"1.5 gb", 1_500_000_000, "1500MB"},
		{"64MiB", 64 << 20, "64MiB"},
		{"4096", 4096, "4KiB"},
		{"10B", 10, "10B"},
		{"0", 0, "0"},
		{"-1", -1, ""}, {"MB", -1, ""}, {"NaN", -1, ""}, {"1e30GB", -1, ""}, {"", -1, ""},
	}
	for _, tt := range tests {
		var s config.Size
		err := s.UnmarshalText([]byte(tt.text))
		if tt.want < 0 {
			if err == nil {
				t.Errorf("UnmarshalText(%q) = %d, want an error", tt.text, s)
			}
			continue
		}
		if err != nil || s != tt.want || s.String() != tt.show {
			t.Errorf("UnmarshalText(%q) = %d (%s), %v, want %d (%s)", tt.text, s, s, err, tt.want, tt.show)
		}
	}
}
