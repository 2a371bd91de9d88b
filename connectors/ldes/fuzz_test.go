package ldes_test

import (
	"testing"

	"moselle/connectors/conntest"
)

// FuzzHarvest holds that no page makes the connector panic, that each ends in
// items, refusals or an error, that no item comes without a record unless it is
// gone, and that a run from its own cursor lists nothing anew.
func FuzzHarvest(f *testing.F) {
	conntest.Seeds(f, description("s")+to("s", "LessThanRelation", "s", 3)+to("s", "", "t", 2)+person(1, 2, "x")+gone(1, 2)+"<s> tree:relation <s> . <v/1-2> { <v/1-2> <v/1-2> <v/1-2> }")
	f.Fuzz(func(t *testing.T, text []byte) {
		s := string(text)
		w := &web{pages: map[string]string{"s": s, "t": s}}
		c, err := kind().Open(nil, w.env(t, "s"))
		if err != nil {
			t.Fatal(err)
		}
		r := conntest.Harvest(t.Context(), c, nil)
		conntest.Sound(t, r)
		for _, it := range r.Items {
			if it.Next != nil && len(r.Refusals) == 0 {
				if again := conntest.Harvest(t.Context(), c, it.Next); len(again.Items) > 0 {
					t.Errorf("%d items are listed anew", len(again.Items))
				}
			}
		}
	})
}
