package schema_test

import (
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/schema"
)

var update = flag.Bool("update", false, "write golden files anew")

func TestAttribution(t *testing.T) {
	t.Parallel()
	const ccBy = "https://creativecommons.org/licenses/by/4.0/"
	tests := []struct {
		name   string
		credit schema.Credit
	}{
		{"title, author, source, licence", schema.Credit{Title: "Le pont au matin", Lang: "fr", Maker: "Jean-Baptiste Thill", Holder: "Museum auf der Brücke",
			Page: "https://breck.example/works/1?a=1&b=2", Licence: ccBy}},
		{"public domain", schema.Credit{Title: "Study of an arch", Lang: "en", Licence: "https://creativecommons.org/publicdomain/mark/1.0/"}},
		{"the source's own line", schema.Credit{Line: "Photo : A. Weber /\nVille de Remich.", Title: "left out", Page: "https://a.example/", Licence: ccBy}},
		{"a line that names the licence", schema.Credit{Line: "© A. Weber, CC BY 4.0", Licence: ccBy}},
		{"with permission", schema.Credit{Line: "Fonds Schmit", Licence: "http://rightsstatements.org/vocab/InC/1.0/"}},
		{"no licence", schema.Credit{Holder: "Kulturhaus"}},
		{"nothing but a licence", schema.Credit{Licence: "https://creativecommons.org/publicdomain/mark/1.0/"}},
		{"nothing", schema.Credit{}},
		{"maker who keeps it too", schema.Credit{Maker: "Kulturhaus", Holder: "Kulturhaus", Licence: ccBy}},
		{"markup", schema.Credit{Title: `<b onclick="x">"&`, Lang: `fr"`, Page: `https://a.example/"><script>`, Licence: `https://a.example/"><script>`}},
		{"a licence that is no address", schema.Credit{Holder: "Kulturhaus", Licence: "javascript:alert(1)"}},
	}
	var got strings.Builder
	for _, tt := range tests {
		got.WriteString("# " + tt.name + "\n")
		for _, lang := range []string{"fr", "de", "lb", "en", "nl"} {
			a := tt.credit.Attribution(lang)
			got.WriteString(a.Lang + "  " + a.Text + "\n    " + a.HTML + "\n")
		}
	}
	const golden = "testdata/attribution.txt"
	if *update {
		if err := os.WriteFile(golden, []byte(got.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got.String()); diff != "" {
		t.Errorf("attributions (-want +got):\n%s", diff)
	}
}

func TestAttributionLang(t *testing.T) {
	t.Parallel()
	for want, langs := range map[string][]string{"de": {"pt", "de-AT", "fr"}, "nl": {"nl-BE"}, "en": {"pt"}} {
		if got := (schema.Credit{}).Attribution(langs...).Lang; got != want {
			t.Errorf("Attribution(%v).Lang = %s, want %s", langs, got, want)
		}
	}
}

func TestCreditOf(t *testing.T) {
	t.Parallel()
	build := func(class string, fill func(record, medium *schema.Builder)) schema.Credit {
		b := schema.Build("museum", class, "k")
		b.Text("name", "fr", "Le pont")
		prop := "image"
		if class == "Work" {
			prop = "associatedMedia"
			b.Link("creator", schema.Mint("museum", "Person", "painter"))
			b.Link("holdingArchive", schema.Mint("museum", "Organization", "museum"))
		}
		b.Link("sdPublisher", schema.Mint("museum", "Organization", "office"))
		m := b.Part(prop, "Media")
		m.Put("contentUrl", "https://breck.example/a.jpg")
		m.Put("license", "CC BY 4.0")
		fill(b, m)
		d, _ := b.Draft()
		n := schema.NewNode(d.Graph, d.IRI, schema.ClassNamed(class))
		names := map[schema.IRI]string{}
		for _, who := range []string{"painter", "photographer"} {
			names[schema.Mint("museum", "Person", who)] = who
		}
		for _, who := range []string{"museum", "office"} {
			names[schema.Mint("museum", "Organization", who)] = who
		}
		return schema.CreditOf(n.Node(prop), n, func(iri schema.IRI) string { return names[iri] }, "fr")
	}
	const ccBy = "https://creativecommons.org/licenses/by/4.0/"
	nothing := func(_, _ *schema.Builder) {}
	tests := []struct {
		name      string
		got, want schema.Credit
	}{
		{"a work", build("Work", nothing), schema.Credit{Title: "Le pont", Lang: "fr", Maker: "painter", Holder: "museum", Licence: ccBy}},
		{"an event is not what its picture is called", build("Event", nothing), schema.Credit{Holder: "office", Licence: ccBy}},
		{"a medium's own", build("Event", func(_, m *schema.Builder) {
			m.Text("name", "de", "Die Brücke")
			m.Link("creator", schema.Mint("museum", "Person", "photographer"))
		}), schema.Credit{Title: "Die Brücke", Lang: "de", Maker: "photographer", Holder: "office", Licence: ccBy}},
		{"a copyright notice", build("Event", func(_, m *schema.Builder) { m.Text("copyrightNotice", "", "© A. Weber") }),
			schema.Credit{Line: "© A. Weber", Lang: "und", Holder: "office", Licence: ccBy}},
		{"a credit line", build("Event", func(_, m *schema.Builder) {
			m.Text("copyrightNotice", "", "© A. Weber")
			m.Text("creditText", "fr", "Photo : A. Weber")
		}), schema.Credit{Line: "Photo : A. Weber", Lang: "fr", Holder: "office", Licence: ccBy}},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, tt.got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}
