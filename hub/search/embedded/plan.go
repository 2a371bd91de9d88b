package embedded

import (
	"slices"
	"strings"

	"moselle/hub/fault"
	"moselle/hub/search"
	"moselle/hub/search/embedded/words"
)

// The bounds and defaults of a query.
const (
	defaultSize  = 20
	maxFacetSize = 1000
	maxValues    = 1000 // in one field
)

// plan is a query that has been checked, with its defaults filled in.
type plan struct {
	search.Query
	words words.Query
	after *place // nil for the first page
}

func newPlan(q search.Query) (plan, error) {
	p := plan{Query: q}
	for _, check := range []func(*search.Query) error{checkSizes, checkNames, checkValues, checkPlace} {
		if err := check(&p.Query); err != nil {
			return p, err
		}
	}
	var err error
	if p.words, err = words.Parse(p.Text); err != nil {
		return p, err
	}
	if p.Sort == "" {
		p.Sort = p.defaultSort()
	}
	if p.Sort == search.Distance && p.Near == nil {
		return p, fault.Param("sort", "distance needs a place to measure from")
	}
	if p.Cursor != "" {
		p.after, err = parseCursor(p.Cursor, p.fingerprint())
	}
	return p, err
}

func (p *plan) defaultSort() search.Sort {
	classes := p.Filters["class"]
	events := len(classes) > 0 && !slices.ContainsFunc(classes, func(c string) bool { return c != "Event" })
	switch {
	case len(p.words.Terms) > 0:
		return search.Relevance
	case p.Near != nil:
		return search.Distance
	case events || p.Group == search.ByOccurrence:
		return search.Next
	}
	return search.Relevance
}

func checkSizes(q *search.Query) error {
	if q.Size < 0 || q.Size > search.MaxSize {
		return fault.Param("size", "must be from 1 to %d", search.MaxSize)
	}
	if q.FacetSize < 0 || q.FacetSize > maxFacetSize {
		return fault.Param("facetSize", "must be from 1 to %d", maxFacetSize)
	}
	if q.Size == 0 {
		q.Size = defaultSize
	}
	if q.FacetSize == 0 {
		q.FacetSize = defaultSize
	}
	return nil
}

func checkNames(q *search.Query) error {
	sorts := []search.Sort{"", search.Relevance, search.Next, search.Distance, search.Newest, search.ByTitle}
	if !slices.Contains(sorts, q.Sort) {
		return fault.Param("sort", "there is no order %q; there are relevance, next, distance, newest and title", q.Sort)
	}
	if q.Group != search.ByRecord && q.Group != search.ByOccurrence {
		return fault.Param("group", "there is no grouping %q; there is occurrence", q.Group)
	}
	for _, name := range q.Facets {
		if search.FacetAt(name) < 0 {
			return fault.Param("facets", "there is no facet %q; there are %s", name, strings.Join(search.FacetNames(), ", "))
		}
	}
	return nil
}

func checkValues(q *search.Query) error {
	for name, values := range q.Filters {
		if search.FacetAt(name) < 0 {
			return fault.Param(name, "there is no facet %q; there are %s", name, strings.Join(search.FacetNames(), ", "))
		}
		if err := checkCount(name, len(values)); err != nil {
			return err
		}
	}
	if err := checkCount("related", len(q.Related)); err != nil {
		return err
	}
	return checkCount("facets", len(q.Facets))
}

func checkCount(name string, n int) error {
	if n > maxValues {
		return fault.Param(name, "%d values, of which at most %d can be asked for at once", n, maxValues)
	}
	return nil
}
