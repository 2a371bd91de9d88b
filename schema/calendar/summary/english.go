package summary

var english = language{
	tag:      "en",
	weekdays: [7]string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"},
	short:    [7]string{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"},
	each:     [7]string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"},
	closed:   [7]string{"Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays"},
	months: [12]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
		"November", "December"},
	abbrs: [12]string{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec"},
	glue:  " ", glueShort: " ", glueList: " ",
	and: " and ",

	days: "{a} to {b}", bareDays: "{a} to {b}", shortDays: "{a} – {b}",
	until: "until {a}", since: "from {a}",
	one: "{a}", list: "{a}",
	except: "except {a}",

	beside: " ",
	at:     "at {a}", span: "from {a} to {b}", from: "from {a}",
	colon: ":", padded: true,
	wholeDay: "all day", always: "day and night", doors: "doors at {a}",
	opened: "open {a}", closedOn: "closed on {a}", shut: "closed",
	permanent: "permanent", holidays: "public holidays",
	daily: "daily", repeat: "every {e}", fortnight: "every other {w}",
	monthly:  "every {o} {w} of the month",
	ordinals: [5]string{"first", "second", "third", "fourth", "last"},
	dates:    "{n} dates", more: "and {n} more dates", oneMore: "and 1 more date", others: "and more dates",
	separator: ": ", pause: "; ",

	movedTo: "moved to {a}", insteadOf: "instead of {a}",
	states: map[string]string{
		"EventCancelled": "cancelled", "EventPostponed": "postponed", "EventRescheduled": "new date",
		"EventMovedOnline": "now online", "EventTentative": "to be confirmed",
		"SoldOut": "sold out", "LimitedAvailability": "few places left", "PreOrder": "not yet on sale",
	},
}
