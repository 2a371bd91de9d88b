package catalog

import (
	"maps"
	"net/url"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"moselle/hub/fault"
	"moselle/hub/search"
	"moselle/schema"
)

// Param documents one query parameter.
type Param struct{ Name, Doc string }

// Params are the parameters of every listing: REST, feeds and pages read them
// alike, and GraphQL's filter has the same names. Each facet is one.
var Params = slices.Concat([]Param{{"q", "words to find; \"a phrase\"; -without"}}, facetParams(), []Param{
	{"related", "IRI of a record that each hit links to"},
	{"when", "today, tomorrow, weekend, week (seven days), month (thirty days) or now; days are those of the place"},
	{"from", "happens on or after: 2026-12-31 (a day of the place), 2026-12-31T20:00:00+01:00, today, tomorrow, now"},
	{"to", "happens on or before: as from; a day is included"},
	{"weekday", "on one of these days of the week: mon, tue, wed, thu, fri, sat, sun"},
	{"time", "at a time of day, by the clocks of the place: 18:00-23:00, 18:00-, -12:00"},
	{"open", "now, or a moment: going on and not off; of a place, open by its hours"},
	{"near", "latitude,longitude in degrees"},
	{"km", "radius around near in kilometres, 10 when not given"},
	{"bbox", "west,south,east,north in degrees"},
	{"sort", "relevance, next, distance, newest or title"},
	{"group", "event: one row an event; occurrence: one row a date; series: one row a series"},
	{"facets", "facets to count, separated by commas"},
	{"facetSize", "values a facet, 20 when not given, at most 1000"},
	{"limit", "rows a page"},
	{"cursor", "where to go on: next of the page before"},
})

func facetParams() []Param {
	out := make([]Param, len(search.Facets))
	for i, f := range search.Facets {
		out[i] = Param{f.Name, f.Doc}
		if len(f.Values) > 1 {
			out[i].Doc += ": " + strings.Join(f.Values, ", ")
		}
	}
	return out
}

// Facets are what records are filtered and counted by.
func Facets() []Facet { return search.Facets }

// ParamNames returns the names of Params and any more that a surface takes.
func ParamNames(more ...string) []string { return append(Names(Params), more...) }

// Names returns the names of parameters.
func Names(params []Param) []string {
	out := make([]string, len(params))
	for i, p := range params {
		out[i] = p.Name
	}
	return out
}

// many are the parameters that may be given several times.
var many = append(search.FacetNames(), "related", "facets", "weekday")

// maxValues bounds the values of one parameter.
const maxValues = 100

// checkValues refuses what no parameter may hold.
func checkValues(v url.Values) error {
	for _, name := range slices.Sorted(maps.Keys(v)) {
		switch n := len(v[name]); {
		case n > 1 && !slices.Contains(many, name):
			return fault.Param(name, "is given %d times; give it once", n)
		case n > maxValues:
			return fault.Param(name, "has %d values; at most %d are taken", n, maxValues)
		}
		for _, s := range v[name] {
			if !utf8.ValidString(s) {
				return fault.Param(name, "is not written in UTF-8")
			}
			if strings.ContainsFunc(s, unicode.IsControl) {
				return fault.Param(name, "holds a control character")
			}
		}
	}
	return nil
}

// split splits values at commas; values keeps them whole.
func split(vs []string) []string {
	var out []string
	for _, v := range vs {
		for s := range strings.SplitSeq(v, ",") {
			if s = strings.TrimSpace(s); s != "" {
				out = append(out, s)
			}
		}
	}
	return out
}

func values(vs []string) []string {
	var out []string
	for _, s := range vs {
		if s = strings.TrimSpace(s); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// Without returns names less the given ones.
func Without(names []string, less ...string) []string {
	return slices.DeleteFunc(slices.Clone(names), func(n string) bool { return slices.Contains(less, n) })
}

// ClassName returns the name of the class at a path segment.
func ClassName(segment string) string {
	if c := schema.ClassAt(segment); c != nil {
		return c.Name
	}
	return ""
}
