package openagenda_test

import (
	"encoding/json"
	"testing"

	"moselle/connectors/conntest"
	"moselle/connectors/openagenda"
)

// FuzzHarvest holds that no document makes the connector panic, that each ends
// in items, refusals or an error, that no item comes without a record unless it
// is withdrawn, and that valid JSON is never said to be none.
func FuzzHarvest(f *testing.F) {
	conntest.Seeds(f, `{"event":{"uid":1,"title":"x","timings":"[{\"begin\":\"2027-01-01\"}]","location":"{}","age":"x","keywords":{"fr":{}},"image":[]}}`,
		`[{"uid":1e9,"title.fr":1,"location_name":{},"age_min":[]},]`)
	f.Fuzz(func(t *testing.T, text []byte) {
		s := string(text)
		env, _ := web(t, api, "", map[string]string{api: s})
		c, err := openagenda.Kind().Open(nil, env)
		if err != nil {
			t.Fatal(err)
		}
		r := conntest.Harvest(t.Context(), c, nil)
		conntest.Sound(t, r)
		var list []json.RawMessage
		if json.Unmarshal([]byte(s), &list) == nil && list != nil && r.Err == nil && len(list) > 0 && len(r.Items)+len(r.Refusals) < len(list) {
			t.Errorf("%d elements give %d items and %d refusals", len(list), len(r.Items), len(r.Refusals))
		}
	})
}
