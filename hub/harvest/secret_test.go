package harvest_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"moselle/connectors"
	"moselle/schema"
	"moselle/schema/vocab"
)

// A key in the address of a source or in its settings stands in no record and in
// no report.
func TestKeysAreHidden(t *testing.T) {
	t.Parallel()
	const inAddress, inSettings, location = "8f2c91d04b", "tok/en 77aa", "https://api.house.example/v2/events?size=300&key=8f2c91d04b"
	for _, c := range []struct {
		name string
		step any
	}{
		{"where it was read", func() connectors.Item { it := work("w1", "One"); it.Where = location; return it }()},
		{"a warning", func() connectors.Item {
			it := work("w1", "One")
			it.Faults = []schema.Fault{{Message: "found at " + location, Value: inSettings, Severity: schema.Warning}}
			return it
		}()},
		{"a refusal", connectors.Refuse(location, location, "url", location, "not at %s", location)},
		{"the end", errors.New(location + ": no answer for tok%2Fen+77aa")},
		{"a record", func() connectors.Item {
			it := work("w1", "One")
			b := schema.Build(house, "Work", "w1")
			b.Text("name", "en", "One, read with "+inSettings)
			b.Put("url", location+"&page=2")
			b.Put("derivedFrom", location)
			d, _ := b.Draft()
			it.Drafts[0] = d
			return it
		}()},
		{"the declaration", work("w1", "One")},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			h := newHub(t)
			s := listing(work("w0", "Zero")).add(c.step).source()
			s.Location = location
			s.Kind = settled(s.Kind)
			s.Settings = settings(t, "token: "+inSettings)
			run := h.run(s)
			report, err := json.Marshal(run)
			if err != nil {
				t.Fatal(err)
			}
			texts := h.live(house)
			texts["report"] = string(report)
			for what, text := range texts {
				for _, key := range []string{inAddress, inSettings, "tok%2Fen", "77aa"} {
					if strings.Contains(text, key) {
						t.Errorf("%s tells %q:\n%s", what, key, text)
					}
				}
				if what != "report" && !strings.Contains(text, "<"+vocab.PROV+"wasDerivedFrom> <https://api.house.example/v2/events?size=300>") {
					t.Errorf("%s does not tell where it comes from:\n%s", what, text)
				}
			}
		})
	}
}

// settled gives a scripted kind a setting that holds a key.
func settled(k connectors.Kind) connectors.Kind {
	type with struct {
		Token string `yaml:"token" doc:"A key."`
	}
	return connectors.NewKind(k.Name, k.Doc, k.Version, with{}, nil, func(_ with, env connectors.Env) (connectors.Connector, error) { return k.Open(nil, env) })
}
