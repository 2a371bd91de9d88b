package jsonld

import (
	"maps"
	"slices"
)

// Pinned returns the addresses of the contexts at hand, without their scheme.
func Pinned() []string { return slices.Sorted(maps.Keys(pinned)) }
