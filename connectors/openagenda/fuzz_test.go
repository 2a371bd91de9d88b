package openagenda_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"moselle/connectors/conntest"
	"moselle/connectors/openagenda"
)

// FuzzHarvest holds that no document makes the connector panic, that each ends
// in items, refusals or an error, that no item comes without a record unless it
// is withdrawn, and that valid JSON is never said to be none.
func FuzzHarvest(f *testing.F) {
	paths, err := filepath.Glob(filepath.Join("testdata", "*", "input.json"))
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
	f.Add(`{"event":{"uid":1,"title":"x","timings":"[{\"begin\":\"2027-01-01\"}]","location":"{}","age":"x","keywords":{"fr":{}},"image":[]}}`)
	f.Add(`[{"uid":1e9,"title.fr":1,"location_name":{},"age_min":[]},]`)
	f.Fuzz(func(t *testing.T, s string) {
		env, _ := web(t, api, "", map[string]string{api: s})
		c, err := openagenda.Kind().Open(nil, env)
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
		if json.Unmarshal([]byte(s), &list) == nil && list != nil && r.Err == nil && len(list) > 0 && len(r.Items)+len(r.Refusals) < len(list) {
			t.Errorf("%d elements give %d items and %d refusals", len(list), len(r.Items), len(r.Refusals))
		}
	})
}
