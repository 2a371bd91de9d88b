package embedded

import (
	"encoding/json"
	"time"

	"github.com/RoaringBitmap/roaring/v2"

	"moselle/schema"
	"moselle/schema/calendar"
)

// openings hold when documents are open. Many have the same hours: each kind is
// kept once, as text in the column and as it is asked beside it.
type openings struct {
	column
	known []calendar.Opening // by code
}

func newOpenings() openings { return openings{column: newColumn()} }

// add appends the next document.
func (os *openings) add(number uint32, o *calendar.Opening, touched map[uint32]bool) {
	var values []string
	if o != nil {
		values = []string{printOpening(o)}
	}
	os.column.add(number, values, touched)
	os.load()
}

// load reads the kinds that have only come as text yet, and reports whether all
// could be read.
func (os *openings) load() bool {
	names, ok := os.values.all(), true
	for len(os.known) < names.len() {
		o, err := parseOpening(names.at(uint32(len(os.known))))
		os.known = append(os.known, o)
		ok = ok && err == nil
	}
	return ok
}

func (os *openings) keep(numbers []uint32) openings {
	out := openings{column: os.column.keep(numbers)}
	out.load()
	return out
}

// at returns the documents that are open at the moment, and those that are not.
func (os *openings) at(t time.Time) (open, closed *roaring.Bitmap) {
	sets := [2][]*roaring.Bitmap{{roaring.New()}, {roaring.New()}}
	for code, docs := range os.sets {
		i := 1
		if os.known[code].OpenAt(t) {
			i = 0
		}
		sets[i] = append(sets[i], docs)
	}
	return roaring.FastOr(sets[0]...), roaring.FastOr(sets[1]...)
}

// written is an opening as text: days as they are written, the zone by name.
type written struct {
	Zone     string
	From, To string           `json:",omitempty"`
	Weekly   []writtenHours   `json:",omitempty"`
	Special  []writtenSpecial `json:",omitempty"`
}

type writtenHours struct {
	Days          calendar.Days
	Opens, Closes calendar.Clock
	From, To      string `json:",omitempty"`
}

type writtenSpecial struct {
	From, To string `json:",omitempty"`
	Days     calendar.Days
	Hours    []writtenHours `json:",omitempty"`
}

func printOpening(o *calendar.Opening) string {
	w := written{From: printDay(o.From), To: printDay(o.To), Weekly: printHours(o.Weekly)}
	if o.Zone != nil {
		w.Zone = o.Zone.String()
	}
	for _, s := range o.Special {
		w.Special = append(w.Special, writtenSpecial{printDay(s.From), printDay(s.To), s.Days, printHours(s.Hours)})
	}
	text, _ := json.Marshal(w) // numbers and strings alone
	return string(text)
}

func printHours(all []calendar.Hours) []writtenHours {
	var out []writtenHours
	for _, h := range all {
		out = append(out, writtenHours{h.Days, h.Opens, h.Closes, printDay(h.From), printDay(h.To)})
	}
	return out
}

func printDay(m schema.Moment) string {
	if m.IsZero() {
		return ""
	}
	return m.Time.Format(time.DateOnly)
}

func parseOpening(text []byte) (calendar.Opening, error) {
	var w written
	if err := json.Unmarshal(text, &w); err != nil {
		return calendar.Opening{}, err
	}
	o := calendar.Opening{From: parseDay(w.From), To: parseDay(w.To), Weekly: parseHours(w.Weekly)}
	if zone, err := time.LoadLocation(w.Zone); err == nil {
		o.Zone = zone
	}
	for _, s := range w.Special {
		o.Special = append(o.Special, calendar.Special{From: parseDay(s.From), To: parseDay(s.To), Days: s.Days, Hours: parseHours(s.Hours)})
	}
	return o, nil
}

func parseHours(all []writtenHours) []calendar.Hours {
	var out []calendar.Hours
	for _, h := range all {
		out = append(out, calendar.Hours{Days: h.Days, Opens: h.Opens, Closes: h.Closes, From: parseDay(h.From), To: parseDay(h.To)})
	}
	return out
}

func parseDay(s string) schema.Moment {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return schema.Moment{}
	}
	return schema.Moment{Time: t, Day: true}
}
