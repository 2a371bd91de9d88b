package all_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/connectors/conntest"
	"moselle/schema"
)

// Museums publish their tables and what became of them as linked data. Read by two
// connectors they are the same things under the same names.
func TestRealMuseums(t *testing.T) {
	t.Parallel()
	const autry, npg = "collections/american-art__autry/", "collections/american-art__npg/"
	for _, c := range []struct {
		name, class   string
		table, byRows string
		dump, byRDF   string
		want          int
	}{
		{
			name: "objects", class: "Work",
			table: autry + "AutryObjects/AutryObjects.csv", byRows: `{class: Work, key: ObjectID, lang: en, map: {name: Title, url: AutryObjectURL}}`,
			dump: autry + "AutryObjects/AutryObjects.n3.zip", byRDF: `{classes: {"crm:E22_Man-Made_Object": Work, "crm:E40_Legal_Body": none}, lang: en, map: {name: rdfs:label, url: foaf:homepage}}`,
			want: 193,
		},
		{
			name: "makers", class: "Person",
			table: autry + "AutryMakers/AutryMakers.csv", byRows: `{class: Person, key: MakerID, group: true, lang: en, map: {name: Maker, url: AutryMakerURL}}`,
			dump: autry + "AutryMakers/AutryMakers.n3.zip", byRDF: `{classes: {"crm:E39_Actor": Person, "crm:E22_Man-Made_Object": none, "skos:Concept": none}, lang: en, map: {name: rdfs:label, url: foaf:homepage}}`,
			want: 114,
		},
		{
			name: "numbers", class: "Work",
			table: npg + "NPGObjects/NPGObjects3.csv.gz", byRows: `{class: Work, key: ObjectID, lang: en, map: {name: ObjectNumber}}`,
			dump: npg + "NPGObjURLs/NPGObjURLs.n3.zip", byRDF: `{classes: {"crm:E22_Man-Made_Object": Work}, lang: en, map: {name: foaf:homepage}}`,
			want: 16846,
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			rows := titles(source(t, "table", c.table, conntest.Settings(t, c.byRows)), c.class)
			linked := titles(source(t, "rdf", c.dump, conntest.Settings(t, c.byRDF)), c.class)
			if d := cmp.Diff(rows, linked); d != "" {
				t.Errorf("(-table +RDF):\n%.3000s", d)
			}
			if len(rows) != c.want {
				t.Errorf("%d of different name and address, want %d", len(rows), c.want)
			}
		})
	}
}

// titles counts the things of a class by address and name: a dump has others beside
// them.
func titles(r conntest.Result, class string) map[string]int {
	out := map[string]int{}
	for _, it := range r.Items {
		d := it.Drafts[0]
		if d.Class != class {
			continue
		}
		n := schema.NewNode(d.Graph, d.IRI, schema.ClassNamed(d.Class))
		title, _ := n.Title()
		// An address is made of the object's number.
		title = strings.ReplaceAll(strings.TrimPrefix(title, "http://npg.si.edu/object/npg_"), "/", "_")
		out[strings.TrimSpace(n.String("url")+" "+title)]++
	}
	return out
}
