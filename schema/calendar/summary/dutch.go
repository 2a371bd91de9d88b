package summary

var dutch = language{
	tag:      "nl",
	weekdays: [7]string{"maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"},
	short:    [7]string{"ma", "di", "wo", "do", "vr", "za", "zo"},
	each:     [7]string{"maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"},
	closed:   [7]string{"maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"},
	months: [12]string{"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
		"november", "december"},
	abbrs: [12]string{"jan.", "febr.", "mrt.", "apr.", "mei", "juni", "juli", "aug.", "sept.", "okt.", "nov.", "dec."},
	glue:  " ", glueShort: " ", glueList: " ",
	and: " en ",

	days: "van {a} tot en met {b}", bareDays: "van {a} tot en met {b}", shortDays: "{a} – {b}",
	until: "tot en met {a}", since: "vanaf {a}",
	one: "{a}", list: "{a}",
	except: "behalve op {a}",

	beside: " ",
	at:     "om {a}", span: "van {a} tot {b}", from: "vanaf {a}",
	unit: "uur", colon: ".",
	wholeDay: "de hele dag", always: "dag en nacht", doors: "deuren open om {a}",
	opened: "open {a}", closedOn: "op {a} gesloten", shut: "gesloten",
	permanent: "permanent", holidays: "feestdagen",
	daily: "dagelijks", repeat: "elke {e}", fortnight: "om de twee weken op {w}",
	monthly:  "elke {o} {w} van de maand",
	ordinals: [5]string{"eerste", "tweede", "derde", "vierde", "laatste"},
	dates:    "{n} data", more: "en nog {n} data", oneMore: "en nog 1 datum", others: "en nog andere data",
	separator: ": ", pause: "; ",

	movedTo: "verplaatst naar {a}", insteadOf: "in plaats van {a}",
	states: map[string]string{
		"EventCancelled": "afgelast", "EventPostponed": "uitgesteld", "EventRescheduled": "nieuwe datum",
		"EventMovedOnline": "nu online", "EventTentative": "onder voorbehoud",
		"SoldOut": "uitverkocht", "LimitedAvailability": "laatste plaatsen", "PreOrder": "nog niet in de verkoop",
	},
}
