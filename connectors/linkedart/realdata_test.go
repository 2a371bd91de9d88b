package linkedart_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/connectors/conntest"
	"moselle/connectors/linkedart"
	"moselle/schema/rdf/rdftest"
)

// outcome is what became of a file.
type outcome struct {
	Items, Withdrawn, Refused int
}

// TestRealFiles accounts for every file that museums, the specification and its
// cookbook publish: objects become works; what is no record is told. Of the 22
// exhibitions of one museum only their ideas are there, which have no dates; its
// own XML has them.
func TestRealFiles(t *testing.T) {
	t.Parallel()
	want := map[string]outcome{
		"JSON/DimensionObjectsSample.json":                {Items: 30},
		"JSON/ExhibitsSample.json":                        {Refused: 22},
		"JSON/GreekPotteryObjectsSample.json":             {Items: 19},
		"JSON/ObjectsSample.json.gz":                      {Items: 59},
		"JSON/TeaSetObjectsSample.json":                   {Items: 21},
		"XML/DimensionObjectsSample.xml":                  {Items: 30, Withdrawn: 5},
		"XML/ExhibitsSample.xml.gz":                       {Items: 22},
		"XML/GreekPotteryObjectsSample.xml":               {Items: 19, Withdrawn: 2},
		"XML/ObjectsSample.xml":                           {Items: 58, Withdrawn: 20, Refused: 1},
		"XML/TeaSetObjectsSample.xml":                     {Items: 21, Withdrawn: 20},
		"ans/coin-la.json":                                {Items: 1},
		"ima/ima-turner.json":                             {Items: 1},
		"ima/turner.json":                                 {Refused: 2},
		"mocks/1cd16038-091e-4010-ae07-df95acfce9a4.json": {Items: 1},
		"mocks/a69d5696-70c2-56ed-9f82-fb2e69311e5d.json": {Items: 1},
		"mocks/c88b3df0-de91-4f5b-a9ef-7b2b9a6d8abb.json": {Items: 1},
		"mocks/dd808888-4dfe-441c-b3d0-ce57c4167c5b.json": {Items: 1},
		"mocks/dff75e58-f8b9-4507-8ab7-5d948451dea7.json": {Items: 1},
		"mocks/duschamp.json":                             {Items: 1},
		"mocks/duschamp2.json":                            {Items: 1},
		"mocks/f8fd6961-6da3-4c39-94ad-e8e9367fa51b.json": {Items: 1},
		"mocks/titles_lanugages.json":                     {Refused: 1},
	}
	got := map[string]outcome{}
	err := filepath.WalkDir(rdftest.Data(t, "linked-art"), func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		c, err := linkedart.Kind().Open(nil, conntest.Env(t, path))
		if err != nil {
			return err
		}
		r := conntest.Harvest(t.Context(), c, nil)
		conntest.Sound(t, r)
		if strings.Contains(path, string(os.PathSeparator)+"docs"+string(os.PathSeparator)) { // contexts and schemas
			if len(r.Items) > 0 {
				t.Errorf("%s gives %d items, want none", filepath.Base(path), len(r.Items))
			}
			return nil
		}
		if r.Err != nil {
			t.Errorf("%s ends early: %v", filepath.Base(path), r.Err)
		}
		o := outcome{Items: len(r.Items), Refused: len(r.Refusals)}
		for _, it := range r.Items {
			if it.Deleted {
				o.Withdrawn++
			}
		}
		got[filepath.Base(filepath.Dir(path))+"/"+filepath.Base(path)] = o
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("files (-want +got):\n%s", d)
	}
}

// TestRealForms compares the objects of one museum as Linked Art with its own XML
// of the same: what both say of a work is the same.
func TestRealForms(t *testing.T) {
	t.Parallel()
	root := rdftest.Data(t, "linked-art")
	read := func(form, name string) map[string]map[string]string {
		paths, err := filepath.Glob(filepath.Join(root, "*", form, name+"*"))
		if err != nil || len(paths) != 1 {
			t.Fatalf("%s of %s: %v, %v", name, form, paths, err)
		}
		c, err := linkedart.Kind().Open(nil, conntest.Env(t, paths[0]))
		if err != nil {
			t.Fatal(err)
		}
		out := map[string]map[string]string{}
		for _, it := range conntest.Harvest(t.Context(), c, nil).Items {
			if it.Deleted {
				continue
			}
			said, d := map[string]string{}, it.Drafts[0]
			for s := range d.Graph.All() {
				for _, prop := range []string{"schema.org/name", "schema.org/dateCreated", "schema.org/temporalCoverage", "schema.org/creditText", "terms/provenance", "ns#dateText"} {
					if s.S.Value == string(d.IRI) && strings.HasSuffix(s.P.Value, prop) {
						said[prop] = strings.Join(strings.Fields(s.O.Value), " ")
					}
				}
			}
			out[filepath.Base(it.Key)] = said
		}
		return out
	}
	type tally struct{ Both, Same int }
	got := map[string]tally{}
	for _, name := range []string{"DimensionObjectsSample", "GreekPotteryObjectsSample", "ObjectsSample", "TeaSetObjectsSample"} {
		linked, own := read("JSON", name), read("XML", name)
		for key, said := range own {
			for prop, s := range said {
				other, ok := linked[key][prop]
				if !ok {
					continue
				}
				n := got[prop]
				if n.Both++; other == s {
					n.Same++
				} else {
					t.Logf("%s %s: %q, %q", key, prop, s, other)
				}
				got[prop] = n
			}
		}
	}
	if d := cmp.Diff(map[string]tally{
		"schema.org/name": {81, 81}, "schema.org/creditText": {81, 81}, "terms/provenance": {41, 41},
		"ns#dateText": {77, 77}, "schema.org/dateCreated": {23, 23}, "schema.org/temporalCoverage": {46, 46},
	}, got); d != "" {
		t.Errorf("what both forms say (-want +got):\n%s", d)
	}
}
