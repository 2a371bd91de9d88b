package datatourisme_test

import (
	"os"
	"path/filepath"
	"testing"

	"moselle/connectors/conntest"
	"moselle/schema"
)

// FuzzHarvest reads any bytes as a source. Nothing panics; every item has a key
// that no other has and a draft that could be kept, every refusal a reason.
func FuzzHarvest(f *testing.F) {
	inputs, err := filepath.Glob("testdata/*/input.*")
	if err != nil || len(inputs) == 0 {
		f.Fatalf("no seeds: %v", err)
	}
	for _, path := range inputs {
		data, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		r := conntest.Harvest(t.Context(), memory(t, "memory", data), nil)
		seen := map[string]bool{}
		for _, it := range r.Items {
			if it.Key == "" || seen[it.Key] {
				t.Errorf("key %q is empty or stands twice", it.Key)
			}
			seen[it.Key] = true
			if len(it.Drafts) == 0 && !it.Deleted {
				t.Errorf("item %s has no draft", it.Key)
			}
			if refused := schema.Refused(it.Faults); refused != nil {
				t.Errorf("item %s is kept in spite of %v", it.Key, refused)
			}
		}
		for _, refusal := range r.Refusals {
			if len(refusal.Faults) == 0 || refusal.Faults[0].Message == "" {
				t.Errorf("%s is refused without a reason", refusal.Where)
			}
		}
	})
}
