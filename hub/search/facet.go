package search

import (
	"slices"

	"moselle/schema"
	"moselle/schema/quality"
	"moselle/schema/taxonomy"
)

// Facet is a property that documents are filtered and counted by. A new one is
// a row of Facets, and the line that puts its values into Document.Values.
type Facet struct {
	Name   string
	Doc    string // of the filter of the same name
	Kind   ValueKind
	Values []string // all there can be; nil when anything can
}

// ValueKind says what the values of a facet are.
type ValueKind uint8

// The kinds of values.
const (
	Code    ValueKind = iota // a code, without commas
	Words                    // words of a source, commas and all
	Link                     // the IRI of a record
	Concept                  // the id of a concept, event.concert, with those above it; what no concept stands for in words of its own
)

// Facets are all facets. Values asked for are alternatives; facets restrict one
// another, and each is counted as if nothing were asked of it.
var Facets = []Facet{
	{"class", "class of records: event, place, work, organization, person …", Code, nil},
	{"category", "kind of thing, with all below it: a concept by id, code, address, label in any language or schema.org type (event.concert, concert, MusicEvent)", Concept, nil},
	{"term", "the source's own category where no concept stands for it, as in the facet", Words, nil},
	{"place", "IRI or key of a place", Link, nil},
	{"source", "id of a source", Code, nil},
	{"institution", "IRI of an institution", Link, nil},
	{"country", "ISO 3166-1 alpha-2 code", Code, nil},
	{"region", "country, region, district or commune, with all in it: a concept, as category (region.lu, Moselle)", Concept, nil},
	{"locality", "town, as in the facet", Words, nil},
	{"language", "language of the texts (BCP 47)", Code, nil},
	{"licence", "what may be done with the media", Code, []string{"open", "restricted", "permission", "unknown"}},
	{"status", "what has become of it; what is tentative is found only when it is asked for", Code,
		[]string{"EventScheduled", "EventCancelled", "EventPostponed", "EventRescheduled", "EventMovedOnline", Tentative}},
	{"availability", "whether places are left", Code,
		[]string{"InStock", "LimitedAvailability", "PreOrder", "SoldOut", "unknown"}},
	{"audience", "whom it is meant for: a concept, as category, or words of a source", Concept, nil},
	{"accessibility", "what makes it or its place accessible: a concept, as category, or words of a source", Concept, nil},
	{"precision", "how well the position is known: unknown is not said, none is no position", Code, quality.Precisions},
	{"position", "position of a place to four decimals, as in the facet", Code, nil},
	{"grade", "grade of the record: E0 to E4, metadata:0 to metadata:C, content:0 to content:4", Code, nil},
	{"flag", "what is doubtful in the record: codes of fixes", Code, nil},
	{"lift", "what alone would raise the record's grade: the code of a fix and the grade, such as url.missing:E2", Code, nil},
	{"miss", "what stands between the record and its next grade: codes of fixes", Code, nil},
	{"twin", "key that events suspected to be the same share, as in the facet", Code, nil},
	{"series", "IRI of the series or festival it belongs to", Link, nil},
	{"free", "true: costs nothing", Code, []string{"true"}},
}

// Schemes returns the codes of the vocabularies that a facet's concepts are
// from; nil for one of another kind.
func (f Facet) Schemes() []string {
	switch {
	case f.Kind != Concept:
		return nil
	case f.Name == "category":
		return taxonomy.Kinds()
	}
	return []string{f.Name}
}

// FacetNames returns the names of Facets.
func FacetNames() []string {
	out := make([]string, len(Facets))
	for i, f := range Facets {
		out[i] = f.Name
	}
	return out
}

// FacetAt returns the place of a facet in Facets, -1 for none.
func FacetAt(name string) int {
	return slices.IndexFunc(Facets, func(f Facet) bool { return f.Name == name })
}

// Put adds a document's values of a facet; "" is no value.
func (d *Document) Put(facet string, values ...string) {
	has := d.Values[facet]
	before := len(has)
	for _, v := range values {
		if v != "" && !slices.Contains(has, v) {
			has = append(has, v)
		}
	}
	if len(has) > before {
		d.set(facet, has)
	}
}

func (d *Document) set(facet string, values []string) {
	if d.Values == nil {
		d.Values = make(map[string][]string, 12)
	}
	d.Values[facet] = values
}

// Filter asks for values of a facet, in place of those asked for before.
func (q *Query) Filter(facet string, values ...string) {
	if q.Filters == nil {
		q.Filters = map[string][]string{}
	}
	q.Filters[facet] = values
}

// placesAmong returns the places among what a document links to.
func placesAmong(related []schema.IRI) []string {
	var out []string
	for _, r := range related {
		if class, _, ok := r.Local(); ok && class == "place" {
			out = append(out, string(r))
		}
	}
	return out
}
