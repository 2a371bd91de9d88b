package dateline

import "strings"

// months are the names of months in the languages around here, in full and cut
// short.
var months = numbered(
	"january jan januar jänner januari janvier janv gennaio enero janeiro",
	"february feb februar febr februari février fevrier févr fevr fév febbraio febrero",
	"march mar märz maerz mär mrz mäerz maart mrt mars marzo",
	"april apr abrëll avril avr aprile abril",
	"may mai mee mei maggio mayo",
	"june jun juni juin giugno junio",
	"july jul juli juillet juil luglio julio",
	"august aug augustus août aout agosto",
	"september sep sept septembre settembre septiembre setiembre",
	"october oct oktober okt octobre ottobre octubre",
	"november nov novembre noviembre",
	"december dec dezember dez décembre decembre déc dicembre diciembre",
)

func numbered(lists ...string) map[string]int {
	out := map[string]int{}
	for i, list := range lists {
		for _, name := range strings.Fields(list) {
			out[name] = i + 1
		}
	}
	return out
}
