package schema_test

import (
	"iter"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/schema"
	"moselle/schema/rdf"
	"moselle/schema/rdf/rdftest"
	"moselle/schema/rdf/shacl"
	"moselle/schema/rdf/turtle"
)

const checkPrefixes = `@prefix schema: <https://schema.org/> . @prefix dcterms: <http://purl.org/dc/terms/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix m: <https://w3id.org/moselle/ns#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
`

func checked(t *testing.T, body string) []schema.Fault {
	t.Helper()
	g, err := rdftest.Graph(turtle.Format(), strings.NewReader(checkPrefixes+"<moselle:id/x/1> dcterms:identifier \"1\" . <moselle:id/x/1> "+body))
	if err != nil {
		t.Fatal(err)
	}
	return schema.Check(g, "moselle:id/x/1")
}

// TestCheck: every rule, where and how gravely it is broken.
func TestCheck(t *testing.T) {
	t.Parallel()
	const place = `a schema:Place; schema:name "Halle"@de; schema:description "Eine Halle"@de; `
	const person = `a schema:Person; schema:name "A. Weber"@de; schema:description "Malerin"@de; `
	for _, c := range []struct{ name, body, want string }{
		{"missing", `a schema:Person; schema:description "x"@fr.`, `violation name: missing Person.name`},
		{"repeated", person + `schema:url <http://a/1>, <http://a/2>.`, `warning url: repeated Person.url`},
		{"languages", person + `schema:name "Anna Weber"@de.`, `warning name: languages Person.name`},
		{"kind of text", person + `schema:alternateName "x".`, `warning alternateName = x: kind Person.alternateName`},
		{"kind of date", person + `schema:birthDate "1907".`, `warning birthDate = 1907: kind Person.birthDate`},
		{"kind of a link", person + `schema:birthPlace "Metz".`, `warning birthPlace = Metz: kind Person.birthPlace`},
		{"ill-formed", place + `schema:publicAccess "perhaps"^^xsd:boolean.`, `warning publicAccess = perhaps: kind Place.publicAccess`},
		{"range of a part", place + `schema:geo <moselle:id/x/1#g>. <moselle:id/x/1#g> schema:latitude 91.0; schema:longitude 6.1; m:geoPrecision "exact".`, `warning geo.latitude = 91.0: range GeoCoordinates.latitude`},
		{"form of a part", place + `schema:address <moselle:id/x/1#a>. <moselle:id/x/1#a> schema:addressLocality "Metz"; schema:addressCountry "France".`, `warning address.addressCountry = France: form PostalAddress.addressCountry`},
		{"a part of a part", place + `schema:image <moselle:id/x/1#i>. <moselle:id/x/1#i> a schema:MediaObject; schema:license <http://a/l>; schema:contentUrl <http://a/i>; schema:encodingFormat "jpeg".`, `warning image.encodingFormat = jpeg: form Media.encodingFormat`},
		{"what a part needs never refuses", person + `schema:hasOccupation <moselle:id/x/1#t>. <moselle:id/x/1#t> schema:termCode "7".`, `warning hasOccupation.name: missing DefinedTerm.name`},
		{"before", person + `schema:birthDate "1907"^^xsd:gYear; schema:deathDate "1906"^^xsd:gYear.`, `warning deathDate = 1906: before Person.deathDate`},
		{"a year and a day are not compared", person + `schema:birthDate "1907"^^xsd:gYear; schema:deathDate "1906-05-01"^^xsd:date.`, ``},
		{"welcome", `a schema:Event; schema:name "x"@fr.`, `info offers: missing Event.offers`},
		{"welcome and not said to be free", `a schema:Event; schema:name "x"@fr; schema:isAccessibleForFree false.`, `info offers: missing Event.offers`},
		{"welcome but free", `a schema:Event; schema:name "x"@fr; schema:isAccessibleForFree true.`, ``},
		{"values", `a schema:EventSeries; schema:name "x"@fr; schema:description "x"@fr; schema:organizer <moselle:o>; schema:eventStatus schema:EventMaybe.`, `violation eventStatus = https://schema.org/EventMaybe: values EventSeries.eventStatus`},
		{"any of several", `a schema:CreativeWork; schema:name "x"@fr; schema:description "x"@fr; schema:creator <moselle:o>; schema:associatedMedia <moselle:id/x/1#i>. <moselle:id/x/1#i> schema:license <http://a/l>; schema:contentUrl <http://a/i>; schema:encodingFormat "image/jpeg".`, `warning about|additionalType|contentLocation|temporalCoverage: anyOf Work`},
		{"a subclass alone", `a schema:Museum; schema:name "x"@fr; schema:description "x"@fr; schema:geo <moselle:id/x/1#g>. <moselle:id/x/1#g> schema:latitude 9.0; schema:longitude 6.1; m:geoPrecision "exact".`, `warning address: missing Place.address`},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			var got []string
			for _, f := range checked(t, c.body) {
				value := ""
				if f.Value != "" {
					value = " = " + f.Value
				}
				// What the places of these tests lack is not what they are about.
				if line := f.Severity.String() + " " + f.Path + value + ": " + f.Rule; line == c.want || !f.Missing() {
					got = append(got, line)
				}
			}
			if s := strings.Join(got, "\n"); s != c.want {
				t.Errorf("Check = %q, want %q", s, c.want)
			}
		})
	}
}

// TestFaultIn: a fault is told in every language of the interface, whatever it
// was first told in; what a connector found stays as it is.
func TestFaultIn(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		fault schema.Fault
		want  map[string]string
	}{
		{schema.Fault{Rule: "repeated Person.url"}, map[string]string{"en": "keep one", "fr": "n’en gardez qu’une", "de": "behalten Sie einen", "lb": "haalt een dovun"}},
		{schema.Fault{Rule: "range GeoCoordinates.latitude"}, map[string]string{"en": "from -90 to 90", "fr": "de -90 à 90", "de": "von -90 bis 90", "lb": "vun -90 bis 90"}},
		{schema.Fault{Rule: "values Event.eventStatus"}, map[string]string{"en": "one of EventScheduled, ", "lb": "EventCancelled"}},
		{schema.Fault{Rule: "form PostalAddress.addressCountry"}, map[string]string{"fr": "en deux lettres majuscules, comme LU"}},
		{schema.Fault{Rule: "missing Record.sourceIdentifier"}, map[string]string{"de": "fehlt: "}},
		{schema.Fault{Rule: "anyOf Work"}, map[string]string{"fr": "indiquez-en au moins un"}},
		{schema.Fault{Message: "as found"}, map[string]string{"en": "as found", "de": "as found"}},
		{schema.Fault{Message: "as found", Rule: "missing Nothing.name"}, map[string]string{"fr": "as found"}},
		{schema.Fault{Message: "as found", Rule: "missing Event.nothing"}, map[string]string{"fr": "as found"}},
		{schema.Fault{Message: "as found", Rule: "missing Event.name"}, map[string]string{"nl": "as found"}},
	} {
		for lang, want := range c.want {
			if got := c.fault.In(lang); !strings.Contains(got, want) {
				t.Errorf("%q in %s = %q, want %q in it", c.fault.Rule, lang, got, want)
			}
		}
	}
}

// TestTextsAreWhole: in no language does a shape's or a fault's text lack a word.
func TestTextsAreWhole(t *testing.T) {
	t.Parallel()
	seen := 0
	for s := range allShapes(t) {
		for _, lang := range schema.Languages {
			seen++
			m := s.Messages[lang]
			if m == "" || strings.ContainsAny(m, "{}") || strings.Contains(m, "( ") || strings.HasSuffix(m, ": ") || strings.Contains(m, "()") {
				t.Errorf("%s in %s: %q, want a whole sentence", s.ID.Value, lang, m)
			}
		}
	}
	if seen < 4*200 {
		t.Errorf("%d messages seen, want those of all rows", seen)
	}
	for _, c := range slices.Concat(schema.Classes, schema.Parts) {
		for _, p := range c.Properties {
			rules := []string{"missing", "repeated", "languages", "kind", "values", "form"}
			if p.NotBefore != "" {
				rules = append(rules, "before")
			}
			for _, rule := range rules {
				for _, lang := range schema.Languages {
					f := schema.Fault{Rule: rule + " " + c.Name + "." + p.Name}
					if m := f.In(lang); m == "" || strings.ContainsAny(m, "{}") || strings.Contains(m, "  ") || strings.TrimSpace(m) != m {
						t.Errorf("%s in %s = %q, want a whole sentence", f.Rule, lang, m)
					}
				}
			}
		}
	}
}

// TestPartsAreParts: a property that holds parts holds nothing else in another
// class, for whatever it leads to is checked as a part.
func TestPartsAreParts(t *testing.T) {
	t.Parallel()
	is := map[string]string{}
	for _, c := range slices.Concat(schema.Classes, schema.Parts) {
		for _, p := range c.Properties {
			kind := "other"
			if p.Range == schema.Part {
				kind = strings.Join(p.Of, " ")
			}
			if other, ok := is[p.IRI]; ok && other != kind {
				t.Errorf("%s.%s holds %s, elsewhere %s", c.Name, p.Name, kind, other)
			}
			is[p.IRI] = kind
		}
	}
}

func TestCheckKeepsTheGraph(t *testing.T) {
	t.Parallel()
	d, faults := workLike("src", "k").Draft()
	if diff := cmp.Diff(faults, schema.Check(d.Graph, d.IRI)); diff != "" {
		t.Errorf("Check of a draft again (-first +again):\n%s", diff)
	}
	if n := len(schema.Check(&rdf.Graph{}, d.IRI)); n != 0 {
		t.Errorf("Check of nothing gives %d faults, want none", n)
	}
}

// allShapes yields the property shapes of the class tables.
func allShapes(t *testing.T) iter.Seq[*shacl.Shape] {
	t.Helper()
	return func(yield func(*shacl.Shape) bool) {
		for _, c := range append(slices.Concat(schema.Classes, schema.Parts), &schema.Class{Name: "Record"}) {
			s := schema.Shapes().Shape(rdf.NewIRI("https://w3id.org/moselle/shapes#" + c.Name))
			if s == nil {
				t.Fatalf("there is no shape for %s", c.Name)
			}
			for _, p := range s.Properties {
				if !yield(p) {
					return
				}
			}
		}
	}
}
