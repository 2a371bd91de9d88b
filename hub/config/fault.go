package config

import (
	"fmt"
	"slices"
	"strings"
)

// Fault is one thing wrong in the settings.
type Fault struct {
	Key     string // "sources[3].licence", or the variable when the value came from one
	Line    int    // in the file; 0 when it is not there
	Message string // what is wrong and how to mend it
}

// Error is everything wrong in the settings, in the order of the file.
type Error struct {
	File   string // "" when there is none
	Faults []Fault
}

// Error gives each fault on a line of its own, led by its place.
func (e *Error) Error() string {
	var b strings.Builder
	for i, f := range e.Faults {
		if i > 0 {
			b.WriteByte('\n')
		}
		if f.Line > 0 {
			fmt.Fprintf(&b, "%s:%d: ", e.File, f.Line)
		}
		if f.Key != "" {
			b.WriteString(f.Key + ": ")
		}
		b.WriteString(f.Message)
	}
	return b.String()
}

// errorOf returns faults as one error, nil when there are none.
func errorOf(file string, faults []Fault) error {
	if len(faults) == 0 {
		return nil
	}
	slices.SortStableFunc(faults, func(a, b Fault) int { return a.Line - b.Line })
	return &Error{File: file, Faults: faults}
}

// lineOf returns the line of a key, or of the nearest key around it.
func lineOf(lines map[string]int, key string) int {
	for {
		if n, ok := lines[key]; ok {
			return n
		}
		cut := strings.LastIndexAny(key, ".[")
		if cut < 0 {
			return 0
		}
		key = key[:cut]
	}
}
