package iiif_test

import (
	"context"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/connectors"
	"moselle/connectors/conntest"
	"moselle/connectors/iiif"
)

// site is a web site by address, and what was asked of it.
type site struct {
	pages map[string]string
	asked []string
}

// env returns an environment whose location is the first page of the site.
func (s *site) env(t testing.TB, location string) connectors.Env {
	env := conntest.Env(t, location)
	env.Open = func(_ context.Context, location string, _ []byte) (*connectors.Body, error) {
		s.asked = append(s.asked, location)
		text, ok := s.pages[location]
		if !ok {
			return nil, os.ErrNotExist
		}
		return &connectors.Body{ReadCloser: io.NopCloser(strings.NewReader(text)), Location: location}, nil
	}
	return env
}

// harvest reads a site and returns what became of it, a line each.
func (s *site) harvest(t *testing.T, settings, location string, known map[string]string) (lines []string, raw map[string]string) {
	t.Helper()
	env := s.env(t, location)
	env.Known = func(raw []byte) (string, bool) { key, ok := known[string(raw)]; return key, ok }
	c, err := iiif.Kind().Open(conntest.Settings(t, settings), env)
	if err != nil {
		t.Fatal(err)
	}
	r := conntest.Harvest(t.Context(), c, nil)
	raw = map[string]string{}
	for _, it := range r.Items {
		line := "item "
		switch {
		case it.Same:
			line = "same "
		case it.Deleted:
			line = "gone "
		case it.Raw != nil:
			raw[string(it.Raw)] = it.Key
		}
		lines = append(lines, line+it.Key)
	}
	for _, refusal := range r.Refusals {
		lines = append(lines, "refused "+refusal.Error())
	}
	if r.Err != nil {
		lines = append(lines, "ended by "+r.Err.Error())
	}
	return lines, raw
}

func manifestAt(address, label string) string {
	return fmt.Sprintf(`{"@context":"http://iiif.io/api/presentation/3/context.json","id":%q,"type":"Manifest","label":{"fr":[%q]},
"items":[{"type":"Canvas","width":10,"height":10,"items":[{"type":"AnnotationPage","items":[{"type":"Annotation","motivation":"painting","body":{"id":"%s/1.jpg","type":"Image"}}]}]}]}`, address, label, address)
}

// TestPages reads a collection in pages on two hosts, then once more when one
// manifest has changed.
func TestPages(t *testing.T) {
	t.Parallel()
	s := &site{pages: map[string]string{
		"https://a.example/top":   `{"@context":"http://iiif.io/api/presentation/2/context.json","@id":"https://a.example/top","@type":"sc:Collection","label":"Alles","first":"https://a.example/top/1","total":3}`,
		"https://a.example/top/1": `{"@id":"https://a.example/top/1","@type":"sc:Collection","manifests":[{"@id":"/m1","@type":"sc:Manifest"},{"@id":"https://b.example/m2","@type":"sc:Manifest"}],"next":"https://a.example/top/2"}`,
		"https://a.example/top/2": `{"@id":"https://a.example/top/2","@type":"sc:Collection","manifests":[{"@id":"https://a.example/m1","@type":"sc:Manifest"},{"@id":"https://a.example/m3","@type":"sc:Manifest"}],"next":"https://a.example/top/1"}`,
		"https://a.example/m1":    manifestAt("https://a.example/m1", "Eins"),
		"https://b.example/m2":    manifestAt("https://b.example/m2", "Zwei"),
		"https://a.example/m3":    `{"id":"https://a.example/m3","type":"Collection"}`,
	}}
	const circle = "refused https://a.example/top/2: the next page was read before: the pages lead in a circle (\"https://a.example/top/1\")"
	const other = "refused https://a.example/m3: the manifest cannot be read: it is a collection, not the manifest that it is listed as"
	got, raw := s.harvest(t, "", "https://a.example/top", nil)
	want := []string{"item https://a.example/top", "item https://a.example/m1", "item https://b.example/m2", circle, other}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("first run (-want +got):\n%s", d)
	}
	s.pages["https://a.example/m1"] = manifestAt("https://a.example/m1", "Anders")
	got, _ = s.harvest(t, "", "https://a.example/top", raw)
	want[2] = "same https://b.example/m2"
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("second run (-want +got):\n%s", d)
	}
	got, _ = s.harvest(t, "manifests: 1", "https://a.example/top", nil)
	want = []string{"item https://a.example/top", "item https://a.example/m1", circle,
		"refused https://a.example/top: lists more manifests than the setting allows; raise manifests above 1"}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("with one manifest allowed (-want +got):\n%s", d)
	}
}

// TestChanges reads a list of changes twice: what did not change in between is
// not asked for again.
func TestChanges(t *testing.T) {
	t.Parallel()
	change := func(kind, object, end string) string {
		return fmt.Sprintf(`{"type":%q,"object":{"id":%q,"type":"Manifest"},"endTime":%q}`, kind, object, end)
	}
	page := func(more ...string) string {
		return `{"id":"https://a.example/p1","type":"OrderedCollectionPage","orderedItems":[` + strings.Join(more, ",") + "]}"
	}
	s := &site{pages: map[string]string{
		"https://a.example/changes": `{"@context":"http://iiif.io/api/discovery/1/context.json","id":"https://a.example/changes","type":"OrderedCollection","last":{"id":"https://a.example/p1"}}`,
		"https://a.example/p1":      page(change("Create", "https://a.example/m1", "2026-01-01T00:00:00Z"), change("Create", "https://a.example/m2", "2026-01-02T00:00:00Z")),
		"https://a.example/m1":      manifestAt("https://a.example/m1", "Eins"),
		"https://a.example/m2":      manifestAt("https://a.example/m2", "Zwei"),
	}}
	got, raw := s.harvest(t, "", "https://a.example/changes", nil)
	if d := cmp.Diff([]string{"item https://a.example/m2", "item https://a.example/m1"}, got); d != "" {
		t.Errorf("first run (-want +got):\n%s", d)
	}
	s.pages["https://a.example/p1"] = page(change("Create", "https://a.example/m1", "2026-01-01T00:00:00Z"),
		change("Create", "https://a.example/m2", "2026-01-02T00:00:00Z"), change("Delete", "https://a.example/m2", "2026-01-03T00:00:00Z"), `{"type":"Announce"}`, `{"type":"Update","object":{}}`)
	s.asked = nil
	got, _ = s.harvest(t, "", "https://a.example/changes", raw)
	want := []string{"gone https://a.example/m2", "same https://a.example/m1", "refused https://a.example/p1, orderedItems 5: object: has no address: write its id"}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("second run (-want +got):\n%s", d)
	}
	if slices.Contains(s.asked, "https://a.example/m1") {
		t.Errorf("second run asks for %v, want no manifest that did not change", s.asked)
	}
	for _, c := range []struct{ doc, want string }{
		{`{"@context":"http://iiif.io/api/discovery/1/context.json","type":"OrderedCollection"}`, `ended by https://a.example/changes: the list of changes does not name its last page`},
		{`{"@context":"http://iiif.io/api/discovery/1/context.json","type":"OrderedCollection","last":"https://a.example/none"}`, "refused https://a.example/none: the page cannot be read"},
		{`{"@context":"http://iiif.io/api/discovery/1/context.json","type":"OrderedCollection","last":"https://a.example/m1"}`, "refused https://a.example/m1: the page cannot be read: it is a manifest, not the page of a list"},
		{`{"@context":"http://iiif.io/api/discovery/1/context.json","type":"OrderedCollectionPage","orderedItems":[]}`, "refused https://a.example/changes: the list of changes holds no change"},
		{strings.Repeat(`{"a":`, 20_000), "ended by https://a.example/changes: line 1: lists and objects stand in each other too deep"},
		{`[]`, "ended by https://a.example/changes: this is a JSON list, not a IIIF manifest or collection"},
	} {
		s.pages["https://a.example/changes"] = c.doc
		if got, _ := s.harvest(t, "", "https://a.example/changes", nil); len(got) != 1 || !strings.HasPrefix(got[0], c.want) {
			t.Errorf("%s gives %q, want %q", c.doc, got, c.want)
		}
	}
}

// FuzzHarvest holds that no document makes the connector panic or go on for
// ever, and that no item comes without a record.
func FuzzHarvest(f *testing.F) {
	for _, name := range []string{"manifest3", "manifest2", "sound", "collection", "older", "changes", "cut"} {
		data, err := os.ReadFile("testdata/" + name + "/input.json")
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(data))
	}
	f.Add(`{"type":"Collection","id":"https://a.example/","items":["https://a.example/",{"type":"Collection","id":"x","items":[{"type":"Manifest","id":"y","items":[[],{}]}]}],"next":""}`)
	f.Fuzz(func(t *testing.T, text string) {
		s := &site{pages: map[string]string{"https://a.example/": text, "https://a.example/1": text}}
		c, err := iiif.Kind().Open(nil, s.env(t, "https://a.example/"))
		if err != nil {
			t.Fatal(err)
		}
		conntest.Sound(t, conntest.Harvest(t.Context(), c, nil))
	})
}
