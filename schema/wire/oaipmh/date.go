package oaipmh

import (
	"fmt"
	"strings"
	"time"
)

// Granularity is how exact the datestamps of a repository are (section 3.3).
type Granularity uint8

// The granularities; every repository takes days.
const (
	Day Granularity = iota
	Second
)

// layouts are how datestamps are written, always in UTC.
var layouts = [...]string{Day: "2006-01-02", Second: "2006-01-02T15:04:05Z"}

// String returns the granularity as Identify writes it.
func (g Granularity) String() string {
	return [...]string{Day: "YYYY-MM-DD", Second: "YYYY-MM-DDThh:mm:ssZ"}[g]
}

// ParseGranularity reads what Identify writes; what is not clear is a day, which
// always holds.
func ParseGranularity(s string) Granularity {
	if strings.Contains(s, "T") {
		return Second
	}
	return Day
}

// Format writes a datestamp.
func (g Granularity) Format(t time.Time) string { return t.UTC().Format(layouts[g]) }

// Step is the length of one granule.
func (g Granularity) Step() time.Duration {
	if g == Second {
		return time.Second
	}
	return 24 * time.Hour
}

// ParseDate reads a datestamp with its granularity. Fractions of a second and
// offsets, which section 3.3 forbids, are understood, as many write them.
func ParseDate(s string) (time.Time, Granularity, error) {
	s = strings.TrimSpace(s)
	if t, err := time.Parse(layouts[Day], s); err == nil {
		return t, Day, nil
	}
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04:05", "2006-01-02T15:04Z07:00"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t.UTC(), Second, nil
		}
	}
	return time.Time{}, Day, fmt.Errorf("%q is not a date of OAI-PMH: write 2026-11-21 or 2026-11-21T12:00:00Z", s)
}
