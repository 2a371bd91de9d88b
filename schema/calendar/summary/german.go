package summary

var german = language{
	tag:      "de",
	weekdays: [7]string{"Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"},
	short:    [7]string{"Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"},
	each:     [7]string{"montags", "dienstags", "mittwochs", "donnerstags", "freitags", "samstags", "sonntags"},
	closed:   [7]string{"montags", "dienstags", "mittwochs", "donnerstags", "freitags", "samstags", "sonntags"},
	months: [12]string{"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober",
		"November", "Dezember"},
	abbrs: [12]string{"Jan.", "Febr.", "März", "April", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez."},
	mark:  ".", first: ".", numeric: true,
	glue: ", ", glueShort: " ", glueList: " ",
	and: " und ",

	days: "{a}, bis {b}", bareDays: "{a} bis {b}", shortDays: "{a} – {b}",
	until: "bis {a}", since: "ab {a}",
	one: "{a}", list: "{a}",
	except: "außer am {a}",

	beside: ", ",
	at:     "um {a}", span: "von {a} bis {b}", from: "ab {a}",
	unit: "Uhr", colon: ":",
	wholeDay: "ganztägig", always: "rund um die Uhr", doors: "Einlass ab {a}",
	opened: "geöffnet {a}", closedOn: "{a} geschlossen", shut: "geschlossen",
	permanent: "dauerhaft", holidays: "Feiertage",
	daily: "täglich", repeat: "{e}", fortnight: "alle zwei Wochen {e}",
	monthly:  "jeden {o} {w} im Monat",
	ordinals: [5]string{"ersten", "zweiten", "dritten", "vierten", "letzten"},
	dates:    "{n} Termine", more: "und {n} weitere Termine", oneMore: "und 1 weiterer Termin", others: "und weitere Termine",
	separator: ": ", pause: "; ",

	movedTo: "verschoben auf {a}", insteadOf: "statt {a}",
	states: map[string]string{
		"EventCancelled": "abgesagt", "EventPostponed": "verschoben", "EventRescheduled": "neuer Termin",
		"EventMovedOnline": "jetzt online", "EventTentative": "unter Vorbehalt",
		"SoldOut": "ausverkauft", "LimitedAvailability": "nur noch wenige Plätze", "PreOrder": "noch nicht im Verkauf",
	},
}
