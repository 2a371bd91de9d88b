package apitest_test

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/hub/api/apitest"
)

const (
	token   = "moselle_0123456789abcdefghijkl"
	another = "moselle_zyxwvutsrqponmlkjihgfe"
	records = "/api/v1/sources/programme/records"
)

func digest(token string) string {
	sum := sha256.Sum256([]byte(token))
	return hex.EncodeToString(sum[:])
}

// pushed runs a hub to which two institutions send, and a third one that is read.
func pushed(t testing.TB, settings string) *apitest.Hub {
	t.Helper()
	return apitest.OpenDeclared(t, fmt.Sprintf(`
institutions:
  - {id: forges, names: {fr: Forges ouvertes}, country: LU}
sources:
  - {id: programme, institution: forges, kind: push, language: fr, licence: CC0-1.0, media_licence: CC BY 4.0, settings: {tokens: [%s]%s}}
  - {id: objects, institution: forges, kind: push, settings: {tokens: [%s]}}
  - {id: site, institution: forges, kind: ics, location: https://forges.example/a.ics, schedule: manual}
`, digest(token), settings, digest(another)))
}

// follow waits until every surface shows what was sent.
func follow(t testing.TB, h *apitest.Hub) {
	t.Helper()
	at, err := h.App.Store.Last(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if err := h.App.Follow.WaitFor(t.Context(), at); err != nil {
		t.Fatal(err)
	}
}

const (
	auth   = "Authorization: Bearer " + token
	isJSON = "Content-Type: application/json"
	lines  = "Content-Type: application/x-ndjson"
)

const concert = `{
  "type": ["MusicEvent", "Event"],
  "name": {"fr": "Concert des Forges", "de": "Konzert der Schmiede"},
  "startDate": "2027-03-12T20:00", "endDate": "2027-03-12T22:00",
  "location": {"type": "Place", "name": "Halle aux Clous", "address": {"addressLocality": "Esch", "addressCountry": "LU"}, "geo": {"latitude": 49.4958, "longitude": 5.9806}},
  "description": "Deux heures de métal frappé.",
  "image": [{"type": "ImageObject", "contentUrl": "https://forges.example/concert.jpg", "creditText": "M. Thill"}],
  "additionalType": [{"name": "Concert", "termCode": "c1"}, "Musique industrielle"],
  "offers": [{"price": 12, "priceCurrency": "EUR"}],
  "occurrence": [{"startDate": "2027-03-12T20:00", "endDate": "2027-03-12T22:00"}, {"startDate": "2027-03-13T20:00", "eventStatus": "EventCancelled"}],
  "keywords": ["forge"]
}`

type answer struct {
	Key, Status, IRI, Error string
	Where                   string
	Faults                  []struct{ Path, Message string }
}

func answerOf(t *testing.T, body string) answer {
	t.Helper()
	var a answer
	if err := json.Unmarshal([]byte(body), &a); err != nil {
		t.Fatalf("answer %q: %v", body, err)
	}
	return a
}

// TestPushOne sends a record, finds it, sends it again, sends back what the hub
// gives, and deletes it.
func TestPushOne(t *testing.T) {
	t.Parallel()
	h := pushed(t, "")
	res, body := h.Do(t, http.MethodPut, records+"/concert-12", concert, auth, isJSON)
	a := answerOf(t, body)
	if res.StatusCode != 201 || a.Status != "created" || res.Header.Get("Location") != a.IRI || !strings.HasPrefix(a.IRI, apitest.Base+"/id/event/") {
		t.Fatalf("PUT = %d %s, Location %q, want 201 with the record's address", res.StatusCode, body, res.Header.Get("Location"))
	}
	if res.Header.Get("Access-Control-Allow-Origin") != "" {
		t.Error("PUT may be done by scripts of any site")
	}
	follow(t, h)
	if _, found := h.Get(t, "/api/v1/search?q=Schmiede"); !strings.Contains(found, a.IRI) {
		t.Errorf("search does not find the record: %s", found)
	}
	doc := strings.Replace(strings.TrimPrefix(a.IRI, apitest.Base), "/id/", "/doc/", 1)
	before, _ := h.App.Store.Last(t.Context())
	send := map[string]string{"the same": concert}
	_, send["JSON of the REST API"] = h.Get(t, strings.Replace(doc, "/doc/event/", "/api/v1/events/", 1)+"?lang=*")
	_, send["JSON of the document"] = h.Get(t, doc+".json?lang=*")
	_, send["JSON-LD"] = h.Get(t, doc+".jsonld")
	for name, record := range send {
		res, body := h.Do(t, http.MethodPut, records+"/concert-12", record, auth, isJSON)
		if res.StatusCode != 200 || answerOf(t, body).Status != "unchanged" {
			t.Errorf("PUT of %s = %d %s, want 200 unchanged; sent was %s", name, res.StatusCode, body, record)
		}
	}
	if after, _ := h.App.Store.Last(t.Context()); after != before {
		t.Errorf("the log went on from %d to %d for what is unchanged", before, after)
	}
	res, body = h.Do(t, http.MethodPut, records+"/concert-12", strings.Replace(concert, "métal", "cuivre", 1), auth, isJSON)
	if res.StatusCode != 200 || answerOf(t, body).Status != "updated" {
		t.Errorf("PUT of a change = %d %s, want 200 updated", res.StatusCode, body)
	}
	place := placeOf(t, h, doc)
	for _, want := range []int{204, 404} {
		if res, body := h.Do(t, http.MethodDelete, records+"/concert-12", "", auth); res.StatusCode != want {
			t.Errorf("DELETE = %d %s, want %d", res.StatusCode, body, want)
		}
	}
	follow(t, h)
	for _, path := range []string{doc, place} {
		if res, _ := h.Get(t, path, "Accept: application/json"); res.StatusCode != 410 {
			t.Errorf("GET %s = %d after the deletion, want 410", path, res.StatusCode)
		}
	}
	if _, found := h.Get(t, "/api/v1/search?q=Schmiede"); strings.Contains(found, a.IRI) {
		t.Errorf("search still finds the record: %s", found)
	}
	if log := h.Log.String(); strings.Contains(log, token) || strings.Contains(log, digest(token)) {
		t.Error("the log holds the token")
	}
	runs, err := h.App.Store.Runs(t.Context(), "programme", 10)
	if err != nil || len(runs) != 1 || runs[0].Read != 8 || runs[0].Created != 2 || runs[0].Deleted != 2 || runs[0].Unchanged != 4 {
		t.Errorf("Runs() = %+v, %v, want one that gathers eight deliveries", runs, err)
	}
}

// placeOf returns the path of the place where an event happens.
func placeOf(t *testing.T, h *apitest.Hub, doc string) string {
	t.Helper()
	_, body := h.Get(t, doc+".json")
	var e struct{ Location []struct{ ID string } }
	if err := json.Unmarshal([]byte(body), &e); err != nil || len(e.Location) != 1 {
		t.Fatalf("no place in %s: %v", body, err)
	}
	return strings.Replace(strings.TrimPrefix(e.Location[0].ID, apitest.Base), "/id/", "/doc/", 1)
}

// TestPushRefused holds what is told of what cannot be taken.
func TestPushRefused(t *testing.T) {
	t.Parallel()
	h := pushed(t, ", max_bytes: 5000")
	const event = `{"type": "Event", "name": "x", "startDate": "2027-01-01"}`
	for _, c := range []struct {
		name, method, path, body string
		headers                  []string
		status                   int
		want                     string
	}{
		{"no token", "PUT", records + "/a", event, []string{isJSON}, 401, "Authorization: Bearer"},
		{"an unknown token", "PUT", records + "/a", event, []string{isJSON, "Authorization: Bearer x"}, 401, "not known"},
		{"another's token", "PUT", records + "/a", event, []string{isJSON, "Authorization: Bearer " + another}, 403, "another source"},
		{"a source that is read", "PUT", "/api/v1/sources/site/records/a", event, []string{isJSON, auth}, 404, "to which records are sent"},
		{"no such source", "POST", "/api/v1/sources/nil/records", event, []string{isJSON, auth}, 404, "to which records are sent"},
		{"no key", "PUT", records + "/", event, []string{isJSON, auth}, 400, "ends in the record's key"},
		{"a form", "PUT", records + "/a", event, []string{"Content-Type: application/x-www-form-urlencoded", auth}, 415, "application/json"},
		{"packed otherwise", "PUT", records + "/a", event, []string{isJSON, auth, "Content-Encoding: br"}, 415, "send gzip"},
		{"another charset", "PUT", records + "/a", event, []string{"Content-Type: application/json; charset=iso-8859-1", auth}, 415, "UTF-8"},
		{"no UTF-8", "PUT", records + "/a", "{\"name\": \"F\xeate\"}", []string{isJSON, auth}, 400, "not UTF-8"},
		{"packing cut off", "PUT", records + "/a", "\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff\xaa", []string{isJSON, auth, "Content-Encoding: gzip"}, 400, "cut off"},
		{"a key with a line break", "PUT", records + "/a%0Ab", event, []string{isJSON, auth}, 422, "caractère de contrôle"},
		{"a key that is no UTF-8", "PUT", records + "/a%ff", event, []string{isJSON, auth}, 400, "not UTF-8"},
		{"no JSON", "PUT", records + "/a", "{\n\"type\": ]", []string{isJSON, auth}, 400, "line 2, column 9"},
		{"nothing", "PUT", records + "/a", " ", []string{isJSON, auth}, 400, "no record"},
		{"too large", "PUT", records + "/a", `{"a": "` + strings.Repeat("x", 6000) + `"}`, []string{isJSON, auth}, 413, "the record has more than 5000 bytes"},
		{"an incomplete record", "PUT", records + "/a", `{"type": "Event", "name": "x"}`, []string{isJSON, auth, "Accept-Language: fr"}, 422, "startDate"},
		{"a day that is none", "PUT", records + "/a", `{"type": "Event", "name": "x", "startDate": "2027-02-30"}`, []string{isJSON, auth}, 422, "le 30 février 2027 n’existe pas"},
		{"a list", "PUT", records + "/a", `["Event"]`, []string{isJSON, auth}, 422, "une liste"},
		{"nothing to delete", "DELETE", records + "/a", "", []string{auth}, 404, `\"a\"`},
		{"a slip", "PUT", records + "/a?langue=fr", event, []string{isJSON, auth}, 400, "lang"},
		{"another method", "PATCH", records + "/a", event, []string{isJSON, auth}, 405, "possible are"},
		{"a page", "POST", records, "<!doctype html><title>x</title>", []string{isJSON, auth}, 400, "HTML"},
	} {
		res, body := h.Do(t, c.method, c.path, c.body, c.headers...)
		if res.StatusCode != c.status || !strings.Contains(body, c.want) || res.Header.Get("Content-Type") != "application/problem+json" {
			t.Errorf("%s: %d %s, want %d with %q", c.name, res.StatusCode, body, c.status, c.want)
		}
		if got := res.Header.Get("WWW-Authenticate"); (res.StatusCode == 401) != strings.HasPrefix(got, "Bearer ") {
			t.Errorf("%s: WWW-Authenticate %q", c.name, got)
		}
	}
	if n, err := h.App.Store.Count(t.Context()); err != nil || len(n) > 2 {
		t.Errorf("Count() = %v, %v: something was kept", n, err)
	}
}

// TestPushMany sends many records and reads what became of each.
func TestPushMany(t *testing.T) {
	t.Parallel()
	h := pushed(t, "")
	send := func(body string, headers ...string) []string {
		t.Helper()
		res, text := h.Do(t, http.MethodPost, records, body, append(headers, auth)...)
		if res.StatusCode != 200 {
			t.Fatalf("POST = %d %s, want 200", res.StatusCode, text)
		}
		var all []answer
		if strings.HasPrefix(text, "[") {
			if err := json.Unmarshal([]byte(text), &all); err != nil {
				t.Fatal(err)
			}
		} else {
			for line := range strings.Lines(text) {
				all = append(all, answerOf(t, line))
			}
		}
		var out []string
		for _, a := range all {
			s := a.Key + " " + a.Status
			if a.Status == "refused" {
				s += " " + a.Where + " " + a.Faults[0].Path
			}
			out = append(out, s+a.Error)
		}
		return out
	}
	const first = `{"key": "halle", "record": {"type": "Place", "name": "Halle aux Clous"}}
{"key": "a", "record": {"type": "Event", "name": "A", "startDate": "2027-01-01", "location": {"key": "halle"}}}
{"key": "b", "record": {"type": "Event", "name": "B"}}
{"key": "a", "record": {"type": "Event", "name": "A, plus tard", "startDate": "2027-01-02", "location": {"key": "halle"}}}

no JSON
{"key": "c", "delete": true}
`
	want := []string{"halle created", "a created", "b refused line 3 startDate", "a updated", " refused line 6 ", "c absent"}
	if d := cmp.Diff(want, send(first, lines)); d != "" {
		t.Errorf("first batch (-want +got):\n%s", d)
	}
	list := `[{"key": "halle", "record": {"type": "Place", "name": "Halle aux Clous"}}, {"key": "a", "delete": true}, {"key": "halle", "delete": true}]`
	want = []string{"halle unchanged", "a deleted", "halle deleted"}
	if d := cmp.Diff(want, send(list, isJSON)); d != "" {
		t.Errorf("second batch (-want +got):\n%s", d)
	}
	want = []string{" refused request "}
	if d := cmp.Diff(want, send("[]", isJSON)); d != "" {
		t.Errorf("empty batch (-want +got):\n%s", d)
	}
}
