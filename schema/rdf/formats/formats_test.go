package formats_test

import (
	"os"
	"slices"
	"testing"

	"moselle/schema/rdf"
	"moselle/schema/rdf/formats"
)

func TestLookups(t *testing.T) {
	t.Parallel()
	tests := []struct {
		by   string
		find func(string) (rdf.Format, bool)
		in   string
		want string // "" for none
	}{
		{"ByName", formats.ByName, "turtle", "turtle"},
		{"ByName", formats.ByName, "NQ", "nquads"},
		{"ByName", formats.ByName, "nt", "ntriples"},
		{"ByName", formats.ByName, "JSONLD", "jsonld"},
		{"ByName", formats.ByName, "rdf", "rdfxml"},
		{"ByName", formats.ByName, "html", ""},
		{"ByName", formats.ByName, "", ""},
		{"ByExt", formats.ByExt, ".ttl", "turtle"},
		{"ByExt", formats.ByExt, ".NT", "ntriples"},
		{"ByExt", formats.ByExt, ".trig", "trig"},
		{"ByExt", formats.ByExt, "nq", ""},
		{"ByExt", formats.ByExt, "", ""},
		{"ByMediaType", formats.ByMediaType, "text/turtle; charset=utf-8", "turtle"},
		{"ByMediaType", formats.ByMediaType, "Application/N-Quads", "nquads"},
		{"ByMediaType", formats.ByMediaType, "application/x-turtle", "turtle"},
		{"ByMediaType", formats.ByMediaType, "application/n-triples", "ntriples"},
		{"ByMediaType", formats.ByMediaType, "text/html", ""},
		{"ByMediaType", formats.ByMediaType, "", ""},
	}
	for _, tt := range tests {
		if got, ok := tt.find(tt.in); got.Name != tt.want || ok != (tt.want != "") {
			t.Errorf("%s(%q) = %q, %v, want %q", tt.by, tt.in, got.Name, ok, tt.want)
		}
	}
}

// TestListIsComplete compares the list with the folders, one format each.
func TestListIsComplete(t *testing.T) {
	t.Parallel()
	entries, err := os.ReadDir("..")
	if err != nil {
		t.Fatal(err)
	}
	var folders, names []string
	for _, e := range entries {
		if e.IsDir() && !slices.Contains([]string{"canon", "formats", "rdftest", "shacl"}, e.Name()) {
			folders = append(folders, e.Name())
		}
	}
	seen := map[string]bool{}
	for _, f := range formats.All() {
		names = append(names, f.Name)
		for _, key := range append([]string{f.MediaType, f.Ext}, f.Aliases...) {
			if key == "" || seen[key] {
				t.Errorf("%s: %q is empty or taken", f.Name, key)
			}
			seen[key] = true
		}
		if f.Encode == nil || f.Decode == nil {
			t.Errorf("%s does not both read and write", f.Name)
		}
	}
	slices.Sort(names)
	if !slices.Equal(names, folders) {
		t.Errorf("formats %v, folders %v", names, folders)
	}
}

func TestMediaTypes(t *testing.T) {
	t.Parallel()
	all := formats.MediaTypes()
	for _, m := range all {
		if _, ok := formats.ByMediaType(m); !ok {
			t.Errorf("ByMediaType(%q) finds nothing", m)
		}
	}
	if len(all) != len(formats.All()) || all[0] != "text/turtle" {
		t.Errorf("MediaTypes() = %v", all)
	}
}
