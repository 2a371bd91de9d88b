package lido_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/connectors/conntest"
	"moselle/connectors/lido"
	"moselle/schema/rdf/rdftest"
)

// account is what became of a file.
type account struct {
	Items, Refused int
	Ended          string
}

// TestRealFiles reads every file of the family: 490 records of one corpus and 3
// of another, as counted there, of which one has no lidoRecID, and two files in
// JSON, which are none.
func TestRealFiles(t *testing.T) {
	t.Parallel()
	dir := rdftest.Data(t, "lido")
	got := map[string]account{}
	faults := map[string]int{}
	triples := map[string]int{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		c, err := lido.Kind().Open(nil, conntest.Env(t, path))
		if err != nil {
			return err
		}
		r := conntest.Harvest(t.Context(), c, nil)
		name, _ := filepath.Rel(dir, path)
		corpus, _, _ := strings.Cut(filepath.ToSlash(name), "/")
		a := account{len(r.Items), len(r.Refusals), ""}
		if r.Err != nil {
			a.Ended = r.Err.Error()
		}
		got[corpus+"/…/"+filepath.Base(filepath.Dir(path))+"/"+filepath.Base(path)] = a
		for _, it := range r.Items {
			for _, f := range it.Faults {
				if f.Rule == "" {
					faults[f.Path+": "+f.Message]++
				}
			}
			for tr := range it.Drafts[0].Graph.All() {
				if string(it.Drafts[0].IRI) == tr.S.Value {
					triples[tr.P.Value[strings.LastIndexAny(tr.P.Value, "/#")+1:]]++
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	const parser, hub = "k-int__LIDO-Parser/…/", "thedatahub__Datahub/…/"
	json := account{Ended: "lido.json: this is JSON, not LIDO"}
	want := map[string]account{
		parser + "files/LIDO-Extended-Example.xml":                                        {Items: 3},
		parser + "files/LIDO-Test.xml":                                                    {Items: 1},
		parser + "lido-schema/inp-clasate-istoria-stiintei-si-tehnicii-2014-02-02.xml.gz": {Items: 486},
		hub + "Resources/lido_invalid.xml":                                                {Items: 1},
		hub + "Resources/lido.xml":                                                        {Items: 1},
		hub + "Resources/lido.json":                                                       json,
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("files (-want +got):\n%s", d)
	}
	wantFaults := map[string]int{
		"lidoRecID: missing, so the recordID stands for it: write a lidoRecID that is the same tomorrow": 1,
	}
	if d := cmp.Diff(wantFaults, faults); d != "" {
		t.Errorf("faults but those of what is missing (-want +got):\n%s", d)
	}
	t.Logf("values of works: %v", triples)
}

// TestSniffsReal finds the kind of each file by its beginning.
func TestSniffsReal(t *testing.T) {
	t.Parallel()
	for _, path := range append(rdftest.RealFiles(t, ".xml"), rdftest.RealFiles(t, ".json")...) {
		f, err := os.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		head := make([]byte, 16<<10)
		n, _ := f.Read(head)
		f.Close()
		is := strings.Contains(filepath.ToSlash(path), "/lido/") && strings.HasSuffix(path, ".xml")
		if got := lido.Kind().Sniff(path, "", head[:n]); is != (got > 90) || !is && got > 40 {
			t.Errorf("Sniff(%s) = %d; is LIDO: %v", filepath.Base(path), got, is)
		}
	}
}
