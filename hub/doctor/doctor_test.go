package doctor_test

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"gopkg.in/yaml.v3"

	"moselle/connectors"
	"moselle/connectors/ics"
	"moselle/connectors/schemaorg"
	"moselle/connectors/table"
	"moselle/hub/config"
	"moselle/hub/doctor"
	"moselle/hub/fetch"
	"moselle/schema"
	"moselle/schema/calendar"
)

var update = flag.Bool("update", false, "write the golden files")

// newDoctor returns one that may open the named hosts.
func newDoctor(t *testing.T, hosts ...string) *doctor.Doctor {
	t.Helper()
	cfg := config.Default()
	cfg.Fetch.Allow, cfg.Fetch.Pace = hosts, 0
	now := func() time.Time { return time.Date(2027, 2, 1, 12, 0, 0, 0, time.UTC) }
	zone, err := time.LoadLocation("Europe/Luxembourg")
	if err != nil {
		t.Fatal(err)
	}
	client := fetch.New(fetch.Options{Limits: cfg.Fetch, Version: "test", Log: slog.New(slog.DiscardHandler), Now: now})
	d := &doctor.Doctor{
		Kinds: []connectors.Kind{ics.Kind(), schemaorg.Kind(), table.Kind()}, Lang: "de", Zone: zone, Now: now, Log: slog.New(slog.DiscardHandler),
		Window: func() calendar.Range { return cfg.Calendar.Window(now()) },
	}
	d.Open = func(location string) func(ctx context.Context, location string, since []byte) (*connectors.Body, error) {
		return client.For(location)
	}
	return d
}

// TestReports compares reports in every language with their golden files, which
// -update writes.
func TestReports(t *testing.T) {
	t.Parallel()
	for _, file := range []string{"programme.ics", "list.csv", "leaflet.pdf", "folder", "missing.ics"} {
		for _, lang := range schema.Languages {
			t.Run(file+"/"+lang, func(t *testing.T) {
				t.Parallel()
				r, err := newDoctor(t).Examine(t.Context(), filepath.Join("testdata", file), doctor.Options{Lang: lang})
				if err != nil {
					t.Fatal(err)
				}
				if r.Good {
					t.Errorf("the report on %s says that all is good", file)
				}
				var out bytes.Buffer
				if err := r.WriteText(&out); err != nil {
					t.Fatal(err)
				}
				for line := range strings.Lines(out.String()) {
					if n := utf8.RuneCountInString(strings.TrimSuffix(line, "\n")); n > 100 {
						t.Errorf("a line of %d characters: %s", n, line)
					}
				}
				golden(t, filepath.Join("testdata", file+"."+lang+".txt"), out.Bytes())
			})
		}
	}
}

// TestJSON holds the names of the fields.
func TestJSON(t *testing.T) {
	t.Parallel()
	for _, file := range []string{"programme.ics", "list.csv", "folder"} {
		r, err := newDoctor(t).Examine(t.Context(), filepath.Join("testdata", file), doctor.Options{Lang: "en"})
		if err != nil {
			t.Fatal(err)
		}
		out, err := json.MarshalIndent(r, "", " ")
		if err != nil {
			t.Fatal(err)
		}
		golden(t, filepath.Join("testdata", file+".json"), append(out, '\n'))
	}
}

func golden(t *testing.T, file string, got []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, got, 0o600); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), string(got)); d != "" {
		t.Errorf("%s (-want +got):\n%s", file, d)
	}
}

// TestSite follows what a plain page leads to: feeds that it names, a calendar
// that it links, the sitemap where sites have one; nothing of other sites.
func TestSite(t *testing.T) {
	t.Parallel()
	calendar, err := os.ReadFile("testdata/programme.ics")
	if err != nil {
		t.Fatal(err)
	}
	var asked []string
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = w.Write([]byte(`<!doctype html><title>Mühle am Wehr</title>
<link rel="alternate" type="text/calendar" title="Programm" href="/programm.ics">
<link rel="alternate" type="text/calendar" href="https://elsewhere.example/all.ics">
<link rel="stylesheet" href="/style.css"><a href="/alt.ics?year=2026#top">alt</a> <a href="mailto:x@y.example">x</a>`))
	})
	mux.HandleFunc("GET /programm.ics", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/calendar")
		_, _ = w.Write(calendar)
	})
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked = append(asked, r.URL.Path)
		mux.ServeHTTP(w, r)
	}))
	t.Cleanup(srv.Close)
	u, err := url.Parse(srv.URL)
	if err != nil {
		t.Fatal(err)
	}
	r, err := newDoctor(t, u.Host).Examine(t.Context(), srv.URL+"/", doctor.Options{Lang: "en"})
	if err != nil {
		t.Fatal(err)
	}
	want := []doctor.Feed{
		{Address: srv.URL + "/programm.ics", Title: "Programm", Tried: true, Kind: "ics", Kept: 3, Refused: 2},
		{Address: "https://elsewhere.example/all.ics"},
		{Address: srv.URL + "/alt.ics?year=2026", Tried: true},
	}
	for i := range r.Feeds {
		if i == 2 {
			if !strings.Contains(r.Feeds[i].Error, "404") {
				t.Errorf("the dead link's error is %q", r.Feeds[i].Error)
			}
			r.Feeds[i].Error = ""
		}
	}
	if d := cmp.Diff(want, r.Feeds); d != "" {
		t.Errorf("feeds (-want +got):\n%s", d)
	}
	if r.Title != "Mühle am Wehr" || r.Good {
		t.Errorf("title %q, good %v", r.Title, r.Good)
	}
	var out strings.Builder
	if err := r.WriteText(&out); err != nil || !strings.Contains(out.String(), "Try next: hub check "+srv.URL+"/programm.ics") {
		t.Errorf("the report does not say what to try next: %v\n%s", err, out.String())
	}
	if len(asked) > 12 {
		t.Errorf("%d requests for one page: %v", len(asked), asked)
	}
}

// TestOptions: what is wrong with the options is an error and no report.
func TestOptions(t *testing.T) {
	t.Parallel()
	if _, err := newDoctor(t).Examine(t.Context(), "testdata/programme.ics", doctor.Options{Kind: "pigeon"}); err == nil || !strings.Contains(err.Error(), `no kind "pigeon"`) {
		t.Errorf("Examine with a kind that there is not = %v", err)
	}
	var settings yaml.Node
	if err := yaml.Unmarshal([]byte("class: Pigeon"), &settings); err != nil {
		t.Fatal(err)
	}
	if _, err := newDoctor(t).Examine(t.Context(), "testdata/list.csv", doctor.Options{Lang: "en", Settings: settings.Content[0]}); err == nil {
		t.Error("Examine of a table with settings of no meaning gives no error")
	}
}
