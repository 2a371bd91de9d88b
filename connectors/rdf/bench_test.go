package rdf_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"moselle/connectors/conntest"
	"moselle/connectors/rdf"
)

// objects returns a dump of n objects as museums publish them, a production and a
// size beside each.
func objects(n int) string {
	var b strings.Builder
	const is = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
	const label = "<http://www.w3.org/2000/01/rdf-schema#label>"
	for i := range n {
		o := fmt.Sprintf("https://data.three-rivers.example/object/%d", i)
		fmt.Fprintf(&b, "<%s> %s <http://www.cidoc-crm.org/cidoc-crm/E22_Man-Made_Object> .\n", o, is)
		fmt.Fprintf(&b, "<%s> %s \"View of the three rivers, no. %d\"@en .\n", o, label, i)
		fmt.Fprintf(&b, "<%s> <http://www.cidoc-crm.org/cidoc-crm/P108i_was_produced_by> <%s/production> .\n", o, o)
		fmt.Fprintf(&b, "<%s> <http://www.cidoc-crm.org/cidoc-crm/P43_has_dimension> _:d%d .\n", o, i)
		fmt.Fprintf(&b, "<%s> <http://xmlns.com/foaf/0.1/homepage> <https://www.three-rivers.example/%d> .\n", o, i)
		fmt.Fprintf(&b, "_:d%d <http://www.w3.org/1999/02/22-rdf-syntax-ns#value> \"%d x 60 cm\" .\n", i, i%90+10)
		fmt.Fprintf(&b, "<%s/production> %s <http://www.cidoc-crm.org/cidoc-crm/E12_Production> .\n", o, is)
		fmt.Fprintf(&b, "<%s/production> <http://www.cidoc-crm.org/cidoc-crm/P14_carried_out_by> <https://data.three-rivers.example/maker/%d> .\n", o, i%300)
		fmt.Fprintf(&b, "<https://data.three-rivers.example/maker/%d> %s \"Maker %d\"@en .\n", i%300, label, i%300)
	}
	return b.String()
}

const museum = `
classes: {"crm:E22_Man-Made_Object": Work}
map:
  name: rdfs:label
  url: foaf:homepage
  size: crm:P43_has_dimension / rdf:value
  creator: crm:P108i_was_produced_by / crm:P14_carried_out_by
`

func benchmark(b *testing.B, settings string) {
	const n = 5000
	path := filepath.Join(b.TempDir(), "dump.nt")
	text := objects(n)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		b.Fatal(err)
	}
	c, err := rdf.Kind().Open(conntest.Settings(b, settings), conntest.Env(b, path))
	if err != nil {
		b.Fatal(err)
	}
	conntest.Bench(b, c, len(text), n)
}

// BenchmarkDump holds the whole dump; BenchmarkTogether reads it thing by thing.
func BenchmarkDump(b *testing.B) { benchmark(b, museum) }

func BenchmarkTogether(b *testing.B) { benchmark(b, "together: true\n"+museum) }
