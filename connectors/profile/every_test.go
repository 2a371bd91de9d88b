package profile_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/schema"
	"moselle/schema/rdf"
)

// TestEveryProperty reads back records in which every property of their class,
// and of the parts in it, has a value: a row that is added to a table is read
// without a line of code here.
func TestEveryProperty(t *testing.T) {
	t.Parallel()
	for _, c := range schema.Classes {
		t.Run(c.Name, func(t *testing.T) {
			t.Parallel()
			b := schema.Build("mill", c.Name, "k")
			fill(b, 0)
			d, faults := b.Draft()
			for _, f := range faults {
				if !f.Missing() {
					t.Fatalf("the record itself is wrong: %s", f)
				}
			}
			g := schema.PublicGraph(d.Graph, origin)
			thing := rdf.NewIRI(d.IRI.Public(origin))
			it, err := read(t, g, thing)
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range it.Faults {
				if !f.Missing() {
					t.Errorf("warning %s", f)
				}
			}
			own := it.Drafts[0]
			back := func(iri string) string {
				for _, k := range schema.Classes {
					for _, key := range []string{"k", "other"} {
						at := schema.Mint("mill", k.Name, key).Public(origin)
						if rest, ok := strings.CutPrefix(iri, string(schema.Mint("test", k.Name, at))); ok {
							return at + rest
						}
					}
				}
				return iri
			}
			if d := cmp.Diff(facts(g, c, thing.Value, asIs), facts(own.Graph, c, string(own.IRI), back)); d != "" {
				t.Errorf("facts (-served +read):\n%s", d)
			}
		})
	}
}

// fill gives every property of a record or a part a value that it takes; two
// where it takes many.
func fill(b *schema.Builder, depth int) {
	for i, p := range b.Class().Properties {
		n := 1
		if p.Many {
			n = 2
		}
		for k := range n {
			switch p.Range {
			case schema.Text:
				b.Text(p.Name, "fr", fmt.Sprintf("Eau %d-%d", i, k))
				b.Text(p.Name, "lb", fmt.Sprintf("Waasser %d-%d\nzwou Zeilen", i, k))
			case schema.String:
				b.Put(p.Name, word(p, k))
			case schema.URL:
				b.Put(p.Name, fmt.Sprintf("https://mill.example/%s/%d", p.Name, k))
			case schema.Code:
				if len(p.Values) > 0 {
					b.Put(p.Name, p.Values[k])
				}
			case schema.Date:
				b.Put(p.Name, fmt.Sprintf("2026-12-0%dT19:30:00+01:00", k+1))
			case schema.Year:
				b.Put(p.Name, "1904-05")
			case schema.Decimal:
				b.Put(p.Name, "49.25")
			case schema.Integer:
				b.Put(p.Name, fmt.Sprint(k+3))
			case schema.Boolean:
				b.Put(p.Name, "false")
			case schema.Duration:
				b.Put(p.Name, "PT1H30M")
			case schema.Link:
				b.Link(p.Name, schema.Mint("mill", p.Of[k%len(p.Of)], "other"))
			case schema.Part:
				if depth < 2 {
					part := b.Part(p.Name, p.Of[0])
					fill(part, depth+1)
					if p.Of[0] == "Occurrence" {
						part.Put("startDate", fmt.Sprintf("2026-12-0%dT19:30:00+01:00", k+1))
					}
				}
			}
		}
	}
}

// word returns a string that fits the property's form.
func word(p schema.Property, k int) string {
	switch p.Name {
	case "addressCountry":
		return "LU"
	case "geoPrecision":
		return "building"
	case "encodingFormat":
		return "image/jpeg"
	case "sha256":
		return strings.Repeat("0a", 32)
	case "priceCurrency":
		return "EUR"
	case "asWKT":
		return "POINT(6.3 49.6)"
	}
	if p.Pattern != "" {
		return p.Name // told as a fault by whoever adds the form
	}
	return fmt.Sprintf("%s %d", p.Name, k)
}
