package app_test

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/labstack/echo/v4"

	"moselle/hub/api/graphql"
	"moselle/hub/app"
	"moselle/hub/config"
	"moselle/hub/harvest"
	"moselle/hub/search"
	"moselle/schema"
	"moselle/schema/rdf/rdftest"
)

// tate opens a hub that declares the Tate's artworks as its only source.
func tate(tb testing.TB, dir string) *app.App {
	tb.Helper()
	file := rdftest.Data(tb, "collections/tategallery__collection/artworks-full.ndjson.gz")
	text := "data: " + dir + `
institutions: [{id: gallery, names: {en: Gallery}, country: GB}]
sources:
  - id: works
    institution: gallery
    kind: table
    language: en
    schedule: manual
    location: ` + file + `
    settings: {preset: tate-artworks}
`
	path := filepath.Join(dir, "hub.yaml")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		tb.Fatal(err)
	}
	cfg, err := config.Load(path, nil)
	if err != nil {
		tb.Fatal(err)
	}
	a, err := app.Open(tb.Context(), cfg, app.Options{Log: slog.New(slog.DiscardHandler), Now: time.Now, Search: true})
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if err := a.Close(); err != nil {
			tb.Error(err)
		}
	})
	return a
}

// follow runs the followers until the test ends.
func follow(tb testing.TB, a *app.App) {
	ctx, cancel := context.WithCancel(tb.Context())
	done := make(chan struct{})
	go func() { a.Follow.Run(ctx); close(done) }()
	tb.Cleanup(func() { cancel(); <-done })
}

// BenchmarkTate takes the Tate's 69,202 artworks from their compressed file to
// durable, searchable and answered by GraphQL, then reads the same file again,
// then a file in which one line differs.
func BenchmarkTate(b *testing.B) {
	for b.Loop() {
		a := tate(b, b.TempDir())
		follow(b, a)
		peak := watchMemory()
		start := time.Now()
		run := harvestOnce(b, a)
		last, err := a.Store.Last(b.Context())
		if err != nil {
			b.Fatal(err)
		}
		if err := a.Follow.WaitFor(b.Context(), last); err != nil {
			b.Fatal(err)
		}
		answer := ask(b, a, `{ works(first: 1) { totalCount } }`)
		took := time.Since(start)
		if !strings.Contains(answer, "69202") {
			b.Fatalf("GraphQL answers %s", answer)
		}
		b.ReportMetric(float64(run)/took.Seconds(), "records/s")
		b.ReportMetric(peak()/(1<<20), "peak-MB")

		start = time.Now()
		harvestOnce(b, a)
		again := time.Since(start)
		if now, _ := a.Store.Last(b.Context()); now != last {
			b.Fatalf("the second harvest wrote %d log entries", now-last)
		}
		b.ReportMetric(took.Seconds()/again.Seconds(), "x-second")
	}
}

func harvestOnce(tb testing.TB, a *app.App) int {
	tb.Helper()
	run, err := a.Harvest.Run(tb.Context(), a.Sources[0], harvest.Options{})
	if err != nil || run.Refused > 0 || run.Error != "" {
		tb.Fatalf("harvest: %+v, %v", run, err)
	}
	return run.Read
}

// watchMemory samples the process's resident memory until the returned
// function is called, which gives the peak in bytes.
func watchMemory() func() float64 {
	stop, done := make(chan struct{}), make(chan float64)
	go func() {
		peak := 0.0
		for tick := time.NewTicker(50 * time.Millisecond); ; {
			peak = max(peak, resident())
			select {
			case <-stop:
				tick.Stop()
				done <- peak
				return
			case <-tick.C:
			}
		}
	}()
	return func() float64 { close(stop); return <-done }
}

// resident is the resident set in bytes, by the kernel where it says so.
func resident() float64 {
	data, err := os.ReadFile("/proc/self/statm")
	if err != nil {
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return float64(m.Sys)
	}
	fields := strings.Fields(string(data))
	pages := 0.0
	if len(fields) > 1 {
		if err := json.Unmarshal([]byte(fields[1]), &pages); err != nil {
			return 0
		}
	}
	return pages * float64(os.Getpagesize())
}

func ask(tb testing.TB, a *app.App, query string) string {
	tb.Helper()
	s, err := graphql.New(a.Catalog, a.Log)
	if err != nil {
		tb.Fatal(err)
	}
	data, err := json.Marshal(s.Do(tb.Context(), graphql.Request{Query: query, Langs: []string{"en"}, Page: "en"}))
	if err != nil {
		tb.Fatal(err)
	}
	return string(data)
}

// BenchmarkSearchWorks asks the index of 69,202 artworks for text, a facet and
// an order of their own.
func BenchmarkSearchWorks(b *testing.B) {
	a := tate(b, b.TempDir())
	follow(b, a)
	harvestOnce(b, a)
	last, _ := a.Store.Last(b.Context())
	if err := a.Follow.WaitFor(b.Context(), last); err != nil {
		b.Fatal(err)
	}
	words := []string{"castle", "river", "portrait of a lady", "sunset sea", "turner", "london bridge", "horse", "graphite tree", "moun", "cathedrl"}
	var times []time.Duration
	n := 0
	for b.Loop() {
		start := time.Now()
		_, err := a.Catalog.Search(b.Context(), search.Query{Text: words[n%len(words)], Lang: "en", Filters: map[string][]string{"class": {"Work"}},
			Facets: []string{"category"}, Sort: search.ByTitle})
		if err != nil {
			b.Fatal(err)
		}
		times = append(times, time.Since(start))
		n++
	}
	percentiles(b, times)
}

func percentiles(b *testing.B, times []time.Duration) {
	slices.Sort(times)
	b.ReportMetric(float64(times[len(times)/2].Microseconds())/1000, "p50-ms")
	b.ReportMetric(float64(times[len(times)*95/100].Microseconds())/1000, "p95-ms")
	b.ReportMetric(float64(times[len(times)*99/100].Microseconds())/1000, "p99-ms")
}

// demoHub opens a hub with the demo region, harvested and indexed.
func demoHub(tb testing.TB) *app.App {
	tb.Helper()
	cfg, err := app.DemoConfig([]string{"HUB_DATA=" + tb.TempDir()}, time.Now())
	if err != nil {
		tb.Fatal(err)
	}
	a, err := app.Open(tb.Context(), cfg, app.Options{Log: slog.New(slog.DiscardHandler), Now: time.Now, Search: true})
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if err := a.Close(); err != nil {
			tb.Error(err)
		}
	})
	follow(tb, a)
	if _, err := a.RunHarvest(tb.Context(), nil, app.HarvestOptions{}, io.Discard); err != nil {
		tb.Fatal(err)
	}
	last, _ := a.Store.Last(tb.Context())
	if err := a.Follow.WaitFor(tb.Context(), last); err != nil {
		tb.Fatal(err)
	}
	return a
}

// BenchmarkEntity serves one cached record over a real connection, beside a
// bare echo handler that gives the same bytes.
func BenchmarkEntity(b *testing.B) {
	a := demoHub(b)
	handler, err := a.Handler()
	if err != nil {
		b.Fatal(err)
	}
	var event schema.IRI
	for r, err := range a.Catalog.List(b.Context(), "Event") {
		if err != nil {
			b.Fatal(err)
		}
		event = r.IRI
		break
	}
	hub := httptest.NewServer(handler)
	b.Cleanup(hub.Close)
	for _, ext := range []string{".json", ".jsonld"} {
		address := strings.Replace(a.Catalog.Doc(event, ext), a.Config.Base, hub.URL, 1)
		body := fetch(b, hub.Client(), address)
		e := echo.New()
		e.GET("/same", func(c echo.Context) error { return c.Blob(http.StatusOK, "application/json", body) })
		bare := httptest.NewServer(e)
		b.Cleanup(bare.Close)
		// The same bytes from both: neither is asked to pack them.
		client := &http.Client{Transport: &http.Transport{DisableCompression: true}}
		b.Run(ext[1:], func(b *testing.B) {
			var ours, theirs time.Duration
			for b.Loop() {
				start := time.Now()
				fetch(b, client, address)
				ours += time.Since(start)
				start = time.Now()
				fetch(b, client, bare.URL+"/same")
				theirs += time.Since(start)
			}
			b.ReportMetric(theirs.Seconds()/ours.Seconds(), "x-bare-echo")
		})
	}
}

func fetch(tb testing.TB, c *http.Client, address string) []byte {
	tb.Helper()
	res, err := c.Get(address)
	if err != nil {
		tb.Fatal(err)
	}
	defer res.Body.Close()
	var b bytes.Buffer
	if _, err := b.ReadFrom(res.Body); err != nil || res.StatusCode != http.StatusOK {
		tb.Fatalf("GET %s: %s, %v", address, res.Status, err)
	}
	return b.Bytes()
}

// BenchmarkGraphQLList answers a list of 20 events with 12 fields for the first
// time: nothing of the answer is cached, though records read before are.
func BenchmarkGraphQLList(b *testing.B) {
	a := demoHub(b)
	s, err := graphql.New(a.Catalog, a.Log)
	if err != nil {
		b.Fatal(err)
	}
	const query = `{ events(first: 20, filter: {from: "today"}) { edges { node {
		id type name(lang: fr) description startDate endDate eventStatus url timezone isAccessibleForFree
		location { name address { addressLocality } geo { latitude longitude } } organizer { ... on Organization { name } } } } totalCount } }`
	var times []time.Duration
	for b.Loop() {
		start := time.Now()
		r := s.Do(b.Context(), graphql.Request{Query: query, Langs: []string{"fr"}, Page: "fr"})
		if len(r.Errors) > 0 {
			b.Fatalf("%s", r.Errors)
		}
		if _, err := json.Marshal(r); err != nil {
			b.Fatal(err)
		}
		times = append(times, time.Since(start))
	}
	percentiles(b, times)
}
