// Package searchtest is the contract of a search backend as a suite: cases in
// folders, a comparison with a plain evaluation of the same queries, paging and
// hostile input. A case is a folder below testdata:
//
//	documents.json  a list of batches, each {"put": [...], "delete": [...]}
//	queries.json    queries with what they must find
//
// It also holds the generator of events that benchmarks share.
package searchtest

import (
	"embed"
	"encoding/json"
	"errors"
	"io/fs"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"moselle/hub/fault"
	"moselle/hub/search"
)

//go:embed testdata
var testdata embed.FS

// Run runs the whole suite; open returns an empty index, which the suite closes.
func Run(t *testing.T, open func(t testing.TB) search.Index) {
	cases, err := fs.ReadDir(testdata, "testdata")
	if err != nil || len(cases) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, c := range cases {
		t.Run(c.Name(), func(t *testing.T) {
			t.Parallel()
			runCase(t, opened(t, open), "testdata/"+c.Name())
		})
	}
	for name, check := range map[string]func(*testing.T, search.Index){
		"oracle": checkOracle, "soonest": checkSoonest, "paging": checkPaging, "paging-while-changing": checkPagingWhileChanging,
		"hostile": checkHostile, "cursor": checkCursor, "again": checkAgain, "renewal": checkRenewal,
		"together": checkTogether,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			check(t, opened(t, open))
		})
	}
}

func opened(t testing.TB, open func(t testing.TB) search.Index) search.Index {
	t.Helper()
	ix := open(t)
	t.Cleanup(func() {
		if err := ix.Close(); err != nil {
			t.Errorf("Close() = %v", err)
		}
	})
	return ix
}

// question is a query with what it must find.
type question struct {
	Name   string
	Query  search.Query
	Want   []string // what is after "moselle:id/" in the hits' IRIs; with ByOccurrence in the occurrences'
	Any    bool     // in any order
	Total  *int     // the length of Want when absent
	Facets map[string][]search.FacetCount
	Fault  string // the parameter that is at fault, instead of hits
}

func runCase(t *testing.T, ix search.Index, dir string) {
	apply(t, ix, batches(t, dir)...)
	data, err := testdata.ReadFile(dir + "/queries.json")
	if err != nil {
		t.Fatal(err)
	}
	var questions []question
	d := json.NewDecoder(strings.NewReader(string(data)))
	d.DisallowUnknownFields()
	if err := d.Decode(&questions); err != nil {
		t.Fatalf("%s/queries.json: %v", dir, err)
	}
	for _, q := range questions {
		t.Run(q.Name, func(t *testing.T) { q.ask(t, ix) })
	}
}

func (q question) ask(t *testing.T, ix search.Index) {
	page, err := ix.Search(t.Context(), q.Query)
	if q.Fault != "" {
		var f *fault.Error
		if !errors.As(err, &f) || f.Kind != fault.Invalid || f.Param != q.Fault {
			t.Errorf("Search() = %v, want fault.Invalid about %s", err, q.Fault)
		}
		return
	}
	if err != nil {
		t.Fatal(err)
	}
	got, want := names(page, q.Query.Group), q.Want
	options := cmp.Options{cmpopts.EquateEmpty()}
	if q.Any {
		options = append(options, cmpopts.SortSlices(strings.Compare))
	}
	if diff := cmp.Diff(want, got, options); diff != "" {
		t.Errorf("Search(%+v) hits (-want +got):\n%s", q.Query, diff)
	}
	total := len(q.Want)
	if q.Total != nil {
		total = *q.Total
	}
	if page.Total != total {
		t.Errorf("Search(%+v) total = %d, want %d", q.Query, page.Total, total)
	}
	if q.Facets != nil {
		if diff := cmp.Diff(q.Facets, page.Facets, options); diff != "" {
			t.Errorf("Search(%+v) facets (-want +got):\n%s", q.Query, diff)
		}
	}
}

func names(p search.Page, g search.Group) []string {
	var out []string
	for _, h := range p.Hits {
		iri := h.ID
		if g == search.ByOccurrence {
			iri = h.Occurrence.ID
		}
		out = append(out, strings.TrimPrefix(string(iri), prefix))
	}
	return out
}

func apply(t testing.TB, ix search.Index, batches ...search.Batch) {
	t.Helper()
	for _, b := range batches {
		if err := ix.Apply(t.Context(), b); err != nil {
			t.Fatal(err)
		}
	}
}

func ask(t testing.TB, ix search.Index, q search.Query) search.Page {
	t.Helper()
	p, err := ix.Search(t.Context(), q)
	if err != nil {
		t.Fatalf("Search(%+v) = %v", q, err)
	}
	return p
}
