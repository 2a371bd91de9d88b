package quality

import (
	"slices"
	"strings"

	"moselle/schema"
)

// Precisions are what a position's precision can be, the finest first; unknown
// is a position of which it is not said, none is no position at all.
var Precisions = []string{"exact", "building", "street", "municipality", "region", "unknown", "none"}

// spot is where a place is, with what is wrong with that.
type spot struct {
	lat, lon          float64
	precision         string
	country, postcode string
	door              bool // it names a street, and the position has decimals enough for a door
	flags             []string
}

// spotOf reads the position and the address of a place.
func spotOf(n *schema.Node) spot {
	s := spot{precision: "none"}
	if a := n.Node("address"); a != nil {
		s.country, s.postcode = strings.ToUpper(a.String("addressCountry")), a.String("postalCode")
	}
	g := n.Node("geo")
	if g == nil {
		return s
	}
	var ok1, ok2 bool
	s.lat, ok1 = g.Number("latitude")
	s.lon, ok2 = g.Number("longitude")
	if !ok1 || !ok2 {
		return s
	}
	s.precision = precision(g)
	if a := n.Node("address"); a != nil {
		s.door = a.String("streetAddress") != "" && fine(g.String("latitude"), g.String("longitude"))
	}
	switch in, known := within(s.country, s.lat, s.lon); {
	case s.lat == 0 && s.lon == 0:
		s.flags = []string{"geo.zero"}
	case !known || in:
	default:
		s.flags = []string{"geo.country"}
		if swapped, _ := within(s.country, s.lon, s.lat); swapped {
			s.flags[0] = "geo.swapped"
		}
	}
	return s
}

func precision(g *schema.Node) string {
	if p := g.String("geoPrecision"); slices.Contains(Precisions[:5], p) {
		return p
	}
	return "unknown"
}

// doorDecimals is how many decimals of a degree tell one door from the next:
// the fourth stands for some ten metres. Numbers are kept without closing
// zeros, so that one of the two may have one less.
const doorDecimals = 4

func fine(lat, lon string) bool {
	a, b := decimals(lat), decimals(lon)
	return max(a, b) >= doorDecimals && min(a, b) >= doorDecimals-1
}

func decimals(number string) int {
	_, fraction, _ := strings.Cut(number, ".")
	return len(fraction)
}

// precise reports whether people find the door with it: it says so, or says
// nothing of its precision and stands, fine enough, beside a street's name.
func (s spot) precise() bool {
	return s.precision == "exact" || s.precision == "building" || s.precision == "unknown" && s.door
}

// workPrecision is that of where a work was made from or what it shows; "" when
// it says nothing of that.
func workPrecision(n *schema.Node, linked func(schema.IRI) *schema.Node) string {
	if g := n.Node("cameraPosition"); g != nil {
		return precision(g)
	}
	for _, prop := range [...]string{"contentLocation", "itemLocation"} {
		for _, v := range n.Values(prop) {
			if p := linked(v.Ref); p != nil && v.Ref != "" {
				return spotOf(p).precision
			}
		}
	}
	return ""
}
