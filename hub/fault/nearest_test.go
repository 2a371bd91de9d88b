package fault_test

import (
	"strings"
	"testing"

	"moselle/hub/fault"
)

func TestNearest(t *testing.T) {
	t.Parallel()
	known := []string{"from", "to", "facets", "format", "licence", "near"}
	tests := []struct{ word, want string }{
		{"form", "from"},
		{"facet", "facets"},
		{"license", "licence"},
		{"LICENCE", "licence"},
		{"formta", "format"},
		{"o", ""},
		{"colour", ""},
		{"", ""},
		{strings.Repeat("from", 100), ""},
	}
	for _, tt := range tests {
		if got := fault.Nearest(tt.word, known); got != tt.want {
			t.Errorf("Nearest(%q) = %q, want %q", tt.word, got, tt.want)
		}
	}
}
