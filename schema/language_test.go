package schema_test

import (
	"strings"
	"testing"

	"moselle/schema"
)

func TestFallbackChain(t *testing.T) {
	t.Parallel()
	own := schema.Fallback{"lb": {"de", "fr"}, "*": {"fr"}}
	tests := []struct {
		fallback   schema.Fallback
		lang, want string
	}{
		{schema.DefaultFallback(), "lb", "lb fr de en"},
		{schema.DefaultFallback(), "de", "de lb en fr"},
		{schema.DefaultFallback(), "de-LU", "de-LU de lb en fr"},
		{schema.DefaultFallback(), "fr", "fr en de lb"},
		{schema.DefaultFallback(), "nl-BE", "nl-BE nl de en fr"},
		{schema.DefaultFallback(), "en", "en fr de lb nl"},
		{schema.DefaultFallback(), "pt", "pt en fr de lb nl"},
		{own, "lb", "lb de fr"},
		{own, "fr-CA", "fr-CA fr"},
		{own, "pt", "pt fr"},
		{nil, "pt", "pt"},
	}
	for _, tt := range tests {
		if got := strings.Join(tt.fallback.Chain(tt.lang), " "); got != tt.want {
			t.Errorf("Chain(%s) of %v = %s, want %s", tt.lang, tt.fallback, got, tt.want)
		}
	}
}

func TestNodeTextLanguage(t *testing.T) {
	t.Parallel()
	b := schema.Build("museum", "Place", "p")
	b.Text("name", "fr-CA", "Pont (Québec)")
	b.Text("name", "de", "Brücke")
	b.Text("name", "de-AT", "Bruckn")
	b.Text("name", "", "Pons")
	d, _ := b.Draft()
	n := schema.NewNode(d.Graph, d.IRI, schema.ClassNamed("Place"))
	tests := []struct {
		langs []string
		lang  string
	}{
		{[]string{"fr"}, "fr-CA"},
		{[]string{"fr-BE", "de"}, "fr-CA"},
		{[]string{"de"}, "de"},
		{[]string{"de-AT"}, "de-AT"},
		{[]string{"de-CH"}, "de"},
		{[]string{"nl", "de-AT", "fr"}, "de-AT"},
		{[]string{"und"}, "und"},
	}
	for _, tt := range tests {
		if _, got := n.Title(tt.langs...); got != tt.lang {
			t.Errorf("Title(%v) is in %s, want %s", tt.langs, got, tt.lang)
		}
	}
	if text, lang := n.Text("description", "fr"); text != "" || lang != "" {
		t.Errorf("Text of what is not there = %q in %q, want none", text, lang)
	}
}
