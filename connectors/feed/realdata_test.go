package feed_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/connectors/conntest"
	"moselle/connectors/feed"
	"moselle/schema/rdf/rdftest"
)

// TestRealFiles accounts for every file of the family that is no expectation of
// another reader: entries, and files that end in a sentence.
func TestRealFiles(t *testing.T) {
	t.Parallel()
	type account struct{ Files, Entries, RSS, Atom, JSON, Items, Undated, Empty, Ended int }
	got := map[string]account{}
	root := rdftest.Data(t, "feeds")
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || isOracle(path) {
			return err
		}
		name, _ := filepath.Rel(root, path)
		suite, _, _ := strings.Cut(filepath.ToSlash(name), "/")
		a := got[suite]
		entries, _ := feed.Entries(t.Context(), conntest.Env(t, path))
		c, err := feed.Kind().Open(nil, conntest.Env(t, path))
		if err != nil {
			return err
		}
		r := conntest.Harvest(t.Context(), c, nil)
		a.Files++
		a.Entries += len(entries)
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		a.RSS += strings.Count(string(data), "<item>") + strings.Count(string(data), "<item ")
		a.Atom += strings.Count(string(data), "<entry>") + strings.Count(string(data), "<entry ")
		a.JSON += strings.Count(string(data), `"id":`)
		a.Items += len(r.Items)
		for _, refusal := range r.Refusals {
			switch message := refusal.Faults[0].Message; {
			case strings.Contains(message, "news, not events"):
				a.Undated++
			case strings.Contains(message, "the feed is empty"):
				a.Empty++
			default:
				t.Errorf("%s: %v", name, refusal)
			}
		}
		if r.Err != nil {
			a.Ended++
		}
		got[suite] = a
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	// Entries are as many as items in RSS, entries in Atom and ids in JSON Feed, but
	// for one without an id and three in files that end before them.
	want := map[string]account{
		"miniflux__v2":    {Files: 15, Entries: 261, RSS: 213, Atom: 48, Undated: 12, Empty: 3},
		"mmcdole__gofeed": {Files: 551, Entries: 270, RSS: 84, Atom: 180, JSON: 8, Undated: 265, Empty: 277, Ended: 9},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("files (-want +got):\n%s", d)
	}
}

// isOracle tells what another reader made of a file.
func isOracle(path string) bool {
	if strings.HasSuffix(path, "_expected.json") {
		return true
	}
	_, err := os.Stat(strings.TrimSuffix(path, ".json") + ".xml")
	return strings.HasSuffix(path, ".json") && err == nil
}
