package rdf_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"gopkg.in/yaml.v3"

	"moselle/connectors/conntest"
	"moselle/connectors/rdf"
	"moselle/schema/rdf/rdftest"
)

func harvest(t *testing.T, path string, settings *yaml.Node) conntest.Result {
	t.Helper()
	c, err := rdf.Kind().Open(settings, conntest.Env(t, path))
	if err != nil {
		t.Fatal(err)
	}
	r := conntest.Harvest(t.Context(), c, nil)
	if len(r.Items)+len(r.Refusals) == 0 && r.Err == nil {
		t.Errorf("%s ends without a word", filepath.Base(path))
	}
	return r
}

// TestRealDumps reads dumps of three museums by a mapping: their objects and
// makers, as many as a count of rdf:type gives. The dump of addresses alone has
// objects without any name, which are refused one by one.
func TestRealDumps(t *testing.T) {
	t.Parallel()
	mapping := conntest.Settings(t, `
classes: {"crm:E22_Man-Made_Object": Work, "crm:E39_Actor": Person, "crm:E40_Legal_Body": none}
map:
  name: rdfs:label
  url: foaf:homepage
  sameAs: skos:exactMatch
  creator: crm:P108i_was_produced_by / crm:P14_carried_out_by
`)
	type account struct{ Works, People, Others, Refused int }
	got := map[string]account{}
	for _, name := range []string{"autry/AutryMakers/AutryMakers", "autry/AutryObjects/AutryObjects", "npg/NPGObjURLs/NPGObjURLs", "wam/consolidated_data"} {
		r := harvest(t, rdftest.Data(t, "collections/american-art__"+name+".n3.zip"), mapping)
		if r.Err != nil {
			t.Fatal(r.Err)
		}
		a := account{Refused: len(r.Refusals)}
		for _, it := range r.Items {
			switch it.Drafts[0].Class {
			case "Work":
				a.Works++
			case "Person":
				a.People++
			default:
				a.Others++
			}
		}
		got[filepath.Base(name)] = a
	}
	if d := cmp.Diff(map[string]account{
		"AutryMakers":       {People: 114, Refused: 175}, // the objects have an address and a maker, no name
		"AutryObjects":      {Works: 193},
		"NPGObjURLs":        {Refused: 16846},
		"consolidated_data": {Works: 800, People: 179, Others: 1, Refused: 32}, // 29 of 829 objects and 2 of 181 people have no name
	}, got); d != "" {
		t.Errorf("dumps (-want +got):\n%s", d)
	}
}

// TestRealDatasets reads the descriptions of datasets, valid and invalid: those
// that can be kept, and a reason for each that cannot.
func TestRealDatasets(t *testing.T) {
	t.Parallel()
	root := rdftest.Data(t, "rdf/netwerk-digitaal-erfgoed__dataset-register")
	type account struct{ Files, With, Items, Refused, Ended int }
	var got account
	for _, ext := range []string{".jsonld", ".ttl"} {
		for _, path := range rdftest.RealFiles(t, ext) {
			if !strings.HasPrefix(path, root+string(os.PathSeparator)) {
				continue
			}
			r := harvest(t, path, nil)
			got.Files++
			got.Items += len(r.Items)
			got.Refused += len(r.Refusals)
			if len(r.Items) > 0 {
				got.With++
			}
			if r.Err != nil {
				got.Ended++
			}
			if strings.Contains(filepath.Base(path), "-valid") && len(r.Items) == 0 {
				t.Errorf("%s is valid and gives nothing: %v, %v", filepath.Base(path), r.Refusals, r.Err)
			}
			for _, it := range r.Items {
				if it.Drafts[0].Class != "Dataset" {
					t.Errorf("%s: %s is a %s", filepath.Base(path), it.Key, it.Drafts[0].Class)
				}
			}
		}
	}
	if d := cmp.Diff(account{Files: 66, With: 55, Items: 59, Refused: 25}, got); d != "" {
		t.Errorf("descriptions (-want +got):\n%s", d)
	}
}
