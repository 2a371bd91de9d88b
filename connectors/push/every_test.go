package push_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"moselle/connectors/conntest"
	"moselle/schema"
)

// TestEveryProperty reads back what the hub gives, of records in which every
// property of their class, and of the parts in it, has a value: a row that is added
// to a table is read without a line of code here.
func TestEveryProperty(t *testing.T) {
	t.Parallel()
	const base = "https://hub.example"
	for _, c := range schema.Classes {
		t.Run(c.Name, func(t *testing.T) {
			t.Parallel()
			b := schema.Build("test", c.Name, "k")
			conntest.Fill(b, "test", "sdDatePublished") // that is the hub's own stamp
			d, faults := b.Draft()
			for _, f := range faults {
				if !f.Missing() {
					t.Fatalf("the record itself is wrong: %s", f)
				}
			}
			view := schema.PublicJSON(schema.Seal(d, "test", time.Now()).View, base)
			env := conntest.Memory(t, "records.ndjson", fmt.Appendf(nil, `{"key": "k", "record": %s}`, view))
			env.Base = base
			conn, err := kind.Open(nil, env)
			if err != nil {
				t.Fatal(err)
			}
			res := conntest.Harvest(t.Context(), conn, nil)
			if len(res.Items) != 1 || res.Err != nil {
				t.Fatalf("read %d items of %s, %v: %v", len(res.Items), view, res.Err, res.Refusals)
			}
			for _, f := range res.Items[0].Faults {
				if !f.Missing() {
					t.Errorf("warning %s", f)
				}
			}
			want := strings.Split(string(d.Graph.Canonical()), "\n")
			got := strings.Split(string(res.Items[0].Drafts[0].Graph.Canonical()), "\n")
			if d := cmp.Diff(want, got); d != "" {
				t.Errorf("statements (-given +read):\n%s", d)
			}
		})
	}
}
