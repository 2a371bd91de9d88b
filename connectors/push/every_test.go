package push_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"moselle/connectors/conntest"
	"moselle/schema"
)

// TestEveryProperty reads back what the hub gives, of records in which every
// property of their class, and of the parts in it, has a value: a row that is added
// to a table is read without a line of code here.
func TestEveryProperty(t *testing.T) {
	t.Parallel()
	const base = "https://hub.example"
	for _, c := range schema.Classes {
		t.Run(c.Name, func(t *testing.T) {
			t.Parallel()
			b := schema.Build("test", c.Name, "k")
			fill(b, 0)
			d, faults := b.Draft()
			for _, f := range faults {
				if !f.Missing() {
					t.Fatalf("the record itself is wrong: %s", f)
				}
			}
			view := schema.PublicJSON(schema.Seal(d, "test", time.Now()).View, base)
			env := conntest.Memory(t, "records.ndjson", fmt.Appendf(nil, `{"key": "k", "record": %s}`, view))
			env.Base = base
			conn, err := kind.Open(nil, env)
			if err != nil {
				t.Fatal(err)
			}
			res := conntest.Harvest(t.Context(), conn, nil)
			if len(res.Items) != 1 || res.Err != nil {
				t.Fatalf("read %d items of %s, %v: %v", len(res.Items), view, res.Err, res.Refusals)
			}
			for _, f := range res.Items[0].Faults {
				if !f.Missing() {
					t.Errorf("warning %s", f)
				}
			}
			want := strings.Split(string(d.Graph.Canonical()), "\n")
			got := strings.Split(string(res.Items[0].Drafts[0].Graph.Canonical()), "\n")
			if d := cmp.Diff(want, got); d != "" {
				t.Errorf("statements (-given +read):\n%s", d)
			}
		})
	}
}

// fill gives every property of a record or a part a value that it takes; two
// where it takes many.
func fill(b *schema.Builder, depth int) {
	for i, p := range b.Class().Properties {
		n := 1
		if p.Name == "sdDatePublished" {
			continue // the hub's own stamp
		}
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
				b.Link(p.Name, schema.Mint("test", p.Of[k%len(p.Of)], "other"))
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
