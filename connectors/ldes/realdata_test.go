package ldes_test

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/connectors"
	"moselle/connectors/conntest"
	"moselle/connectors/ldes"
	"moselle/schema/rdf"
	"moselle/schema/rdf/rdftest"
)

// anything reads whatever has a type as a concept of that name, so that members
// are seen that are about nothing which a hub keeps.
func anything() connectors.Vocabulary {
	return connectors.Vocabulary{
		Name:  "anything",
		Class: func(string) int { return 1 },
		Open: func(env connectors.Env) func(*rdf.Graph, rdf.Term, string) (connectors.Item, error) {
			return func(_ *rdf.Graph, thing rdf.Term, where string) (connectors.Item, error) {
				r := connectors.NewRecords(env)
				b, _ := r.Build("Concept", thing.Value, "")
				b.Text("prefLabel", "", thing.Value)
				b.Link("inScheme", "https://rivers.example/scheme")
				it, refusal := r.Item(thing.Value, where)
				if refusal != nil {
					return it, refusal
				}
				return it, nil
			}
		},
	}
}

// folder opens what stands below the address of a server as the files of a
// folder.
func folder(t *testing.T, env connectors.Env, server, dir string, rename map[string]string) (connectors.Env, map[string]int) {
	asked := map[string]int{}
	env.Open = func(_ context.Context, location string, _ []byte) (*connectors.Body, error) {
		name, ok := rename[location]
		if !ok {
			name = strings.TrimPrefix(location, server)
		}
		asked[name]++
		data, err := os.ReadFile(filepath.Join(dir, name))
		return &connectors.Body{ReadCloser: io.NopCloser(bytes.NewReader(data)), Location: location, Validator: []byte("v")}, err
	}
	return env, asked
}

// TestRealStreams replicates the streams that a client is tested with, from any
// of their descriptions.
func TestRealStreams(t *testing.T) {
	t.Parallel()
	const server = "http://localhost:3000/"
	dir := filepath.Join(rdftest.Data(t, "ldes"), "rdf-connect__ldes-client", "tests", "data", "mock-ldes")
	for start, want := range map[string]struct{ pages, items int }{
		"mock-ldes.ttl":              {4, 6},
		"mock-ldes-0.ttl":            {3, 6},
		"mock-ldes-minimal-view.ttl": {4, 6},
		"mock-ldes-linked-list.ttl":  {3, 8}, // two versions are of the same thing
		"mock-ldes-reverse.ttl":      {4, 6},
		"mock-ldes-atypical.ttl":     {6, 6},
		"mock-calendar-ldes.ttl":     {5, 6},
		"mock-ldes-inbetween.ttl":    {11, 3}, // five versions of each
	} {
		env, asked := folder(t, conntest.Env(t, server+start), server, dir, nil)
		c, err := ldes.Kind(anything()).Open(nil, env)
		if err != nil {
			t.Fatal(err)
		}
		r := conntest.Harvest(t.Context(), c, nil)
		if r.Err != nil || len(asked) != want.pages || len(r.Items) != want.items || len(r.Refusals) > 0 {
			t.Errorf("%s: %d pages, %d items, %d refusals %v and %v, want %v", start, len(asked), len(r.Items), len(r.Refusals), r.Refusals, r.Err, want)
		}
		for name, n := range asked {
			if n != 1 {
				t.Errorf("%s: %s is asked for %d times", start, name, n)
			}
		}
	}
}

// TestRealServer replicates what a server of the Flemish building blocks for
// streams served: several versions of a few car parks, on five pages.
func TestRealServer(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(rdftest.Data(t, "ldes"), "Informatievlaanderen__VSDS-LDES-E2E-testing", "tests", "003.client-synchronize-ldes", "simulator")
	const at = "http://localhost:9003/ldes/occupancy/by-page?pageNumber="
	pages := map[string]string{at + "1": "alfa.ttl", at + "2": "beta.ttl", at + "3": "epsilon.ttl"}
	env, asked := folder(t, conntest.Env(t, at+"1"), "", dir, pages)
	c, err := ldes.Kind(anything()).Open(nil, env)
	if err != nil {
		t.Fatal(err)
	}
	r := conntest.Harvest(t.Context(), c, nil)
	var got []string
	for _, it := range r.Items {
		got = append(got, it.Key[strings.LastIndex(it.Key, "/")+1:])
	}
	slices.Sort(got)
	want := []string{"pr-bourgoyen", "pr-gentbrugge-arsenaal", "pr-loopexpo", "pr-oostakker", "pr-wondelgem-industrieweg"}
	if d := cmp.Diff(want, got); d != "" || r.Err != nil || len(r.Refusals) > 0 || len(asked) != len(pages) {
		t.Errorf("%d pages, %v, %v; things (-want +got):\n%s", len(asked), r.Refusals, r.Err, d)
	}
}

// TestRealFiles reads saved pages as they are: without a vocabulary for car parks
// and traffic every thing is refused by its class, and never in silence.
func TestRealFiles(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(rdftest.Data(t, "ldes"), "Informatievlaanderen__VSDS-LDES-E2E-testing", "data")
	for name, want := range map[string]struct{ things, refused, leads int }{
		"parkAndRide/page1.ttl":        {5, 5, 1},
		"parkAndRide/page5.ttl":        {5, 5, 0},
		"geomobility/by-page-1.ttl.gz": {13, 13, 1},
	} {
		for _, k := range []connectors.Kind{kind(), ldes.Kind(anything())} {
			c, err := k.Open(nil, conntest.Env(t, filepath.Join(dir, name)))
			if err != nil {
				t.Fatal(err)
			}
			r := conntest.Harvest(t.Context(), c, nil)
			leads, class := 0, 0
			for _, refusal := range r.Refusals {
				if refusal.Key == "" {
					leads++
				} else if strings.HasPrefix(refusal.Faults[0].Message, "a thing of a kind") {
					class++
				}
			}
			if leads != want.leads || class+len(r.Items) != want.things || r.Err != nil || class != 0 && class != want.refused {
				t.Errorf("%s: %d items, %d refused by class, %d that lead on, %v, want %v", name, len(r.Items), class, leads, r.Err, want)
			}
		}
	}
}
