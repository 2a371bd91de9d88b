package apitest_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"moselle/hub/api/apitest"
	"moselle/hub/catalog"
	"moselle/hub/store"
	"moselle/schema"
)

// doubtful writes a source that tells of the region's concert again and has
// five venues in the middle of one town.
func doubtful(t *testing.T, hub *apitest.Hub) {
	t.Helper()
	const from schema.SourceID = "listings"
	var changes []store.Change
	put := func(b *schema.Builder) {
		b.Link("sdPublisher", hub.Names["theatre"])
		changes = append(changes, store.Change{Op: store.Create, Record: hub.Seal(t, from, b)})
	}
	for i := range 5 {
		p := schema.Build(from, "Place", fmt.Sprint("venue", i))
		p.Text("name", "fr", fmt.Sprint("Salle ", i))
		a := p.Part("address", "PostalAddress")
		a.Put("streetAddress", fmt.Sprint(i, ", rue Haute"))
		a.Put("postalCode", "57000")
		a.Put("addressLocality", "Metz")
		a.Put("addressCountry", "FR")
		g := p.Part("geo", "GeoCoordinates")
		g.Put("latitude", "49.11931")
		g.Put("longitude", "6.17568")
		put(p)
	}
	for key, e := range map[string]struct{ name, start string }{
		"same":    {"Le concert au pont", "2026-11-21T18:30:00Z"},
		"other":   {"Marché aux fleurs", "2026-11-21T19:30:00+01:00"},
		"earlier": {"Concert au pont", "2026-11-21T19:29:00+01:00"},
	} {
		b := schema.Build(from, "Event", key)
		b.Text("name", "fr", e.name)
		b.Put("startDate", e.start)
		b.Put("eventStatus", "EventScheduled")
		b.Link("location", schema.Mint(from, "Place", "venue0"))
		put(b)
	}
	hub.Write(t, from, changes...)
}

func qualityOf(t *testing.T, hub *apitest.Hub, source string) catalog.Quality {
	t.Helper()
	res, body := hub.Get(t, "/api/v1/sources/"+source+"/quality?lang=fr")
	var q catalog.Quality
	if err := json.Unmarshal([]byte(body), &q); err != nil || res.StatusCode != 200 {
		t.Fatalf("%d %.300s: %v", res.StatusCode, body, err)
	}
	return q
}

// TestTwins: what is on at the same minute in the same postal code under a like
// name is shown to both sources.
func TestTwins(t *testing.T) {
	t.Parallel()
	hub := apitest.Open(t)
	doubtful(t, hub)
	type pair struct{ Event, Other, From string }
	pairs := func(source string) []pair {
		out := []pair{}
		for _, w := range qualityOf(t, hub, source).Twins {
			out = append(out, pair{w.Event.Name, w.Other.Name, w.From})
		}
		return out
	}
	if d := cmp.Diff([]pair{{"Le concert au pont", "Concert au pont (complet)", "programme"}}, pairs("listings")); d != "" {
		t.Errorf("twins of listings (-want +got):\n%s", d)
	}
	if d := cmp.Diff([]pair{{"Concert au pont (complet)", "Le concert au pont", "listings"}}, pairs("programme")); d != "" {
		t.Errorf("twins of the programme (-want +got):\n%s", d)
	}
	_, body := hub.Get(t, "/fr/sources/listings")
	for _, want := range []string{"Doublons possibles", "de programme · samedi", "49.1193, 6.1757", "5 lieux"} {
		if !strings.Contains(body, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
}

// TestReportOnPage: the page of a source tells what its last harvest did.
func TestReportOnPage(t *testing.T) {
	t.Parallel()
	hub := apitest.Open(t)
	run := store.Run{Source: "programme", Started: apitest.Now, Ended: apitest.Now.Add(time.Second), Outcome: "needs-confirmation", Error: "12 of 20 items are missing",
		Read: 17, Refused: 3, Requests: 4, Bytes: 12_345, Again: apitest.Now.Add(72 * time.Hour), Faults: []store.Fault{{Path: "startDate", Message: "not a date", Count: 3, Samples: []store.Sample{{Where: "line 7", Value: "soon <b>"}}},
			{Path: "name", Message: "missing", Rule: "missing Event.name", Count: 1}},
		Unmapped: []store.Term{{Scheme: "event", Term: "Bric-à-brac", Count: 4}}}
	if err := hub.App.Store.SaveRun(t.Context(), run); err != nil {
		t.Fatal(err)
	}
	_, body := hub.Get(t, "/fr/sources/programme")
	for _, want := range []string{"vendredi", "attend une confirmation", "12 of 20 items are missing", "Éléments lus", ">17<", "Documents demandés", "Kilo-octets lus", ">13<", "Nouvel essai : lundi",
		`<code>startDate</code> <span lang="en">not a date</span>`, "<code>name</code> <span>" + schema.Fault{Rule: "missing Event.name"}.In("fr"), "3 fois · ligne 7: soon &lt;b&gt;", "Bric-à-brac"} {
		if !strings.Contains(body, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
}

func TestPiles(t *testing.T) {
	t.Parallel()
	hub := apitest.Open(t)
	doubtful(t, hub)
	q := qualityOf(t, hub, "listings")
	if len(q.Piles) != 1 || q.Piles[0].Position != "49.1193 6.1757" || q.Piles[0].Places != 5 || len(q.Piles[0].Examples) != 5 {
		t.Errorf("piles = %+v, want one of five places", q.Piles)
	}
	if q := qualityOf(t, hub, "programme"); len(q.Piles) != 0 {
		t.Errorf("piles of the programme = %+v, want none", q.Piles)
	}
}

// TestQualityFollows: the answer changes with the records and with the report of
// a harvest that changed none, and is unchanged otherwise.
func TestQualityFollows(t *testing.T) {
	t.Parallel()
	hub := apitest.Open(t)
	path := "/api/v1/sources/programme/quality"
	first, _ := hub.Get(t, path)
	if again, _ := hub.Get(t, path, "If-None-Match: "+first.Header.Get("ETag")); again.StatusCode != 304 {
		t.Errorf("asked again = %d, want 304", again.StatusCode)
	}
	run := store.Run{Source: "programme", Started: apitest.Now, Ended: apitest.Now.Add(time.Second), Outcome: "unchanged"}
	if err := hub.App.Store.SaveRun(t.Context(), run); err != nil {
		t.Fatal(err)
	}
	second, _ := hub.Get(t, path)
	if first.Header.Get("ETag") == second.Header.Get("ETag") {
		t.Error("the report of a harvest leaves the answer as it was")
	}
	b := schema.Build("programme", "Place", "stage")
	b.Text("name", "fr", "Salle du Pont")
	hub.Write(t, "programme", store.Change{Op: store.Update, Record: hub.Seal(t, "programme", b)})
	for _, f := range qualityOf(t, hub, "programme").Fixes {
		if f.Code == "geo.missing" && f.Records < 4 {
			t.Errorf("events at a venue without a position = %d, want those of its stage too", f.Records)
		}
	}
}
