package activitypub_test

import (
	"os"
	"path/filepath"
	"testing"

	"moselle/connectors/activitypub"
	"moselle/connectors/conntest"
)

// FuzzHarvest holds that no document makes the connector panic, be it a file or
// what a server answers, and that each ends in items, refusals or an error.
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
	f.Add(actor)
	f.Add(`{"type":"Create","object":{"type":"Event","id":"https://agenda.example/1","name":{"@value":1},"startTime":"2027-01-01","location":[{},[],"x"],"attachment":{"url":[{}]},"tag":null}}`)
	f.Add(`{"type":"OrderedCollection","first":{"orderedItems":["https://agenda.example/1",5,{}]},"next":"https://agenda.example/out"}`)
	f.Fuzz(func(t *testing.T, s string) {
		file := filepath.Join(t.TempDir(), "input.json")
		if err := os.WriteFile(file, []byte(s), 0o600); err != nil {
			t.Fatal(err)
		}
		w := newWeb(map[string]string{server + "/out": s})
		for _, env := range []string{file, server + "/out"} {
			e := conntest.Env(t, env)
			if env != file {
				e = w.env(t, env)
			}
			c, err := activitypub.Kind().Open(nil, e)
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
		}
	})
}
