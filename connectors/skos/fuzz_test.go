package skos_test

import (
	"os"
	"path/filepath"
	"testing"

	"moselle/connectors/conntest"
	"moselle/connectors/skos"
)

// FuzzHarvest reads any document: it ends in items, refusals or an error, and two
// readings agree.
func FuzzHarvest(f *testing.F) {
	inputs, _ := filepath.Glob("testdata/*/input.*")
	for _, path := range inputs {
		text, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		path := filepath.Join(t.TempDir(), "input")
		if err := os.WriteFile(path, text, 0o600); err != nil {
			t.Fatal(err)
		}
		c, err := skos.Kind().Open(nil, conntest.Env(t, path))
		if err != nil {
			t.Fatal(err)
		}
		r := conntest.Harvest(t.Context(), c, nil)
		if len(r.Items)+len(r.Refusals) == 0 && r.Err == nil {
			t.Errorf("no item, no refusal and no error")
		}
		triples, _ := conntest.Render(r)
		if again, _ := conntest.Render(conntest.Harvest(t.Context(), c, nil)); string(triples) != string(again) {
			t.Errorf("a second reading gives something else")
		}
	})
}
