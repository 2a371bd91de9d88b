package app_test

import (
	"bytes"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"moselle/hub/app"
	"moselle/hub/config"
	"moselle/hub/harvest"
	"moselle/hub/store"
	"moselle/schema"
	"moselle/schema/rdf"
	"moselle/schema/rdf/trig"
	"moselle/schema/vocab"
	"moselle/schema/wire/ldes"
)

const originBase = "https://origin.example"

// opened opens a hub without search and without vocabularies of its own.
func opened(t *testing.T, cfg config.Config, err error) *app.App {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	a, err := app.Open(t.Context(), cfg, app.Options{Log: slog.New(slog.DiscardHandler), Now: time.Now, Vocabularies: []schema.Draft{}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := a.Close(); err != nil {
			t.Error(err)
		}
	})
	return a
}

// harvested reads a hub's sources and returns the report.
func harvested(t *testing.T, a *app.App) string {
	t.Helper()
	var report bytes.Buffer
	if good, err := a.RunHarvest(t.Context(), nil, app.HarvestOptions{}, &report); err != nil || !good {
		t.Fatalf("harvest = %v, %v\n%s", good, err, report.String())
	}
	return report.String()
}

// TestFederation has one hub's change log read by another as an event stream:
// the other comes to have the same records with the same facts, and follows what
// changes and what goes.
func TestFederation(t *testing.T) {
	t.Parallel()
	cfg, err := app.DemoConfig([]string{"HUB_BASE=" + originBase, "HUB_DATA=" + t.TempDir()}, time.Now())
	origin := opened(t, cfg, err)
	harvested(t, origin)

	pages := &eventPages{t: t, of: origin}
	server := httptest.NewServer(pages)
	t.Cleanup(server.Close)
	pages.base = server.URL
	dir := t.TempDir()
	path := filepath.Join(dir, "hub.yaml")
	if err := os.WriteFile(path, fmt.Appendf(nil, `
data: %s
fetch: {allow: ["%s"], pace: 0s}
institutions: [{id: origin, names: {en: Another hub}, country: LU}]
sources: [{id: other, institution: origin, kind: ldes, language: en, schedule: manual, location: %s/stream}]
`, dir, server.Listener.Addr(), server.URL), 0o600); err != nil {
		t.Fatal(err)
	}
	cfg, err = config.Load(path, nil)
	reader := opened(t, cfg, err)
	report := harvested(t, reader)
	n := same(t, origin, reader)
	if n < 100 {
		t.Errorf("%d records of the demo region are compared, want hundreds\n%s", n, report)
	}

	// One record goes and another comes; only pages that may change are asked for.
	var going, class string
	for r, err := range origin.Store.List(t.Context(), store.Filter{Class: "Work"}) {
		if err != nil {
			t.Fatal(err)
		}
		going, class = string(r.IRI), r.Class
		if _, err := origin.Store.Apply(t.Context(), store.Batch{Source: r.Source, Changes: []store.Change{{Op: store.Delete, Record: r, Reason: "withdrawn"}}}); err != nil {
			t.Fatal(err)
		}
		b := schema.Build(r.Source, class, "new")
		b.Text("name", "fr", "Le dernier bac")
		b.Text("description", "fr", "La rive droite, le soir.")
		b.Link("sdPublisher", harvest.InstitutionIRI("mupa"))
		b.Put("sdLicense", "CC0-1.0")
		d, _ := b.Draft()
		if _, err := origin.Store.Apply(t.Context(), store.Batch{Source: r.Source, Changes: []store.Change{{Op: store.Create, Record: schema.Seal(d, r.Source, time.Now())}}}); err != nil {
			t.Fatal(err)
		}
		break
	}
	pages.asked = nil
	report = harvested(t, reader)
	if !strings.Contains(report, "records: 1 new, 1 deleted") {
		t.Errorf("after %s went and one came:\n%s", going, report)
	}
	if again := same(t, origin, reader); again != n {
		t.Errorf("%d records after one went and one came, %d before", again, n)
	}
	if len(pages.asked) != 2 || slices.Contains(pages.asked, "/page/0") {
		t.Errorf("asked for %v, want the list of pages and the open one alone", pages.asked)
	}
	if report = harvested(t, reader); !strings.Contains(report, "unchanged") {
		t.Errorf("a third run:\n%s", report)
	}
}

// same holds the records that the reader has to those of the origin's sources and
// returns how many there are.
func same(t *testing.T, origin, reader *app.App) int {
	t.Helper()
	copies, back := map[string]schema.Record{}, map[string]string{}
	for r, err := range reader.Store.List(t.Context(), store.Filter{Source: "other"}) {
		if err != nil {
			t.Fatal(err)
		}
		copies[r.Key], back[string(r.IRI)] = r, r.Key
	}
	public := func(iri string) string { return schema.IRI(iri).Public(originBase) }
	dataset := ""
	for r, err := range reader.Store.List(t.Context(), store.Filter{Class: "Dataset"}) {
		if err != nil {
			t.Fatal(err)
		}
		dataset = string(r.IRI)
	}
	n := 0
	for r, err := range origin.Catalog.List(t.Context(), "") {
		if err != nil {
			t.Fatal(err)
		}
		if r.Source == schema.Hub {
			continue
		}
		key := public(string(r.IRI))
		own, ok := copies[key]
		if !ok {
			t.Errorf("%s %s was not read", r.Class, key)
			continue
		}
		n++
		delete(copies, key)
		was := said(t, r, key, "", public)
		is := said(t, own, key, dataset, func(iri string) string {
			doc, fragment, part := strings.Cut(iri, "#")
			if at, ok := back[doc]; ok {
				doc = at
			}
			if part {
				doc += "#" + fragment
			}
			return public(doc)
		})
		if d := cmp.Diff(was, is); d != "" {
			t.Errorf("%s %s (-origin +copy):\n%s", r.Class, key, d)
		}
		if t.Failed() {
			t.FailNow()
		}
	}
	for key := range copies {
		t.Errorf("%s is not at the origin", key)
	}
	return n
}

// said tells a record in lines that do not depend on what its parts are called,
// without what a copy says of being one.
func said(t *testing.T, r schema.Record, key, dataset string, name func(string) string) []string {
	t.Helper()
	root, err := r.Node()
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	var tell func(n *schema.Node, path string)
	tell = func(n *schema.Node, path string) {
		lines = append(lines, path+" "+strings.Join(n.Types, " "))
		for _, p := range n.Props {
			for _, v := range p.Values {
				at := path + "/" + p.Name
				ref := name(string(v.Ref))
				switch {
				case p.Name == "sdDatePublished", p.Name == "derivedFrom", p.Name == "sourceIdentifier" && v.Text == key,
					p.Name == "sameAs" && ref == key, dataset != "" && string(v.Ref) == dataset:
				case v.Part != nil:
					tell(v.Part, at+"["+v.Part.String("startDate")+v.Part.String("name")+v.Part.String("contentUrl")+"]")
				case v.Ref != "":
					lines = append(lines, at+" "+ref)
				default:
					lines = append(lines, at+" "+v.Text+" "+v.Lang+v.Datatype)
				}
			}
		}
	}
	tell(root, "")
	slices.Sort(lines)
	return lines
}

// eventPages serves a hub's change log as an event stream: activities, with what
// they changed in graphs of their own, fifty changes a page.
type eventPages struct {
	t    *testing.T
	of   *app.App
	base string

	mu    sync.Mutex
	asked []string
}

const onPage = 50

func (e *eventPages) ServeHTTP(w http.ResponseWriter, req *http.Request) {
	e.mu.Lock()
	e.asked = append(e.asked, req.URL.Path)
	e.mu.Unlock()
	var log []store.Change
	for c, err := range e.of.Catalog.Changes(req.Context(), 0) {
		if err != nil {
			e.t.Error(err)
			return
		}
		if c.Record.Source != schema.Hub {
			log = append(log, c)
		}
	}
	published, about := vocab.ActivityStreams+"published", vocab.ActivityStreams+"object"
	page := &ldes.Page{Location: e.base + req.URL.Path, Streams: []ldes.Stream{{IRI: e.base + "/stream", Views: []string{e.base + "/stream"},
		TimestampPath: published, VersionOfPath: about, DeleteObject: vocab.ActivityStreams + "Delete"}}}
	var quads []rdf.Quad
	n := 0
	if _, err := fmt.Sscanf(req.URL.Path, "/page/%d", &n); err == nil {
		page.Immutable = (n+1)*onPage <= len(log)
		for _, c := range log[n*onPage : min(len(log), (n+1)*onPage)] {
			activity := rdf.NewIRI(fmt.Sprint(e.base, "/a/", c.Seq))
			page.Members = append(page.Members, activity)
			kind := map[store.Op]string{store.Create: "Create", store.Update: "Update", store.Delete: "Delete"}[c.Op]
			for p, o := range map[string]rdf.Term{rdf.Type: rdf.NewIRI(vocab.ActivityStreams + kind), about: rdf.NewIRI(c.Record.IRI.Public(originBase)),
				published: rdf.NewTyped(c.At.Format(time.RFC3339Nano), vocab.XSD+"dateTime")} {
				quads = append(quads, rdf.Quad{Triple: rdf.Triple{S: activity, P: rdf.NewIRI(p), O: o}})
			}
			if c.Op == store.Delete {
				continue
			}
			g, err := e.of.Catalog.Graph(c.Record)
			if err != nil {
				e.t.Error(err)
			}
			for t := range g.All() {
				quads = append(quads, rdf.Quad{Triple: t, G: activity})
			}
		}
	} else {
		for i := 0; i*onPage < len(log); i++ {
			page.Relations = append(page.Relations, ldes.Relation{Type: "GreaterThanOrEqualToRelation", Node: fmt.Sprint(e.base, "/page/", i),
				Path: published, Value: rdf.NewTyped(log[i*onPage].At.Format(time.RFC3339Nano), vocab.XSD+"dateTime")})
		}
	}
	if page.Immutable {
		w.Header().Set("Cache-Control", "public, max-age=604800, immutable")
	}
	w.Header().Set("Content-Type", "application/trig")
	if err := trig.Format().EncodeQuads(w, append(page.Quads(), quads...)); err != nil {
		e.t.Error(err)
	}
}
