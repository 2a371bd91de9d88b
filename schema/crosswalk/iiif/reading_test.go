package iiif_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/schema"
)

// labelled is a manifest of version 2 with metadata, each "label|value".
func labelled(all ...string) map[string]any {
	var out []any
	for _, p := range all {
		label, value, _ := strings.Cut(p, "|")
		out = append(out, map[string]any{"label": label, "value": value})
	}
	return map[string]any{"@id": "https://a.example/m", "@type": "sc:Manifest", "label": "Le pont", "metadata": out}
}

// summary is what a property says, each thing by its class, its name and the years
// of its life.
func summary(n *schema.Node, prop string, w world) string {
	var out []string
	for _, v := range n.Values(prop) {
		to := w[v.Ref]
		if v.Part != nil {
			to = v.Part
		}
		if to == nil {
			out = append(out, v.String())
			continue
		}
		name, _ := to.Title()
		if to.Class.Name == "PropertyValue" {
			name = strings.TrimSpace(to.String("propertyID") + " " + to.String("value"))
		}
		out = append(out, strings.Join(strings.Fields(fmt.Sprintln(to.Class.Name, name, to.String("birthDate"), to.String("deathDate"))), " "))
	}
	return strings.Join(out, "; ")
}

// TestMetadata: what the metadata of museums and libraries become.
func TestMetadata(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ in, prop, want string }{
		{"Artist / Maker|Aubrac, Léonie, 1871-1940", "creator", "Person Aubrac, Léonie 1871 1940"},
		{"Author(s)|Weis, Marie; Ponsard, Jo", "creator", "Person Ponsard, Jo; Person Weis, Marie"},
		{"Artist|Léonie Aubrac\nfrançaise, 1871-1940", "creator", "Person Léonie Aubrac 1871 1940"},
		{"Artist|Léonie Aubrac (French, 1871 - 1940)", "creator", "Person Léonie Aubrac 1871 1940"},
		{"Creator(s)|Jo Ponsard, 1691–1781, Flemish, active in Britain (from ca. 1720)", "creator", "Person Jo Ponsard 1691 1781"},
		{"Author|Weis, Marie, -1627", "creator", "Person Weis, Marie 1627"},
		{"Author|Weis, Marie, approximately 1556-1630", "creator", "Person Weis, Marie 1556 1630"},
		{"Author|Weis, Marie, active 1588-1632", "creator", "Person Weis, Marie"},
		{"Auteur|Petrus Pontanus (1100?-1179?). Auteur du texte", "creator", "Person Petrus Pontanus 1100 1179"},
		{"Auteur|Jean du Pont (1282?-13..). Traducteur", "creator", "Person Jean du Pont 1282"},
		{"Auteur|Mathis. Enlumineur", "creator", "Person Mathis"},
		{"Contributor|Weis, Marie (sound recordist)", "contributor", "Person Weis, Marie"},
		{"Creator|Medailleur: Ponsard, Jo", "creator", "Person Ponsard, Jo"},
		{"Autor|Pontier, Fritz -- (GND: 1)", "creator", "Person Pontier, Fritz"},
		{"Author|Pontier, Fritz.", "creator", "Person Pontier, Fritz"},
		{"Author|Pontier, F. A.", "creator", "Person Pontier, F. A."},
		{"Artist|Artist unknown", "creator", ""},
		{"Photographer|Musée du Pont", "creator", "Organization Musée du Pont"},
		{"Persons|Author: Weis, Marie; Librarian: Ponsard, Jo", "creator", "Person Weis, Marie"},
		{"Persons|Author: Weis, Marie; Librarian: Ponsard, Jo", "contributor", "Person Ponsard, Jo"},
		{"Publisher|Weis, Marie, 1569-1623", "publisher", "Person Weis, Marie 1569 1623"},
		{"Publisher|537-538?", "publisher", ""},
		{"Held by|Bibliothèque du Pont", "holdingArchive", "Organization Bibliothèque du Pont"},
		{"Institution|Bibliothèque du Pont -- Ms. 12", "holdingArchive", "Organization Bibliothèque du Pont"},
		{"Institution|Bibliothèque du Pont -- Ms. 12", "identifier", "PropertyValue Ms. 12"},
		{"Repository|This content has been digitised by the Bridge Library", "holdingArchive", ""},
		{"PhysicalLocation|XX-1", "holdingArchive", ""},
		{"Standort|Vallombre", "itemLocation", "Place Vallombre"},
		{"Location|[s.l.]", "itemLocation", ""},
		{"Place of Origin (English)|Vallombre", "locationCreated", "Place Vallombre"},
		{"placeOfPublication|Vallombre", "locationCreated", "Place Vallombre"},
		{"Collection|Manuscrits", "isPartOf", "Collection Manuscrits"},
		{"Übergeordnetes Werk|<a href='https://a.example/all'>Annalen</a>", "isPartOf", "Collection Annalen"},
		{"Subject(s)|Verse; Prose", "about", "DefinedTerm Prose; DefinedTerm Verse"},
		{"Material|parchment ;", "material", "DefinedTerm parchment"},
		{"Date|1201–1225", "temporalCoverage", "1201/1225"},
		{"Date|[1872]", "dateCreated", "1872"},
		{"dcterms:created|1938", "dateCreated", "1938"},
		{"Date|1938-05-01T00:00:00Z", "dateCreated", "1938-05-01"},
		{"PublishDate|2018-03-23T23:32:55Z", "datePublished", ""},
		{"Publication/creation|Vallombre : Imprimerie du Pont, [1911]", "datePublished", "1911"},
		{"Publication/creation|Vallombre : Imprimerie du Pont, [1911]", "description", "Publication/creation: Vallombre : Imprimerie du Pont, [1911]"},
		{"Published|Vallombre, circa 1400", "datePublished", ""},
		{"Published/Created Date|[ca. 1460-1490]", "dateText", "[ca. 1460-1490]"},
		{"Period|1880/1914", "temporalCoverage", "1880/1914"},
		{"Sprache|ger", "inLanguage", "de"},
		{"Sprache|Mittelhochdeutsch", "inLanguage", "gmh"},
		{"Language|fre; lat", "inLanguage", "fr; la"},
		{"Museum number|E.1829", "identifier", "PropertyValue Museum number E.1829"},
		{"Identifier|12", "identifier", "PropertyValue 12"},
		{"Catalogue Number|N/A", "identifier", ""},
		{"Title|Le Pont.", "alternateName", ""},
		{"Title|Vue du pont", "alternateName", "Vue du pont"},
		{"Full conditions of use|https://a.example/terms", "usageInfo", "https://a.example/terms"},
		{"Copyright|© Succession Ponsard", "copyrightNotice", "© Succession Ponsard"},
		{"|<a href='https://a.example/record'>View the record</a>", "url", "https://a.example/record"},
		{"Digitised from|<a href='https://a.example/record'>the original</a>", "description", "Digitised from: the original (https://a.example/record)"},
		{"Ownership/custodial history|Don de 1911", "provenance", "Don de 1911"},
	} {
		n, w := read(t, labelled(c.in))
		if got := summary(n, c.prop, w); got != c.want && got != strings.Join(reversed(c.want), "; ") {
			t.Errorf("%q: %s = %q, want %q", c.in, c.prop, got, c.want)
		}
	}
}

func reversed(s string) (out []string) {
	for _, p := range strings.Split(s, "; ") {
		out = append([]string{p}, out...)
	}
	return out
}

// TestForms: forms of a document that are no version's and in use all the same.
func TestForms(t *testing.T) {
	t.Parallel()
	const canvas = `{"@id":"https://a.example/c","@type":"sc:Canvas","label":"-","metadata":[{"label":"Maker","value":"Weis, Marie"}],"images":[{"@type":"oa:Annotation","motivation":"","resource":
{"@id":"https://a.example/page/1","@type":"dctypes:Image","width":"400","height":"300","service":{"@id":"https://b.example/i/1","@context":"http://iiif.io/api/image/2/context.json","profile":"http://iiif.io/api/image/2/level1.json"}}}]}`
	for _, c := range []struct{ name, more, prop, want string }{
		{"a value and its language without signs", `"description":[{"value":"Eine Brücke.","language":"de"}]`, "description", "Eine Brücke."},
		{"objects of a program", `"metadata":[{"label":"Subject","value":[{"internal_resource":"Term","created_at":"11/08/17","label":["ponts"]}]}]`, "about", "DefinedTerm ponts"},
		{"a number for a text", `"metadata":[{"label":"Year","value":1905}]`, "dateCreated", "1905"},
		{"no tag of a language", `"summary":{"true":["Une lettre."]}`, "description", "Une lettre."},
		{"metadata under names", `"metadata":{"a":{"label":"Date","value":"1905"}}`, "dateCreated", "1905"},
		{"metadata on the canvases alone", `"sequences":[{"canvases":[` + canvas + "," + canvas + `]}]`, "creator", "Person Weis, Marie"},
		{"no year", `"navDate":"0000-01-01T00:00:00Z"`, "temporalCoverage", ""},
		{"a page to download", `"rendering":{"@id":"https://a.example/viewer","format":"text/html"}`, "url", "https://a.example/viewer"},
		{"a holder that is the provider", `"metadata":[{"label":"Held by","value":"Musée du Pont"}],"provider":[{"id":"https://pont.example/","type":"Agent","label":{"fr":["Musée du Pont"]}}]`, "holdingArchive", "Organization Musée du Pont"},
		{"a holder that is the provider", `"metadata":[{"label":"Held by","value":"Musée du Pont"}],"provider":[{"id":"https://pont.example/","type":"Agent","label":{"fr":["Musée du Pont"]}}]`, "contributor", ""},
	} {
		text := `{"@id":"https://a.example/m","@type":"sc:Manifest","label":"Le pont",` + c.more + "}"
		n, w := read(t, json.RawMessage(text))
		if got := summary(n, c.prop, w); got != c.want {
			t.Errorf("%s: %s = %q, want %q", c.name, c.prop, got, c.want)
		}
	}
	n, w := read(t, json.RawMessage(`{"@id":"https://a.example/m","@type":"sc:Manifest","label":"Le pont","sequences":[{"canvases":[`+canvas+`]}]}`))
	for _, m := range n.Nodes("associatedMedia") {
		if m.Type() != "ImageObject" {
			continue
		}
		want := []string{"https://b.example/i/1/full/full/0/default.jpg", "400", "http://iiif.io/api/image/2/level1.json", "", ""}
		got := []string{m.String("contentUrl"), m.String("width"), m.String("conformsTo"), m.String("name"), summary(m, "creator", w)}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("a picture of which only the service is known (-want +got):\n%s", d)
		}
	}
}

// TestDownloads: files that a manifest, its sequence or a canvas offers.
func TestDownloads(t *testing.T) {
	t.Parallel()
	n, _ := read(t, json.RawMessage(`{"@id":"https://a.example/m","@type":"sc:Manifest","label":"Le pont","rendering":{"@id":"https://a.example/m.epub","format":"application/epub+zip"},
"sequences":[{"rendering":[{"@id":"https://a.example/m.pdf","format":"application/pdf"},{"@id":"https://a.example/view","format":"text/html"}],
"canvases":[{"@id":"https://a.example/c","rendering":[{"id":"https://a.example/1.tif","type":"Image","format":"image/tiff"},{"id":"https://a.example/1.xml","type":"Text"}]}]}]}`))
	got := map[string]string{}
	for _, m := range n.Nodes("associatedMedia") {
		got[m.String("contentUrl")] = m.Type()
	}
	want := map[string]string{"https://a.example/m": "MediaObject", "https://a.example/m.epub": "TextObject", "https://a.example/m.pdf": "TextObject", "https://a.example/1.tif": "ImageObject"}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("downloads (-want +got):\n%s", d)
	}
}

// TestLicence: where a licence may stand.
func TestLicence(t *testing.T) {
	t.Parallel()
	const by = "https://creativecommons.org/licenses/by/4.0/"
	for more, want := range map[string]string{
		`"license":"http://creativecommons.org/licenses/by/4.0/"`:                                                           by,
		`"license":["https://a.example/terms","http://creativecommons.org/licenses/by/4.0/"]`:                               by,
		`"license":"<a href='http://creativecommons.org/licenses/by/4.0/'>licence</a>"`:                                     by,
		`"rights":[{"id":"http://creativecommons.org/licenses/by/4.0/","type":"Text","format":"text/html"}]`:                by,
		`"metadata":[{"label":"Licence","value":"CC BY 4.0"}]`:                                                              by,
		`"metadata":[{"label":"Licence","value":"https://a.example/licence"}]`:                                              "https://a.example/licence",
		`"metadata":[{"label":"Rights","value":"https://a.example/terms"}]`:                                                 "",
		`"attribution":"Bridge Library<br/>License: <a href=\"http://creativecommons.org/licenses/by/4.0/\">CC BY 4.0</a>"`: by,
		`"attribution":"Photo: © Bridge Library. Terms of use: CC BY 4.0. For more, ask."`:                                  by,
		`"attribution":"CC BY 4.0; CC BY-SA 4.0"`:                                                                           "",
		`"attribution":"Bridge Library"`:                                                                                    "",
	} {
		n, _ := read(t, json.RawMessage(`{"@id":"https://a.example/m","@type":"sc:Manifest","label":"Le pont",`+more+"}"))
		if got := n.Node("associatedMedia").String("license"); got != want {
			t.Errorf("licence of %s = %q, want %q", more, got, want)
		}
	}
}
