package summary_test

import (
	"strings"
	"testing"
	"time"

	"moselle/schema"
	"moselle/schema/calendar"
)

// now is when the summaries are read.
var now = time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC)

func zone(t testing.TB) *time.Location {
	t.Helper()
	z, err := time.LoadLocation("Europe/Luxembourg")
	if err != nil {
		t.Fatal(err)
	}
	return z
}

func moment(t testing.TB, s string) schema.Moment {
	t.Helper()
	if s == "" {
		return schema.Moment{}
	}
	m, err := schema.ParseMoment(s, zone(t))
	if err != nil {
		t.Fatalf("moment %s: %v", s, err)
	}
	return m
}

// dates reads "start" or "start/end", and behind it, each after a blank, what is
// special: a status, an availability, "doors=", "was=", "to=", "why=", "title=".
func dates(t testing.TB, lines ...string) []schema.Occurrence {
	t.Helper()
	var out []schema.Occurrence
	for _, line := range lines {
		words := strings.Fields(line)
		from, to, _ := strings.Cut(words[0], "/")
		o := schema.Occurrence{Start: moment(t, from), End: moment(t, to)}
		for _, w := range words[1:] {
			key, value, _ := strings.Cut(w, "=")
			switch key {
			case "doors":
				o.Doors = moment(t, value)
			case "was":
				o.Previous = moment(t, value)
			case "to":
				o.MovedTo = schema.Build("s", "Event", "k").OccurrenceIRI(moment(t, value))
			case "why":
				lang, text, _ := strings.Cut(value, ":")
				o.Reason = map[string]string{lang: strings.ReplaceAll(text, "_", " ")}
			case "title":
				o.Name, o.NameLang = value, "fr"
			case "SoldOut", "LimitedAvailability", "PreOrder":
				o.Availability = key
			default:
				o.Status = key
			}
		}
		out = append(out, o)
	}
	return out
}

// weekly returns the same hours on the given weekdays from one day to another.
func weekly(from, to, hours string, on ...time.Weekday) []string {
	var out []string
	first, _ := time.Parse(time.DateOnly, from)
	last, _ := time.Parse(time.DateOnly, to)
	start, end, _ := strings.Cut(hours, "-")
	for d := first; !d.After(last); d = d.AddDate(0, 0, 1) {
		for _, w := range on {
			if d.Weekday() == w {
				line := d.Format(time.DateOnly) + "T" + start
				if end != "" {
					line += "/" + d.Format(time.DateOnly) + "T" + end
				}
				out = append(out, line)
			}
		}
	}
	return out
}

// open reads "Tuesday,Sunday 10:00-18:00"; "*" is every day.
func open(t testing.TB, lines ...string) []calendar.Hours {
	t.Helper()
	var out []calendar.Hours
	for _, line := range lines {
		days, hours, _ := strings.Cut(line, " ")
		from, to, _ := strings.Cut(hours, "-")
		h := calendar.Hours{Days: calendar.DaysNamed(strings.Split(days, ",")...)}
		var err1, err2 error
		h.Opens, err1 = calendar.ParseClock(from)
		h.Closes, err2 = calendar.ParseClock(to)
		if err1 != nil || err2 != nil {
			t.Fatalf("hours %s: %v, %v", line, err1, err2)
		}
		out = append(out, h)
	}
	return out
}

func in(season []calendar.Hours, from, to schema.Moment) []calendar.Hours {
	for i := range season {
		season[i].From, season[i].To = from, to
	}
	return season
}

// tuesdayToSunday is how most museums are open.
const tuesdayToSunday = "Tuesday,Wednesday,Thursday,Friday,Saturday,Sunday "

type record struct {
	name  string
	class string
	build func(t testing.TB, b *schema.Builder)
}

func happening(name string, lines ...string) record {
	return record{name, "Event", func(t testing.TB, b *schema.Builder) { b.Occurrences(dates(t, lines...)) }}
}

func opened(name, class string, of func(t testing.TB) calendar.Opening) record {
	return record{name, class, func(t testing.TB, b *schema.Builder) {
		o := of(t)
		o.Zone = zone(t)
		if class == "Event" {
			o.Put(b, calendar.Window(now))
		} else {
			o.Describe(b)
		}
	}}
}

// with adds properties to a record.
func (r record) with(props ...string) record {
	build := r.build
	r.build = func(t testing.TB, b *schema.Builder) {
		build(t, b)
		for i := 0; i+1 < len(props); i += 2 {
			b.Put(props[i], props[i+1])
		}
	}
	return r
}

// rule adds the rule that the dates follow.
func (r record) rule(props ...string) record {
	build := r.build
	r.build = func(t testing.TB, b *schema.Builder) {
		build(t, b)
		p := b.Part("eventSchedule", "Schedule")
		for i := 0; i+1 < len(props); i += 2 {
			p.Put(props[i], props[i+1])
		}
	}
	return r
}

func (r record) node(t testing.TB) *schema.Node {
	t.Helper()
	b := schema.Build("s", r.class, "k")
	b.Zone = zone(t)
	if b.Class().Property("timezone") != nil {
		b.Put("timezone", "Europe/Luxembourg")
	}
	r.build(t, b)
	d, _ := b.Draft()
	return schema.NewNode(d.Graph, d.IRI, b.Class())
}

var records = []record{
	happening("one date", "2026-12-03T20:00"),
	happening("one date of another year", "2027-03-01T20:30"),
	happening("one date with an end", "2026-12-03T20:00/2026-12-03T22:30"),
	happening("one date with full hours", "2026-12-06T10:00/2026-12-06T12:00"),
	happening("until after midnight", "2026-12-05T22:00/2026-12-06T03:00"),
	happening("until midnight", "2026-12-05T19:00/2026-12-06T00:00"),
	happening("a day", "2026-12-03"),
	happening("a whole day as times", "2026-12-03T00:00/2026-12-03T23:59"),
	happening("open end", "2026-12-03T19:00").with("endIsOpen", "true"),
	happening("period with open end", "2026-12-03").with("endIsOpen", "true"),
	happening("doors, moved and a reason", "2026-12-10T20:00 EventRescheduled doors=2026-12-10T19:00 was=2026-11-19T20:00 why=fr:Artiste_malade_<Paul>"),
	happening("cancelled", "2026-11-22T17:00").with("eventStatus", "EventCancelled"),
	happening("postponed without a date", "2026-12-10T20:00 EventPostponed"),
	happening("moved online", "2026-12-01T12:00/2026-12-01T13:00").with("eventStatus", "EventMovedOnline"),
	happening("tentative", "2026-12-24T15:15").with("eventStatus", "EventTentative"),
	happening("sold out", "2026-11-25T18:30/2026-11-25T20:00").with("availability", "SoldOut"),
	happening("few left", "2026-11-25T18:30").with("availability", "LimitedAvailability"),
	happening("not yet on sale", "2027-05-01T19:00").with("availability", "PreOrder"),

	happening("days", "2026-12-03/2026-12-06"),
	happening("days of two months", "2026-11-26/2026-12-06"),
	happening("days of two years", "2026-12-28/2027-01-03"),
	happening("exhibition that has begun", "2026-10-01/2027-02-28"),
	happening("exhibition with times", "2026-12-04T18:00/2027-02-28T18:00"),
	happening("past", "2025-06-14/2025-06-15"),

	happening("two times on a day", "2026-12-05T15:00", "2026-12-05T18:30"),
	happening("two days", "2026-12-04T20:00", "2026-12-05T20:00"),
	happening("days in a row", "2026-12-03T20:00", "2026-12-04T20:00", "2026-12-05T20:00", "2026-12-06T20:00"),
	happening("days in a row, one cancelled, one sold out",
		"2026-12-03T20:00", "2026-12-04T20:00 EventCancelled why=de:Krankheit", "2026-12-05T20:00 SoldOut", "2026-12-06T20:00"),
	happening("irregular, same time", "2026-12-03T20:00", "2026-12-05T20:00", "2026-12-12T20:00", "2026-12-16T20:00", "2027-01-05T20:00"),
	happening("irregular, one cancelled", "2026-12-03T20:00", "2026-12-05T20:00 EventCancelled", "2026-12-12T20:00"),
	happening("irregular, other times", "2026-12-03T20:00", "2026-12-06T17:00/2026-12-06T19:00", "2026-12-13T11:00 SoldOut"),
	happening("all cancelled", "2026-12-03T20:00 EventCancelled", "2026-12-05T20:00 EventCancelled"),
	happening("moved within", "2026-12-04T20:00 EventPostponed to=2026-12-12T20:00", "2026-12-12T20:00", "2026-12-15T20:00"),
	happening("a title of its own", "2026-12-04T20:00", "2026-12-12T20:00 title=Derniere"),
	happening("many", append(weekly("2026-12-01", "2027-02-20", "20:00", 2), weekly("2026-12-02", "2027-03-20", "18:30-20:00", 0, 3)[5:]...)...),

	happening("weekly", weekly("2026-12-01", "2027-03-23", "20:00", 2)...),
	happening("on two weekdays", weekly("2026-12-03", "2026-12-25", "20:00-22:00", 4, 5)...),
	happening("on two weekdays at other times", append(weekly("2026-12-03", "2026-12-25", "20:00", 4), weekly("2026-12-03", "2026-12-25", "17:00", 0)...)...),
	happening("weekly with a date left out", append(weekly("2026-11-05", "2026-12-23", "19:00", 4), weekly("2026-12-31", "2027-02-27", "19:00", 4)...)...),
	happening("weekly with a date cancelled", append(weekly("2026-12-01", "2026-12-20", "20:00", 1), "2026-12-21T20:00 EventCancelled")...),
	happening("weekly without end", weekly("2026-06-02", "2027-05-31", "20:00", 2)...).rule("rrule", "FREQ=WEEKLY;BYDAY=TU", "repeatFrequency", "P1W", "startDate", "2019-01-08"),
	happening("weekly without end, yet to begin", weekly("2026-12-02", "2027-05-31", "19:30", 3)...).rule("repeatFrequency", "P1W", "startDate", "2026-12-02"),
	happening("exhibition known by its dates", append(weekly("2026-11-13", "2027-01-30", "11:00-18:00", 0, 2, 3, 4, 5, 6), "2027-01-31T11:00/2027-01-31T18:00 EventCancelled")...),
	happening("weekly with a date moved", append(weekly("2026-12-03", "2026-12-17", "20:00", 4), append(weekly("2026-12-31", "2027-03-01", "20:00", 4), "2026-12-23T20:00 EventRescheduled was=2026-12-24T20:00")...)...),
	happening("on four weekdays", weekly("2026-12-01", "2026-12-31", "20:00", 3, 4, 5, 6)...),
	happening("irregular, two times", "2026-12-03T20:00", "2026-12-06T17:00", "2026-12-11T20:00", "2026-12-13T17:00", "2026-12-30T20:00 SoldOut", "2027-01-02T20:00"),
	happening("a rule without words", "2026-10-31T18:00", "2026-12-31T18:00", "2027-01-31T18:00", "2027-03-31T18:00", "2027-05-31T18:00").rule("repeatFrequency", "P1M", "rrule", "FREQ=MONTHLY;BYMONTHDAY=31", "startDate", "2025-01-31"),
	happening("daily", weekly("2026-12-01", "2026-12-24", "11:00-21:00", 0, 1, 2, 3, 4, 5, 6)...),
	happening("every other week", "2026-12-01T18:00", "2026-12-15T18:00", "2026-12-29T18:00", "2027-01-12T18:00"),
	happening("every second Tuesday of the month", "2026-12-08T18:00", "2027-01-12T18:00", "2027-02-09T18:00"),
	happening("every last Monday of the month", "2026-11-30T18:00", "2026-12-28T18:00", "2027-01-25T18:00", "2027-02-22T18:00"),
	happening("more than are known", weekly("2026-12-01", "2027-03-23", "20:00", 2)...).with("truncated", "true"),

	{"permanent", "Event", func(t testing.TB, b *schema.Builder) {
		b.Put("permanent", "true")
		b.Occurrences(dates(t, "2026-05-01/2028-05-31"))
	}},
	opened("permanent with hours", "Event", func(t testing.TB) calendar.Opening {
		return calendar.Opening{Weekly: open(t, tuesdayToSunday+"10:00-18:00")}
	}),
	opened("exhibition with hours", "Event", func(t testing.TB) calendar.Opening {
		return calendar.Opening{From: moment(t, "2026-12-03"), To: moment(t, "2026-12-20"), Weekly: open(t, tuesdayToSunday+"10:00-18:00"),
			Special: []calendar.Special{
				{From: moment(t, "2026-12-08"), To: moment(t, "2026-12-08"), Reason: map[string]string{"fr": "Fermeture exceptionnelle"}},
				{From: moment(t, "2026-12-19"), To: moment(t, "2026-12-20"), Hours: open(t, "* 10:00-22:00"), Reason: map[string]string{"de": "Lange Nacht"}},
			}}
	}),
	opened("exhibition on weekends", "Event", func(t testing.TB) calendar.Opening {
		return calendar.Opening{From: moment(t, "2026-10-03"), To: moment(t, "2027-01-31"),
			Weekly: open(t, "Friday 14:00-18:00", "Saturday,Sunday,PublicHolidays 10:00-12:00", "Saturday,Sunday,PublicHolidays 13:30-18:00")}
	}),
	opened("exhibition without hours, closed on Mondays", "Event", func(t testing.TB) calendar.Opening {
		return calendar.Opening{From: moment(t, "2026-12-03"), To: moment(t, "2027-01-10"),
			Special: []calendar.Special{{Days: calendar.DaysNamed("Monday", "Tuesday")}}}
	}),
	opened("museum", "Place", func(t testing.TB) calendar.Opening {
		return calendar.Opening{Weekly: append(open(t, "Tuesday,Wednesday,Friday,Saturday,Sunday 10:00-18:00"), open(t, "Thursday 10:00-20:30")...),
			Special: []calendar.Special{
				{From: moment(t, "2026-12-24"), To: moment(t, "2026-12-26"), Reason: map[string]string{"fr": "Noël", "de": "Weihnachten", "lb": "Chrëschtdag", "en": "Christmas", "nl": "Kerstmis"}},
				{From: moment(t, "2026-01-01"), To: moment(t, "2026-01-01")},
			}}
	}),
	opened("always open", "Place", func(t testing.TB) calendar.Opening {
		return calendar.Opening{Weekly: open(t, "* 00:00-24:00")}
	}),
	opened("bar", "Place", func(t testing.TB) calendar.Opening {
		return calendar.Opening{Weekly: append(open(t, "Friday,Saturday 20:00-03:00"), open(t, "Sunday 17:00-")...)}
	}),
	opened("seasons", "Place", func(t testing.TB) calendar.Opening {
		return calendar.Opening{Weekly: append(in(open(t, "* 09:30-19:00"), moment(t, "2026-04-01"), moment(t, "2026-10-31")),
			in(open(t, "Saturday,Sunday 10:00-16:00"), moment(t, "2026-11-01"), moment(t, "2027-03-31"))...)}
	}),
	{"series", "EventSeries", func(t testing.TB, b *schema.Builder) {
		b.Moment("startDate", moment(t, "2026-09-15"))
		b.Moment("endDate", moment(t, "2027-06-30"))
	}},
	{"nothing", "Place", func(testing.TB, *schema.Builder) {}},
}
