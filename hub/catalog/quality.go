package catalog

import (
	"cmp"
	"context"
	"slices"

	"moselle/hub/search"
	"moselle/schema/quality"
)

// Quality is the quality of what a source says, counted over its records.
type Quality struct {
	Source SourceInfo `json:"source"`
	Lang   string     `json:"lang"` // of the texts

	Grades    []Tally     `json:"grades"`    // events, metadata tiers, content tiers
	Precision []Tally     `json:"precision"` // of positions, the finest first
	Reuse     []Tally     `json:"reuse"`     // of media: open, restricted, permission, unknown
	Flags     []Tally     `json:"flags"`     // faults of space and time
	Fixes     []SourceFix `json:"fixes"`     // those that lift most records first
	Twins     []Twin      `json:"twins"`     // events that may be the same as others
	Piles     []Pile      `json:"piles"`     // positions that stand for several addresses
}

// Tally is a value with the number of records that have it.
type Tally struct {
	Value string `json:"value"`
	Count int    `json:"count"`
}

// SourceFix is a fix with what it would gain in a source.
type SourceFix struct {
	Code string `json:"code"`
	quality.Text
	Records  int     `json:"records"` // how many it concerns
	Lifts    int     `json:"lifts"`   // how many it would lift by itself
	To       []Tally `json:"to,omitempty"`
	Examples []Named `json:"examples"` // at most ten
}

// maxExamples is how many records a fix is shown on.
const maxExamples = 10

// allValues is as many values as a facet can be asked for.
const allValues = 1000

// Quality answers for one source from the index; fault.NotFound when the hub
// holds nothing of it. Texts are in the language page, names as for Cards.
func (c *Catalog) Quality(ctx context.Context, source, page string, langs []string) (Quality, error) {
	info, err := c.Source(ctx, source, page, langs)
	if err != nil {
		return Quality{}, err
	}
	q := allOf(source)
	q.Size, q.FacetSize, q.Facets = 1, allValues, []string{"grade", "precision", "licence", "flag", "lift", "miss"}
	found, err := c.Search(ctx, q)
	if err != nil {
		return Quality{}, err
	}
	out := Quality{Source: info, Lang: page, Grades: tallies(found.Facets["grade"]), Flags: tallies(found.Facets["flag"]),
		Reuse: inOrder(found.Facets["licence"], []string{"open", "restricted", "permission", "unknown"}), Precision: inOrder(found.Facets["precision"], quality.Precisions)}
	slices.SortFunc(out.Grades, func(a, b Tally) int { return quality.CompareGrades(a.Value, b.Value) })
	if out.Fixes, err = c.sourceFixes(ctx, source, found.Facets, page, langs); err != nil {
		return Quality{}, err
	}
	if out.Twins, err = c.twins(ctx, source, langs); err != nil {
		return Quality{}, err
	}
	out.Piles, err = c.piles(ctx, source, langs)
	return out, err
}

func tallies(counts []FacetCount) []Tally {
	out := make([]Tally, len(counts))
	for i, f := range counts {
		out[i] = Tally{f.Value, f.Count}
	}
	return out
}

func inOrder(counts []FacetCount, order []string) []Tally {
	out := tallies(counts)
	slices.SortFunc(out, func(a, b Tally) int { return cmp.Compare(slices.Index(order, a.Value), slices.Index(order, b.Value)) })
	return out
}

// sourceFixes ranks the fixes: by how many records each would lift, then by how
// many it concerns.
func (c *Catalog) sourceFixes(ctx context.Context, source string, facets map[string][]FacetCount, page string, langs []string) ([]SourceFix, error) {
	byCode := map[string]*SourceFix{}
	shown := map[string]Query{} // by code: the records that show it best
	at := func(code, facet, value string) *SourceFix {
		x := byCode[code]
		if x == nil {
			x = &SourceFix{Code: code, Text: quality.TextOf(code, page)}
			byCode[code] = x
		}
		q := shown[code]
		if q.Filters[facet] == nil {
			q = allOf(source)
			q.Size = maxExamples
		}
		q.Filter(facet, append(q.Filters[facet], value)...)
		shown[code] = q
		return x
	}
	for _, facet := range []string{"miss", "flag"} {
		for _, f := range facets[facet] {
			x := at(f.Value, facet, f.Value)
			x.Records = max(x.Records, f.Count)
		}
	}
	for _, f := range facets["lift"] {
		code, grade := search.CutLift(f.Value)
		x := at(code, "lift", f.Value)
		x.Lifts += f.Count
		x.To = append(x.To, Tally{grade, f.Count})
	}
	out := make([]SourceFix, 0, len(byCode))
	for _, x := range byCode {
		x.Records = max(x.Records, x.Lifts)
		out = append(out, *x)
	}
	slices.SortFunc(out, func(a, b SourceFix) int {
		return cmp.Or(cmp.Compare(b.Lifts, a.Lifts), cmp.Compare(b.Records, a.Records), cmp.Compare(a.Code, b.Code))
	})
	for i := range out {
		found, err := c.Search(ctx, shown[out[i].Code])
		if err != nil {
			return nil, err
		}
		out[i].Examples = c.names(found.Hits, langs)
	}
	return out, nil
}

// names names hits.
func (c *Catalog) names(hits []Hit, langs []string) []Named {
	out := make([]Named, len(hits))
	for i, h := range hits {
		out[i] = c.name(h.Entity, langs)
	}
	return out
}

func (c *Catalog) name(e *Entity, langs []string) Named {
	return Named{ID: c.ID(e.IRI), Label: labelOf(e.Node, langs), IRI: e.IRI}
}
