package all_test

import (
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/connectors"
	"moselle/connectors/all"
	"moselle/connectors/conntest"
	"moselle/schema/rdf/rdftest"
)

// TestRealDumps reads dumps of three museums in CIDOC CRM without any setting:
// their objects and makers, as many as a count of rdf:type gives but for those
// without a name, who made what, and where it stands. One dump has addresses of
// objects alone, and each of these is refused.
func TestRealDumps(t *testing.T) {
	t.Parallel()
	kinds := map[string]connectors.Kind{}
	for _, k := range all.Kinds() {
		kinds[k.Name] = k
	}
	type account struct{ Works, Made, Kept, Shown, People, Groups, Places, Refused int }
	got := map[string]account{}
	for _, name := range []string{"autry/AutryMakers/AutryMakers", "autry/AutryObjects/AutryObjects", "npg/NPGObjURLs/NPGObjURLs", "wam/consolidated_data"} {
		path := rdftest.Data(t, "collections/american-art__"+name+".n3.zip")
		c, err := kinds["rdf"].Open(nil, conntest.Env(t, path))
		if err != nil {
			t.Fatal(err)
		}
		r := conntest.Harvest(t.Context(), c, nil)
		if r.Err != nil {
			t.Fatal(r.Err)
		}
		conntest.Sound(t, r)
		a := account{Refused: len(r.Refusals)}
		for _, it := range r.Items {
			d := it.Drafts[0]
			has := map[string]bool{}
			for s := range d.Graph.All() {
				has[s.P.Value] = true
			}
			switch d.Class {
			case "Work":
				a.Works++
				for prop, n := range map[string]*int{"creator": &a.Made, "holdingArchive": &a.Kept, "associatedMedia": &a.Shown} {
					if has["https://schema.org/"+prop] {
						*n++
					}
				}
			case "Person":
				a.People++
			case "Organization":
				a.Groups++
			case "Place":
				a.Places++
			}
		}
		got[filepath.Base(name)] = a
	}
	if d := cmp.Diff(map[string]account{
		"AutryMakers":  {People: 114, Refused: 175}, // the objects have an address and a maker, no name
		"AutryObjects": {Works: 193, Kept: 193, Groups: 1},
		"NPGObjURLs":   {Refused: 16846},
		// 29 of 829 objects, 2 of 181 people and 103 terms of a thesaurus have no name
		"consolidated_data": {Works: 800, Made: 800, Kept: 780, Shown: 795, People: 179, Groups: 1, Places: 159, Refused: 135},
	}, got); d != "" {
		t.Errorf("dumps (-want +got):\n%s", d)
	}
}
