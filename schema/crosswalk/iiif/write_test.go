package iiif_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/schema"
	wire "moselle/schema/wire/iiif"
)

// pictured is a work with pictures at addresses, all under one licence.
func pictured(t testing.TB, w world, licence string, files ...string) *schema.Node {
	b := schema.Build("src", "Work", "k2")
	b.Text("name", "fr", "Registre")
	for _, f := range files {
		m := b.Part("associatedMedia", "Media")
		m.Put("contentUrl", f)
		m.Put("encodingFormat", "image/jpeg")
		m.Put("license", licence)
	}
	return w.add(t, b)
}

// TestOrder: pages stand in the order of their numbers.
func TestOrder(t *testing.T) {
	t.Parallel()
	w := world{}
	n := pictured(t, w, "", "https://a.example/p10.jpg", "https://a.example/p9.jpg", "https://a.example/p010b.jpg", "https://a.example/p1.jpg", "https://a.example/p.jpg")
	m, err := w.writer().Manifest(n)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, c := range m.Items {
		got = append(got, strings.TrimPrefix(c.Items[0].Items[0].Body.ID, "https://a.example/"))
	}
	if d := cmp.Diff([]string{"p.jpg", "p1.jpg", "p9.jpg", "p10.jpg", "p010b.jpg"}, got); d != "" {
		t.Errorf("Manifest() has its canvases in another order (-want +got):\n%s", d)
	}
}

// TestRights: rights takes the licences that version 3 allows, with http; any
// other stands in the metadata and is found there.
func TestRights(t *testing.T) {
	t.Parallel()
	for licence, want := range map[string]string{
		"https://creativecommons.org/licenses/by-sa/4.0/":          "http://creativecommons.org/licenses/by-sa/4.0/",
		"https://creativecommons.org/publicdomain/mark/1.0/":       "http://creativecommons.org/publicdomain/mark/1.0/",
		"http://rightsstatements.org/vocab/InC/1.0/":               "http://rightsstatements.org/vocab/InC/1.0/",
		"https://www.etalab.gouv.fr/licence-ouverte-open-licence/": "",
		"https://pont.example/licence":                             "",
		"":                                                         "",
	} {
		w := world{}
		n := pictured(t, w, licence, "https://a.example/1.jpg", "https://a.example/2.jpg")
		m, err := w.writer().Manifest(n)
		if err != nil {
			t.Fatal(err)
		}
		if m.Rights != want || m.Items[0].Rights != "" {
			t.Errorf("Manifest() of %q has rights %q and %q on a canvas, want %q and none", licence, m.Rights, m.Items[0].Rights, want)
		}
		back, _ := read(t, m)
		for _, f := range back.Nodes("associatedMedia") {
			if got := f.String("license"); got != n.Nodes("associatedMedia")[0].String("license") {
				t.Errorf("%s read again is under %q, want %q", f.String("contentUrl"), got, licence)
			}
		}
	}
}

// TestNothingToWrite: what version 3 does not allow is an error.
func TestNothingToWrite(t *testing.T) {
	t.Parallel()
	w := world{}
	if _, err := w.writer().Manifest(pictured(t, w, "")); err == nil || !strings.Contains(err.Error(), "without a picture") {
		t.Errorf("Manifest() of a work without media = %v, want an error", err)
	}
	bare := &schema.Node{ID: "moselle:id/collection/a", Class: schema.ClassNamed("Collection")}
	if _, err := w.writer().Collection(bare, nil); err == nil {
		t.Error("Collection() without a name = nil, want an error")
	}
	got := w.writer().Change(wire.Delete, bare.ID, "2026-01-01T00:00:00Z")
	if got.Object.Type != "Collection" || got.Object.ID != "https://hub.example/iiif/collection/a" {
		t.Errorf("Change() is about %+v, want the collection", got.Object)
	}
}

// BenchmarkManifest writes a work that says something of everything.
func BenchmarkManifest(b *testing.B) {
	w := world{}
	n := full(b, w)
	writer := w.writer()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := writer.Manifest(n); err != nil {
			b.Fatal(err)
		}
	}
}
