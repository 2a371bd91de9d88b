package plurio

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"moselle/schema"
	"moselle/schema/calendar"
	"moselle/schema/wire/plurio"
)

// week is when something takes place within its days.
type week struct {
	from, to schema.Moment
	usual    []timing
	weekday  map[time.Weekday][]timing
	special  []special
	closed   []calendar.Special
}

// timing are hours with what they are for.
type timing struct {
	opens, closes calendar.Clock
	label         string
}

// special are the times of one day.
type special struct {
	day     schema.Moment
	timings []timing
}

// allTimings stands for the timings of all labels.
const allTimings = "*"

// week reads the timings.
func (m *mapper) week(b *schema.Builder, t *plurio.Timings) *week {
	w := &week{weekday: map[time.Weekday][]timing{}}
	if t == nil {
		return w
	}
	w.usual = m.timings(b, t.Usual, "timings.timing")
	for i, x := range t.Exceptions {
		const path = "timings.timingExceptions.timingException"
		if i == maxList {
			warn(b, path, "", fmt.Sprintf("more than %d exceptions; the first are kept", maxList))
			break
		}
		hours := m.timings(b, x.Timings, path+".timing")
		switch {
		case len(hours) == 0 && len(x.Timings) > 0: // told already
		case x.Day != "":
			day, err := m.day(x.Day)
			if err != nil {
				warn(b, path+".dateDay", x.Day, err.Error()+"; this exception is left out")
				continue
			}
			w.except(day, hours)
		case x.Weekday != "":
			day, ok := plurio.Weekday(x.Weekday)
			if !ok {
				warn(b, path+".dateWeekday", x.Weekday, "not a weekday: write mon, tue, wed, thu, fri, sat or sun; this exception is left out")
				continue
			}
			w.weekday[day] = append(w.weekday[day], hours...)
		default:
			warn(b, path, "", "neither a dateDay nor a dateWeekday: nobody knows when it holds; this exception is left out")
		}
	}
	return w
}

// except adds times of a day; without any it is closed.
func (w *week) except(day schema.Moment, hours []timing) {
	if len(hours) == 0 {
		w.closed = append(w.closed, calendar.Special{From: day, To: day})
		return
	}
	for i := range w.special {
		if w.special[i].day == day {
			w.special[i].timings = append(w.special[i].timings, hours...)
			return
		}
	}
	w.special = append(w.special, special{day, hours})
}

// timings reads times of day. An end that is the start is none.
func (m *mapper) timings(b *schema.Builder, list []plurio.Timing, path string) (out []timing) {
	for i, t := range list {
		if i == maxList {
			warn(b, path, "", fmt.Sprintf("more than %d times; the first are kept", maxList))
			break
		}
		if t.From == "" && t.To == "" {
			continue // a form left empty
		}
		opens, err := calendar.ParseClock(t.From)
		if err != nil || opens < 0 {
			warn(b, path+".timingFrom", t.From, "not a time of day: write 20:00; this time is left out")
			continue
		}
		closes, err := calendar.ParseClock(t.To)
		if err != nil {
			warn(b, path+".timingTo", t.To, "not a time of day: write 22:30; the end is left open")
			closes = calendar.NoEnd
		}
		if closes == opens && opens != 0 {
			closes = calendar.NoEnd
		}
		out = append(out, timing{opens, closes, label(t)})
	}
	return out
}

// hours reports whether any time of day is known.
func (w *week) hours() bool { return len(w.usual)+len(w.weekday)+len(w.special) > 0 }

// plain reports whether nothing is known but the first and the last day.
func (w *week) plain() bool { return !w.hours() && len(w.closed) == 0 }

// labels returns what the timings are for when that differs, so that each date
// bears its own; else allTimings alone.
func (w *week) labels() []string {
	var found []string
	for t := range w.each() {
		if !slices.Contains(found, t.label) {
			found = append(found, t.label)
		}
	}
	if len(found) < 2 {
		return []string{allTimings}
	}
	return found
}

// each goes through all timings.
func (w *week) each() func(func(timing) bool) {
	return func(yield func(timing) bool) {
		lists := [][]timing{w.usual}
		for d := time.Sunday; d <= time.Saturday; d++ {
			lists = append(lists, w.weekday[d])
		}
		for _, s := range w.special {
			lists = append(lists, s.timings)
		}
		for _, list := range lists {
			for _, t := range list {
				if !yield(t) {
					return
				}
			}
		}
	}
}

// opening returns the timings of a label as opening hours: those of a weekday
// stand in place of the usual ones, those of a day before both, and closed days
// before all. Without any times each day is a whole one.
func (w *week) opening(zone *time.Location, label string) calendar.Opening {
	o := calendar.Opening{From: w.from, To: w.to, Zone: zone, Special: slices.Clone(w.closed)}
	pick := func(list []timing, days calendar.Days) (out []calendar.Hours) {
		for _, t := range list {
			if label == allTimings || t.label == label {
				out = append(out, calendar.Hours{Days: days, Opens: t.opens, Closes: t.closes})
			}
		}
		return out
	}
	usual := calendar.EveryDay
	for d := time.Sunday; d <= time.Saturday; d++ {
		if list, ok := w.weekday[d]; ok {
			usual &^= calendar.DayOf(d)
			o.Weekly = append(o.Weekly, pick(list, calendar.DayOf(d))...)
		}
	}
	if usual == calendar.EveryDay {
		usual = 0
	}
	o.Weekly = append(pick(w.usual, usual), o.Weekly...)
	for _, s := range w.special {
		o.Special = append(o.Special, calendar.Special{From: s.day, To: s.day, Hours: pick(s.timings, 0)})
	}
	if !w.hours() {
		o.Weekly = []calendar.Hours{{Opens: 0, Closes: 24 * 60}}
	}
	return o
}

// generic are labels that say nothing but that there are times.
var generic = []string{"", "beginn", "uhr", "uhrzeit", "zeit", "zeiten", "offnungszeiten", "hours", "opening hours", "time", "start", "begin",
	"horaire", "horaires", "heure", "heures d ouverture", "ouverture", "debut", "ouvert", "geoffnet", "open", "auer", "ufank", "offnungszaiten", "aanvang", "openingsuren"}

// label returns what a time is for; "" when that says nothing.
func label(t plurio.Timing) string {
	s := strings.Join(strings.Fields(schema.PlainText(t.Description)), " ")
	if slices.Contains(generic, schema.NameKey(s)) {
		return ""
	}
	return s
}

// common returns what all times are for, when the dates do not bear it.
func (w *week) common() string {
	for t := range w.each() {
		if len(w.labels()) == 1 {
			return t.label
		}
	}
	return ""
}
