package summary

var french = language{
	tag:      "fr",
	weekdays: [7]string{"lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"},
	short:    [7]string{"lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."},
	each:     [7]string{"lundis", "mardis", "mercredis", "jeudis", "vendredis", "samedis", "dimanches"},
	closed:   [7]string{"le lundi", "le mardi", "le mercredi", "le jeudi", "le vendredi", "le samedi", "le dimanche"},
	months: [12]string{"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
		"novembre", "décembre"},
	abbrs: [12]string{"janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."},
	first: "er",
	glue:  " ", glueShort: " ", glueList: " ",
	and: " et ",

	days: "du {a} au {b}", bareDays: "du {a} au {b}", shortDays: "du {a} au {b}",
	until: "jusqu’au {a}", since: "à partir du {a}",
	one: "le {a}", list: "les {a}",
	except: "sauf {a}",

	beside: " ",
	at:     "à {a}", span: "de {a} à {b}", from: "à partir de {a}",
	unit: "h", inside: true,
	wholeDay: "toute la journée", always: "jour et nuit", doors: "ouverture des portes à {a}",
	opened: "ouvert {a}", closedOn: "fermé {a}", shut: "fermé",
	permanent: "en permanence", holidays: "jours fériés",
	daily: "tous les jours", repeat: "tous les {e}", fortnight: "un {w} sur deux",
	monthly:  "chaque {o} {w} du mois",
	ordinals: [5]string{"premier", "deuxième", "troisième", "quatrième", "dernier"},
	dates:    "{n} dates", more: "et {n} autres dates", oneMore: "et 1 autre date", others: "et d’autres dates",
	separator: nbsp + ": ", pause: nbsp + "; ",

	movedTo: "reporté au {a}", insteadOf: "au lieu du {a}",
	states: map[string]string{
		"EventCancelled": "annulé", "EventPostponed": "reporté", "EventRescheduled": "nouvelle date",
		"EventMovedOnline": "désormais en ligne", "EventTentative": "à confirmer",
		"SoldOut": "complet", "LimitedAvailability": "dernières places", "PreOrder": "pas encore en vente",
	},
}
