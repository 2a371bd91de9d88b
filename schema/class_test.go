package schema_test

import (
	"slices"
	"strings"
	"testing"

	"moselle/schema"
	"moselle/schema/rdf"
)

func TestClassTables(t *testing.T) {
	t.Parallel()
	all := slices.Concat(schema.Classes, schema.Parts)
	for _, c := range all {
		if schema.ClassNamed(c.Name) != c {
			t.Errorf("ClassNamed(%s) is another class", c.Name)
		}
		if !rdf.ValidIRI(c.IRI) || !strings.HasSuffix(c.Doc, ".") {
			t.Errorf("%s: IRI %q, doc %q", c.Name, c.IRI, c.Doc)
		}
		if got := schema.ClassAt(c.Segment()); !c.Part && got != c {
			t.Errorf("ClassAt(%s) is another class", c.Segment())
		}
		for _, name := range c.AnyOf {
			if c.Property(name) == nil {
				t.Errorf("%s asks for any of %q, which it does not have", c.Name, name)
			}
		}
		seen := map[string]bool{}
		titles := 0
		for _, p := range c.Properties {
			if seen[p.Name] || seen[p.IRI] {
				t.Errorf("%s.%s stands twice", c.Name, p.Name)
			}
			seen[p.Name], seen[p.IRI] = true, true
			if !rdf.ValidIRI(p.IRI) || !strings.HasSuffix(p.Doc, ".") {
				t.Errorf("%s.%s: IRI %q, doc %q", c.Name, p.Name, p.IRI, p.Doc)
			}
			if p.Search == schema.Title {
				titles++
			}
			leads := p.Range == schema.Link || p.Range == schema.Part
			if leads != (len(p.Of) > 0) {
				t.Errorf("%s.%s has range %d and leads to %v", c.Name, p.Name, p.Range, p.Of)
			}
			if code := p.Range == schema.Code; code != (len(p.Values) > 0) || code != (p.Enum != "") {
				t.Errorf("%s.%s has range %d, the enumeration %q and the values %v", c.Name, p.Name, p.Range, p.Enum, p.Values)
			}
			for _, of := range p.Of {
				to := schema.ClassNamed(of)
				if to == nil || p.Range == schema.Link && to.Part {
					t.Errorf("%s.%s leads to %s, no class for it", c.Name, p.Name, of)
				}
			}
		}
		if want := 1; !c.Part && titles != want {
			t.Errorf("%s has %d titles, want %d", c.Name, titles, want)
		}
	}
}

func TestClassOfType(t *testing.T) {
	t.Parallel()
	tests := map[string]string{
		"https://schema.org/Event":                          "Event",
		"https://schema.org/MusicEvent":                     "Event",
		"https://schema.org/Photograph":                     "Work",
		"https://schema.org/CreativeWork":                   "Work",
		"https://schema.org/ImageObject":                    "Media",
		"http://www.w3.org/2004/02/skos/core#Concept":       "Concept",
		"https://schema.org/OpeningHoursSpecification":      "OpeningHours",
		"http://schema.org/Event":                           "",
		"https://schema.org/Product":                        "",
		"":                                                  "",
		"https://schema.org/PostalAddress":                  "PostalAddress",
		"https://schema.org/LandmarksOrHistoricalBuildings": "Place",
	}
	for iri, want := range tests {
		got := ""
		if c := schema.ClassOfType(iri); c != nil {
			got = c.Name
		}
		if got != want {
			t.Errorf("ClassOfType(%s) = %q, want %q", iri, got, want)
		}
	}
}

func TestTypeName(t *testing.T) {
	t.Parallel()
	tests := map[string]string{
		"https://schema.org/MusicEvent":               "MusicEvent",
		"https://schema.org/3DModel":                  "3DModel",
		"http://www.w3.org/2004/02/skos/core#Concept": "Concept",
		"https://schema.org/Concept":                  "https://schema.org/Concept",
		"https://schema.org/a:b":                      "https://schema.org/a:b",
		"https://schema.org/a/b":                      "https://schema.org/a/b",
		"https://schema.org/id":                       "https://schema.org/id",
		"https://schema.org/":                         "https://schema.org/",
		"http://a.example/T":                          "http://a.example/T",
	}
	for iri, want := range tests {
		if got := schema.TypeName(iri); got != want {
			t.Errorf("TypeName(%s) = %s, want %s", iri, got, want)
		}
	}
}
