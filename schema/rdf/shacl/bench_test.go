package shacl_test

import (
	"fmt"
	"strings"
	"testing"
)

// BenchmarkValidate checks a record of 30 triples against 30 property shapes.
func BenchmarkValidate(b *testing.B) {
	var shapes, data strings.Builder
	shapes.WriteString(":S a sh:NodeShape; sh:targetClass :Work; sh:property [sh:path rdf:type; sh:minCount 1]")
	data.WriteString(":x a :Work")
	for i := range 29 {
		switch i % 4 {
		case 0:
			fmt.Fprintf(&shapes, "; sh:property [sh:path :property%d; sh:datatype rdf:langString; sh:uniqueLang true; sh:minCount 1]", i)
			fmt.Fprintf(&data, `; :property%d "Vue de la place"@fr`, i)
		case 1:
			fmt.Fprintf(&shapes, "; sh:property [sh:path :property%d; sh:nodeKind sh:IRI; sh:maxCount 1]", i)
			fmt.Fprintf(&data, "; :property%d :y", i)
		case 2:
			fmt.Fprintf(&shapes, "; sh:property [sh:path :property%d; sh:or ([sh:datatype xsd:dateTime] [sh:datatype xsd:date]); sh:maxCount 1]", i)
			fmt.Fprintf(&data, `; :property%d "2026-12-03"^^xsd:date`, i)
		case 3:
			fmt.Fprintf(&shapes, "; sh:property [sh:path :property%d; sh:datatype xsd:decimal; sh:minInclusive 0; sh:maxCount 1]", i)
			fmt.Fprintf(&data, "; :property%d 12.5", i)
		}
	}
	set, record := parse(b, shapes.String()+"."), graph(b, data.String()+".")
	b.ReportAllocs()
	for b.Loop() {
		if r := set.Validate(record); len(r) > 0 {
			b.Fatalf("Validate = %v, want no results", r)
		}
	}
}
