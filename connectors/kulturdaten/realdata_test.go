package kulturdaten_test

import (
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/connectors/conntest"
	"moselle/connectors/kulturdaten"
	"moselle/schema/rdf/rdftest"
)

// TestRealFiles accounts for every element of the lists that the makers of the
// API publish, 267 as their collection counts them: all become items but the
// accounts of users.
func TestRealFiles(t *testing.T) {
	t.Parallel()
	type count struct {
		Items, Refused int
		Own            bool // the kind takes the file for its own
	}
	want := map[string]count{
		"testdata/events.json":                       {Items: 4, Own: true},
		"testdata/attractions.json":                  {Items: 4, Own: true},
		"testdata/locations.json":                    {Items: 4, Own: true},
		"testdata/organizations.json":                {Items: 3, Own: true},
		"testdata/users.json":                        {Refused: 2},
		"dummydata/attractions.dummy.request.json":   {Items: 99, Own: true},
		"dummydata/locations.dummy.request.json":     {Items: 26, Own: true},
		"dummydata/organizations.dummy.request.json": {Items: 5, Own: true},
		"seed/accessibility.json":                    {Items: 9, Own: true},
		"seed/organizationTags.json":                 {Items: 91, Own: true},
		"seed/tags.json":                             {Items: 20, Own: true},
	}
	got, elements := map[string]count{}, 0
	root := filepath.Join(rdftest.Data(t, "events-tabular"), "technologiestiftung__kulturdaten-api")
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		var list []json.RawMessage
		if err := json.Unmarshal(data, &list); err != nil {
			return err
		}
		elements += len(list)
		c, err := kulturdaten.Kind().Open(nil, conntest.Env(t, path))
		if err != nil {
			return err
		}
		r := conntest.Harvest(t.Context(), c, nil)
		if r.Err != nil {
			t.Errorf("%s: %v", path, r.Err)
		}
		got[filepath.Base(filepath.Dir(path))+"/"+filepath.Base(path)] = count{len(r.Items), len(r.Refusals),
			kulturdaten.Kind().Sniff(path, "", data[:min(len(data), 16<<10)]) > 40}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("files (-want +got):\n%s", d)
	}
	if elements != 267 {
		t.Errorf("%d elements in all files, want 267", elements)
	}
}
