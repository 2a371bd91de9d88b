package iiif_test

import (
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/connectors"
	"moselle/connectors/all"
	"moselle/connectors/conntest"
	"moselle/connectors/iiif"
	"moselle/schema"
	"moselle/schema/rdf/rdftest"
)

// tally is what the files of one suite end in.
type tally struct {
	Files, NoJSON, Manifests, Collections, Others int // by what encoding/json finds
	Works, Media, Unnamed, Ended                  int // by what the connector makes of them
}

// TestRealFiles holds every file to its end: a manifest with a label becomes one
// work under it, one without is refused for that, a collection becomes one too,
// and all else ends in a sentence.
func TestRealFiles(t *testing.T) {
	t.Parallel()
	got := map[string]tally{}
	root := rdftest.Data(t, "iiif")
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		name, _ := filepath.Rel(root, path)
		suite, _, _ := strings.Cut(name, "/")
		n := got[suite]
		account(t, path, name, &n)
		got[suite] = n
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]tally{
		"IIIF__api":               {Files: 277, NoJSON: 2, Manifests: 226, Collections: 9, Others: 42, Works: 222, Media: 418, Unnamed: 4, Ended: 42},
		"IIIF__cookbook-recipes":  {Files: 111, Manifests: 85, Collections: 5, Others: 21, Works: 84, Media: 165, Unnamed: 1, Ended: 21},
		"ProjectMirador__mirador": {Files: 37, Manifests: 32, Collections: 2, Others: 3, Works: 28, Media: 107, Unnamed: 4, Ended: 3},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("files (-want +got):\n%s", d)
	}
}

// sentence is what the end of a run says of a file that describes no work.
var sentence = regexp.MustCompile(`^[^/]+\.json: this is (one of IIIF's documents|JSON, but no IIIF|not a IIIF)`)

func account(t *testing.T, path, name string, n *tally) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	n.Files++
	var object map[string]any
	if json.Unmarshal(data, &object) != nil {
		n.NoJSON++
	}
	kind, _ := object["type"].(string)
	if s, ok := object["@type"].(string); ok {
		kind = strings.TrimPrefix(s, "sc:")
	}
	labels := leaves(object["label"])
	if k, ok := connectors.Surest(all.Kinds(), path, "", data); (kind == "Manifest" || kind == "Collection") && (!ok || k.Name != "iiif") {
		t.Errorf("%s is taken for %q, want iiif", name, k.Name)
	}
	c, err := iiif.Kind().Open(nil, conntest.Env(t, path))
	if err != nil {
		t.Fatal(err)
	}
	r := conntest.Harvest(t.Context(), c, nil)
	switch {
	case kind == "Manifest" && len(labels) == 0:
		n.Manifests++
		n.Unnamed += len(r.Refusals)
		if len(r.Refusals) != 1 || !strings.Contains(r.Refusals[0].Error(), "has no label") {
			t.Errorf("%s: %d items, %v, %v; want a refusal for want of a label", name, len(r.Items), r.Refusals, r.Err)
		}
	case kind == "Manifest":
		n.Manifests++
		if len(r.Items) != 1 || r.Err != nil || len(r.Refusals) > 0 {
			t.Errorf("%s: %d items, %v, %v; want one", name, len(r.Items), r.Refusals, r.Err)
			return
		}
		n.Works++
		w := r.Items[0].Drafts[0]
		node := schema.NewNode(w.Graph, w.IRI, schema.ClassNamed(w.Class))
		n.Media += len(node.Nodes("associatedMedia"))
		if title, _ := node.Title(); !slices.Contains(labels, title) {
			t.Errorf("%s: title %q, want one of %q", name, title, labels)
		}
	case kind == "Collection":
		n.Collections++
		if len(r.Items) == 0 || r.Err != nil || r.Items[0].Drafts[0].Class != "Collection" {
			t.Errorf("%s: %d items, %v; want a collection", name, len(r.Items), r.Err)
		}
	default:
		n.Others++
		n.Ended++
		if len(r.Items) > 0 || r.Err == nil || !sentence.MatchString(r.Err.Error()) {
			t.Errorf("%s: %d items, %v; want an end with a reason", name, len(r.Items), r.Err)
		}
	}
}

// leaves returns all texts in a label, without markup.
func leaves(v any) (out []string) {
	switch v := v.(type) {
	case string:
		if s := strings.Join(strings.Fields(schema.PlainText(v)), " "); s != "" {
			out = append(out, s)
		}
	case []any:
		for _, e := range v {
			out = append(out, leaves(e)...)
		}
	case map[string]any:
		for k, e := range v {
			if k != "@language" {
				out = append(out, leaves(e)...)
			}
		}
	}
	return out
}

// TestRealCollection reads the collections of test cases with all that they
// list, which stands in files beside them.
func TestRealCollection(t *testing.T) {
	t.Parallel()
	for _, version := range []string{"2.0", "2.1"} {
		path := rdftest.Data(t, "iiif/IIIF__api/source/presentation/"+version+"/example/fixtures/collection.json")
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		var listed struct {
			ID        string `json:"@id"`
			Manifests []struct {
				ID string `json:"@id"`
			}
		}
		if err := json.Unmarshal(data, &listed); err != nil {
			t.Fatal(err)
		}
		c, err := iiif.Kind().Open(nil, conntest.Env(t, path))
		if err != nil {
			t.Fatal(err)
		}
		r := conntest.Harvest(t.Context(), c, nil)
		want := []string{listed.ID}
		for _, m := range listed.Manifests {
			want = append(want, m.ID)
		}
		var got []string
		for _, it := range r.Items {
			got = append(got, it.Key)
		}
		for _, refusal := range r.Refusals {
			got = append(got, "refused "+refusal.Key)
		}
		if d := cmp.Diff(want, got); d != "" || r.Err != nil {
			t.Errorf("collection of %s: %v (-want +got):\n%s", version, r.Err, d)
		}
		t.Logf("%s: %d manifests", version, len(listed.Manifests))
	}
}
