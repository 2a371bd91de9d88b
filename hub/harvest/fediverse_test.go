package harvest_test

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"moselle/connectors"
	"moselle/connectors/activitypub"
	"moselle/hub/config"
	"moselle/hub/fetch"
	"moselle/hub/harvest"
	"moselle/hub/store"
	"moselle/schema"
	"moselle/schema/rdf/rdftest"
	wire "moselle/schema/wire/activitypub"
)

// recorded are the documents of several servers, given out by one: their hosts
// become that of the test.
type recorded struct {
	t      testing.TB
	folder string
	base   string
	mu     sync.Mutex
	outbox []string // activities, the newest first
	plain  int      // requests that did not ask for ActivityPub
}

func replay(t testing.TB) *recorded {
	r := &recorded{t: t, folder: filepath.Join(rdftest.Data(t, "activitypub"), "framasoft__mobilizon")}
	s := httptest.NewServer(r)
	t.Cleanup(s.Close)
	r.base = s.URL
	for _, name := range []string{"gancio-event-activity.json", "mobilizon-post-activity-media-2.json", "mobilizon-post-activity.json",
		"mobilizon-post-activity-group.json", "mobilizon-join-activity.json", "mobilizon-invite-activity.json", "mastodon-update.json"} {
		r.outbox = append(r.outbox, r.file(name))
	}
	return r
}

// file returns a document with its addresses rewritten to the server's own.
func (r *recorded) file(name string) string {
	data, err := os.ReadFile(filepath.Join(r.folder, name))
	if err != nil {
		r.t.Error(err)
		return ""
	}
	text := string(data)
	for _, host := range []string{"demo.gancio.org", "mobilizon.fr", "mobilizon1.com", "mobilizon.test", "mobilizon2.test", "framapiaf.org", "event-federation.eu"} {
		text = strings.NewReplacer("https://"+host, r.base, "http://"+host, r.base, "@"+host, "@"+strings.TrimPrefix(r.base, "http://")).Replace(text)
	}
	return text
}

func (r *recorded) ServeHTTP(w http.ResponseWriter, q *http.Request) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if !strings.Contains(q.Header.Get("Accept"), wire.MediaType) {
		r.plain++
	}
	outbox := r.base + "/federation/u/gancio/outbox"
	switch q.URL.Path {
	case "/":
		fmt.Fprint(w, "<!doctype html><html><title>Agenda</title></html>")
	case "/.well-known/nodeinfo":
		fmt.Fprint(w, r.file("nodeinfo/both_versions.json"))
	case "/.well-known/nodeinfo/2.1":
		fmt.Fprint(w, r.file("nodeinfo/data.json"))
	case "/.well-known/webfinger":
		if name := q.URL.Query().Get("resource"); !strings.HasPrefix(name, "acct:gancio@") && !strings.HasPrefix(name, "acct:relay@") {
			http.NotFound(w, q)
			return
		}
		fmt.Fprint(w, r.file("webfinger/gancio-webfinger.json"))
	case "/federation/u/gancio":
		fmt.Fprint(w, r.file("gancio-actor.json"))
	case "/federation/u/gancio/outbox":
		if q.URL.Query().Get("page") == "" {
			fmt.Fprintf(w, `{"type":"OrderedCollection","totalItems":%d,"first":"%s?page=1"}`, len(r.outbox), outbox)
			return
		}
		half, next := r.outbox[:3], fmt.Sprintf(`,"next":"%s?page=2"`, outbox)
		if q.URL.Query().Get("page") == "2" {
			half, next = r.outbox[3:], ""
		}
		fmt.Fprintf(w, `{"type":"OrderedCollectionPage"%s,"orderedItems":[%s]}`, next, strings.Join(half, ","))
	default:
		http.NotFound(w, q)
	}
}

// add puts an activity before all others.
func (r *recorded) add(kind string, object any) {
	text, err := json.Marshal(map[string]any{"id": fmt.Sprintf("%s/a/%d", r.base, len(r.outbox)), "type": kind, "actor": r.base + "/federation/u/gancio",
		"published": "2026-11-21T10:00:00Z", "to": []string{wire.Public}, "object": object})
	if err != nil {
		r.t.Error(err)
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.outbox = append([]string{string(text)}, r.outbox...)
}

// TestFediverse reads recorded servers over HTTP as the hub does: from the account
// as people write it, and from the server's own page, to the events in the store,
// their changes and their end.
func TestFediverse(t *testing.T) {
	t.Parallel()
	for _, way := range []string{"account", "server"} {
		t.Run(way, func(t *testing.T) {
			t.Parallel()
			r := replay(t)
			location := r.base + "/"
			if way == "account" {
				location, _ = wire.Finger("@gancio@" + strings.TrimPrefix(r.base, "http://"))
			}
			h := newHub(t)
			limits := config.Default().Fetch
			limits.Pace = 0
			limits.Allow = []string{strings.TrimPrefix(r.base, "http://")}
			client := fetch.New(fetch.Options{Limits: limits, Version: "test", Temp: t.TempDir()})
			h.runner.Open = func(location string) func(context.Context, string, []byte) (*connectors.Body, error) {
				return client.For(location)
			}
			s := harvest.Source{ID: house, Institution: harvest.InstitutionIRI("town"), Dataset: harvest.DatasetIRI(house), Kind: activitypub.Kind(),
				Location: location, Lang: "fr", Zone: time.UTC, Floor: 20, Licence: "https://creativecommons.org/publicdomain/zero/1.0/"}

			events := func() (names []string) {
				for rec, err := range h.store.List(t.Context(), store.Filter{Class: "Event"}) {
					if err != nil {
						t.Fatal(err)
					}
					n, err := rec.Node()
					if err != nil {
						t.Fatal(err)
					}
					name, _ := n.Title()
					names = append(names, name+" "+n.String("eventStatus"))
				}
				return names
			}
			check := func(step string, run store.Run, outcome string, want ...string) {
				t.Helper()
				if got := events(); run.Outcome != outcome || strings.Join(got, ", ") != strings.Join(want, ", ") {
					t.Errorf("%s: %s %q with %q, want %s with %q; %+v", step, run.Outcome, run.Error, got, outcome, want, run)
				}
			}
			const demo, first = "Demo event EventScheduled", "My first event EventScheduled"
			check("the first run", h.run(s), harvest.Complete, order(r.base, demo, first)...)
			check("nothing new", h.run(s), harvest.Unchanged, order(r.base, demo, first)...)
			r.add("Update", map[string]any{"id": r.base + "/federation/m/1", "type": "Event", "name": "Demo event", "startTime": "2027-07-14T17:30:00+02:00", "status": "CANCELLED"})
			check("an update", h.run(s), harvest.Complete, order(r.base, "Demo event EventCancelled", first)...)
			r.add("Delete", r.base+"/federation/m/1")
			check("a deletion", h.run(s), harvest.Complete, first)
			if r.plain > 0 {
				t.Errorf("%d requests did not ask for ActivityPub", r.plain)
			}
		})
	}
}

// order puts the two events as the store lists them, by IRI: these follow from the
// addresses, which differ from run to run.
func order(base, demo, first string) []string {
	a := schema.Mint(house, "Event", base+"/federation/m/1")
	b := schema.Mint(house, "Event", base+"/events/39a0c4a6-f2b6-41dc-bbe2-fc5bff76cc93")
	if a < b {
		return []string{demo, first}
	}
	return []string{first, demo}
}
