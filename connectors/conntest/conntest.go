// Package conntest is the suite that every connector passes, and the runner of
// its cases. A case is a folder under testdata:
//
//	input.*        the document that is read
//	settings.yaml  the source's settings, when they are not the defaults
//	expected.nt    the drafts' graphs in canonical form     (golden, -update)
//	expected.txt   items, warnings and refusals, a line each (golden, -update)
package conntest

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"gopkg.in/yaml.v3"

	"moselle/connectors"
	"moselle/schema"
	"moselle/schema/calendar"
	"moselle/schema/rdf"
)

var update = flag.Bool("update", false, "write the golden files anew")

// Now is the moment at which every case is read.
var Now = time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC)

// Env returns an environment that opens files (gzip included) and nothing else.
func Env(t testing.TB, location string) connectors.Env {
	t.Helper()
	zone, err := time.LoadLocation("Europe/Luxembourg")
	if err != nil {
		t.Fatal(err)
	}
	return connectors.Env{
		Source: "test", Lang: "fr", Zone: zone,
		Log:         slog.New(slog.DiscardHandler),
		Now:         func() time.Time { return Now },
		Location:    location,
		Known:       func([]byte) (string, bool) { return "", false },
		Window:      func() calendar.Range { return calendar.Window(Now) },
		ChangesOnly: func() {},
		Open: func(_ context.Context, location string, since []byte) (*connectors.Body, error) {
			data, err := os.ReadFile(location)
			if err != nil {
				return nil, err
			}
			d := rdf.DigestOf(data)
			if bytes.Equal(since, d[:]) {
				return nil, connectors.ErrUnchanged
			}
			r, err := connectors.Gunzip(io.NopCloser(bytes.NewReader(data)))
			if err != nil {
				return nil, err
			}
			return &connectors.Body{ReadCloser: r, Location: location, Validator: d[:]}, nil
		},
	}
}

// Result is what a harvest gave.
type Result struct {
	Items    []connectors.Item
	Refusals []*connectors.Refusal
	Err      error // what ended the run, nil when it was complete
}

// Harvest runs a connector to its end.
func Harvest(ctx context.Context, c connectors.Connector, from connectors.Cursor) Result {
	var r Result
	for item, err := range c.Harvest(ctx, from) {
		var refusal *connectors.Refusal
		switch {
		case errors.As(err, &refusal):
			r.Refusals = append(r.Refusals, refusal)
		case err != nil:
			r.Err = err
			return r
		default:
			r.Items = append(r.Items, item)
		}
	}
	return r
}

// Run runs every case below dir, and on each checks what holds for all
// connectors: a second reading gives the same; the cursor makes the next one
// say unchanged; breaking off and a cancelled context end the run at once;
// every draft keeps to its class, links only to records or outside IRIs and
// has no blank nodes; keys are unique.
func Run(t *testing.T, k connectors.Kind, dir string) {
	cases, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	ran := 0
	for _, c := range cases {
		if !c.IsDir() || c.Name() == "fuzz" {
			continue
		}
		ran++
		t.Run(c.Name(), func(t *testing.T) {
			t.Parallel()
			runCase(t, k, filepath.Join(dir, c.Name()))
		})
	}
	if ran == 0 {
		t.Fatalf("no cases in %s", dir)
	}
}

func runCase(t *testing.T, k connectors.Kind, dir string) {
	inputs, _ := filepath.Glob(filepath.Join(dir, "input.*"))
	if len(inputs) != 1 {
		t.Fatalf("%s: %d files input.*, want 1", dir, len(inputs))
	}
	settings := readSettings(t, filepath.Join(dir, "settings.yaml"))
	open := func() connectors.Connector {
		c, err := k.Open(settings, Env(t, inputs[0]))
		if err != nil {
			t.Fatal(err)
		}
		return c
	}
	ctx := t.Context()
	res := Harvest(ctx, open(), nil)
	triples, text := Render(res)
	Golden(t, filepath.Join(dir, "expected.nt"), triples)
	Golden(t, filepath.Join(dir, "expected.txt"), text)

	again, againText := Render(Harvest(ctx, open(), nil))
	if !bytes.Equal(triples, again) || !bytes.Equal(text, againText) {
		t.Errorf("a second reading gives something else:\n%s", cmp.Diff(string(triples), string(again)))
	}
	checkDrafts(t, res)
	if res.Err == nil && len(res.Items) > 0 {
		if next := res.Items[len(res.Items)-1].Next; next != nil {
			if r := Harvest(ctx, open(), next); !errors.Is(r.Err, connectors.ErrUnchanged) || len(r.Items) > 0 {
				t.Errorf("harvest from its own cursor gives %d items and %v, want ErrUnchanged", len(r.Items), r.Err)
			}
		}
		for range open().Harvest(ctx, nil) {
			break
		}
	}
	cancelled, cancel := context.WithCancel(ctx)
	cancel()
	if r := Harvest(cancelled, open(), nil); r.Err == nil && len(r.Items) > 1 {
		t.Errorf("harvest with a cancelled context yields %d items and no error", len(r.Items))
	}
}

func readSettings(t *testing.T, path string) *yaml.Node {
	data, err := os.ReadFile(path)
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if err != nil {
		t.Fatal(err)
	}
	return Settings(t, string(data))
}

// Settings parses settings as they stand in the configuration file.
func Settings(t testing.TB, text string) *yaml.Node {
	t.Helper()
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(text), &doc); err != nil {
		t.Fatal(err)
	}
	if len(doc.Content) == 0 {
		return nil
	}
	return doc.Content[0]
}

// Render gives a result as the two goldens hold it.
func Render(r Result) (triples, text []byte) {
	var g rdf.Graph
	var b strings.Builder
	for _, it := range r.Items {
		fmt.Fprintf(&b, "item %s (%s)\n", it.Key, it.Where)
		for _, d := range it.Drafts {
			for t := range d.Graph.All() {
				g.Add(t)
			}
			fmt.Fprintf(&b, "  %s %s\n", d.Class, d.Key)
		}
		for _, f := range it.Faults {
			fmt.Fprintf(&b, "  %s %s\n", f.Severity, f)
		}
	}
	for _, refusal := range r.Refusals {
		fmt.Fprintf(&b, "refused %s (%s)\n", refusal.Key, refusal.Where)
		for _, f := range refusal.Faults {
			fmt.Fprintf(&b, "  %s\n", f)
		}
	}
	if r.Err != nil {
		fmt.Fprintf(&b, "ended by %v\n", r.Err)
	}
	return g.Canonical(), []byte(b.String())
}

// Golden compares what a test got with a golden file; with -update it writes the file anew.
func Golden(t *testing.T, path string, got []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), string(got)); d != "" {
		t.Errorf("%s differs (-want +got):\n%s", path, d)
	}
}

func checkDrafts(t *testing.T, r Result) {
	keys := map[string]bool{}
	for _, it := range r.Items {
		if keys[it.Key] {
			t.Errorf("item %s: key appears twice", it.Key)
		}
		keys[it.Key] = true
		if len(it.Drafts) == 0 && !it.Deleted && !it.Same {
			t.Errorf("item %s: no draft", it.Key)
		}
		own := map[schema.IRI]bool{}
		for _, d := range it.Drafts {
			own[d.IRI] = true
		}
		for _, d := range it.Drafts {
			for tr := range d.Graph.All() {
				if tr.S.Kind != rdf.IRI || schema.IRI(tr.S.Value).Document() != d.IRI {
					t.Errorf("item %s: %s speaks of %s, not of itself", it.Key, d.IRI, tr.S.Value)
				}
				if tr.O.Kind == rdf.Blank {
					t.Errorf("item %s: %s has a blank node", it.Key, d.IRI)
				}
				if o := schema.IRI(tr.O.Value); tr.O.Kind == rdf.IRI && strings.HasPrefix(string(o), schema.Scheme) && !rdf.ValidIRI(string(o)) {
					t.Errorf("item %s: link to %q", it.Key, o)
				}
			}
		}
	}
}
