package catalog_test

import (
	"encoding/json"
	"net/url"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/hub/api/apitest"
	"moselle/hub/catalog"
	"moselle/schema"
)

// cards answers parameters with cards by the names of their records.
func cards(t *testing.T, hub *apitest.Hub, params string, langs ...string) map[string]catalog.Card {
	t.Helper()
	v, err := url.ParseQuery(params)
	if err != nil {
		t.Fatal(err)
	}
	c := hub.App.Catalog
	q, err := c.ParseQuery(v)
	if err != nil {
		t.Fatal(err)
	}
	q.Size = 500
	found, err := c.Search(t.Context(), q)
	if err != nil {
		t.Fatal(err)
	}
	all, err := c.Cards(t.Context(), found.Hits, "de", langs)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]catalog.Card{}
	for name, iri := range hub.Names {
		for _, card := range all {
			if card.ID == c.ID(iri) {
				out[name] = card
			}
		}
	}
	return out
}

func TestCards(t *testing.T) {
	t.Parallel()
	hub := apitest.Open(t)
	all := cards(t, hub, "", "de", "fr")
	tests := []struct {
		name      string
		got, want any
	}{
		{"a title in the first language", all["exhibition"].Name, "Brücken und Übergänge"},
		{"a title in the next", []string{all["postponed"].Name, all["postponed"].NameLang}, []string{"Danse des rives", "fr"}},
		{"a title in any other", []string{all["map"].Name, all["map"].NameLang}, []string{"Kaart van de Moezel", "nl"}},
		{"a title of no language", []string{all["manuscript"].Name, all["manuscript"].NameLang}, []string{"Liber pontis", "und"}},
		{"the title of a concept", cards(t, hub, "class=concept", "de")["bridge"].Name, "Brücke"},
		{"its page", all["market"].Page, apitest.Base + "/de/events/" + key(hub.Names["market"])},
		{"the most specific type", all["stage"].Type, "PerformingArtsTheater"},
		{"a day", []string{all["market"].Start, all["market"].End}, []string{"2026-11-28", ""}},
		{"a time", all["concert"].Start, "2026-11-21T19:30:00+01:00"},
		{"many dates", all["play"].Dates, 6},
		{"one date", all["concert"].Dates, 1},
		{"a status", all["cancelled"].Status, "EventCancelled"},
		{"sold out", all["soldout"].Availability, "SoldOut"},
		{"moved from", all["postponed"].Previous, "2026-11-19T20:00:00+01:00"},
		{"free", all["market"].Free, true},
		{"prices, the lowest first", []string{all["concert"].Prices[0].Price, all["concert"].Prices[1].Price}, []string{"12", "20.5"}},
		{"who performs", named(all["concert"].Performers), "Quatuor des Écluses, Odile Weyrich"},
		{"who organises", named(all["concert"].Organizers), "Theater an der Brücke"},
		{"who made it", named(all["painting"].Creators), "Jean-Baptiste Thill"},
		{"who publishes", all["painting"].Publisher.Name, "Museum auf der Brücke"},
		{"its own kind", all["concert"].Categories, []catalog.Category{
			{ID: apitest.Base + "/id/concept/event.music", Label: catalog.Label{Name: "Musik", Lang: "de"}}, {Label: catalog.Label{Name: "Musique de chambre", Lang: "fr"}}}},
		{"a place by itself", all["hall"].Locality, "Trier"},
		{"where it happens", []string{all["market"].Place, all["market"].Country}, []string{"Alte Tuchmühle", "BE"}},
		{"no position", all["market"].Latitude == nil, true},
		{"a position", *all["hall"].Latitude, 49.7596},
		{"the place it shows", all["photograph"].Place, "Sierck-les-Bains"},
		{"the camera", *all["photograph"].Camera.Heading, 142.5},
		{"a date in words", all["photograph"].Date, "janvier 1910"},
		{"a date as a span", all["manuscript"].Date, "1390–1410"},
		{"a picture", []string{all["painting"].Image.Reuse, all["photograph"].Image.Reuse, all["map"].Image.Reuse, all["manuscript"].Image.Reuse},
			[]string{"open", "permission", "restricted", "unknown"}},
		{"no script as an address", []any{all["hostile"].URL, all["hostile"].Online, all["hostile"].Prices}, []any{"", []string(nil), []catalog.Price(nil)}},
		{"no distance from nowhere", all["hall"].Km == nil, true},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, tt.got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
	near := cards(t, hub, "near=49.7596,6.6289&km=1&class=place", "de")
	if km := near["hall"].Km; km == nil || *km != 0 {
		t.Errorf("distance from where it is = %v, want 0", km)
	}
	elsewhere := cards(t, hub, "group=occurrence&from=2026-11-27&to=2026-11-27&class=event&q=passeurs", "de")
	if got := elsewhere["play"].Place; got != "Kranhalle" {
		t.Errorf("place of the date in Trier = %q, want Kranhalle", got)
	}
}

func key(iri schema.IRI) string {
	_, k, _ := iri.Local()
	return k
}

func named(all []catalog.Named) string {
	var names []string
	for _, n := range all {
		names = append(names, n.Name)
	}
	return strings.Join(names, ", ")
}

func TestFull(t *testing.T) {
	t.Parallel()
	hub := apitest.Open(t)
	c := hub.App.Catalog
	for _, tt := range []struct {
		name  string
		langs []string
		want  map[string]any
	}{
		{"exhibition", []string{"lb", "fr"}, map[string]any{"name": "Brécken", "description": "Three centuries of bridges.", "source": "programme",
			"languages": map[string]any{"name": "lb", "description": "en"}}},
		{"exhibition", nil, map[string]any{"name": map[string]any{"fr": "Ponts et passages", "de": "Brücken und Übergänge", "lb": "Brécken", "en": "Bridges and crossings"}}},
		{"bridges", []string{"en"}, map[string]any{"collectionSize": 5.0, "name": "Bridges"}},
		{"painting", []string{"fr"}, map[string]any{"onView": true, "dateCreated": "1898"}},
		{"concert", []string{"fr"}, map[string]any{"eventStatus": "EventScheduled", "inLanguage": []any{"fr"}}},
	} {
		e, err := c.Get(t.Context(), hub.Names[tt.name])
		if err != nil {
			t.Fatal(err)
		}
		body, err := c.Full(t.Context(), e, "fr", tt.langs)
		if err != nil {
			t.Fatal(err)
		}
		var got map[string]any
		if err := json.Unmarshal(body, &got); err != nil {
			t.Fatal(err)
		}
		for prop, want := range tt.want {
			if diff := cmp.Diff(want, got[prop]); diff != "" {
				t.Errorf("%s of %s in %v (-want +got):\n%s", prop, tt.name, tt.langs, diff)
			}
		}
	}
}

func TestPublicFacets(t *testing.T) {
	t.Parallel()
	hub := apitest.Open(t)
	c := hub.App.Catalog
	found, err := c.Search(t.Context(), catalog.Query{Facets: []string{"institution", "place", "country"}, Size: 1})
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"institution", "place"} {
		if len(found.Facets[name]) == 0 {
			t.Errorf("facet %s is empty", name)
		}
		for _, f := range found.Facets[name] {
			if !strings.HasPrefix(f.Value, apitest.Base+"/id/") {
				t.Errorf("facet %s has the value %q, want a public address", name, f.Value)
			}
			again, err := c.ParseQuery(url.Values{name: {f.Value}})
			if err != nil {
				t.Fatal(err)
			}
			if r, err := c.Search(t.Context(), again); err != nil || r.Total != f.Count {
				t.Errorf("%s = %s finds %d (%v), the facet counts %d", name, f.Value, r.Total, err, f.Count)
			}
		}
	}
	if got := found.Facets["country"][0].Value; len(got) != 2 {
		t.Errorf("facet country has the value %q, want a code", got)
	}
}
