package table

import (
	"slices"
	"strings"
)

// sums are what offices write before a row that adds up those above it.
var sums = []string{"total", "totaux", "totals", "sous total", "total general", "grand total", "somme", "summe", "gesamt", "gesamtsumme",
	"zwischensumme", "insgesamt", "subtotal", "totaal", "subtotaal", "zomm", "en tout", "nombre total", "anzahl", "anzahl gesamt"}

// sum reports whether a row adds up others: it begins with a word for that, and
// hardly anything else stands in it.
func (r *rows) sum(e entry) bool {
	cells, _ := r.in.Cells(e.row)
	begin, more := "", 0
	for _, c := range cells {
		switch {
		case strings.TrimSpace(c) == "":
		case begin == "":
			begin = heading(c)
		default:
			more++
		}
	}
	return slices.Contains(sums, begin) && len(r.names) > 3 && more <= len(r.names)/2
}
