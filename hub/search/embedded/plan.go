package embedded

import (
	"slices"
	"strings"
	"time"

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
	for _, check := range []func(*search.Query) error{checkSizes, checkNames, checkValues, checkTimes, checkPlace} {
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
		if p.after, err = parseCursor(p.Cursor, p.fingerprint()); err != nil {
			return p, err
		}
		p.Now = time.Time{} // all pages are as of the first
		if p.after.now != noMoment {
			p.Now = time.Unix(p.after.now, 0)
		}
	}
	return p, nil
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
	if q.Group != search.ByRecord && q.Group != search.ByOccurrence && q.Group != search.BySeries {
		return fault.Param("group", "there is no grouping %q; there are occurrence and series", q.Group)
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

func checkTimes(q *search.Query) error {
	for i, b := range []search.Bound{q.From, q.To, q.Open} {
		name := []string{"from", "to", "open"}[i]
		if err := b.Check(name); err != nil {
			return err
		}
		if b.Relative() && q.Now.IsZero() {
			return fault.Param(name, "%s is relative to a moment that is not given", b.Day)
		}
	}
	for _, d := range q.Weekdays {
		if d < time.Sunday || d > time.Saturday {
			return fault.Param("weekday", "there is no weekday %d", d)
		}
	}
	const most = 24 * 60
	if c := q.Clock; c != nil && (c.From < 0 || c.From >= most || c.To <= 0 || c.To > most || c.From == c.To) {
		return fault.Param("time", "needs two times of the day that differ")
	}
	return nil
}
