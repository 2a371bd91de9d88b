package kulturdaten_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"moselle/connectors/conntest"
	"moselle/connectors/kulturdaten"
)

// FuzzHarvest holds that no document makes the connector panic, that each ends
// in items, refusals or an error, that no item comes without a record unless it
// is withdrawn, and that every element of a list that is JSON is accounted for.
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
	f.Add(`{"data":{"event":{"identifier":"E_1","schedule":{"startDate":"2027-01-01"},"attractions":[[{"referenceId":1}],"A_1"],"tags":[[]]}}}`)
	f.Add(`[{"type":"type.Event","title":"x","schedule":[],"locations":{},"admission":"free"}]`)
	f.Fuzz(func(t *testing.T, s string) {
		env, _ := web(t, "https://a.example/list.json", map[string]string{"https://a.example/list.json": s})
		c, err := kulturdaten.Kind().Open(nil, env)
		if err != nil {
			t.Fatal(err)
		}
		r := conntest.Harvest(t.Context(), c, nil)
		for _, it := range r.Items {
			if it.Key == "" || len(it.Drafts) == 0 && !it.Deleted {
				t.Errorf("item %q has %d records", it.Key, len(it.Drafts))
			}
		}
		if len(r.Items)+len(r.Refusals) == 0 && r.Err == nil {
			t.Errorf("nothing is said of %q", s)
		}
		var list []json.RawMessage
		if json.Unmarshal([]byte(s), &list) == nil && r.Err == nil && len(r.Items)+len(r.Refusals) < len(list) {
			t.Errorf("%d elements give %d items and %d refusals", len(list), len(r.Items), len(r.Refusals))
		}
	})
}
