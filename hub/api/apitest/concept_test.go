package apitest_test

import (
	"bytes"
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"moselle/hub/api/apitest"
	"moselle/schema/rdf/formats"
	"moselle/schema/taxonomy"
)

// The vocabularies are there as every other record is: a hub that holds nothing
// else answers for them on every surface.
func TestVocabularies(t *testing.T) {
	t.Parallel()
	hub := apitest.OpenEmpty(t)
	t.Run("formats", func(t *testing.T) { testFormats(t, hub) })
	t.Run("pages", func(t *testing.T) { testPages(t, hub) })
	t.Run("graphql", func(t *testing.T) { testGraph(t, hub) })
	t.Run("search", func(t *testing.T) {
		_, body := hub.Get(t, "/api/v1/search?class=concept&q=Vide-grenier")
		if !strings.Contains(body, apitest.Base+"/id/concept/event.flea-market") {
			t.Errorf("a search for Vide-grenier does not find event.flea-market:\n%s", body)
		}
	})
}

// testFormats looks for the same links in every RDF format.
func testFormats(t *testing.T, hub *apitest.Hub) {
	const skos = "http://www.w3.org/2004/02/skos/core#"
	for path, want := range map[string][][2]string{
		"/id/concept/event.concert": {
			{skos + "broader", "event.music"}, {skos + "inScheme", "event"}, {skos + "exactMatch", "http://www.wikidata.org/entity/Q182832"}},
		"/id/concept/event.music": {
			{skos + "narrower", "event.concert"}, {skos + "topConceptOf", "event"}, {skos + "exactMatch", "https://schema.org/MusicEvent"}},
		"/id/conceptscheme/event": {{skos + "hasTopConcept", "event.music"}, {skos + "hasTopConcept", "event.visit"}},
	} {
		for _, mediaType := range []string{"application/ld+json", "text/turtle", "application/n-triples", "application/n-quads", "application/trig", "application/rdf+xml"} {
			res, _ := hub.Get(t, path, "Accept: "+mediaType)
			if res.StatusCode != http.StatusSeeOther {
				t.Fatalf("%s as %s: status %d, want 303", path, mediaType, res.StatusCode)
			}
			res, body := hub.Get(t, strings.TrimPrefix(res.Header.Get("Location"), apitest.Base), "Accept: "+mediaType)
			if got, _, _ := strings.Cut(res.Header.Get("Content-Type"), ";"); got != mediaType {
				t.Fatalf("%s: got %s, want %s", path, got, mediaType)
			}
			links := map[[2]string]bool{}
			if mediaType == "application/ld+json" {
				links = inJSON(t, body)
			} else {
				format, ok := formats.ByMediaType(mediaType)
				if !ok {
					t.Fatalf("no format %s", mediaType)
				}
				for q, err := range format.Decode(bytes.NewReader([]byte(body)), apitest.Base) {
					if err != nil {
						t.Fatalf("%s as %s: %v", path, mediaType, err)
					}
					links[[2]string{q.P.Value, short(q.O.Value)}] = true
				}
			}
			for _, w := range want {
				if !links[w] {
					t.Errorf("%s as %s lacks %v", path, mediaType, w)
				}
			}
		}
	}
}

// inJSON returns the links of a document of ours.
func inJSON(t *testing.T, body string) map[[2]string]bool {
	t.Helper()
	var doc map[string]json.RawMessage
	if err := json.Unmarshal([]byte(body), &doc); err != nil {
		t.Fatal(err)
	}
	links := map[[2]string]bool{}
	for name, raw := range doc {
		iris := make([]string, 1)
		if json.Unmarshal(raw, &iris) != nil && json.Unmarshal(raw, &iris[0]) != nil {
			continue
		}
		for _, iri := range iris {
			links[[2]string{"http://www.w3.org/2004/02/skos/core#" + name, short(iri)}] = true
		}
	}
	return links
}

// short takes the hub's own part off an address.
func short(iri string) string {
	iri = strings.TrimPrefix(iri, apitest.Base+"/id/concept/")
	return strings.TrimPrefix(iri, apitest.Base+"/id/conceptscheme/")
}

// testPages reads a term's page in each language.
func testPages(t *testing.T, hub *apitest.Hub) {
	for lang, want := range map[string]string{"fr": "Musique classique", "de": "Klassische Musik", "lb": "Klassesch Musek", "en": "Classical music"} {
		_, body := hub.Get(t, "/"+lang+"/concepts/event.music")
		if link := apitest.Base + "/" + lang + `/concepts/event.classical">` + want + `</a>`; !strings.Contains(body, link) {
			t.Errorf("the page of event.music in %s lacks the link %s", lang, link)
		}
		_, body = hub.Get(t, "/"+lang+"/concepts/event.classical")
		for _, link := range []string{"/concepts/event.music", "/conceptschemes/event"} {
			if !strings.Contains(body, apitest.Base+"/"+lang+link) {
				t.Errorf("the page of event.classical in %s does not lead to %s", lang, link)
			}
		}
		if _, body = hub.Get(t, "/"+lang+"/conceptschemes/region"); !strings.Contains(body, "/"+lang+"/concepts/region.lu") {
			t.Errorf("the page of the regions in %s does not lead to Luxembourg", lang)
		}
	}
}

func testGraph(t *testing.T, hub *apitest.Hub) {
	query := `{"query":"{ concept(id: \"event.classical\") { title(lang: lb) broader { title(lang: lb) } inScheme { title(lang: lb) } } }"}`
	_, body := hub.Do(t, http.MethodPost, "/graphql", query, "Content-Type: application/json")
	for _, want := range []string{"Klassesch Musek", "Musek", "Evenementskategorien"} {
		if !strings.Contains(body, `"`+want+`"`) {
			t.Errorf("GraphQL answers without %s:\n%s", want, body)
		}
	}
}

// TestCategoryTree prints the kinds of events as a tree with one query, as the
// vocabularies' README shows it.
func TestCategoryTree(t *testing.T) {
	t.Parallel()
	hub := apitest.OpenEmpty(t)
	query := `{"query":"{ conceptScheme(id: \"event\") { title(lang: lb) hasTopConcept { id title(lang: lb) narrower { id title(lang: lb) } } } }"}`
	_, body := hub.Do(t, http.MethodPost, "/graphql", query, "Content-Type: application/json")
	type concept struct {
		ID, Title string
		Narrower  []concept
	}
	var answer struct {
		Data struct {
			ConceptScheme struct {
				Title         string
				HasTopConcept []concept
			}
		}
	}
	if err := json.Unmarshal([]byte(body), &answer); err != nil {
		t.Fatalf("%v\n%s", err, body)
	}
	got := map[string]string{}
	for _, top := range answer.Data.ConceptScheme.HasTopConcept {
		got[short(top.ID)] = top.Title
		for _, c := range top.Narrower {
			got[short(c.ID)] = top.Title + " > " + c.Title
		}
	}
	for _, s := range taxonomy.All() {
		if s.Code != "event" {
			continue
		}
		for _, c := range s.Concepts {
			want := c.Labels["lb"]
			if c.Broader != nil {
				want = c.Broader.Labels["lb"] + " > " + want
			}
			if got[c.ID()] != want {
				t.Errorf("the tree has %q for %s, want %q", got[c.ID()], c.ID(), want)
			}
		}
	}
}
