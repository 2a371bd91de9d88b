package linkedart_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"moselle/connectors/conntest"
	"moselle/connectors/linkedart"
)

// object returns a record as museums publish it.
func object(i int) string {
	return fmt.Sprintf(`{"@context":"https://linked.art/ns/v1/linked-art.json","id":"https://data.pont.example/object/%[1]d","type":"HumanMadeObject","_label":"View %[1]d",`+
		`"classified_as":[{"id":"http://vocab.getty.edu/aat/300033618","type":"Type","_label":"paintings (visual works)","classified_as":[{"id":"http://vocab.getty.edu/aat/300435443","type":"Type","_label":"Type of Work"}]}],`+
		`"identified_by":[{"type":"Name","content":"View %[1]d of the bridge","classified_as":[{"id":"http://vocab.getty.edu/aat/300404670","type":"Type","_label":"Primary Name"}],"language":[{"id":"http://vocab.getty.edu/aat/300388277","type":"Language","_label":"English"}]},`+
		`{"type":"Identifier","content":"1932.%[1]d","classified_as":[{"id":"http://vocab.getty.edu/aat/300312355","type":"Type","_label":"Accession Number"}]}],`+
		`"referred_to_by":[{"type":"LinguisticObject","content":"The old bridge on an evening in May, seen from the other bank.","classified_as":[{"id":"http://vocab.getty.edu/aat/300435416","type":"Type","_label":"Description"}]},`+
		`{"type":"LinguisticObject","content":"Oil on canvas","classified_as":[{"id":"http://vocab.getty.edu/aat/300435429","type":"Type","_label":"Material Statement"}]},`+
		`{"type":"LinguisticObject","content":"Gift of the ferrymen","classified_as":[{"id":"http://vocab.getty.edu/aat/300435418","type":"Type","_label":"Credit Line"}]}],`+
		`"produced_by":{"type":"Production","timespan":{"type":"TimeSpan","_label":"about 1885","begin_of_the_begin":"1885-01-01T00:00:00Z","end_of_the_end":"1890-12-31T23:59:59Z"},"carried_out_by":[{"id":"https://data.pont.example/person/%[2]d","type":"Person","_label":"Marta Quill"}],"took_place_at":[{"id":"https://data.pont.example/place/2","type":"Place","_label":"Pontville"}]},`+
		`"made_of":[{"id":"http://vocab.getty.edu/aat/300015050","type":"Material","_label":"oil paint"}],`+
		`"dimension":[{"type":"Dimension","value":60.5,"unit":{"id":"http://vocab.getty.edu/aat/300379098","type":"MeasurementUnit","_label":"cm"},"classified_as":[{"id":"http://vocab.getty.edu/aat/300055644","type":"Type","_label":"height"}]}],`+
		`"current_owner":[{"id":"https://data.pont.example/group/1","type":"Group","_label":"Museum at the Bridge"}],"member_of":[{"id":"https://data.pont.example/set/1","type":"Set","_label":"Paintings"}],`+
		`"representation":[{"type":"VisualItem","digitally_shown_by":[{"type":"DigitalObject","format":"image/jpeg","access_point":[{"id":"https://img.pont.example/%[1]d.jpg","type":"DigitalObject"}],"subject_to":[{"type":"Right","classified_as":[{"id":"https://creativecommons.org/publicdomain/zero/1.0/","type":"Type"}]}]}]}]}`,
		i, i%500)
}

// BenchmarkRecords reads a file of records, a line each.
func BenchmarkRecords(b *testing.B) {
	const records = 2000
	var text strings.Builder
	for i := range records {
		text.WriteString(object(i) + "\n")
	}
	path := filepath.Join(b.TempDir(), "records.ndjson")
	if err := os.WriteFile(path, []byte(text.String()), 0o600); err != nil {
		b.Fatal(err)
	}
	c, err := linkedart.Kind().Open(nil, conntest.Env(b, path))
	if err != nil {
		b.Fatal(err)
	}
	conntest.Bench(b, c, text.Len(), records)
}

// BenchmarkRows reads an export of EMu.
func BenchmarkRows(b *testing.B) {
	const rows = 2000
	var text strings.Builder
	text.WriteString(`<?xml version="1.0"?><!DOCTYPE table [<!ELEMENT tuple (atom)*>]><table name="ecatalogue">`)
	for i := range rows {
		fmt.Fprintf(&text, `
  <tuple>
    <atom name="irn">%[1]d</atom>
    <atom name="TitAccessionNo">1932.%[1]d</atom>
    <atom name="TitMainTitle">The Mill, No. %[1]d</atom>
    <table name="Kinds"><tuple><atom name="PhyMediaCategory">paintings</atom></tuple></table>
    <atom name="CreDateCreated">about 1900</atom>
    <atom name="CreEarliestDate">1895</atom>
    <atom name="CreLatestDate">1905</atom>
    <table name="Makers"><tuple><atom name="CreRole">Artist</atom><atom name="irn">%[2]d</atom><atom name="SummaryData">Vale, Ada</atom></tuple></table>
    <table name="Where"><tuple><atom name="CreCountry">Hills</atom><atom name="CreCity">Tarn</atom></tuple></table>
    <atom name="PhyMediumAndSupport">oil on wood</atom>
    <atom name="PhyConvertedDims">10 x 12 in.</atom>
    <atom name="SumCreditLine">Gift of the millers</atom>
  </tuple>`, i+1, i%50)
	}
	text.WriteString("\n</table>")
	path := filepath.Join(b.TempDir(), "rows.xml")
	if err := os.WriteFile(path, []byte(text.String()), 0o600); err != nil {
		b.Fatal(err)
	}
	c, err := linkedart.Kind().Open(nil, conntest.Env(b, path))
	if err != nil {
		b.Fatal(err)
	}
	conntest.Bench(b, c, text.Len(), rows)
}
