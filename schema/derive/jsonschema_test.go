package derive_test

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"moselle/schema"
	"moselle/schema/derive"
)

// compiled returns the schema as an independent validator reads it.
func compiled(t *testing.T) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(derive.JSONSchema(base)))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource(base+derive.SchemaPath, doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile(base + derive.SchemaPath)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func validate(s *jsonschema.Schema, doc []byte) error {
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(doc))
	if err != nil {
		return err
	}
	return s.Validate(v)
}

// TestSchemaTakesEveryProperty validates a record of each class in which every
// property stands, with as many values as it takes.
func TestSchemaTakesEveryProperty(t *testing.T) {
	t.Parallel()
	s := compiled(t)
	for _, c := range schema.Classes {
		if err := validate(s, full(t, c)); err != nil {
			t.Errorf("a full %s: %v", c.Name, err)
		}
	}
	var many bytes.Buffer
	views := [][]byte{full(t, schema.ClassNamed("Event")), full(t, schema.ClassNamed("Work"))}
	if err := derive.Documents(&many, seq(views, nil), base, contextURL); err != nil {
		t.Fatal(err)
	}
	if err := validate(s, many.Bytes()); err != nil {
		t.Errorf("two records: %v", err)
	}
}

// full returns the document of a record with a good value, or two, for every
// property.
func full(t *testing.T, c *schema.Class) []byte {
	t.Helper()
	b := schema.Build("museum", c.Name, "k 1")
	fillWell(t, b)
	d, faults := b.Draft()
	for _, f := range faults {
		t.Errorf("%s: fault: %s", c.Name, f)
	}
	r := schema.Seal(d, "museum", time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC))
	return derive.Document(r.View, base, base+derive.ContextPath)
}

func fillWell(t *testing.T, b *schema.Builder) {
	t.Helper()
	for _, s := range b.Class().Subclasses {
		b.Type(s)
	}
	for _, p := range b.Class().Properties {
		if p.Name == "sdDatePublished" {
			continue // the seal's own
		}
		n := 1
		if p.Many {
			n = 2
		}
		for i := range n {
			switch p.Range {
			case schema.Part:
				for _, class := range p.Of {
					fillWell(t, b.Part(p.Name, class))
				}
			case schema.Text:
				b.Text(p.Name, "fr", fmt.Sprintf("texte %d", i))
				b.Text(p.Name, "zh-Hant-TW", fmt.Sprintf("文 %d", i))
			default:
				b.Put(p.Name, good(p, i))
			}
		}
	}
}

// good returns a value that the row allows, another one for another i.
func good(p schema.Property, i int) string {
	switch p.Range {
	case schema.URL, schema.Link:
		return fmt.Sprintf("https://a.example/é?n=%d", i)
	case schema.Code:
		return p.Values[len(p.Values)-1-i]
	case schema.Date:
		return []string{"2026-12-03T19:30:00+01:00", "2026-12-04"}[i]
	case schema.Year:
		return "1907-03"
	case schema.Decimal:
		return "49.5"
	case schema.Integer:
		if p.Limits != nil {
			return strconv.Itoa(int(p.Limits.Max) - i)
		}
		return strconv.Itoa(12 + i)
	case schema.Boolean:
		return "true"
	case schema.Duration:
		return "PT1H30M"
	}
	known := map[string]string{"addressCountry": "LU", "priceCurrency": "EUR", "encodingFormat": "image/jpeg", "geoPrecision": "street",
		"sha256": strings.Repeat("0f", 32)}
	if v, ok := known[p.Name]; ok {
		return v
	}
	return fmt.Sprintf("text %d", i)
}

// TestSchemaRefuses takes one thing in a good document for another each time.
func TestSchemaRefuses(t *testing.T) {
	t.Parallel()
	s := compiled(t)
	tests := []struct{ what, class, old, new string }{
		{"no class of the profile", "Event", `"Event"]`, `"Product"]`},
		{"no name", "Event", `"name":`, `"https://a.example/name":`},
		{"a name without a language", "Place", `"name":{"fr":"texte 0","zh-Hant-TW":"文 0"}`, `"name":"texte 0"`},
		{"a name in no language", "Place", `"name":{"fr":`, `"name":{"français":`},
		{"two names in a language", "Place", `"name":{"fr":"texte 0"`, `"name":{"fr":["texte 0","texte 1"]`},
		{"a misspelt property", "Event", `"startDate":`, `"startdate":`},
		{"a start without an offset", "Event", `"startDate":"2026-12-03T19:30:00+01:00"`, `"startDate":"2026-12-03T19:30:00"`},
		{"a day that is called a time", "Event", `"startDate":"2026-12-03T19:30:00+01:00"`, `"startDate":"2026-12-03"`},
		{"a status that is none", "Event", `"eventStatus":"EventCancelled"`, `"eventStatus":"EventOver"`},
		{"one value where a list belongs", "Event", `"location":["https://a.example/é?n=0","https://a.example/é?n=1"]`, `"location":"https://a.example/é?n=0"`},
		{"a list where one value belongs", "Work", `"holdingArchive":"https://a.example/é?n=0"`, `"holdingArchive":["https://a.example/é?n=0"]`},
		{"an address that is none", "Event", `"url":"https://a.example/é?n=0"`, `"url":"a.example"`},
		{"a part of another class", "Place", `"type":["PostalAddress"]`, `"type":["GeoCoordinates"]`},
		{"a number as text", "Place", `"maximumAttendeeCapacity":10000000`, `"maximumAttendeeCapacity":"10000000"`},
		{"a number beyond its limits", "Place", `"maximumAttendeeCapacity":10000000`, `"maximumAttendeeCapacity":-1`},
		{"a country by its name", "Place", `"addressCountry":"LU"`, `"addressCountry":"Luxembourg"`},
		{"truth as text", "Work", `"onView":true`, `"onView":"true"`},
		{"a year in words", "Person", `"birthDate":{"@value":"1907-03"`, `"birthDate":{"@value":"1907 or so"`},
		{"no identifier of its source", "Concept", `"sourceIdentifier":`, `"https://a.example/id":`},
		{"a length in words", "Media", `"duration":"PT1H30M"`, `"duration":"90 minutes"`},
	}
	for _, tt := range tests {
		doc := string(full(t, schema.ClassNamed(tt.class)))
		broken := strings.Replace(doc, tt.old, tt.new, 1)
		if broken == doc {
			t.Errorf("%s: %s is not in the document:\n%s", tt.what, tt.old, doc)
			continue
		}
		if err := validate(s, []byte(broken)); err == nil {
			t.Errorf("%s: the schema takes %s instead of %s", tt.what, tt.new, tt.old)
		}
	}
}

func TestExamples(t *testing.T) {
	t.Parallel()
	s := compiled(t)
	for _, c := range schema.Classes {
		doc := derive.Example(c, base)
		if doc == nil {
			t.Errorf("there is no example of %s", c.Name)
			continue
		}
		if err := validate(s, doc); err != nil {
			t.Errorf("the example of %s: %v", c.Name, err)
		}
	}
	if got := derive.Example(schema.ClassNamed("Offer"), base); got != nil {
		t.Errorf("Example(Offer) = %s, want none", got)
	}
}
