// Package apitest asks a whole hub, opened in a temporary folder and filled
// with the same small region each time, and compares its answers with golden
// files. A case is a folder under testdata: request.http holds requests in the
// form that HTTP clients of editors read, response.http the answers (-update
// writes them anew).
package apitest

import (
	"context"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"moselle/hub/app"
	"moselle/hub/config"
	"moselle/hub/store"
	"moselle/schema"
)

// Base is the public address of the hub under test.
const Base = "https://hub.example"

// Now is the moment at which every request is made: a Friday morning.
var Now = time.Date(2026, 11, 20, 9, 0, 0, 0, time.UTC)

// LastDay is the last day on which the rights in the poster of the exhibition
// and in the film hold: that of Now.
const LastDay = "2026-11-20"

// Hub is a running hub.
type Hub struct {
	App   *app.App
	Names map[string]schema.IRI // of the records, by the names that cases use
	Log   *Log

	clock  *clock
	server *httptest.Server
	client *http.Client
}

// Open runs a hub with the region until the test ends. Its records were
// written an hour before Now. The hub's vocabularies are not among them: what
// tests count does not change with a concept.
func Open(t testing.TB) *Hub {
	t.Helper()
	h := open(t, []schema.Draft{})
	h.fill(t)
	h.clock.set(Now)
	return h
}

// OpenEmpty runs a hub that holds nothing but its vocabularies.
func OpenEmpty(t testing.TB) *Hub {
	t.Helper()
	h := open(t, nil)
	at, err := h.App.Store.Last(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if err := h.App.Follow.WaitFor(t.Context(), at); err != nil {
		t.Fatal(err)
	}
	h.clock.set(Now)
	return h
}

// OpenDeclared runs a hub that holds nothing yet, with a settings file of this
// text.
func OpenDeclared(t testing.TB, settings string) *Hub {
	t.Helper()
	file := filepath.Join(t.TempDir(), "hub.yaml")
	if err := os.WriteFile(file, []byte(settings), 0o600); err != nil {
		t.Fatal(err)
	}
	h := open(t, []schema.Draft{}, "HUB_CONFIG="+file)
	h.clock.set(Now)
	return h
}

func open(t testing.TB, vocabularies []schema.Draft, environ ...string) *Hub {
	t.Helper()
	cfg, err := config.Load("", append(environ, "HUB_DATA="+t.TempDir(), "HUB_BASE="+Base))
	if err != nil {
		t.Fatal(err)
	}
	h := &Hub{Names: map[string]schema.IRI{}, Log: &Log{}, clock: &clock{at: Now.Add(-time.Hour)}}
	h.App, err = app.Open(t.Context(), cfg, app.Options{Log: slog.New(slog.NewTextHandler(h.Log, nil)), Now: h.clock.now, Search: true,
		Vocabularies: vocabularies})
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.WithoutCancel(t.Context()))
	var running sync.WaitGroup
	running.Go(func() { h.App.Follow.Run(ctx) })
	handler, err := h.App.Handler()
	if err != nil {
		t.Fatal(err)
	}
	h.server = httptest.NewServer(handler)
	h.client = &http.Client{Transport: &http.Transport{DisableCompression: true},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	t.Cleanup(func() {
		h.client.CloseIdleConnections()
		h.server.Close()
		stop()
		running.Wait()
		if err := h.App.Close(); err != nil {
			t.Errorf("Close() = %v", err)
		}
	})
	return h
}

// Wait moves the hub's clock on to a moment.
func (h *Hub) Wait(until time.Time) { h.clock.set(until) }

// Write commits changes of a source and waits until every surface shows them.
func (h *Hub) Write(t testing.TB, source schema.SourceID, changes ...store.Change) {
	t.Helper()
	at, err := h.App.Store.Apply(t.Context(), store.Batch{Source: source, Changes: changes})
	if err != nil {
		t.Fatal(err)
	}
	h.App.Follow.Wake()
	if err := h.App.Follow.WaitFor(t.Context(), at); err != nil {
		t.Fatal(err)
	}
}

// URL returns the address at which a path of the hub is really reached.
func (h *Hub) URL(path string) string { return h.server.URL + path }

// Do sends a request to a path of the hub, headers as "Name: value", and
// returns the answer with its body. Redirects are not followed, nothing is
// unpacked.
func (h *Hub) Do(t testing.TB, method, path, body string, headers ...string) (*http.Response, string) {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), method, h.URL(path), strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range headers {
		name, value, _ := strings.Cut(line, ":")
		req.Header.Add(name, strings.TrimSpace(value))
	}
	res, err := h.client.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	data, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	return res, string(data)
}

// Get is Do for GET.
func (h *Hub) Get(t testing.TB, path string, headers ...string) (*http.Response, string) {
	t.Helper()
	return h.Do(t, http.MethodGet, path, "", headers...)
}

// Path puts the records' addresses in place of their names:
// "/doc/{concert}.ttl" becomes "/doc/event/k3j….ttl", "{concert:key}" the key
// alone.
func (h *Hub) Path(text string) string {
	return h.replacer(func(name, class, key string) []string {
		return []string{"{" + name + "}", class + "/" + key, "{" + name + ":key}", key}
	}).Replace(text)
}

// replacer makes a replacer of what pairs gives for each record.
func (h *Hub) replacer(pairs func(name, class, key string) []string) *strings.Replacer {
	var all []string
	for name, iri := range h.Names {
		class, key, _ := iri.Local()
		all = append(all, pairs(name, class, key)...)
	}
	return strings.NewReplacer(all...)
}

// clock stands still where it is set.
type clock struct {
	mu sync.Mutex
	at time.Time
}

func (c *clock) now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.at
}

func (c *clock) set(at time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.at = at
}

// Log keeps what the hub logs.
type Log struct {
	mu   sync.Mutex
	text strings.Builder
}

// Write keeps a message.
func (l *Log) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.Write(p)
}

// String returns what was logged so far.
func (l *Log) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.String()
}
