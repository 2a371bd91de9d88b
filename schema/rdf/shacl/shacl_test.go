package shacl_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/schema/rdf"
	"moselle/schema/rdf/rdftest"
	"moselle/schema/rdf/shacl"
	"moselle/schema/rdf/turtle"
)

const prefixes = `@prefix : <http://a/> . @prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
`

func graph(t testing.TB, body string) *rdf.Graph {
	t.Helper()
	g, err := rdftest.Graph(turtle.Format(), strings.NewReader(prefixes+body))
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func parse(t testing.TB, body string) *shacl.Shapes {
	t.Helper()
	shapes, err := shacl.Parse(graph(t, body))
	if err != nil {
		t.Fatalf("Parse(%s) = %v, want no error", body, err)
	}
	return shapes
}

// told gives results in short.
func told(results []shacl.Result) []string {
	var out []string
	for _, r := range results {
		out = append(out, strings.ReplaceAll(r.String(), "http://a/", ":"))
	}
	return out
}

func TestValidate(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, shapes, data string
		want               []string
	}{
		{
			"order of shapes, nodes and constraints",
			`:S a sh:NodeShape; sh:targetNode :b, :a; sh:property [sh:path :p; sh:minCount 1; sh:severity sh:Warning], [sh:path :q; sh:maxCount 0].`,
			`:a :q 1. :b :p 2.`,
			[]string{
				`sh:Warning sh:MinCountConstraintComponent <:a> <:p>`,
				`sh:Violation sh:MaxCountConstraintComponent <:a> <:q>`,
			},
		},
		{
			"a shape that leads back to itself ends",
			`:S a sh:NodeShape; sh:targetNode :a; sh:property [sh:path :p; sh:node :S]; sh:property [sh:path :name; sh:minCount 1].`,
			`:a :p :b; :name "a". :b :p :a; :name "b".`,
			nil,
		},
		{
			"and still finds what is wrong on the way",
			`:S a sh:NodeShape; sh:targetNode :a; sh:property [sh:path :p; sh:node :S]; sh:property [sh:path :name; sh:minCount 1].`,
			`:a :p :b; :name "a". :b :p :c; :name "b". :c :p :a.`,
			[]string{`sh:Violation sh:NodeConstraintComponent <:a> <:p> = <:b>`},
		},
		{
			"subclasses come from the data, in a circle too",
			`:S a sh:NodeShape; sh:targetClass :Work; sh:property [sh:path :by; sh:class :Agent].`,
			`:Photo rdfs:subClassOf :Print. :Print rdfs:subClassOf :Work. :Work rdfs:subClassOf :Photo.
			 :Person rdfs:subClassOf :Agent. :x a :Photo; :by :y, :z. :y a :Person. :z a :Place.`,
			[]string{`sh:Violation sh:ClassConstraintComponent <:x> <:by> = <:z>`},
		},
		{
			"paths that go round in circles",
			`:S a sh:NodeShape; sh:targetNode :a; sh:property [sh:path ([sh:oneOrMorePath :p] [sh:zeroOrMorePath [sh:inversePath :p]]); sh:nodeKind sh:Literal].`,
			`:a :p :b. :b :p :a.`,
			[]string{
				`sh:Violation sh:NodeKindConstraintComponent <:a> <:p>+/(^<:p>)* = <:b>`,
				`sh:Violation sh:NodeKindConstraintComponent <:a> <:p>+/(^<:p>)* = <:a>`,
			},
		},
		{
			"language tags without case",
			`:S a sh:NodeShape; sh:targetNode :a; sh:property [sh:path :p; sh:uniqueLang true; sh:languageIn ("fr" "de")], [sh:path :q; sh:in ("x"@FR)].`,
			`:a :p "a"@fr, "b"@FR, "c"@de-LU, "d"@den; :q "x"@fr.`,
			[]string{
				`sh:Violation sh:LanguageInConstraintComponent <:a> <:p> = "d"@den`,
				`sh:Violation sh:UniqueLangConstraintComponent <:a> <:p>`,
			},
		},
		{
			"only times of one kind compare",
			`:S a sh:NodeShape; sh:targetNode :a, :b, :c; sh:property [sh:path :from; sh:lessThanOrEquals :to].`,
			`:a :from "2026-12-03"^^xsd:date; :to "2026-12-03"^^xsd:date.
			 :b :from "2026-12-03T20:00:00+01:00"^^xsd:dateTime; :to "2026-12-03T19:00:00Z"^^xsd:dateTime.
			 :c :from "2026-12-03"^^xsd:date; :to "2026-12-04T19:00:00Z"^^xsd:dateTime.`,
			[]string{`sh:Violation sh:LessThanOrEqualsConstraintComponent <:c> <:from> = "2026-12-03"^^<http://www.w3.org/2001/XMLSchema#date>`},
		},
		{
			"a custom severity",
			`:S a sh:NodeShape; sh:targetSubjectsOf :p; sh:severity :Grave; sh:closed true.`,
			`:a :p 1.`,
			[]string{`<:Grave> sh:ClosedConstraintComponent <:a> <:p> = "1"^^<http://www.w3.org/2001/XMLSchema#integer>`},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			got := told(parse(t, c.shapes).Validate(graph(t, c.data)))
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("Validate (-want +got):\n%s", diff)
			}
		})
	}
}

// TestLimits: a chain that is too long, and a web with too many ways through it,
// end in results and not in a crash or a night of work.
func TestLimits(t *testing.T) {
	t.Parallel()
	chain := &rdf.Graph{}
	node := func(i int) rdf.Term { return rdf.NewIRI("http://a/n" + strings.Repeat("i", i)) }
	p := rdf.NewIRI("http://a/p")
	for i := range 300 {
		chain.Add(rdf.Triple{S: node(i), P: p, O: node(i + 1)})
	}
	web := &rdf.Graph{}
	for i := range 40 {
		for j := range 40 {
			web.Add(rdf.Triple{S: node(i), P: p, O: node(j)})
		}
	}
	for name, c := range map[string]struct {
		shapes string
		data   *rdf.Graph
		want   string
	}{
		"a chain of property shapes": {`:S a sh:NodeShape; sh:targetNode :n; sh:property :P. :P sh:path :p; sh:property :P.`, chain, "sh:PropertyConstraintComponent"},
		"a chain of nodes":           {`:S a sh:NodeShape; sh:targetNode :n; sh:property [sh:path :p; sh:node :S].`, chain, "sh:NodeConstraintComponent"},
		"a web":                      {`:S a sh:NodeShape; sh:targetNode :n; sh:property [sh:path :p; sh:not :S].`, web, "sh:NotConstraintComponent"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got := told(parse(t, c.shapes).Validate(c.data))
			if len(got) == 0 || !strings.Contains(got[0], c.want) {
				t.Errorf("Validate = %q, want results of %s", got, c.want)
			}
		})
	}
}

// TestBuilt: shapes made in Go check as the same shapes in Turtle do, and print
// as they do.
func TestBuilt(t *testing.T) {
	t.Parallel()
	digits, err := shacl.NewPattern(`^[A-Z]{2}-\d+$`, "i")
	if err != nil {
		t.Fatal(err)
	}
	title := &shacl.Shape{
		Path:        shacl.PredicatePath("http://a/title"),
		Constraints: []shacl.Constraint{shacl.MinCount(1), shacl.Datatype(rdf.LangString), shacl.UniqueLang{}},
		Messages:    map[string]string{"fr": "il manque un titre", "en": "a title is missing"},
	}
	number := &shacl.Shape{
		Path:        shacl.PredicatePath("http://a/number"),
		Severity:    shacl.Warning,
		Constraints: []shacl.Constraint{digits, shacl.Or{{Constraints: []shacl.Constraint{shacl.MaxLength(8)}}, {Constraints: []shacl.Constraint{shacl.NodeKind(shacl.IRI)}}}},
	}
	built, err := shacl.New(&shacl.Shape{
		ID:         rdf.NewIRI("http://a/Work"),
		Targets:    []shacl.Target{{Kind: shacl.TargetClass, Term: rdf.NewIRI("http://a/Work")}},
		Properties: []*shacl.Shape{title, number},
	})
	if err != nil {
		t.Fatal(err)
	}
	const text = `:Work a sh:NodeShape; sh:targetClass :Work;
		sh:property [a sh:PropertyShape; sh:path :title; sh:minCount 1; sh:datatype rdf:langString; sh:uniqueLang true; sh:message "il manque un titre"@fr, "a title is missing"@en];
		sh:property [a sh:PropertyShape; sh:path :number; sh:severity sh:Warning; sh:pattern "^[A-Z]{2}-\\d+$"; sh:flags "i"; sh:or ([a sh:NodeShape; sh:maxLength 8] [a sh:NodeShape; sh:nodeKind sh:IRI])].`
	if got, want := quads(built.Graph()), quads(graph(t, text)); !rdftest.Isomorphic(got, want) {
		t.Errorf("Graph =\n%s\nwant\n%s", rdftest.Lines(got), rdftest.Lines(want))
	}
	data := graph(t, `:a a :Work; :title "x"@fr; :number "ph-12". :b a :Work; :number "PH-1".`)
	results := built.Validate(data)
	want := []string{`sh:Violation sh:MinCountConstraintComponent <:b> <:title>`}
	if diff := cmp.Diff(want, told(results)); diff != "" {
		t.Fatalf("Validate (-want +got):\n%s", diff)
	}
	if got := results[0].Messages()["fr"]; got != "il manque un titre" {
		t.Errorf("Messages()[fr] = %q, want the shape's", got)
	}
	if got := told(built.ValidateNode(data, rdf.NewIRI("http://a/c"), title)); len(got) != 1 {
		t.Errorf("ValidateNode = %q, want one result", got)
	}
}

// TestNewRefuses: what cannot be told apart or makes no sense is no set of shapes.
func TestNewRefuses(t *testing.T) {
	t.Parallel()
	a := rdf.NewIRI("http://a/S")
	for want, shapes := range map[string][]*shacl.Shape{
		"shape <http://a/S>: another shape has the same name":                                     {{ID: a}, {ID: a, Deactivated: true}},
		"shape <http://a/S>: its property a shape without a name has no path":                     {{ID: a, Properties: []*shacl.Shape{{}}}},
		"a shape without a name: sh:UniqueLangConstraintComponent is for shapes that have a path": {{ID: a, Constraints: []shacl.Constraint{shacl.Node{Shape: &shacl.Shape{Constraints: []shacl.Constraint{shacl.UniqueLang{}}}}}}},
	} {
		if _, err := shacl.New(shapes...); err == nil || err.Error() != want {
			t.Errorf("New = %v, want %s", err, want)
		}
	}
}

func quads(g *rdf.Graph) (out []rdf.Quad) {
	for t := range g.All() {
		out = append(out, rdf.Quad{Triple: t})
	}
	return out
}
