package feed

import (
	"strings"

	"moselle/schema"
)

// happening is what extensions say of when and where something happens. Each of
// them has its own namespace and much the same names, which are what counts:
// the event module of RSS 1.0, xCal, Google's gd, and what plugins of calendars
// write.
type happening struct {
	starts, ends       []stamp // in the order of the entry
	day                string  // of starts that are a time alone
	opens, closes      string  // the clock of dates that are given apart from it
	duration, zone     string
	rules              []string
	place              spot
	organizer, kind    string
	status, page, cost string
	seats              string // whether places are left
	currency, online   string
	allDay             bool
	read               *schema.Occurrence // taken out of a text
	refused            string             // why a text gives no date
}

// stamp is a date as it stands in the source, and how well known its element is:
// of several that say the same, the first in names counts.
type stamp struct {
	text, zone string
	rank       int
}

// within takes over a value inside of something: the name of a place is no title.
func (h *happening) within(around, name, value, zone string) {
	field := names[name].field
	switch {
	case around == "location" && (name == "name" || name == "title" || name == "text"):
		h.place.name = either(h.place.name, lines(value))
	case around == "organizer" && (name == "name" || name == "title" || name == "cn" || name == "text"):
		h.organizer = either(h.organizer, value)
	case around == "location" && (name == "url" || name == "website"):
		h.place.page = either(h.place.page, value)
	case around == "organizer", around == "location" && (field == "start" || field == "end"):
	case (around == "start" || around == "end") && (name == "datetime" || name == "date" || name == "text"):
		h.date(around, 0, value, zone)
	case around == "location" && field == "location":
		h.place.name = either(h.place.name, lines(value))
	default:
		if zone != "" && h.zone == "" {
			h.zone = zone
		}
		h.take(name, value)
	}
}

// take takes over a value by its name.
func (h *happening) take(name, value string) {
	if value = strings.TrimSpace(value); value == "" {
		return
	}
	m := names[plainName(name)]
	set := func(to *string) { *to = either(*to, lines(value)) }
	switch m.field {
	case "start", "end":
		h.date(m.field, m.rank, value, "")
	case "day":
		set(&h.day)
	case "opens":
		set(&h.opens)
	case "closes":
		set(&h.closes)
	case "duration":
		set(&h.duration)
	case "zone":
		set(&h.zone)
	case "rule":
		if len(h.rules) < maxRules {
			h.rules = append(h.rules, strings.TrimPrefix(value, "RRULE:"))
		}
	case "organizer":
		set(&h.organizer)
	case "kind":
		set(&h.kind)
	case "status":
		set(&h.status)
	case "off":
		if strings.EqualFold(value, "true") || value == "1" {
			h.status = "cancelled"
		}
	case "seats":
		set(&h.seats)
	case "cost":
		set(&h.cost)
	case "currency":
		set(&h.currency)
	case "page":
		set(&h.page)
	case "online":
		set(&h.online)
	case "allday":
		h.allDay = h.allDay || strings.EqualFold(value, "true") || value == "1"
	default:
		h.place.take(m.field, value)
	}
}

// maxRules bounds the rules of an entry.
const maxRules = 20

// date adds a start or an end, unless a surer name gave one.
func (h *happening) date(field string, rank int, text, zone string) {
	list := &h.starts
	if field == "end" {
		list = &h.ends
	}
	if strings.TrimSpace(text) == "" {
		return
	}
	if field == "end" && (len(h.ends) == 0 || h.ends[0].rank == rank) { // it belongs to the start before it
		for len(h.ends) < min(len(h.starts)-1, maxDates) {
			h.ends = append(h.ends, stamp{rank: rank})
		}
	}
	switch {
	case len(*list) == 0 || (*list)[0].rank == rank:
		if len(*list) <= maxDates { // one too many, for the warning
			*list = append(*list, stamp{lines(text), zone, rank})
		}
	case rank < (*list)[0].rank:
		*list = []stamp{{lines(text), zone, rank}}
	}
}

// period takes over a period as Dublin Core writes it ("start=2026-03-01;
// end=2026-03-02", DCMI Period), or as ISO 8601 does.
func (h *happening) period(text string) {
	if start, end, ok := strings.Cut(text, "/"); ok {
		h.date("start", len(names), start, "")
		h.date("end", len(names), end, "")
		return
	}
	for part := range strings.SplitSeq(text, ";") {
		if key, value, ok := strings.Cut(part, "="); ok {
			if key = strings.TrimSpace(key); key == "start" || key == "end" {
				h.date(key, len(names), value, "")
			}
		}
	}
}
