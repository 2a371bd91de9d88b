package all_test

import (
	"os"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/connectors/all"
)

// TestEveryConnectorIsListed compares the list with the folders: each connector
// is there once, under the name of its folder, in order.
func TestEveryConnectorIsListed(t *testing.T) {
	t.Parallel()
	entries, err := os.ReadDir("..")
	if err != nil {
		t.Fatal(err)
	}
	var folders []string
	for _, e := range entries {
		if e.IsDir() && !slices.Contains([]string{"all", "conntest", "dump", "lang", "markup", "profile", "tree"}, e.Name()) {
			folders = append(folders, e.Name())
		}
	}
	var listed []string
	for _, k := range all.Kinds() {
		listed = append(listed, k.Name)
		if k.Doc == "" {
			t.Errorf("kind %s has no line of documentation", k.Name)
		}
	}
	if diff := cmp.Diff(folders, listed); diff != "" {
		t.Errorf("Kinds() (-folders +listed):\n%s", diff)
	}
}

// TestEveryConnectorIsDescribed looks for what a newcomer reads first.
func TestEveryConnectorIsDescribed(t *testing.T) {
	t.Parallel()
	for _, k := range all.Kinds() {
		for _, name := range []string{"README.md", "testdata"} {
			if _, err := os.Stat("../" + k.Name + "/" + name); err != nil {
				t.Errorf("kind %s: %v", k.Name, err)
			}
		}
	}
}
