package dateline

import (
	"strings"

	"moselle/schema"
)

// Month returns the number of the month that a word names, in full or cut short,
// in the languages around here; 0 when it names none.
func Month(word string) int { return months[schema.NameKey(word)] }

// months are the names of months as names are compared.
var months = numbered(
	"january jan januar janner jaanuar januari janvier janv gennaio enero janeiro",
	"february feb februar febr feber februari fevrier fevr fev febbraio febrero",
	"march mar marz maerz mar mrz maart mrt mars marzo",
	"april apr abrell avril avr aprile abril abr",
	"may mai mee mei maggio mayo",
	"june jun juni juin giugno junio",
	"july jul juli juillet juil luglio julio",
	"august aug augustus aout agosto",
	"september sep sept septembre settembre septiembre setiembre",
	"october oct oktober okt octobre ottobre octubre",
	"november nov novembre noviembre",
	"december dec dezember dez decembre dicembre diciembre",
)

// weekdays are the names of the days of the week and what is short for them, as
// names are compared.
var weekdays = numbered(
	"monday mon montag mo lundi lun meindeg maandag ma lunedi lunes",
	"tuesday tue tues dienstag di mardi mar denschdeg dinsdag martedi martes",
	"wednesday wed mittwoch mi mercredi mer mettwoch woensdag wo mercoledi miercoles",
	"thursday thu thur thurs donnerstag do jeudi jeu donneschdeg donderdag giovedi gio jueves",
	"friday fri freitag fr vendredi ven freideg vrijdag vr venerdi viernes",
	"saturday sat samstag sa sonnabend samedi sam samschdeg zaterdag za sabato sab sabado",
	"sunday sun sonntag so dimanche dim sonndeg zondag zo domenica dom domingo",
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
