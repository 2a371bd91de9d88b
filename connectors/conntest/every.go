package conntest

import (
	"fmt"
	"slices"
	"strings"

	"moselle/schema"
)

// Fill gives every property of a record, and of the parts in it, a value that it
// takes, and two where it takes many, save those properties that are named. Links
// lead to records that the source keeps under the key "other".
func Fill(b *schema.Builder, source schema.SourceID, save ...string) { fill(b, source, save, 0) }

func fill(b *schema.Builder, source schema.SourceID, save []string, depth int) {
	for i, p := range b.Class().Properties {
		n := 1
		if slices.Contains(save, p.Name) {
			continue
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
				b.Link(p.Name, schema.Mint(source, p.Of[k%len(p.Of)], "other"))
			case schema.Part:
				if depth < 2 {
					part := b.Part(p.Name, p.Of[0])
					fill(part, source, save, depth+1)
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
