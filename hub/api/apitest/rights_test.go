package apitest_test

import (
	"bytes"
	"net/http"
	"strings"
	"testing"
	"time"

	"moselle/hub/api/apitest"
)

// TestEndedRights asks every surface for a record on the last day that its
// picture may be shown, and on the day after: nothing is written in between,
// and what was cached must not outlive the day.
func TestEndedRights(t *testing.T) {
	t.Parallel()
	hub := apitest.Open(t)
	const poster = "lent-poster.jpg"
	query := `{"query": "{ event(id: \"{exhibition:key}\") { image { contentUrl attribution } } }"}`
	paths := []string{
		"/api/v1/events/{exhibition:key}", "/api/v1/events?q=Br%C3%BCcken&from=2026-10-01", "/api/v1/search?q=Br%C3%BCcken", "/api/v1/changes?limit=1000",
		"/doc/{exhibition}.jsonld", "/doc/{exhibition}.ttl", "/doc/{exhibition}.nt", "/doc/{exhibition}.nq", "/doc/{exhibition}.trig",
		"/doc/{exhibition}.rdf", "/doc/{exhibition}.json", "/doc/{exhibition}.html",
		"/feeds/events.rss", "/feeds/events.json", "/feeds/events.ics",
		"/de/events/{exhibition:key}", "/de/works/{painting:key}",
	}
	ask := func() map[string]string {
		out := map[string]string{}
		for _, path := range paths {
			res, body := hub.Get(t, hub.Path(path))
			if res.StatusCode != http.StatusOK {
				t.Errorf("GET %s = %s", path, res.Status)
			}
			out[path] = strings.ReplaceAll(body, "\r\n ", "") // iCalendar folds
		}
		_, out["graphql"] = hub.Do(t, http.MethodPost, "/graphql", hub.Path(query), "Content-Type: application/json")
		for _, format := range []string{"nq", "ttl", "jsonld"} {
			var b bytes.Buffer
			if err := hub.App.Export(t.Context(), format, &b); err != nil {
				t.Fatal(err)
			}
			out["export "+format] = b.String()
		}
		return out
	}
	for path, body := range ask() {
		if !strings.Contains(body, poster) {
			t.Errorf("%s does not have the picture on its last day", path)
		}
	}
	modified := hub.Path("/api/v1/events/{exhibition:key}")
	res, _ := hub.Get(t, modified)
	if date := res.Header.Get("Last-Modified"); date != "" {
		t.Errorf("Last-Modified of what changes with the day = %s, want none", date)
	}
	etag := res.Header.Get("ETag")
	hub.Wait(apitest.Now.Add(14*time.Hour + 30*time.Minute)) // half past midnight in Luxembourg, still the day before in UTC
	for path, body := range ask() {
		if strings.Contains(body, "lent-poster") {
			t.Errorf("%s has the picture after its last day", path)
		}
		if strings.Contains(body, "bridge.mp4") {
			t.Errorf("%s has the film after its last day", path)
		}
	}
	if res, _ := hub.Get(t, modified, "If-None-Match: "+etag); res.StatusCode != http.StatusOK {
		t.Errorf("GET %s with the tag of the day before = %s, want 200", modified, res.Status)
	}
	for path, want := range map[string]int{"/doc/{film}.ttl": 410, "/api/v1/media/{film:key}": 410, "/de/media/{film:key}": 410, "/api/v1/events/{exhibition:key}": 200} {
		if res, body := hub.Get(t, hub.Path(path)); res.StatusCode != want {
			t.Errorf("GET %s = %s, want %d\n%s", path, res.Status, want, body)
		}
	}
}
