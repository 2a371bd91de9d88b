package table_test

import (
	"bytes"
	"context"
	"io"
	"slices"
	"strconv"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"moselle/connectors"
	"moselle/connectors/conntest"
	"moselle/connectors/table"
	"moselle/schema"
)

// programme makes a workbook as an office keeps one: a title above the header,
// dates and times as numbers with formats, an empty row, a sheet beside it.
func programme(t testing.TB) []byte {
	t.Helper()
	f := excelize.NewFile()
	day, clock := "dd.mm.yyyy", "hh:mm"
	at := time.Date(2026, 12, 3, 0, 0, 0, 0, time.UTC)
	for i, row := range [][]any{
		{"Programme d’hiver"},
		{},
		{"N°", "Titre", "Jour", "Début", "Fin", "Lieu", "Prix", "remarque interne"},
		{1, "Concert", at, 0.8125, 0.9375, "Église", 12.5},
		{2, "Bal", at.AddDate(0, 0, 1), 22.0 / 24, 2.0 / 24, "Salle", 8, "apporter les chaises"},
		{},
		{3, "Marché", at.AddDate(0, 0, 2)},
		{4, "Conte", "31.02.2027"},
	} {
		cell, err := excelize.CoordinatesToCellName(1, i+1)
		if err != nil {
			t.Fatal(err)
		}
		if err := f.SetSheetRow("Sheet1", cell, &row); err != nil {
			t.Fatal(err)
		}
	}
	for cells, format := range map[[2]string]*string{{"C4", "C8"}: &day, {"D4", "E8"}: &clock} {
		style, err := f.NewStyle(&excelize.Style{CustomNumFmt: format})
		if err != nil {
			t.Fatal(err)
		}
		if err := f.SetCellStyle("Sheet1", cells[0], cells[1], style); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := f.NewSheet("Adresses"); err != nil {
		t.Fatal(err)
	}
	if err := f.SetSheetName("Sheet1", "Hiver"); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestWorkbook(t *testing.T) {
	t.Parallel()
	c := open(t, conntest.Settings(t, `
class: Event
key: N°
map:
  name: Titre
  startDate: {from: Jour, time: Début}
  endDate: {from: Jusqu'au, time: Fin}
  location: Lieu
  offers: {map: {price: Prix, priceCurrency: {value: EUR}}}
`), programme(t))
	r := conntest.Harvest(t.Context(), c, nil)
	if r.Err != nil {
		t.Fatal(r.Err)
	}
	var got []string
	for _, it := range r.Items {
		d := it.Drafts[0]
		n := schema.NewNode(d.Graph, d.IRI, schema.ClassNamed(d.Class))
		name, _ := n.Text("name")
		o := n.Occurrences()[0]
		got = append(got, it.Where+": "+name+" "+o.Start.String()+" "+o.End.String())
	}
	for _, refusal := range r.Refusals {
		got = append(got, refusal.Error())
	}
	want := []string{
		"sheet Hiver row 4: Concert 2026-12-03T19:30:00+01:00 2026-12-03T22:30:00+01:00",
		"sheet Hiver row 5: Bal 2026-12-04T22:00:00+01:00 2026-12-05T02:00:00+01:00",
		"sheet Hiver row 7: Marché 2026-12-05 0001-01-01T00:00:00Z",
		`sheet Hiver row 8: startDate: column Jour: 31 February 2027 does not exist ("31.02.2027")`,
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("workbook (-want +got):\n%s", d)
	}
}

// TestKnown spares what was read before, and reads anew what stands under
// another header.
func TestKnown(t *testing.T) {
	t.Parallel()
	settings := conntest.Settings(t, "{class: Work, key: id, map: {name: title, genre: genre}}")
	read := func(data string, known map[string]string) (items []connectors.Item) {
		env := conntest.Env(t, "memory")
		env.Open = func(context.Context, string, []byte) (*connectors.Body, error) {
			return &connectors.Body{ReadCloser: io.NopCloser(bytes.NewReader([]byte(data))), Validator: []byte("v1")}, nil
		}
		env.Known = func(raw []byte) (string, bool) { k, ok := known[string(raw)]; return k, ok }
		c, err := table.Kind().Open(settings, env)
		if err != nil {
			t.Fatal(err)
		}
		r := conntest.Harvest(t.Context(), c, nil)
		if r.Err != nil {
			t.Fatal(r.Err)
		}
		return r.Items
	}
	same := func(items []connectors.Item) (out []bool) {
		for _, it := range items {
			out = append(out, it.Same)
		}
		return out
	}
	known := map[string]string{}
	first := read("id,title,genre\n1,One,a\n2,Two,b\n", known)
	for _, it := range first {
		known[string(it.Raw)] = it.Key
	}
	if got, want := string(first[1].Next), "v1"; got != want || first[0].Next != nil {
		t.Errorf("cursors = %q, %q, want only the last to be %q", first[0].Next, got, want)
	}
	for _, c := range []struct {
		name, data string
		want       []bool
	}{
		{"unchanged", "id,title,genre\n1,One,a\n2,Two,b\n", []bool{true, true}},
		{"one changed", "id,title,genre\n2,Two,b\n1,One,c\n", []bool{true, false}},
		{"columns swapped", "id,genre,title\n1,One,a\n2,Two,b\n", []bool{false, false}},
	} {
		if d := cmp.Diff(c.want, same(read(c.data, known))); d != "" {
			t.Errorf("%s: Same (-want +got):\n%s", c.name, d)
		}
	}
}

// TestSheets reads of a workbook the sheet that holds the list, and tells of the
// others.
func TestSheets(t *testing.T) {
	t.Parallel()
	notes := [][]any{{"Please fill in the yellow cells alone"}}
	list := [][]any{{"Datum", "Uhrzeit", "Titel", "Ort"}, {"08.01.2027", "20:00", "Konzert", "Aula"}}
	named := "class: Event\nkey: Titel\nmap: {name: Titel, startDate: Datum}"
	for _, c := range []struct {
		name, settings string
		sheets         [][][]any
		where          string
		severity       schema.Severity
		told           bool
	}{
		{"by its columns", "", [][][]any{notes, list}, "sheet S2 row 2", schema.Info, true},
		{"by the mapping", named, [][][]any{notes, list}, "sheet S2 row 2", schema.Info, true},
		{"of two the first", "", [][][]any{list, list}, "sheet S1 row 2", schema.Warning, true},
		{"the one that is named", "sheet: S2\n" + named, [][][]any{list, list}, "sheet S2 row 2", 0, false},
		{"the only one", "", [][][]any{list, {}}, "sheet S1 row 2", 0, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			f := excelize.NewFile()
			for i, rows := range c.sheets {
				sheet := "S" + strconv.Itoa(i+1)
				if _, err := f.NewSheet(sheet); err != nil {
					t.Fatal(err)
				}
				for j, row := range rows {
					if err := f.SetSheetRow(sheet, "A"+strconv.Itoa(j+1), &row); err != nil {
						t.Fatal(err)
					}
				}
			}
			var b bytes.Buffer
			if err := f.Write(&b); err != nil {
				t.Fatal(err)
			}
			var got []connectors.Item
			for item, err := range open(t, conntest.Settings(t, c.settings), b.Bytes()).Harvest(t.Context(), nil) {
				if err != nil {
					t.Fatal(err)
				}
				got = append(got, item)
			}
			if len(got) != 1 || got[0].Where != c.where {
				t.Fatalf("Harvest() = %d items, the first from %q, want one from %q", len(got), got[0].Where, c.where)
			}
			i := slices.IndexFunc(got[0].Faults, func(f schema.Fault) bool { return f.Path == "sheet" })
			if told := i >= 0; told != c.told || told && got[0].Faults[i].Severity != c.severity {
				t.Errorf("faults = %v, want one of sheet: %v, with severity %v", got[0].Faults, c.told, c.severity)
			}
		})
	}
}
