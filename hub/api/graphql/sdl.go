package graphql

import (
	_ "embed"
	"fmt"
	"strings"

	"moselle/hub/catalog"
	"moselle/schema"
	"moselle/schema/derive"
)

//go:embed query.graphql
var queryPart string

// SDL returns the whole schema as text: the types of the class tables, a
// connection for each class of records, and the queries.
func SDL() string {
	var b strings.Builder
	b.WriteString(queryPart)
	for _, c := range schema.Classes {
		name := strings.ToLower(c.Name[:1]) + c.Name[1:]
		fmt.Fprintf(&b, "  %q\n  %s(id: ID!): %s\n", "One by its address or key.", name, c.Name)
		fmt.Fprintf(&b, "  %q\n  %s(first: Int = 20, after: String, filter: Filter, sort: Sort, group: Group, lang: Language): %sConnection!\n",
			c.Doc, plural(name), c.Name)
	}
	b.WriteString("}\n\n")
	writeFilter(&b)
	writeConnection(&b, "Record", "Record")
	for _, c := range schema.Classes {
		writeConnection(&b, c.Name, c.Name)
	}
	fmt.Fprintf(&b, "%q\nenum Language { %s }\n\n", "A language (ISO 639-1, und when unknown).", languages)
	b.WriteString(derive.SDL())
	return b.String()
}

// writeFilter writes the filter, in which each facet is a field, and the enums
// of the facets and of those values that are all known.
func writeFilter(b *strings.Builder) {
	var names []string
	var fields strings.Builder
	for _, f := range catalog.Facets() {
		names = append(names, f.Name)
		if f.Name == "class" {
			continue // an argument of its own where it can be chosen
		}
		kind := "[" + facetType(b, f) + "!]"
		if f.Name == "free" {
			kind = "Boolean"
		}
		fmt.Fprintf(&fields, "  %q\n  %s: %s\n", f.Doc, f.Name, kind)
	}
	fmt.Fprintf(b, "enum FacetName { %s }\n\n", strings.Join(names, " "))
	fmt.Fprintf(b, filterPart, fields.String())
}

// facetType returns the type of a facet's values, and writes it when it is an
// enum.
func facetType(b *strings.Builder, f catalog.Facet) string {
	switch {
	case f.Kind == catalog.Link:
		return "ID"
	case f.Values == nil || f.Name == "free":
		return "String"
	case f.Name == "status":
		return "EventStatus" // which the class tables give
	}
	name := strings.ToUpper(f.Name[:1]) + f.Name[1:]
	fmt.Fprintf(b, "%q\nenum %s { %s }\n\n", f.Doc, name, strings.Join(f.Values, " "))
	return name
}

const filterPart = `"Values of one field are alternatives; fields restrict one another. The names are those of the REST API's parameters."
input Filter {
  "Words to find; \"a phrase\"; -without."
  q: String
%s  related: [ID!]
  "Instead of from and to; days are those of the place."
  when: When
  weekday: [Weekday!]
  "A time of day, by the clocks of the place: 18:00-23:00, 18:00-, -12:00."
  time: String
  "now, or a moment: going on and not off; of a place, open by its hours."
  open: String
  "Happens on or after: a date, a time, today, tomorrow or now."
  from: String
  "Happens on or before; a day is included."
  to: String
  near: Near
  bbox: Box
}

`

func plural(name string) string {
	switch name {
	case "media":
		return "mediaObjects"
	case "eventSeries":
		return "eventSeriesList"
	}
	return name + "s"
}

func writeConnection(b *strings.Builder, name, node string) {
	fmt.Fprintf(b, `type %[1]sConnection {
  edges: [%[1]sEdge!]!
  nodes: [%[2]s!]!
  pageInfo: PageInfo!
  "All hits, in every page."
  totalCount: Int!
  "Counts by value, each facet without its own filter."
  facets(names: [FacetName!] = [category, locality, country, source], size: Int = 20): [Facet!]!
}

type %[1]sEdge {
  node: %[2]s!
  "Where to go on after this edge."
  cursor: String!
  "The date that was found; null for what has none."
  occurrence: Occurrence
  "Address of the series it stands for, in groups of series."
  series: ID
  "Kilometres from near."
  distance: Float
}

`, name, node)
}

// languages are the two-letter codes of ISO 639-1.
const languages = `aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu und`
