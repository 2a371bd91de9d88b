package table_test

import (
	"testing"

	"moselle/connectors/conntest"
)

// TestDates reads dates and times as people write them.
func TestDates(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ layout, date, clock, want string }{
		{"", "2026-12-03", "", "2026-12-03"},
		{"", "20261203", "", "2026-12-03"},
		{"", "2026-12-03 19:30", "", "2026-12-03T19:30:00+01:00"},
		{"", "2026-07-03T19:30:00Z", "", "2026-07-03T21:30:00+02:00"},
		{"", "3.12.2026", "", "2026-12-03"},
		{"", "03.12.2026 19:30", "", "2026-12-03T19:30:00+01:00"},
		{"dd/mm/yyyy", "03/12/2026", "", "2026-12-03"},
		{"m/d/yy", "12/3/26", "", "2026-12-03"},
		{"d mmmm yyyy", "3 décembre 2026", "", "2026-12-03"},
		{"d mmmm yyyy", "1er août 2026", "", "2026-08-01"},
		{"d mmmm yyyy", "3. März 2026", "", "2026-03-03"},
		{"d mmmm yyyy", "3. Abrëll 2026", "", "2026-04-03"},
		{"d mmm yyyy, hh:mm", "3 mrt 2026, 9:05", "", "2026-03-03T09:05:00+01:00"},
		{"", "3 décembre 2026", "", "2026-12-03"},
		{"", "am Donnerstag, den 3. Dezember 2026, 19.30 Uhr", "", "2026-12-03T19:30:00+01:00"},
		{"mmmm yyyy", "October 2026", "", "2026-10-01"},
		{"yyyy", "2026", "", "2026-01-01"},
		{"", "2026-12-03", "19:30", "2026-12-03T19:30:00+01:00"},
		{"", "2026-12-03", "19h30", "2026-12-03T19:30:00+01:00"},
		{"", "2026-12-03", "19 h", "2026-12-03T19:00:00+01:00"},
		{"", "2026-12-03", "19.30 Uhr", "2026-12-03T19:30:00+01:00"},
		{"", "2026-12-03", "19:30 Auer", "2026-12-03T19:30:00+01:00"},
		{"", "2026-12-03", "20 heures", "2026-12-03T20:00:00+01:00"},
		{"", "2026-12-03", "7:30 p.m.", "2026-12-03T19:30:00+01:00"},
		{"", "2026-12-03", "12 am", "2026-12-03T00:00:00+01:00"},
		{"", "2026-12-03", "13 pm", "2026-12-03"},
		{"", "2026-12-03", "25:00", "2026-12-03"},
		{"", "2026-12-03", "abends", "2026-12-03"},
		{"", "31.04.2026", "", `startDate: column date: 31 April 2026 does not exist ("31.04.2026")`},
		{"", "29.02.2026 20:00", "", `startDate: column date: 29 February 2026 does not exist ("29.02.2026 20:00")`},
		{"", "03.12.2026 25:00", "", `startDate: column date: there is no time 25:00:00 ("03.12.2026 25:00")`},
		{"", "03/12/2026", "", `startDate: column date: not a date: write it as 2026-12-31 ("03/12/2026")`},
		{"dd/mm/yyyy", "3 Dezember", "", `startDate: column date: not a date written as dd/mm/yyyy ("3 Dezember")`},
		{"d mmmm yyyy", "3 Brumaire 2026", "", `startDate: column date: not a date written as d mmmm yyyy ("3 Brumaire 2026")`},
	} {
		settings := "class: Event\nkey: id\nmap: {name: id, startDate: {from: date, time: clock}}\n"
		if c.layout != "" {
			settings += "layout: ['" + c.layout + "']\n"
		}
		data := "id;date;clock\n1;" + c.date + ";" + c.clock + "\n"
		r := conntest.Harvest(t.Context(), open(t, conntest.Settings(t, settings), []byte(data)), nil)
		got := ""
		switch {
		case len(r.Items) == 1:
			got = node(r.Items[0].Drafts[0]).Occurrences()[0].Start.String()
		case len(r.Refusals) == 1:
			got = r.Refusals[0].Faults[0].String()
		}
		if got != c.want {
			t.Errorf("%q %q in %q = %s, want %s", c.date, c.clock, c.layout, got, c.want)
		}
	}
}
