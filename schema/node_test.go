package schema_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/schema"
)

func TestNodeReaders(t *testing.T) {
	t.Parallel()
	b := schema.Build("src", "Place", "p")
	b.Type("Museum")
	b.Text("name", "fr", "Musée")
	b.Text("name", "de", "Museum")
	b.Text("keywords", "de", "Kunst")
	b.Text("keywords", "de", "Stadt")
	b.Text("keywords", "fr", "art")
	b.Put("maximumAttendeeCapacity", "80")
	b.Put("publicAccess", "true")
	b.Put("sameAs", "http://www.wikidata.org/entity/Q1")
	b.Link("isPartOf", "moselle:id/dataset/d")
	b.Link("isPartOf", "moselle:id/collection/c")
	b.Part("geo", "GeoCoordinates").Put("latitude", "49.5")
	m := b.Part("image", "Media")
	m.Put("contentUrl", "http://a.example/i.jpg")
	m.Link("isPartOf", "moselle:id/dataset/d")
	d, _ := b.Draft()
	n, err := schema.Seal(d, "src", now).Node()
	if err != nil {
		t.Fatal(err)
	}
	type pair struct{ text, lang string }
	title := func(langs ...string) pair {
		text, lang := n.Title(langs...)
		return pair{text, lang}
	}
	lat, ok := n.Node("geo").Number("latitude")
	checks := []struct {
		name      string
		got, want any
	}{
		{"Title fr", title("fr"), pair{"Musée", "fr"}},
		{"Title lb, fr", title("lb", "fr"), pair{"Musée", "fr"}},
		{"Title nl", title("nl"), pair{"Museum", "de"}},
		{"Texts", n.Texts("name"), map[string]string{"fr": "Musée", "de": "Museum"}},
		{"Texts of many", n.Texts("keywords"), map[string]string{"fr": "art", "de": "Kunst"}},
		{"TextsIn de", n.TextsIn("keywords", "de"), []string{"Kunst", "Stadt"}},
		{"TextsIn nl", n.TextsIn("keywords", "nl"), []string{"Kunst", "Stadt"}},
		{"Type", n.Type(), "Museum"},
		{"String", n.String("maximumAttendeeCapacity"), "80"},
		{"String of nothing", n.String("telephone"), ""},
		{"Strings", n.Strings("sameAs"), []string{"http://www.wikidata.org/entity/Q1"}},
		{"Bool", n.Bool("publicAccess"), true},
		{"Bool of nothing", n.Bool("isAccessibleForFree"), false},
		{"Number of a part", lat, 49.5},
		{"Number is there", ok, true},
		{"Refs", n.Refs("isPartOf"), []schema.IRI{"moselle:id/collection/c", "moselle:id/dataset/d"}},
		{"Links", n.Links(), []schema.IRI{"moselle:id/dataset/d", "moselle:id/collection/c"}},
		{"Nodes", len(n.Nodes("image")), 1},
		{"Node of nothing", n.Node("address") == nil, true},
	}
	for _, c := range checks {
		if d := cmp.Diff(c.want, c.got, cmp.AllowUnexported(pair{})); d != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, d)
		}
	}
	if _, ok := n.Number("name"); ok {
		t.Error("a name is a number")
	}
	if text, lang := n.Text("description", "fr"); text != "" || lang != "" {
		t.Errorf("Text of nothing = %q, %q", text, lang)
	}
}
