package profile_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/connectors/profile"
	"moselle/schema/rdf"
	"moselle/schema/rdf/turtle"
)

const prefixes = `@prefix schema: <https://schema.org/> . @prefix moselle: <https://w3id.org/moselle/ns#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix : <https://mill.example/> .
`

func graph(t testing.TB, text string) *rdf.Graph {
	t.Helper()
	g := &rdf.Graph{}
	for q, err := range turtle.Format().Decode(strings.NewReader(prefixes+text), "") {
		if err != nil {
			t.Fatal(err)
		}
		g.Add(q.Triple)
	}
	return g
}

// TestMisfits holds the reader to what it says of what does not fit, and to
// losing nothing else for it.
func TestMisfits(t *testing.T) {
	t.Parallel()
	const work = `:1 a schema:CreativeWork ; schema:name "Pont"@fr ; `
	for _, c := range []struct {
		name, in string
		want     []string // faults, but what is missing
	}{
		{"unknown", work + `schema:wheel 4 ; :paint "x", "y" ; a :Bridge .`, []string{
			`statements with properties or types that the hub has no place for; they are left out ("4: https://mill.example/Bridge, https://mill.example/paint, https://schema.org/wheel")`}},
		{"text is an address", work + `schema:description :x .`, []string{`description: an address where a text is expected; it is left out ("https://mill.example/x")`}},
		{"link is a text", work + `schema:creator "Odile" .`, []string{`creator: a text where the address of a record is expected; it is left out ("Odile")`}},
		{"nameless", work + `schema:creator [ a schema:Person ] .`, []string{`creator: it has neither an address nor a name to be known by; it is left out`}},
		{"part is a text", work + `schema:about "Brücke" .`, []string{`about: a text where a description is expected; it is left out ("Brücke")`}},
		{"part is elsewhere", work + `schema:about :bridges .`, []string{`about: named and not described; it is left out ("https://mill.example/bridges")`}},
		{"two", work + `moselle:onView true, false ; schema:name "Brug"@nl, "Pont neuf"@fr .`, []string{
			`name: a second value where there is room for one; the first is kept ("Pont")`, `onView: a second value where there is room for one; the first is kept ("true")`}},
		{"no date", work + `schema:dateCreated "soon" .`, []string{`dateCreated: not a year, month or day: write it as 1943, 1943-05 or 1943-05-08 ("soon")`}},
		{"circle", work + `schema:isBasedOn :2 . :2 a schema:CreativeWork ; schema:name "Zwei"@de ; schema:isBasedOn :1 .`, nil},
		{"endless", work + `schema:associatedMedia _:a . _:a a schema:MediaObject ; schema:associatedMedia _:a .`, []string{
			`statements with properties or types that the hub has no place for; they are left out ("1: https://schema.org/associatedMedia")`}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			it, err := read(t, graph(t, c.in), rdf.NewIRI("https://mill.example/1"))
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, f := range it.Faults {
				if !f.Missing() {
					got = append(got, f.String())
				}
			}
			slices.Sort(got)
			if d := cmp.Diff(c.want, got); d != "" {
				t.Errorf("faults (-want +got):\n%s", d)
			}
			if it.Drafts[0].Class != "Work" {
				t.Errorf("class %s, want Work", it.Drafts[0].Class)
			}
		})
	}
}

func TestSure(t *testing.T) {
	t.Parallel()
	v := profile.Vocabulary()
	for iri, want := range map[string]int{
		"https://schema.org/Event": 30, "https://schema.org/PostalAddress": 0, "https://w3id.org/moselle/ns#Occurrence": 0,
		"http://www.w3.org/2004/02/skos/core#Concept": 30, "https://other.example/ns#Parking": 0,
	} {
		if got := v.Class(iri); got != want {
			t.Errorf("Class(%s) = %d, want %d", iri, got, want)
		}
	}
	if got := v.Thing(graph(t, `:1 a schema:Event ; schema:sdDatePublished "2026-01-01T00:00:00Z"^^xsd:dateTime .`), rdf.NewIRI("https://mill.example/1")); got != 0 {
		t.Errorf("Thing without a key = %d, want 0", got)
	}
}

// TestClass holds which class counts of several.
func TestClass(t *testing.T) {
	t.Parallel()
	for types, want := range map[string]string{
		"schema:CreativeWork, schema:ImageObject": "Media", "schema:Organization, schema:Museum": "Organization",
		"schema:Painting, schema:Thing": "Work", "schema:Festival": "Event",
	} {
		it, err := read(t, graph(t, `:1 a `+types+` ; schema:name "x"@fr ; schema:startDate "2026-12-01"^^xsd:date .`), rdf.NewIRI("https://mill.example/1"))
		if err != nil || it.Drafts[0].Class != want {
			t.Errorf("%s: %v, %v, want %s", types, it.Drafts, err, want)
		}
	}
}
