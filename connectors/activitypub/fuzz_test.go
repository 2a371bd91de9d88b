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
	conntest.Seeds(f, actor,
		`{"type":"Create","object":{"type":"Event","id":"https://agenda.example/1","name":{"@value":1},"startTime":"2027-01-01","location":[{},[],"x"],"attachment":{"url":[{}]},"tag":null}}`,
		`{"type":"OrderedCollection","first":{"orderedItems":["https://agenda.example/1",5,{}]},"next":"https://agenda.example/out"}`)
	f.Fuzz(func(t *testing.T, text []byte) {
		s := string(text)
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
			conntest.Sound(t, conntest.Harvest(t.Context(), c, nil))
		}
	})
}
