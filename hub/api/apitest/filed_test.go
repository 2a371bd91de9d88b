package apitest_test

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"moselle/hub/api/apitest"
	"moselle/hub/store"
	"moselle/schema"
)

// write commits a record of a source of the test's own.
func write(t *testing.T, hub *apitest.Hub, op store.Op, b *schema.Builder) schema.IRI {
	t.Helper()
	hub.Write(t, "town", store.Change{Op: op, Record: hub.Seal(t, "town", b)})
	return b.IRI()
}

// place builds a place within another.
func place(key, name string, within schema.IRI, features ...string) *schema.Builder {
	b := schema.Build("town", "Place", key)
	b.Text("name", "fr", name)
	if within != "" {
		b.Link("containedInPlace", within)
	}
	for _, id := range features {
		p := b.Part("accessibilityFeature", "Feature")
		p.Text("name", "fr", id)
		p.Put("sameAs", "moselle:id/concept/"+id)
	}
	return b
}

// total returns how many records a search finds.
func total(t *testing.T, hub *apitest.Hub, path string) int {
	t.Helper()
	res, body := hub.Get(t, path)
	var answer struct{ Total int }
	if err := json.Unmarshal([]byte(body), &answer); err != nil || res.StatusCode != http.StatusOK {
		t.Fatalf("%s: status %d, %v\n%s", path, res.StatusCode, err, body)
	}
	return answer.Total
}

// TestFiled files an event under concepts, by what it and the places around it
// say, and reads it back from the concepts.
func TestFiled(t *testing.T) {
	t.Parallel()
	hub := apitest.OpenEmpty(t)
	if got := total(t, hub, "/api/v1/search"); got != 0 {
		t.Errorf("a search for no class finds %d terms of vocabularies, want none", got)
	}
	if total(t, hub, "/api/v1/search?class=concept") == 0 || total(t, hub, "/api/v1/search?related=moselle:id/concept/event.music") == 0 {
		t.Error("concepts are not found when they are asked for")
	}
	if _, body := hub.Get(t, "/api/v1/search?facets=class"); strings.Contains(body, "Concept") {
		t.Errorf("concepts are counted among the things:\n%s", body)
	}
	quarter := place("quarter", "Les Rives", "", "accessibility.lift")
	a := quarter.Part("address", "PostalAddress")
	a.Put("postalCode", "57100")
	a.Put("addressCountry", "FR")
	around := write(t, hub, store.Create, quarter)
	hall := write(t, hub, store.Create, place("hall", "La Halle", around))
	event := schema.Build("town", "Event", "jam")
	event.Text("name", "fr", "Bœuf du jeudi")
	event.Put("startDate", "2026-12-03T20:00:00+01:00")
	event.Put("eventStatus", "EventScheduled")
	event.Link("location", hall)
	kind := event.Part("additionalType", "DefinedTerm")
	kind.Text("name", "fr", "Bœuf")
	kind.Put("sameAs", "moselle:id/concept/event.jazz")
	_, key, _ := write(t, hub, store.Create, event).Local()

	for _, query := range []string{"category=event.jazz", "category=MusicEvent", "region=Moselle", "region=region.fr", "accessibility=lift", "q=Musek", "q=Diddenuewen"} {
		want := 1
		if query == "q=Diddenuewen" { // the postal code says the département alone
			want = 0
		}
		if got := total(t, hub, "/api/v1/events?"+query); got != want {
			t.Errorf("%s finds %d events, want %d", query, got, want)
		}
	}
	for _, page := range []string{"concepts/event.jazz", "concepts/event.music", "concepts/region.moselle", "concepts/accessibility.mobility"} {
		if _, body := hub.Get(t, "/lb/"+page); !strings.Contains(body, "/lb/events/"+key) {
			t.Errorf("the page %s does not lead to the event", page)
		}
	}
	if _, body := hub.Get(t, "/lb/events/"+key); !strings.Contains(body, `href="/lb/?category=event.jazz"`) || !strings.Contains(body, "Jazz a Blues") {
		t.Errorf("the event's page does not lead to events of its kind:\n%s", body)
	}
	write(t, hub, store.Update, place("quarter", "Les Rives", "", "accessibility.toilet"))
	if lift, toilet := total(t, hub, "/api/v1/events?accessibility=lift"), total(t, hub, "/api/v1/events?accessibility=toilet"); lift != 0 || toilet != 1 {
		t.Errorf("after the place around the hall changed, %d events have a lift and %d a toilet, want 0 and 1", lift, toilet)
	}
	if got := total(t, hub, "/api/v1/events?region=Moselle"); got != 0 {
		t.Errorf("after the address around the hall is gone, %d events are in its region, want 0", got)
	}
}
