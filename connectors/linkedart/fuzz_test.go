package linkedart_test

import (
	"bytes"
	"context"
	"io"
	"testing"

	"moselle/connectors"
	"moselle/connectors/conntest"
	"moselle/connectors/linkedart"
)

// FuzzHarvest holds that no document makes the connector panic or read without
// end, also where every address leads back to it.
func FuzzHarvest(f *testing.F) {
	conntest.Seeds(f, `{"type":["Refresh"],"object":null}`,
		`{"type":"OrderedCollection","last":"https://a.example/","orderedItems":[{"type":"Move","object":"https://a.example/","target":{}}]}`,
		`[{"id":"aat:","type":"E22_","identified_by":{"@list":[{"@value":1}]},"produced_by":{"timespan":{"begin_of_the_begin":"-999999","end_of_the_end":"9-13-40"}}}]`)
	f.Fuzz(func(t *testing.T, document []byte) {
		env := conntest.Env(t, home)
		env.Open = func(context.Context, string, []byte) (*connectors.Body, error) {
			return &connectors.Body{ReadCloser: io.NopCloser(bytes.NewReader(document)), Location: home}, nil
		}
		c, err := linkedart.Kind().Open(nil, env)
		if err != nil {
			t.Fatal(err)
		}
		conntest.Sound(t, conntest.Harvest(t.Context(), c, nil))
	})
}
