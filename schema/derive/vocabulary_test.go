package derive_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"moselle/schema"
	"moselle/schema/derive"
	"moselle/schema/rdf"
	"moselle/schema/rdf/formats"
	"moselle/schema/rdf/rdftest"
	"moselle/schema/vocab"
)

// TestVocabularyInEveryFormat reads what each format writes: the same graph.
func TestVocabularyInEveryFormat(t *testing.T) {
	t.Parallel()
	want := derive.Vocabulary()
	for _, f := range formats.All() {
		var b bytes.Buffer
		if err := f.Encode(&b, want); err != nil {
			t.Errorf("%s: %v", f.Name, err)
			continue
		}
		got, err := rdftest.Graph(f, bytes.NewReader(b.Bytes()))
		if err != nil {
			t.Errorf("%s: %v", f.Name, err)
		} else if !got.Equal(want) {
			t.Errorf("%s: %d triples come back, want %d", f.Name, got.Len(), want.Len())
		}
	}
}

// TestVocabularyIsWhole looks for each term of the tables: typed, labelled in
// every language, commented, and defined somewhere.
func TestVocabularyIsWhole(t *testing.T) {
	t.Parallel()
	g := derive.Vocabulary()
	terms := []string{vocab.Moselle + "reason"}
	for _, c := range slices.Concat(schema.Classes, schema.Parts) {
		terms = append(terms, c.IRI)
		for _, p := range c.Properties {
			terms = append(terms, p.IRI)
			for _, v := range p.Values {
				terms = append(terms, schema.CodeIRI(v))
			}
		}
	}
	for _, iri := range terms {
		found := map[string]int{}
		for tr := range g.About(rdf.NewIRI(iri)) {
			found[tr.P.Value]++
		}
		labels := len(schema.Languages)
		if iri == vocab.Moselle+"reason" {
			labels = 1
		}
		if found[rdf.Type] == 0 || found[vocab.RDFS+"label"] < labels || found[vocab.RDFS+"isDefinedBy"] != 1 {
			t.Errorf("%s is described by %v", iri, found)
		}
		if own := strings.HasPrefix(iri, vocab.Moselle); own && found[vocab.RDFS+"comment"] == 0 {
			t.Errorf("%s, a term of our own, has no comment", iri)
		}
	}
	sub := rdf.Triple{S: rdf.NewIRI(vocab.Moselle + "Occurrence"), P: rdf.NewIRI(vocab.RDFS + "subClassOf"), O: rdf.NewIRI(vocab.Schema + "Event")}
	if !slices.Contains(slices.Collect(g.About(sub.S)), sub) {
		t.Errorf("an occurrence is no event")
	}
}
