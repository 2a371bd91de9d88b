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
