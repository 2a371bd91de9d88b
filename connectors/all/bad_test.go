package all_test

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/connectors"
	"moselle/connectors/all"
	"moselle/connectors/conntest"
)

// bad is a document with a mistake.
type bad struct {
	kind, name, in string
	items          int
	want           []string // warnings but those of what is missing, refusals, the end of the run
}

// TestBadDocuments holds every connector to what it says of the mistakes that
// sources make most, word for word, and to how many items it keeps all the
// same: each document has one good event.
func TestBadDocuments(t *testing.T) {
	t.Parallel()
	kinds := map[string]connectors.Kind{}
	for _, k := range all.Kinds() {
		kinds[k.Name] = k
	}
	for _, c := range slices.Concat(badEvents(), badCollections(), badGraphs()) {
		t.Run(c.kind+" "+c.name, func(t *testing.T) {
			t.Parallel()
			path := filepath.Join(t.TempDir(), c.name)
			if err := os.WriteFile(path, []byte(c.in), 0o600); err != nil {
				t.Fatal(err)
			}
			settings := ""
			if c.kind == "table" {
				settings = "{class: Event, key: id, map: {name: title, startDate: start}}"
			}
			conn, err := kinds[c.kind].Open(conntest.Settings(t, settings), conntest.Env(t, path))
			if err != nil {
				t.Fatal(err)
			}
			r := conntest.Harvest(t.Context(), conn, nil)
			if len(r.Items) != c.items {
				t.Errorf("%d items, want %d", len(r.Items), c.items)
			}
			var got []string
			for _, it := range r.Items {
				for _, f := range it.Faults {
					if !strings.HasPrefix(f.Message, "missing: ") {
						got = append(got, f.String())
					}
				}
				if c.items > 0 && !bytes.Contains(it.Drafts[0].Graph.Canonical(), []byte("Fête")) {
					t.Errorf("the title is not read as it is meant:\n%s", it.Drafts[0].Graph.Canonical())
				}
			}
			for _, refusal := range r.Refusals {
				got = append(got, refusal.Error())
			}
			if r.Err != nil {
				got = append(got, r.Err.Error())
			}
			if d := cmp.Diff(c.want, got); d != "" {
				t.Errorf("(-want +got):\n%s", d)
			}
		})
	}
}
