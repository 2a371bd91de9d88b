package shacl_test

import (
	"slices"
	"strings"
	"testing"

	"moselle/schema/rdf/rdftest"
	"moselle/schema/rdf/shacl"
	"moselle/schema/rdf/turtle"
)

// FuzzParse: whatever the shapes graph says, nothing panics or goes on for ever,
// and shapes that were written find the same as those that were read.
func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		`:S a sh:NodeShape; sh:targetSubjectsOf sh:path; sh:closed true; sh:ignoredProperties (:p); sh:property [sh:path :p; sh:minCount 1; sh:in (1 "a"@fr)].`,
		`:S a sh:NodeShape, rdfs:Class; sh:or (:S [sh:not :S]); sh:xone (:S :S); sh:and (:S); sh:node :S; sh:hasValue 1.`,
		`:S a sh:PropertyShape; sh:targetNode :S; sh:path ([sh:inversePath :p] [sh:zeroOrMorePath [sh:alternativePath (:p :q)]]); sh:qualifiedValueShape [sh:class :C]; sh:qualifiedMinCount 1; sh:qualifiedMaxCount 2; sh:qualifiedValueShapesDisjoint true.`,
		`:S sh:targetObjectsOf sh:minLength; sh:minLength 3; sh:maxLength 4; sh:pattern "[\\w-]+"; sh:flags "ix"; sh:languageIn ("fr"); sh:datatype xsd:date; sh:nodeKind sh:IRI; sh:severity sh:Info; sh:message "m"@fr; sh:minInclusive 1.5.`,
		`:S a sh:NodeShape; sh:targetNode :S; sh:property [sh:path :p; sh:equals :q; sh:disjoint :q; sh:lessThan :r; sh:lessThanOrEquals :p; sh:uniqueLang true]; :p 1, "2026-01-01"^^xsd:date; :q 2.`,
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, body string) {
		g, err := rdftest.Graph(turtle.Format(), strings.NewReader(prefixes+body))
		if err != nil || g.Len() > 200 {
			return
		}
		shapes, err := shacl.Parse(g)
		if err != nil {
			return
		}
		again, err := shacl.Parse(shapes.Graph())
		if err != nil {
			t.Fatalf("Parse of Graph = %v, want no error", err)
		}
		if got, want := plain(again.Validate(g)), plain(shapes.Validate(g)); !slices.Equal(got, want) {
			t.Errorf("after the shapes were written:\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	})
}

// plain gives results sorted and without the names of their shapes.
func plain(results []shacl.Result) (out []string) {
	for _, r := range results {
		r.Shape = &shacl.Shape{Severity: r.Severity()}
		out = append(out, r.String())
	}
	slices.Sort(out)
	return out
}
