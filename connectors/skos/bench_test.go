package skos_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"moselle/connectors/conntest"
	"moselle/connectors/skos"
)

// thesaurus returns n concepts as thesauri are exported.
func thesaurus(n int) string {
	var b strings.Builder
	b.WriteString("@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n@prefix t: <https://words.three-rivers.example/term/> .\n")
	b.WriteString("<https://words.three-rivers.example/s> a skos:ConceptScheme ; skos:prefLabel \"Mots\"@fr .\n")
	for i := range n {
		fmt.Fprintf(&b, "t:%d a skos:Concept ; skos:inScheme <https://words.three-rivers.example/s> ; skos:prefLabel \"Terme %d\"@fr, \"Begriff %d\"@de, \"Term %d\"@en ;\n  skos:altLabel \"Autre %d\"@fr ; skos:broader t:%d ; skos:related t:%d ; skos:exactMatch <https://authority.example/%d> .\n",
			i+1, i, i, i, i, (i+1)/10+n, (i*7)%n+1, i)
	}
	return b.String()
}

// BenchmarkThesaurus reads a vocabulary, from its bytes to drafts.
func BenchmarkThesaurus(b *testing.B) {
	const concepts = 5000
	path := filepath.Join(b.TempDir(), "thesaurus.ttl")
	text := thesaurus(concepts)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		b.Fatal(err)
	}
	c, err := skos.Kind().Open(nil, conntest.Env(b, path))
	if err != nil {
		b.Fatal(err)
	}
	conntest.Bench(b, c, len(text), concepts+1)
}
