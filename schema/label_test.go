package schema_test

import (
	"encoding/json"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/schema"
)

// TestLabels compares each language with the tables: a label for every class,
// property and value, and none for what there is not.
func TestLabels(t *testing.T) {
	t.Parallel()
	names := map[string]bool{}
	for _, c := range slices.Concat(schema.Classes, schema.Parts) {
		names[c.Name] = true
		for _, p := range c.Properties {
			names[p.Name] = true
			for _, v := range p.Values {
				names[v] = true
			}
		}
	}
	want := slices.Sorted(maps.Keys(names))
	for _, lang := range schema.Languages {
		data, err := os.ReadFile("lang/" + lang + ".json")
		if err != nil {
			t.Fatal(err)
		}
		var labels map[string]string
		if err := json.Unmarshal(data, &labels); err != nil {
			t.Fatalf("lang/%s.json: %v", lang, err)
		}
		if d := cmp.Diff(want, slices.Sorted(maps.Keys(labels))); d != "" {
			t.Errorf("names in lang/%s.json (-tables +file):\n%s", lang, d)
		}
		for name, label := range labels {
			if label == "" || strings.TrimSpace(label) != label || strings.ContainsAny(label, "'\"<>&") || len([]rune(label)) > 36 {
				t.Errorf("lang/%s.json: %s = %q, no short label", lang, name, label)
			}
			if got := schema.Label(name, lang); got != label {
				t.Errorf("Label(%s, %s) = %q, want %q", name, lang, got, label)
			}
		}
	}
}

func TestLabelOfWhatHasNone(t *testing.T) {
	t.Parallel()
	if got, want := schema.Label("unheardOf", "fr"), "unheard of"; got != want {
		t.Errorf("Label(unheardOf, fr) = %q, want %q", got, want)
	}
}
