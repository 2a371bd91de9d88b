package table_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/connectors/conntest"
	"moselle/schema"
)

// TestPeriods holds how dates are read that people write for people.
func TestPeriods(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ date, time, want string }{
		{"12.06.2026", "", "2026-06-12"},
		{"samedi 13/06/2026 à 20h30", "", "2026-06-13T20:30:00+02:00"},
		{"Fr., 12.06.2026, 19-22 Uhr", "", "2026-06-12T19:00:00+02:00/2026-06-12T22:00:00+02:00"},
		{"ab 12. Juni 2026", "", "2026-06-12"},
		{"12.–14.06.2026", "", "2026-06-12/2026-06-14"},
		{"du 12 au 14 juin 2026", "", "2026-06-12/2026-06-14"},
		{"vom 30.12. bis 2.1.2027", "", "2026-12-30/2027-01-02"},
		{"12 juin – 14 juillet 2026", "", "2026-06-12/2026-07-14"},
		{"2026-06-12/2026-06-14", "", "2026-06-12/2026-06-14"},
		{"du 12/06/2026 au 14/06/2026", "de 14h à 18h", "2026-06-12T14:00:00+02:00/2026-06-14"},
		{"12./13. Juni 2026", "20 Uhr", "2026-06-12T20:00:00+02:00 2026-06-13T20:00:00+02:00"},
		{"12, 14 et 19 juin 2026", "", "2026-06-12 2026-06-14 2026-06-19"},
		{"12.06.2026", "14 - 18 Uhr", "2026-06-12T14:00:00+02:00/2026-06-12T18:00:00+02:00"},
		{"12.06.2026", "22:00–1:00", "2026-06-12T22:00:00+02:00/2026-06-13T01:00:00+02:00"},
		{"12./13. Juni 2026, 20 Uhr", "", "2026-06-12T20:00:00+02:00 2026-06-13T20:00:00+02:00"},
		{"12./13. Juni 2026", "20-22 Uhr", "2026-06-12T20:00:00+02:00/2026-06-12T22:00:00+02:00 2026-06-13T20:00:00+02:00/2026-06-13T22:00:00+02:00"},
		{"12.06.2026 10 Uhr bis 14.06.2026 18 Uhr", "", "2026-06-12T10:00:00+02:00/2026-06-14T18:00:00+02:00"},
		{"Friday, June 12th, 2026", "7 to 9 pm", "2026-06-12T19:00:00+02:00/2026-06-12T21:00:00+02:00"},
		{"14.–12.06.2026", "", ""},
		{"31.–32.06.2026", "", ""},
		{"jeden Montag", "", ""},
		{"Sommer 2026", "", ""},
		{"- - -", "", ""},
	} {
		t.Run(c.date+" "+c.time, func(t *testing.T) {
			t.Parallel()
			data := "Titel;Datum;Uhrzeit;Ort\nKonzert;10.06.2026;;Saal\nLesung;" + c.date + ";" + c.time + ";Saal\n"
			var got []string
			for _, it := range conntest.Harvest(t.Context(), open(t, nil, []byte(data)), nil).Items {
				if n := node(it.Drafts[0]); strings.HasPrefix(it.Key, "Lesung") {
					got = whens(n)
				}
			}
			if d := cmp.Diff(c.want, strings.Join(got, " ")); d != "" {
				t.Errorf("dates of %q %q (-want +got):\n%s", c.date, c.time, d)
			}
		})
	}
}

// whens gives the dates of an event, a period with its end.
func whens(n *schema.Node) (out []string) {
	dates := n.Nodes("occurrence")
	if len(dates) == 0 {
		dates = []*schema.Node{n}
	}
	for _, d := range dates {
		s := d.String("startDate")
		if end := d.String("endDate"); end != "" {
			s += "/" + end
		}
		out = append(out, s)
	}
	return out
}

// TestWorkbookWords reads the workbook of an office without any setting.
func TestWorkbookWords(t *testing.T) {
	t.Parallel()
	r := conntest.Harvest(t.Context(), open(t, nil, programme(t)), nil)
	got := map[string]string{}
	for _, it := range r.Items {
		name, _ := node(it.Drafts[0]).Title()
		got[name] = strings.Join(whens(node(it.Drafts[0])), " ")
	}
	want := map[string]string{
		"Concert": "2026-12-03T19:30:00+01:00/2026-12-03T22:30:00+01:00",
		"Bal":     "2026-12-04T22:00:00+01:00/2026-12-05T02:00:00+01:00",
		"Marché":  "2026-12-05",
	}
	if d := cmp.Diff(want, got); d != "" || r.Err != nil || len(r.Refusals) != 1 {
		t.Errorf("the workbook: %d refusals, %v (-want +got):\n%s", len(r.Refusals), r.Err, d)
	}
}
