package kulturdaten_test

import (
	"encoding/json"
	"testing"

	"moselle/connectors/conntest"
	"moselle/connectors/kulturdaten"
)

// FuzzHarvest holds that any document ends in what conntest.Sound asks for, and
// that every element of a list that is JSON is accounted for.
func FuzzHarvest(f *testing.F) {
	conntest.Seeds(f, `{"data":{"event":{"identifier":"E_1","schedule":{"startDate":"2027-01-01"},"attractions":[[{"referenceId":1}],"A_1"],"tags":[[]]}}}`,
		`[{"type":"type.Event","title":"x","schedule":[],"locations":{},"admission":"free"}]`)
	f.Fuzz(func(t *testing.T, document []byte) {
		c, err := kulturdaten.Kind().Open(nil, conntest.Memory(t, "list.json", document))
		if err != nil {
			t.Fatal(err)
		}
		r := conntest.Harvest(t.Context(), c, nil)
		conntest.Sound(t, r)
		var list []json.RawMessage
		if json.Unmarshal(document, &list) == nil && r.Err == nil && len(r.Items)+len(r.Refusals) < len(list) {
			t.Errorf("%d elements give %d items and %d refusals", len(list), len(r.Items), len(r.Refusals))
		}
	})
}
