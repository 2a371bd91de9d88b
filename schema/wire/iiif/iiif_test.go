package iiif_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/schema/wire/iiif"
)

func TestParse(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ in, note, err string }{
		{`{"type":"Manifest"}`, "", ""},
		{"\xef\xbb\xbf{}", "", ""},
		{"\xff\xfe{\x00}\x00", "the text is UTF-16 where JSON has to be UTF-8", ""},
		{"{\"label\":\"\xe9\"}", "the text is not UTF-8, as JSON has to be; it was read as Windows-1252", ""},
		{`[{}]`, "", "this is a JSON list, not a IIIF manifest or collection, which is one object"},
		{`null`, "", "this is a JSON value, not a IIIF manifest or collection, which is one object"},
		{"{\n\"a\": 1,\n\"b\": [", "", "line 3: the text breaks off in the middle: it was probably cut off on its way"},
		{"{\n\"a\" 1}", "", "line 2: it is no JSON from here on"},
		{`{"a":` + strings.Repeat("[", 20_000), "", "line 1: lists and objects stand in each other too deep"},
	} {
		_, note, err := iiif.Parse([]byte(c.in))
		got := ""
		if err != nil {
			got = err.Error()
		}
		if note != c.note || got != c.err {
			t.Errorf("Parse(%.40q) = %q, %q, want %q, %q", c.in, note, got, c.note, c.err)
		}
	}
}

func object(t *testing.T, text string) iiif.Object {
	t.Helper()
	o, _, err := iiif.Parse([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return o
}

func TestKind(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]iiif.Kind{
		`{"@type":"sc:Manifest"}`:          iiif.KindManifest,
		`{"type":["Manifest","x"]}`:        iiif.KindManifest,
		`{"sequences":[]}`:                 iiif.KindManifest,
		`{"@type":"sc:Collection"}`:        iiif.KindCollection,
		`{"members":[]}`:                   iiif.KindCollection,
		`{"type":"OrderedCollectionPage"}`: iiif.KindChanges,
		`{"orderedItems":[]}`:              iiif.KindChanges,
		`{"type":"Canvas","members":[]}`:   iiif.KindUnknown,
		`{}`:                               iiif.KindUnknown,
	} {
		if got := object(t, text).Kind(); got != want {
			t.Errorf("Kind(%s) = %v, want %v", text, got, want)
		}
	}
}

func TestImageService(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ service, full, small, profile string }{
		{`{"id":"https://a.example/i","type":"ImageService3","profile":"level1"}`,
			"https://a.example/i/full/max/0/default.jpg", "https://a.example/i/full/300,/0/default.jpg", "http://iiif.io/api/image/3/level1.json"},
		{`{"id":"https://a.example/i","type":"ImageService3","profile":"level0","sizes":[{"width":100,"height":80},{"width":"500","height":400},{"width":900,"height":720}]}`,
			"https://a.example/i/full/max/0/default.jpg", "https://a.example/i/full/500,400/0/default.jpg", "http://iiif.io/api/image/3/level0.json"},
		{`{"@id":"i/info.json","@context":"http://iiif.io/api/image/2/context.json","profile":["http://iiif.io/api/image/2/level2.json",{"formats":["png"]}]}`,
			"https://a.example/m/i/full/full/0/default.jpg", "https://a.example/m/i/full/300,/0/default.jpg", "http://iiif.io/api/image/2/level2.json"},
		{`[{"@id":"https://a.example/login","profile":"http://iiif.io/api/auth/1/login"},{"@id":"https://a.example/i","profile":"http://library.stanford.edu/iiif/image-api/1.1/compliance.html#level1","width":200}]`,
			"https://a.example/i/full/full/0/native.jpg", "", "http://library.stanford.edu/iiif/image-api/1.1/compliance.html#level1"},
		{`{"@id":"https://a.example/i/","dcterms:conformsTo":"http://library.stanford.edu/iiif/image-api/1.1/conformance.html#level1"}`,
			"https://a.example/i/full/full/0/native.jpg", "https://a.example/i/full/300,/0/native.jpg", "http://library.stanford.edu/iiif/image-api/1.1/compliance.html#level1"},
	} {
		s := object(t, `{"service":`+c.service+`}`).ImageService("https://a.example/m/manifest")
		if d := cmp.Diff([]string{c.full, c.small, c.profile}, []string{s.Full(), s.Small(), s.Profile()}); d != "" {
			t.Errorf("ImageService(%s) (-want +got):\n%s", c.service, d)
		}
		back, ok := iiif.ServiceOf(s.Full(), s.Profile())
		if !ok || back.ID != s.ID || back.Version != s.Version || back.Level != s.Level {
			t.Errorf("ServiceOf(%s, %s) = %v, %v, want %v", s.Full(), s.Profile(), back, ok, s)
		}
	}
	for _, c := range [][2]string{{"https://a.example/i.jpg", "http://iiif.io/api/image/3/level1.json"}, {"https://a.example/i/full/max/0/default.jpg", "https://a.example/profile"}} {
		if s, ok := iiif.ServiceOf(c[0], c[1]); ok {
			t.Errorf("ServiceOf(%s, %s) = %v, want none", c[0], c[1], s)
		}
	}
}

func TestPainted(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][]string{
		`{"images":[{"@type":"oa:Annotation","motivation":"sc:painting","resource":{"@id":"a"}}]}`:                                       {"a"},
		`{"images":[{"@type":"oa:Annotation","resource":{"@type":"oa:Choice","default":{"@id":"a"},"item":[{"@id":"b"}]}}]}`:             {"a"},
		`{"images":[{"@type":"oa:Annotation","motivation":"","resource":{"@id":"a"}}]}`:                                                  {"a"},
		`{"images":[{"@type":"oa:Annotation","resource":{"@type":"oa:SpecificResource","full":{"@id":"a"}}}]}`:                           {"a"},
		`{"items":[{"type":"AnnotationPage","items":[{"type":"Annotation","motivation":"commenting","body":{"id":"a"}}]}]}`:              nil,
		`{"items":[{"type":"AnnotationPage","items":[{"type":"Annotation","motivation":["painting"],"body":["a",{"id":"b"}]}]}]}`:        {"a", "b"},
		`{"items":[{"type":"AnnotationPage","items":[{"type":"Annotation","body":{"type":"Choice","items":[{"id":"a"},{"id":"b"}]}}]}]}`: {"a"},
	} {
		var got []string
		for _, o := range object(t, text).Painted() {
			got = append(got, o.ID())
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("Painted(%s) (-want +got):\n%s", text, d)
		}
	}
}

// TestChanges reads a list of changes as it was written.
func TestChanges(t *testing.T) {
	t.Parallel()
	want := []iiif.Change{
		{Type: iiif.Create, Object: &iiif.Thing{ID: "https://a.example/1", Type: "Manifest"}, EndTime: "2026-01-01T00:00:00Z"},
		{Type: iiif.Refresh, EndTime: "2026-01-02T00:00:00Z"},
		{Type: iiif.Move, Object: &iiif.Thing{ID: "https://a.example/1", Type: "Manifest"}, Target: &iiif.Thing{ID: "https://a.example/2", Type: "Manifest"}},
	}
	text, err := json.Marshal(iiif.NewChangesPage("https://a.example/p2", "https://a.example/all", "https://a.example/p1", "", 100, want))
	if err != nil {
		t.Fatal(err)
	}
	page := object(t, string(text))
	var got []iiif.Change
	for _, a := range page.Objects("orderedItems") {
		got = append(got, a.Change())
	}
	if d := cmp.Diff(want, got); d != "" || page.Kind() != iiif.KindChanges || page.One("prev").ID() != "https://a.example/p1" || page["next"] != nil {
		t.Errorf("page %s (-want +got):\n%s", text, d)
	}
	text, _ = json.Marshal(iiif.NewChanges("https://a.example/all", "https://a.example/p1", "https://a.example/p2", 103))
	if all := object(t, string(text)); all.One("last").ID() != "https://a.example/p2" || all.Number("totalItems") != 103 || all.Text("@context") != iiif.DiscoveryContext {
		t.Errorf("list %s, want its last page, its length and its context", text)
	}
}
