package embedded_test

import (
	"flag"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"moselle/hub/search"
	"moselle/hub/search/embedded"
	"moselle/hub/search/searchtest"
	"moselle/hub/store"
)

var (
	events = flag.Int("events", 200_000, "how many events the benchmarks index")
	chunk  = flag.Int("chunk", 4000, "how many documents one Apply of the benchmarks takes")
)

// BenchmarkEvents builds one index and asks it, while one record a second is
// changed; beside it a plain scan over the same documents, and the opening of
// the same index anew.
func BenchmarkEvents(b *testing.B) {
	dir := b.TempDir()
	docs := slices.Collect(searchtest.Events(*events, 1))
	ix := open(b, dir)
	b.Run("index", func(b *testing.B) {
		for b.Loop() {
			fill(b, ix, docs)
		}
		b.ReportMetric(float64(len(docs))*float64(b.N)/b.Elapsed().Seconds(), "docs/s")
	})
	stop := make(chan struct{})
	done := make(chan struct{})
	go func() {
		defer close(done)
		tick := time.NewTicker(time.Second)
		defer tick.Stop()
		for i := 0; ; i++ {
			select {
			case <-stop:
				return
			case <-tick.C:
			}
			if err := ix.Apply(b.Context(), search.Batch{Put: docs[i : i+1], Seq: store.Seq(len(docs) + i)}); err != nil {
				b.Error(err)
			}
		}
	}()
	for _, q := range queries {
		b.Run(q.name, func(b *testing.B) { measure(b, ix, q.query) })
	}
	close(stop)
	<-done
	for _, q := range queries[:2] {
		b.Run("scan/"+q.name, func(b *testing.B) {
			r := rand.New(rand.NewPCG(1, 1))
			for b.Loop() {
				scan(docs, q.query(r))
			}
		})
	}
	if err := ix.Close(); err != nil {
		b.Fatal(err)
	}
	b.Run("open", func(b *testing.B) {
		for b.Loop() {
			again := open(b, dir)
			b.StopTimer()
			if got := again.Seq(); got < store.Seq(len(docs)) {
				b.Fatalf("Seq() = %d after opening again, want %d", got, len(docs))
			}
			if err := again.Close(); err != nil {
				b.Fatal(err)
			}
			b.StartTimer()
		}
	})
}

// fill indexes the documents as a follower would.
func fill(b *testing.B, ix search.Index, docs []search.Document) {
	seq := store.Seq(0)
	for part := range slices.Chunk(docs, *chunk) {
		seq += store.Seq(len(part))
		if err := ix.Apply(b.Context(), search.Batch{Put: part, Seq: seq}); err != nil {
			b.Fatal(err)
		}
	}
}

var texts = []string{"concert", "exposition", "Ausstellung Musée", "jazz", "theat", "œuvre", "Konzrt", "nuit musée", "ba", "photographie jardin"}

var queries = []struct {
	name  string
	query func(*rand.Rand) search.Query
}{
	{"date+500km+facets+next", func(r *rand.Rand) search.Query {
		q := nearby(r, 500)
		q.Sort = search.Next
		return q
	}},
	{"date+500km+facets+saturday+evening+available", func(r *rand.Rand) search.Query {
		q := nearby(r, 500)
		q.Sort, q.Weekdays, q.Clock = search.Next, []time.Weekday{time.Saturday}, &search.Clock{From: 18 * 60, To: 23 * 60}
		q.Filter("availability", "InStock", "LimitedAvailability")
		return q
	}},
	{"from+500km+facets+saturday+evening+available", func(r *rand.Rand) search.Query {
		q := nearby(r, 500)
		q.From, q.To, q.Now, q.Confirmed = search.Bound{Day: "today"}, search.Bound{}, searchtest.Now, true
		q.Sort, q.Weekdays, q.Clock = search.Next, []time.Weekday{time.Saturday}, &search.Clock{From: 18 * 60, To: 23 * 60}
		q.Filter("availability", "InStock", "LimitedAvailability")
		return q
	}},
	{"from+500km+facets", func(r *rand.Rand) search.Query {
		q := nearby(r, 500)
		q.From, q.To, q.Now, q.Sort = search.Bound{Day: "today"}, search.Bound{}, searchtest.Now, search.Next
		return q
	}},
	{"date+500km+facets+series", func(r *rand.Rand) search.Query {
		q := nearby(r, 500)
		q.Sort, q.Group = search.Next, search.BySeries
		return q
	}},
	{"text+date+100km+facets", func(r *rand.Rand) search.Query {
		q := nearby(r, 100)
		q.Text, q.Lang = texts[r.IntN(len(texts))], searchtest.Languages[r.IntN(len(searchtest.Languages))]
		return q
	}},
	{"from+facets+next", func(r *rand.Rand) search.Query {
		return search.Query{From: search.Bound{At: searchtest.Now.Add(time.Duration(r.IntN(1e6)) * time.Second)}, Filters: map[string][]string{"class": {"Event"}}, Facets: []string{"category", "locality"}}
	}},
	{"text+facets", func(r *rand.Rand) search.Query {
		return search.Query{Text: texts[r.IntN(len(texts))], Facets: []string{"category", "locality"}}
	}},
}

func nearby(r *rand.Rand, km float64) search.Query {
	from := searchtest.Now.Add(time.Duration(r.IntN(60*24)) * time.Hour)
	return search.Query{
		From: search.Bound{At: from}, To: search.Bound{At: from.AddDate(0, 0, 1+r.IntN(14))}, Near: &search.Near{Lat: 48.5 + 2*r.Float64(), Lon: 5 + 2*r.Float64(), Km: km},
		Facets: []string{"category", "locality"}, Filters: map[string][]string{"category": searchtest.Categories[:r.IntN(3)]},
	}
}

func measure(b *testing.B, ix *embedded.Index, query func(*rand.Rand) search.Query) {
	r := rand.New(rand.NewPCG(1, 1))
	var took []time.Duration
	hits := 0
	for b.Loop() {
		q := query(r)
		began := time.Now()
		p, err := ix.Search(b.Context(), q)
		took = append(took, time.Since(began))
		if err != nil {
			b.Fatal(err)
		}
		hits += p.Total
	}
	slices.Sort(took)
	at := func(share float64) float64 {
		return float64(took[int(float64(len(took)-1)*share)].Microseconds()) / 1000
	}
	b.ReportMetric(at(0.5), "p50-ms")
	b.ReportMetric(at(0.99), "p99-ms")
	b.ReportMetric(float64(hits/len(took)), "hits")
}

// scan is what a query costs without an index: every document is looked at, the
// place, the dates and what is asked of them.
func scan(docs []search.Document, q search.Query) int {
	zone, err := time.LoadLocation("Europe/Luxembourg")
	if err != nil {
		return 0
	}
	n := 0
	for i := range docs {
		d := &docs[i]
		if !d.HasPoint || (d.Lat-q.Near.Lat)*(d.Lat-q.Near.Lat)+(d.Lon-q.Near.Lon)*(d.Lon-q.Near.Lon) > 25 {
			continue
		}
		if slices.ContainsFunc(d.Occurrences, func(o search.Occurrence) bool {
			if o.End <= q.From.At.Unix() || o.Start >= q.To.At.Unix() {
				return false
			}
			if q.Clock == nil {
				return true
			}
			t := time.Unix(o.Start, 0).In(zone)
			return slices.Contains(q.Weekdays, t.Weekday()) && t.Hour()*60+t.Minute() < q.Clock.To && slices.Contains(q.Filters["availability"], o.Availability)
		}) {
			n++
		}
	}
	return n
}
