package catalog

import (
	"context"
	"slices"
	"strings"

	"moselle/schema"
)

// Pile is a position that a source gives to places of different addresses: most
// often the middle of a town.
type Pile struct {
	Position string  `json:"position"` // latitude and longitude, to four decimals
	Places   int     `json:"places"`
	Examples []Named `json:"examples"` // at most ten
}

// pileSize is from how many different addresses on a position is no house of
// several institutions; maxPiles bounds those that are shown.
const (
	pileSize = 4
	maxPiles = 20
)

func (c *Catalog) piles(ctx context.Context, source string, langs []string) ([]Pile, error) {
	out := []Pile{}
	q := Query{Size: 1, Facets: []string{"position"}, FacetSize: 2 * maxPiles}
	q.Filter("source", source)
	found, err := c.Search(ctx, q)
	if err != nil {
		return nil, err
	}
	for _, f := range found.Facets["position"] {
		if f.Count < pileSize || len(out) == maxPiles {
			break // the largest come first
		}
		q := Query{Size: maxSuspect}
		q.Filter("source", source)
		q.Filter("position", f.Value)
		there, err := c.Search(ctx, q)
		if err != nil {
			return nil, err
		}
		var addresses []string
		var examples []Hit
		for _, h := range there.Hits {
			if a := addressKey(h.Node); a != "" && !slices.Contains(addresses, a) {
				addresses = append(addresses, a)
				examples = append(examples, h)
			}
		}
		if len(addresses) >= pileSize {
			out = append(out, Pile{f.Value, f.Count, c.names(examples[:min(len(examples), maxExamples)], langs)})
		}
	}
	return out, nil
}

// addressKey is a place's street and town as they are compared; "" when the
// street is not said.
func addressKey(n *schema.Node) string {
	a := n.Node("address")
	if a == nil || a.String("streetAddress") == "" {
		return ""
	}
	return schema.NameKey(strings.Join([]string{a.String("streetAddress"), a.String("postalCode"), a.String("addressLocality")}, " "))
}
