package edm_test

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/schema"
	"moselle/schema/crosswalk/edm"
	"moselle/schema/vocab"
)

var update = flag.Bool("update", false, "write golden files anew")

// world is a painting with the records it leads to.
func world(t testing.TB) (*schema.Node, func(schema.IRI) *schema.Node) {
	t.Helper()
	nodes := map[schema.IRI]*schema.Node{}
	make := func(b *schema.Builder) *schema.Node {
		d, faults := b.Draft()
		if refused := schema.Refused(faults); refused != nil {
			t.Fatalf("%s: %v", d.IRI, refused)
		}
		n := schema.NewNode(d.Graph, d.IRI, schema.ClassNamed(d.Class))
		nodes[d.IRI] = n
		return n
	}
	person := schema.Build("src", "Person", "p1")
	person.Text("name", "", "Anna Held")
	person.Put("birthDate", "1861")
	person.Put("deathDate", "1932-05-08")
	person.Term("hasOccupation", "fr", "peintre", "")
	person.Put("sameAs", "http://www.wikidata.org/entity/Q1")
	make(person)
	place := schema.Build("src", "Place", "l1")
	place.Text("name", "fr", "Vieux-Pont")
	g := place.Part("geo", "GeoCoordinates")
	g.Put("latitude", "49.61")
	g.Put("longitude", "6.13")
	make(place)
	museum := schema.Build("src", "Organization", "m1")
	museum.Text("name", "fr", "Musée du Pont")
	make(museum)

	w := schema.Build("src", "Work", "k1")
	w.Type("Painting")
	w.Text("name", "fr", "Le pont")
	w.Text("name", "de", "Die Brücke")
	w.Text("description", "", "Huile sur toile.")
	w.Link("creator", person.IRI())
	w.Link("contributor", schema.Mint("src", "Person", "nobody"))
	w.Put("dateCreated", "1907")
	w.Text("dateText", "fr", "vers 1907")
	w.Put("temporalCoverage", "1905/1910")
	w.Put("temporalCoverage", "Belle Époque")
	about := w.Part("about", "DefinedTerm")
	about.Text("name", "fr", "ponts")
	about.Put("sameAs", "http://vocab.getty.edu/aat/300007836")
	w.Text("keywords", "fr", "rivière")
	w.Term("material", "fr", "huile", "")
	w.Link("contentLocation", place.IRI())
	w.Link("holdingArchive", museum.IRI())
	w.Put("url", "https://museum.example/k1")
	id := w.Part("identifier", "PropertyValue")
	id.Put("value", "INV 12")
	for _, m := range []struct{ url, licence, width string }{
		{"https://museum.example/k1-small.jpg", "CC BY 4.0", "400"}, {"https://museum.example/k1.jpg", "CC BY 4.0", "2000"},
		{"https://museum.example/k1-closed.jpg", "InC", "9000"},
	} {
		p := w.Part("associatedMedia", "Media")
		p.Type("ImageObject")
		p.Put("contentUrl", m.url)
		p.Put("license", m.licence)
		p.Put("encodingFormat", "image/jpeg")
		p.Put("width", m.width)
		p.Put("height", "1000")
	}
	iiif := w.Part("associatedMedia", "Media")
	iiif.Put("contentUrl", "https://museum.example/k1/manifest")
	iiif.Put("encodingFormat", "application/ld+json;profile='http://iiif.io/api/presentation/3/context.json'")
	return make(w), func(iri schema.IRI) *schema.Node { return nodes[iri] }
}

func TestViewGraph(t *testing.T) {
	t.Parallel()
	n, linked := world(t)
	got := edm.View(n, linked, "The hub").Graph().Canonical()
	path := filepath.Join("testdata", "painting.nt")
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), string(got)); d != "" {
		t.Errorf("Graph() (-want +got):\n%s", d)
	}
}

func TestView(t *testing.T) {
	t.Parallel()
	n, linked := world(t)
	c := edm.View(n, linked, "The hub")
	if got := c.ShownBy().URL; got != "https://museum.example/k1.jpg" {
		t.Errorf("ShownBy() = %s, want the largest of the freest", got)
	}
	if c.Type != "IMAGE" || c.Rights != "https://creativecommons.org/licenses/by/4.0/" || c.Object != c.ShownBy().URL {
		t.Errorf("type %s, rights %s, object %s", c.Type, c.Rights, c.Object)
	}
	classes := map[string]int{}
	for _, x := range c.Contexts {
		classes[x.Class.String()]++
	}
	if d := cmp.Diff(map[string]int{"edm:Agent": 1, "skos:Concept": 2, "edm:Place": 1, "edm:TimeSpan": 2}, classes); d != "" {
		t.Errorf("contexts (-want +got):\n%s", d)
	}
	if v := c.Values(edm.Temporal); len(v) != 2 || v[0].Context == nil || v[1].Text != "Belle Époque" || v[1].Context != nil {
		t.Errorf("dcterms:temporal = %+v, want a span and a literal", v)
	}
	if v := c.Values(edm.Description); len(v) != 1 || v[0].Lang != "" {
		t.Errorf("dc:description = %+v, want one in no language", v)
	}
	place := linked(schema.Mint("src", "Place", "l1"))
	if got := edm.View(place, linked, ""); got != nil {
		t.Errorf("View(a place) = %v, want nil", got)
	}
}

// TestKind: what a work is in EDM follows its first file, or its type.
func TestKind(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		class string
		files []string
		want  string
	}{
		{"Painting", nil, "IMAGE"},
		{"Painting", []string{"image/png"}, "IMAGE"},
		{"Book", nil, "TEXT"},
		{"Book", []string{"image/png"}, "TEXT"},
		{"Book", []string{"audio/mpeg"}, "SOUND"},
		{"Movie", nil, "VIDEO"},
		{"MusicRecording", []string{"application/octet-stream"}, "SOUND"},
		{"Sculpture", []string{"image/png", "model/gltf-binary"}, "3D"},
		{"Article", []string{"application/pdf"}, "TEXT"},
		{"Movie", []string{"video/mp4; codecs=avc1"}, "VIDEO"},
	} {
		b := schema.Build("src", "Work", "k")
		b.Text("name", "fr", "x")
		b.Type(tc.class)
		for i, f := range tc.files {
			m := b.Part("associatedMedia", "Media")
			m.Put("contentUrl", "https://files.example/"+string(rune('a'+i)))
			m.Put("encodingFormat", f)
		}
		d, _ := b.Draft()
		n := schema.NewNode(d.Graph, d.IRI, schema.ClassNamed("Work"))
		if got := edm.View(n, func(schema.IRI) *schema.Node { return nil }, "").Type; got != tc.want {
			t.Errorf("type of a %s with %v = %s, want %s", tc.class, tc.files, got, tc.want)
		}
	}
}

func TestPublicLicence(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"https://creativecommons.org/licenses/by/4.0/":       "http://creativecommons.org/licenses/by/4.0/",
		"https://creativecommons.org/publicdomain/mark/1.0/": "http://creativecommons.org/publicdomain/mark/1.0/",
		"http://rightsstatements.org/vocab/InC/1.0/":         "http://rightsstatements.org/vocab/InC/1.0/",
	} {
		if got := edm.PublicLicence(in); got != want {
			t.Errorf("PublicLicence(%s) = %s, want %s", in, got, want)
		}
	}
}

func TestNames(t *testing.T) {
	t.Parallel()
	if got, want := edm.BirthDate.String()+" "+edm.Kind.IRI(), "rdaGr2:dateOfBirth "+vocab.DC+"type"; got != want {
		t.Errorf("names = %s, want %s", got, want)
	}
}
