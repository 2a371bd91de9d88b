package catalog

import (
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"moselle/hub/fault"
	"moselle/hub/search"
	"moselle/schema"
	"moselle/schema/rdf"
)

// ParseQuery reads a query from parameters. Values of one parameter, repeated
// or separated by commas where values cannot hold one, are alternatives.
// Unknown names are the caller's to refuse. Every error is fault.Invalid and
// names the parameter.
func (c *Catalog) ParseQuery(v url.Values) (Query, error) {
	if err := checkValues(v); err != nil {
		return Query{}, err
	}
	q := Query{
		Text:   strings.TrimSpace(v.Get("q")),
		Cursor: v.Get("cursor"),
		Now:    c.Now(),

		Confirmed: true,
	}
	if utf8.RuneCountInString(q.Text) > maxText {
		return q, fault.Param("q", "is too long: at most %d characters are taken", maxText)
	}
	for _, read := range []func(*Query, url.Values) error{c.parseFacets, c.parseRelated, c.parseTimes, parseSpace, c.parseShape} {
		if err := read(&q, v); err != nil {
			return q, err
		}
	}
	return q, nil
}

// maxText bounds the words of a search, in characters.
const maxText = 1000

// parseFacets reads the values asked for of each facet.
func (c *Catalog) parseFacets(q *Query, v url.Values) error {
	for i := range search.Facets {
		f := &search.Facets[i]
		given := values(v[f.Name])
		if f.Kind == search.Code {
			given = split(v[f.Name])
		}
		var asked []string
		for _, s := range given {
			values, err := c.facetValues(f, s)
			if err != nil {
				return err
			}
			asked = append(asked, values...)
		}
		if len(asked) > 0 {
			q.Filter(f.Name, asked...)
		}
	}
	return nil
}

// facetValues reads what a value given for a facet asks for; nil is nothing.
func (c *Catalog) facetValues(f *search.Facet, s string) ([]string, error) {
	if f.Kind == search.Concept {
		return conceptValues(f, s)
	}
	value, err := c.facetValue(f, s)
	if err != nil || value == "" {
		return nil, err
	}
	return []string{value}, nil
}

// facetValue reads a value of a facet; "" asks for nothing.
func (c *Catalog) facetValue(f *search.Facet, s string) (string, error) {
	switch f.Name {
	case "class":
		if class := schema.ClassAt(strings.ToLower(s)); class != nil {
			return class.Name, nil
		}
		return "", fault.Param("class", "no class of records is called %q", s)
	case "country":
		if len(s) != 2 || strings.Trim(strings.ToUpper(s), "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != "" {
			return "", fault.Param("country", "is a code of two letters such as LU, not %q", s)
		}
		return strings.ToUpper(s), nil
	case "language":
		lang := schema.CleanLang(s)
		if lang == schema.Und && s != schema.Und {
			return "", fault.Param("language", "is a language tag such as fr or de-LU, not %q", s)
		}
		return lang, nil
	case "free":
		if s == "false" {
			return "", nil
		}
		if s != "true" {
			return "", fault.Param("free", "is true or false, not %q", s)
		}
	}
	if f.Kind == search.Link {
		iri := c.iri(linked[f.Name], s)
		if !rdf.ValidIRI(string(iri)) {
			return "", fault.Param(f.Name, "is the address of a record, not %q", s)
		}
		return string(iri), nil
	}
	if f.Values != nil && !slices.Contains(f.Values, s) {
		return "", fault.Param(f.Name, "is one of %s, not %q", strings.Join(f.Values, ", "), s)
	}
	return s, nil
}

// linked are the classes, by segment, of the facets that are records.
var linked = map[string]string{"place": "place", "institution": "organization", "series": "eventseries"}

func (c *Catalog) parseRelated(q *Query, v url.Values) error {
	for _, s := range values(v["related"]) {
		iri := c.iri("", s)
		if !rdf.ValidIRI(string(iri)) {
			return fault.Param("related", "is the address of a record, not %q", s)
		}
		q.Related = append(q.Related, iri)
	}
	return nil
}

func parseSpace(q *Query, v url.Values) error {
	if s := v.Get("near"); s != "" {
		f, err := numbers(s, 2)
		if err != nil || f[0] < -90 || f[0] > 90 || f[1] < -180 || f[1] > 180 {
			return fault.Param("near", "is latitude,longitude in degrees, not %q", s)
		}
		q.Near = &search.Near{Lat: f[0], Lon: f[1], Km: 10}
	}
	if s := v.Get("km"); s != "" {
		f, err := numbers(s, 1)
		if err != nil || f[0] <= 0 || f[0] > 20038 {
			return fault.Param("km", "is a distance in kilometres, above 0 and at most half around the globe, not %q", s)
		}
		if q.Near == nil {
			return fault.Param("km", "goes with near")
		}
		q.Near.Km = f[0]
	}
	if s := v.Get("bbox"); s != "" {
		f, err := numbers(s, 4)
		if err != nil || f[1] < -90 || f[3] > 90 || f[1] > f[3] || f[0] < -180 || f[0] > 180 || f[2] < -180 || f[2] > 180 {
			return fault.Param("bbox", "is west,south,east,north in degrees, not %q", s)
		}
		q.Box = &search.Box{West: f[0], South: f[1], East: f[2], North: f[3]}
	}
	return nil
}

func (c *Catalog) parseShape(q *Query, v url.Values) error {
	switch s := search.Sort(v.Get("sort")); s {
	case "", search.Relevance, search.Next, search.Newest, search.ByTitle:
		q.Sort = s
	case search.Distance:
		if q.Near == nil {
			return fault.Param("sort", "distance goes with near")
		}
		q.Sort = s
	default:
		return fault.Param("sort", "is relevance, next, distance, newest or title, not %q", s)
	}
	switch s := search.Group(v.Get("group")); s {
	case "event":
	case search.ByRecord, search.ByOccurrence, search.BySeries:
		q.Group = s
	default:
		return fault.Param("group", "is event, occurrence or series, not %q", s)
	}
	for _, s := range split(v["facets"]) {
		if search.FacetAt(s) < 0 {
			return fault.Param("facets", "no facet is called %q; there are %s", s, strings.Join(search.FacetNames(), ", "))
		}
		if !slices.Contains(q.Facets, s) {
			q.Facets = append(q.Facets, s)
		}
	}
	if s := v.Get("facetSize"); s != "" {
		n, err := strconv.Atoi(s)
		if err != nil || n < 1 || n > allValues {
			return fault.Param("facetSize", "is a number from 1 to %d, not %q", allValues, s)
		}
		q.FacetSize = n
	}
	if s := v.Get("limit"); s != "" {
		n, err := strconv.Atoi(s)
		if err != nil || n < 1 || n > c.MaxRows {
			return fault.Param("limit", "is a number from 1 to %d, not %q", c.MaxRows, s)
		}
		q.Size = n
	}
	return nil
}

// iri reads a reference to a record: a public address, a stored IRI, or the
// opaque key alone where the class is clear.
func (c *Catalog) iri(class, s string) schema.IRI {
	s = strings.TrimSpace(s)
	if rest, ok := strings.CutPrefix(s, c.Base+"/"); ok {
		return schema.IRI(schema.Scheme + rest)
	}
	if class != "" && !strings.ContainsAny(s, ":/") {
		return schema.IRI(schema.Scheme + "id/" + class + "/" + s)
	}
	return schema.IRI(s)
}

// IRI reads a public address of a record, or a stored IRI.
func (c *Catalog) IRI(s string) schema.IRI { return c.iri("", s) }

func numbers(s string, n int) ([]float64, error) {
	parts := strings.Split(s, ",")
	if len(parts) != n {
		return nil, strconv.ErrSyntax
	}
	out := make([]float64, n)
	for i, p := range parts {
		f, err := strconv.ParseFloat(strings.TrimSpace(p), 64)
		if err != nil || f != f {
			return nil, strconv.ErrSyntax
		}
		out[i] = f
	}
	return out, nil
}
