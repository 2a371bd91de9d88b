package table_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/connectors/conntest"
	"moselle/connectors/table"
)

// TestWords holds that tables are told by what their columns are called, and that
// what only looks like an agenda or a collection is left alone.
func TestWords(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, head, want string }{
		{"french agenda", "Titre;Date;Heure;Lieu\nBal;samedi 21/03/2026;20h30;Salle\n", "events"},
		{"german agenda below a title", "Programm\n\nVeranstaltung\tDatum von\tOrt\nLesung\t12.06.26\tMarkt\n", "events"},
		{"luxembourgish agenda", "Numm,Datum,Auerzait,Uert\nBal,2026-06-12,20:00,Gemeng\n", "events"},
		{"dates that begin with the month", "Event Name,Start Date,Venue\nFair,06/21/2026,Park\n", "events"},
		{"periods", "Titel;Datum;Ort\nMesse;12.–14. Juni 2026;Halle\n", "events"},
		{"an answer with events in it", `{"total":1,"results":[{"name":"Bal","begin":"2026-06-12T20:00:00","venue":{"name":"Salle"}}]}`, "events"},
		{"records in wrappings", `{"records":[{"fields":{"titre":"Bal","date_debut":"2026-06-12","commune":"Metz"}}]}`, "events"},
		{"texts by language", `[{"title":{"fr":"Bal","de":"Ball"},"startDate":"2026-06-12","location":"Salle"}]`, "events"},
		{"years make no agenda", "Title,Date,Place\nVase,1860,Paris\n", ""},
		{"a collection", "ObjectID,Title,Artist,Medium,Dated\n1,Vase,Ann,clay,1860\n", "objects"},
		{"a collection with days", "title,date,artist,medium,dimensions,place\nVase,1860-01-01,Ann,clay,3 cm,Paris\n", "objects"},
		{"makers in objects", `[{"id":1,"title":"Vase","accession_number":"1.2","creators":[{"name":"Ann"}],"images":{"web":{"url":"https://a.example/1.jpg"}}}]`, "objects"},
		{"people", "id,display_name,beginyear,endyear\n1,Ann,1850,1900\n", "people"},
		{"places", "Nom,Adresse,Code postal,Commune,Latitude,Longitude\nMusée,rue,57000,Metz,49.1,6.2\n", "places"},
		{"members of a club are no places", "Nom,Prénom,Adresse,Code postal,Commune,Téléphone\nDupont,Ann,rue,57000,Metz,01\n", ""},
		{"who has booked is no agenda", "Name;Vorname;Datum;Uhrzeit;Preis\nDupont;Ann;12.06.2026;20:00;5\n", ""},
		{"features of a map", `{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Point","coordinates":[6.1,49.6]},"properties":{"name":"Musée","addr:city":"Metz"}}]}`, "places"},
		{"a title and nothing else", "id,title,url\n1,One,https://a.example/\n", ""},
		{"a thing with lists of others", `{"exhibitionid":1,"title":"Vases","begindate":"2026-01-31","venues":[{"name":"Saal"}],"publications":[{"title":"Book","medium":"paper","date":"1900"}]}`, "events"},
		{"an answer with several lists", `{"facets":[{"name":"a"}],"records":[{"fields":{"titre":"Bal","date_debut":"2026-06-12","commune":"Metz"}}]}`, "events"},
		{"what a document lists is not its title", `{"name":"Agenda","updated":"2026-06-12","events":[{"x":1}]}`, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if got, _ := table.Recognise([]byte(c.head)); got.Name != c.want {
				t.Errorf("Recognise(%q) = %q, want %q", c.head, got.Name, c.want)
			}
		})
	}
}

// TestWordsBeside holds that settings add to what the names of columns tell.
func TestWordsBeside(t *testing.T) {
	t.Parallel()
	const rows = "Was;Start Date;Venue;Sparte\nFair;6/21/2026;Park;Markt\nMass;07/04/2026;Church;\n"
	r := conntest.Harvest(t.Context(), open(t, conntest.Settings(t, `{preset: events, key: Was, map: {name: Was, keywords: Sparte}}`), []byte(rows)), nil)
	var got []string
	for _, it := range r.Items {
		n := node(it.Drafts[0])
		name, _ := n.Title()
		got = append(got, name+" "+n.String("startDate")+" "+strings.Join(n.TextsIn("keywords", "fr"), ", "))
	}
	without := conntest.Harvest(t.Context(), open(t, conntest.Settings(t, `{preset: events, map: {name: Was}}`), []byte(rows)), nil)
	if without.Err == nil || !strings.Contains(without.Err.Error(), "do not tell which identifies a row") {
		t.Errorf("without a key: %v, want that it is asked for", without.Err)
	}
	if d := cmp.Diff([]string{"Fair 2026-06-21 Markt", "Mass 2026-07-04 "}, got); d != "" || r.Err != nil {
		t.Errorf("%v, refused %v (-want +got):\n%s", r.Err, r.Refusals, d)
	}
}
