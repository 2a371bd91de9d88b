package apitest_test

import (
	"net/http"
	"strings"
	"testing"

	"moselle/hub/api/apitest"
	"moselle/hub/store"
	"moselle/schema"
)

// TestConditional asks again with the tag of the answer: 304 without a body
// while nothing has changed, and another tag for another representation.
func TestConditional(t *testing.T) {
	t.Parallel()
	hub := apitest.Open(t)
	tags := map[string]string{}
	for _, path := range []string{
		"/doc/{concert}.jsonld", "/doc/{concert}.ttl", "/doc/{concert}.nt", "/doc/{concert}.nq", "/doc/{concert}.json", "/doc/{concert}.html",
		"/api/v1/events/{concert:key}?lang=de", "/api/v1/events?limit=2", "/feeds/events.ics", "/feeds/events.rss", "/fr/", "/de/", "/de/events/{concert:key}",
	} {
		res, body := hub.Get(t, hub.Path(path))
		tag := res.Header.Get("ETag")
		if tag == "" || body == "" {
			t.Errorf("%s: ETag = %q with %d bytes", path, tag, len(body))
			continue
		}
		if other := tags[tag]; other != "" {
			t.Errorf("%s and %s have the same tag", path, other)
		}
		tags[tag] = path
		for _, header := range []string{"If-None-Match: " + tag, "If-None-Match: W/" + tag, `If-None-Match: "x", ` + tag, "If-None-Match: *"} {
			again, body := hub.Get(t, hub.Path(path), header)
			if again.StatusCode != http.StatusNotModified || body != "" || again.Header.Get("ETag") != tag {
				t.Errorf("%s with %s = %d, %q, %d bytes", path, header, again.StatusCode, again.Header.Get("ETag"), len(body))
			}
			if got, want := again.Header.Get("Vary"), res.Header.Get("Vary"); got != want {
				t.Errorf("%s with %s: Vary = %q, want %q", path, header, got, want)
			}
		}
		if again, _ := hub.Get(t, hub.Path(path), `If-None-Match: "other"`); again.StatusCode != http.StatusOK {
			t.Errorf("%s with another tag = %d, want 200", path, again.StatusCode)
		}
	}
}

// TestModifiedSince asks by date.
func TestModifiedSince(t *testing.T) {
	t.Parallel()
	hub := apitest.Open(t)
	path := hub.Path("/doc/{concert}.ttl")
	res, _ := hub.Get(t, path)
	modified := res.Header.Get("Last-Modified")
	for header, want := range map[string]int{
		"If-Modified-Since: " + modified:                                   http.StatusNotModified,
		"If-Modified-Since: Thu, 01 Jan 2026 00:00:00 GMT":                 http.StatusOK,
		"If-Modified-Since: soon":                                          http.StatusOK,
		"If-Modified-Since: " + strings.Replace(modified, "GMT", "CET", 1): http.StatusOK,
		"If-Modified-Since: Sun, 06 Nov 2095 08:49:37 GMT":                 http.StatusNotModified,
	} {
		if got, _ := hub.Get(t, path, header); got.StatusCode != want {
			t.Errorf("%s = %d, want %d", header, got.StatusCode, want)
		}
	}
}

// TestChangedAtOnce changes a place: whatever shows its name shows the new one,
// under a new tag, and a deleted record is gone everywhere.
func TestChangedAtOnce(t *testing.T) {
	t.Parallel()
	hub := apitest.Open(t)
	paths := []string{"/doc/{mill}.ttl", "/api/v1/events/{market:key}?lang=de", "/de/events/{market:key}", "/api/v1/events?q=tr%C3%B6delmarkt&lang=de",
		"/feeds/events.ics?q=tr%C3%B6delmarkt&lang=de", "/de/?q=tr%C3%B6delmarkt"}
	before := map[string]string{}
	for _, p := range paths {
		res, body := hub.Get(t, hub.Path(p))
		if !strings.Contains(body, "Alte Tuchmühle") {
			t.Fatalf("%s does not show the place", p)
		}
		before[p] = res.Header.Get("ETag")
	}
	mill := schema.Build("programme", "Place", "mill")
	mill.Text("name", "de", "Neue Tuchmühle")
	hub.Write(t, "programme", store.Change{Op: store.Update, Record: hub.Seal(t, "programme", mill)})
	for _, p := range paths {
		res, body := hub.Get(t, hub.Path(p), "If-None-Match: "+before[p])
		if res.StatusCode != http.StatusOK || !strings.Contains(body, "Neue Tuchmühle") || res.Header.Get("ETag") == before[p] {
			t.Errorf("%s after the change = %d, tag %s (before %s), shows the new name: %v", p, res.StatusCode, res.Header.Get("ETag"), before[p],
				strings.Contains(body, "Neue Tuchmühle"))
		}
	}
	hub.Write(t, "programme", store.Change{Op: store.Delete, Reason: "withdrawn",
		Record: schema.Record{IRI: hub.Names["market"], Source: "programme", Class: "Event"}})
	for path, want := range map[string]int{"/doc/{market}.ttl": 410, "/id/event/{market:key}": 410, "/api/v1/events/{market:key}": 410, "/de/events/{market:key}": 410} {
		if res, _ := hub.Get(t, hub.Path(path)); res.StatusCode != want {
			t.Errorf("%s after the deletion = %d, want %d", path, res.StatusCode, want)
		}
	}
	for _, p := range paths[3:] {
		if _, body := hub.Get(t, hub.Path(p)); strings.Contains(body, "Trödelmarkt") {
			t.Errorf("%s still shows the deleted event", p)
		}
	}
}
