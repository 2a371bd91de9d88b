package catalog

import (
	"context"
	"maps"
	"math"
	"slices"

	"moselle/hub/search"
	"moselle/schema"
)

// Result is an answer to a query: the hits with their entities.
type Result struct {
	Hits   []Hit
	Total  int
	Next   string // cursor of the page after; "" at the end
	Facets map[string][]FacetCount
	Seq    Seq // the log position it was answered from
}

// Hit is an entity found.
type Hit struct {
	*Entity
	Occurrence *schema.Occurrence // the date it was found for; nil for what has none
	Series     schema.IRI         // the series it stands for, when rows are series; "" for none
	Km         *float64           // distance from Query.Near; nil without it
	Cursor     string             // where to go on after this hit
}

// Search answers a query. One that asks for no class, and for nothing that
// links to a certain record, leaves out the terms of vocabularies: it is of
// things. A hit whose record was deleted since it was indexed is left out.
func (c *Catalog) Search(ctx context.Context, q Query) (Result, error) {
	if q.Now.IsZero() {
		q.Now = c.Now()
	}
	if q.Size == 0 {
		q.Size = c.Rows
	}
	things := ofThings(&q)
	page, err := c.Index.Search(ctx, q)
	if err != nil {
		return Result{}, err
	}
	if counts, ok := page.Facets["class"]; ok && things {
		page.Facets["class"] = slices.DeleteFunc(counts, func(f FacetCount) bool { return isVocabulary(f.Value) })
	}
	iris := make([]schema.IRI, len(page.Hits))
	for i, h := range page.Hits {
		iris[i] = h.ID
	}
	entities, err := c.GetMany(ctx, iris)
	if err != nil {
		return Result{}, err
	}
	r := Result{Total: page.Total, Next: page.Next, Facets: c.publicFacets(page.Facets), Seq: page.Seq, Hits: make([]Hit, 0, len(page.Hits))}
	for _, h := range page.Hits {
		e := entities[h.ID]
		if e == nil {
			continue
		}
		hit := Hit{Entity: e, Cursor: h.Cursor, Occurrence: c.occurrenceOf(e, h.Occurrence), Series: h.Series}
		if q.Near != nil {
			km := math.Round(h.Km*1000) / 1000 // to the metre
			hit.Km = &km
		}
		r.Hits = append(r.Hits, hit)
	}
	return r, nil
}

// ofThings leaves the terms of vocabularies out of a query that does not ask
// for them, and reports whether they are left out.
func ofThings(q *Query) bool {
	asked := q.Filters["class"]
	if len(q.Related) > 0 || slices.ContainsFunc(asked, isVocabulary) {
		return false
	}
	if len(asked) > 0 {
		return true
	}
	var things []string
	for _, c := range schema.Classes {
		if !isVocabulary(c.Name) {
			things = append(things, c.Name)
		}
	}
	q.Filters = maps.Clone(q.Filters) // the caller's stays as it is
	q.Filter("class", things...)
	return true
}

// allOf asks for all records of a source, the terms of its vocabularies too.
func allOf(source string) Query {
	var classes []string
	for _, c := range schema.Classes {
		classes = append(classes, c.Name)
	}
	return Query{Filters: map[string][]string{"source": {source}, "class": classes}}
}

func isVocabulary(class string) bool { return class == "Concept" || class == "ConceptScheme" }

// occurrenceOf finds the date that the index names among the entity's own.
func (c *Catalog) occurrenceOf(e *Entity, o *search.Occurrence) *schema.Occurrence {
	if o == nil || e.Class != "Event" {
		return nil
	}
	all := e.Node.OccurrencesIn(c.Zone)
	for i := range all {
		if all[i].ID == o.ID && all[i].Start.Time.Unix() == o.Start {
			return &all[i]
		}
	}
	return nil
}

// publicFacets gives the values that are records by their public addresses.
func (c *Catalog) publicFacets(facets map[string][]FacetCount) map[string][]FacetCount {
	out := make(map[string][]FacetCount, len(facets))
	for name, counts := range facets {
		if i := search.FacetAt(name); i >= 0 && search.Facets[i].Kind == search.Link {
			public := make([]FacetCount, len(counts))
			for i, f := range counts {
				public[i] = FacetCount{Value: c.ID(schema.IRI(f.Value)), Count: f.Count}
			}
			counts = public
		}
		out[name] = counts
	}
	return out
}
