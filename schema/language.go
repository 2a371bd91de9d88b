package schema

import (
	"maps"
	"slices"
	"strings"
)

// Fallback says which languages stand in for one that a text is not there in,
// the nearest first, by primary language; "*" is for all that it does not name.
type Fallback map[string][]string

// DefaultFallback returns what readers of the region share.
func DefaultFallback() Fallback {
	return Fallback{
		"lb": {"fr", "de", "en"},
		"de": {"lb", "en", "fr"},
		"fr": {"en", "de", "lb"},
		"nl": {"de", "en", "fr"},
		"*":  {"en", "fr", "de", "lb", "nl"},
	}
}

// Chain returns the languages to try when lang is asked for: its own, its
// primary language, then those that stand in for it.
func (f Fallback) Chain(lang string) []string {
	chain := []string{lang}
	if p := primary(lang); p != lang {
		chain = append(chain, p)
	}
	rest, ok := f[primary(lang)]
	if !ok {
		rest = f["*"]
	}
	for _, l := range rest {
		if !slices.Contains(chain, l) {
			chain = append(chain, l)
		}
	}
	return chain
}

// String writes it as the settings do: "{*: [en, fr], lb: [fr, de]}".
func (f Fallback) String() string {
	var entries []string
	for _, lang := range slices.Sorted(maps.Keys(f)) {
		entries = append(entries, lang+": ["+strings.Join(f[lang], ", ")+"]")
	}
	return "{" + strings.Join(entries, ", ") + "}"
}

// primary returns a tag without its subtags: "fr" of "fr-CA".
func primary(tag string) string {
	p, _, _ := strings.Cut(tag, "-")
	return p
}
