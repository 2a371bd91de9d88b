package searchtest

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"moselle/hub/fault"
	"moselle/hub/search"
	"moselle/hub/store"
	"moselle/schema"
)

var sorts = []search.Sort{"", search.Relevance, search.Next, search.Distance, search.Newest, search.ByTitle}

// checkOracle compares many random queries over documents that come, change and
// go with the plain evaluation, page by page to the end.
func checkOracle(t *testing.T, ix search.Index) {
	r := rand.New(rand.NewPCG(1, 2))
	truth := oracle{}
	seq := store.Seq(0)
	for round := range 12 {
		seq++
		b := randomBatch(r, seq)
		apply(t, ix, b)
		truth.apply(b)
		for n := range 60 {
			q := randomQuery(r)
			if !agrees(t, ix, truth, q, seq) {
				t.Fatalf("round %d, query %d", round, n)
			}
		}
	}
}

func agrees(t *testing.T, ix search.Index, truth oracle, q search.Query, seq store.Seq) bool {
	want, facets := truth.search(q)
	var got []search.Hit
	for page := 0; ; page++ {
		p := ask(t, ix, q)
		got = append(got, p.Hits...)
		if p.Total != len(want) || p.Seq != seq {
			t.Errorf("Search(%s): total %d at seq %d, want %d at %d", show(q), p.Total, p.Seq, len(want), seq)
			return false
		}
		counts := map[string]map[string]int{}
		for name, list := range p.Facets {
			counts[name] = map[string]int{}
			for _, v := range list {
				counts[name][v.Value] = v.Count
			}
		}
		if diff := cmp.Diff(facets, counts, cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("Search(%s): facets (-want +got):\n%s", show(q), diff)
			return false
		}
		if p.Next == "" || page > 2*len(want) {
			break
		}
		q.Cursor = p.Next
		if n := len(p.Hits); page%2 == 1 && n > 1 { // now and then go on from the middle of a page
			q.Cursor = p.Hits[n/2].Cursor
			got = got[:len(got)-(n-1-n/2)]
		}
	}
	for i := range want {
		if q.Near != nil {
			d := truth[want[i].ID]
			want[i].Km = km(q.Near.Lat, q.Near.Lon, d.Lat, d.Lon)
		}
	}
	if diff := cmp.Diff(want, got, cmpopts.IgnoreFields(search.Hit{}, "Cursor"), cmpopts.EquateEmpty(), cmpopts.EquateApprox(1e-9, 1e-6)); diff != "" {
		t.Errorf("Search(%s): hits (-want +got):\n%s", show(q), diff)
		return false
	}
	return true
}

func show(q search.Query) string {
	s := fmt.Sprintf("%+v", q)
	if q.Near != nil {
		s += fmt.Sprintf(" near %+v", *q.Near)
	}
	if q.Box != nil {
		s += fmt.Sprintf(" box %+v", *q.Box)
	}
	return s
}

// checkSoonest pages in the order next through more hits than anybody would
// sort, by record and by occurrence.
func checkSoonest(t *testing.T, ix search.Index) {
	truth := oracle{}
	b := search.Batch{Seq: 1}
	for d := range Events(4000, 14) {
		b.Put = append(b.Put, d)
	}
	apply(t, ix, b)
	truth.apply(b)
	for _, q := range []search.Query{
		{From: at(Now)}, {Now: Now}, {From: at(Now), To: at(Now.AddDate(0, 2, 0))}, {},
		{From: at(Now.AddDate(0, 3, 0)), Filters: map[string][]string{"status": {"EventScheduled"}}},
		{From: search.Bound{Day: "today"}, Now: Now, Weekdays: []time.Weekday{time.Saturday}, Clock: &search.Clock{From: 18 * 60, To: 23 * 60}},
		{From: search.Bound{Day: "today"}, Now: Now, Group: search.BySeries, Confirmed: true},
		{From: at(Now), Group: search.ByOccurrence}, {Now: Now, Group: search.ByOccurrence, Filters: countries("LU", "DE")},
	} {
		q.Sort, q.Size = search.Next, search.MaxSize
		if !agrees(t, ix, truth, q, 1) {
			return
		}
	}
}

// checkPaging goes to the end in every order, with text and without: no hit is
// lost and none comes twice.
func checkPaging(t *testing.T, ix search.Index) {
	const n = 700
	var b search.Batch
	for d := range Events(n, 3) {
		everywhere(&d, search.InBody)
		b.Put = append(b.Put, d)
	}
	apply(t, ix, b)
	for _, text := range []string{"", "partout"} {
		for _, sort := range sorts {
			q := search.Query{Text: text, Sort: sort, Size: 33, Near: &search.Near{Lat: 49.6, Lon: 6.1, Km: 20_000}, Now: Now}
			if got := len(walk(t, ix, q, nil)); got != n {
				t.Errorf("all pages of %q by %q: %d hits, want %d", text, sort, got, n)
			}
		}
	}
}

// everywhere makes a document one that the paging queries find.
func everywhere(d *search.Document, weight search.Weight) {
	d.Texts = append(d.Texts, search.FieldText{Lang: "fr", Weight: weight, Text: "partout"})
	d.HasPoint = true
}

// walk returns how often each IRI came, and calls between after every page.
// What changes meanwhile may come again; nothing else may.
func walk(t *testing.T, ix search.Index, q search.Query, between func()) map[schema.IRI]int {
	seen := map[schema.IRI]int{}
	for {
		p := ask(t, ix, q)
		for _, h := range p.Hits {
			if seen[h.ID]++; seen[h.ID] > 1 && between == nil {
				t.Errorf("by %q: %s comes again", q.Sort, h.ID)
			}
		}
		if q.Cursor = p.Next; q.Cursor == "" {
			return seen
		}
		if between != nil {
			between()
		}
	}
}

// checkPagingWhileChanging pages on while other documents come, change and go:
// those that stay come once each, in every order.
func checkPagingWhileChanging(t *testing.T, ix search.Index) {
	const n = 400
	var stay search.Batch
	for d := range Events(n, 4) {
		everywhere(&d, search.InBody)
		stay.Put = append(stay.Put, d)
	}
	apply(t, ix, stay)
	r := rand.New(rand.NewPCG(5, 6))
	for _, sort := range sorts {
		q := search.Query{Text: "partout", Sort: sort, Size: 21, Near: &search.Near{Lat: 49.6, Lon: 6.1, Km: 20_000}, Now: Now}
		seen := walk(t, ix, q, func() {
			b := search.Batch{Seq: 2}
			for d := range Events(20, r.Uint64()) {
				d.ID = schema.IRI(fmt.Sprintf("%sevent/other%d", prefix, r.IntN(60)))
				everywhere(&d, search.InTitle)
				b.Put = append(b.Put, d)
			}
			// What stays may be written again as it is.
			b.Put = append(b.Put, stay.Put[r.IntN(n)])
			b.Delete = append(b.Delete, schema.IRI(fmt.Sprintf("%sevent/other%d", prefix, 60+r.IntN(60))))
			apply(t, ix, b)
		})
		for _, d := range stay.Put {
			if seen[d.ID] != 1 {
				t.Errorf("by %q: %s came %d times, want once", sort, d.ID, seen[d.ID])
			}
		}
	}
}

// checkHostile asks what nobody should: each is answered or refused, soon.
func checkHostile(t *testing.T, ix search.Index) {
	var b search.Batch
	for d := range Events(300, 7) {
		b.Put = append(b.Put, d)
	}
	b.Put = append(b.Put, search.Document{ID: prefix + "event/odd", Title: map[string]string{"": "\xff\xfe", "fr": strings.Repeat("é", 100_000)},
		HasPoint: true, Lat: 1e300, Lon: -1e300, Occurrences: []search.Occurrence{{Start: -1 << 62, End: 1 << 62}}})
	apply(t, ix, b)
	for _, text := range []string{
		strings.Repeat("mot ", 10_000), strings.Repeat("a", 1<<20), "the of and le la der die das", "!!! ??? ... --- \"\" ''",
		"*", "?*?", "a*", "[a-z]+", "field:value^10~", "\xff\xfe\xfd", "\x00", "\"\"\"", "-", "-a", "-a -b", strings.Repeat("\"", 4000),
		"a AND OR NOT (", strings.Repeat("ab ", 40), "\u202e\u200b\ufeff", "e", "'", "l'", "𝔐𝔬𝔰𝔢𝔩𝔩𝔢",
	} {
		began := time.Now()
		_, err := ix.Search(t.Context(), search.Query{Text: text, Facets: search.FacetNames()})
		if err != nil && fault.Of(err) != fault.Invalid {
			t.Errorf("Search(%.40q) = %v, want an answer or fault.Invalid", text, err)
		}
		if took := time.Since(began); took > 5*time.Second {
			t.Errorf("Search(%.40q) took %v", text, took)
		}
	}
	all := ask(t, ix, search.Query{}).Total
	for _, text := range []string{"", "  ", "!!!", "***"} {
		if got := ask(t, ix, search.Query{Text: text}).Total; got != all {
			t.Errorf("Search(%q) = %d hits, want all %d: it has no words", text, got, all)
		}
	}
}

// checkCursor refuses what is not a cursor of the query.
func checkCursor(t *testing.T, ix search.Index) {
	var b search.Batch
	for d := range Events(50, 8) {
		b.Put = append(b.Put, d)
	}
	apply(t, ix, b)
	q := search.Query{Size: 10, Sort: search.Newest, Filters: countries("LU", "DE", "FR", "BE")}
	next := ask(t, ix, q).Next
	same := q
	same.Cursor, same.Size, same.Facets, same.Filters = next, 5, []string{"class"}, countries("BE", "FR", "DE", "LU")
	if got := len(ask(t, ix, same).Hits); got != 5 {
		t.Errorf("next page of another size = %d hits, want 5", got)
	}
	for name, change := range map[string]func(*search.Query){
		"another text":    func(q *search.Query) { q.Text = "x" },
		"another order":   func(q *search.Query) { q.Sort = search.ByTitle },
		"another country": func(q *search.Query) { q.Filters = countries("LU") },
		"another time":    func(q *search.Query) { q.From = at(Now) },
		"cut off":         func(q *search.Query) { q.Cursor = next[:len(next)-2] },
		"with more":       func(q *search.Query) { q.Cursor += "AA" },
		"not base64":      func(q *search.Query) { q.Cursor = "§§§" },
		"long":            func(q *search.Query) { q.Cursor = strings.Repeat("A", 1<<20) },
	} {
		bad := q
		bad.Cursor = next
		change(&bad)
		if _, err := ix.Search(t.Context(), bad); fault.Of(err) != fault.Invalid {
			t.Errorf("Search(cursor %s) = %v, want fault.Invalid", name, err)
		}
	}
}

func at(t time.Time) search.Bound { return search.Bound{At: t} }

func countries(codes ...string) map[string][]string { return map[string][]string{"country": codes} }

// checkAgain applies the same changes twice, as a follower may.
func checkAgain(t *testing.T, ix search.Index) {
	r := rand.New(rand.NewPCG(9, 10))
	truth := oracle{}
	var log []search.Batch
	for seq := range store.Seq(6) {
		log = append(log, randomBatch(r, seq+1))
	}
	apply(t, ix, log...)
	apply(t, ix, log[2:]...)
	for _, b := range log {
		truth.apply(b)
	}
	for range 40 {
		if !agrees(t, ix, truth, randomQuery(r), 6) {
			return
		}
	}
}

// checkRenewal writes few documents very often: what was there before is never
// found, and the index stays as it should through any tidying.
func checkRenewal(t *testing.T, ix search.Index) {
	r := rand.New(rand.NewPCG(11, 12))
	truth := oracle{}
	for seq := range store.Seq(45) {
		b := randomBatch(r, seq+1)
		apply(t, ix, b)
		truth.apply(b)
	}
	for range 60 {
		if !agrees(t, ix, truth, randomQuery(r), 45) {
			return
		}
	}
}

// checkTogether searches on several goroutines while documents change.
func checkTogether(t *testing.T, ix search.Index) {
	var b search.Batch
	for d := range Events(500, 13) {
		b.Put = append(b.Put, d)
	}
	apply(t, ix, b)
	stop := make(chan struct{})
	var searching sync.WaitGroup
	for range 4 {
		searching.Go(func() {
			for {
				select {
				case <-stop:
					return
				default:
				}
				p, err := ix.Search(t.Context(), search.Query{Text: "concert", From: at(Now), Facets: []string{"category", "status"}, Sort: search.Next})
				if err != nil || len(p.Hits) > p.Total {
					t.Errorf("Search() = %d hits of %d, %v", len(p.Hits), p.Total, err)
					return
				}
			}
		})
	}
	for i := range 60 {
		if err := ix.Apply(t.Context(), search.Batch{Put: b.Put[i : i+8], Seq: store.Seq(i + 2)}); err != nil {
			t.Error(err)
		}
	}
	close(stop)
	searching.Wait()
	if got := ask(t, ix, search.Query{}).Total; got != 500 {
		t.Errorf("after %d changes: %d documents, want 500", 60, got)
	}
}
