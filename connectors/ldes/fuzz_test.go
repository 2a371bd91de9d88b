package ldes_test

import (
	"os"
	"path/filepath"
	"testing"

	"moselle/connectors/conntest"
)

// FuzzHarvest holds that no page makes the connector panic, that each ends in
// items, refusals or an error, that no item comes without a record unless it is
// gone, and that a run from its own cursor lists nothing anew.
func FuzzHarvest(f *testing.F) {
	paths, err := filepath.Glob(filepath.Join("testdata", "*", "input.*"))
	if err != nil || len(paths) == 0 {
		f.Fatalf("no inputs: %v", err)
	}
	for _, p := range paths {
		data, err := os.ReadFile(p)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(data))
	}
	f.Add(description("s") + to("s", "LessThanRelation", "s", 3) + to("s", "", "t", 2) + person(1, 2, "x") + gone(1, 2) + "<s> tree:relation <s> . <v/1-2> { <v/1-2> <v/1-2> <v/1-2> }")
	f.Fuzz(func(t *testing.T, s string) {
		w := &web{pages: map[string]string{"s": s, "t": s}}
		c, err := kind().Open(nil, w.env(t, "s"))
		if err != nil {
			t.Fatal(err)
		}
		r := conntest.Harvest(t.Context(), c, nil)
		if len(r.Items)+len(r.Refusals) == 0 && r.Err == nil {
			t.Errorf("nothing is said of %q", s)
		}
		for _, it := range r.Items {
			if it.Key == "" || len(it.Drafts) == 0 && !it.Deleted {
				t.Errorf("item %q has %d records", it.Key, len(it.Drafts))
			}
			if it.Next != nil && len(r.Refusals) == 0 {
				if again := conntest.Harvest(t.Context(), c, it.Next); len(again.Items) > 0 {
					t.Errorf("%d items are listed anew", len(again.Items))
				}
			}
		}
	})
}
