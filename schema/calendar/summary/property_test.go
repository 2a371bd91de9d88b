package summary_test

import (
	"encoding/xml"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"moselle/schema"
	"moselle/schema/calendar"
	"moselle/schema/calendar/summary"
)

// longest bounds a summary of any record, in bytes: forty dates with a remark,
// forty exceptions and twelve weeks of hours, as markup.
const longest = 64 << 10

// holds checks what is true of every record's summaries; dated says that they
// may not be empty.
func holds(t *testing.T, name string, n *schema.Node, dated bool) {
	t.Helper()
	for _, lang := range langs {
		for _, at := range []time.Time{{}, now} {
			o := summary.Options{Langs: []string{lang}, Now: at, Zone: zone(t)}
			shortest := 0
			for size := summary.XS; size <= summary.LG; size++ {
				o.Size, o.HTML = size, false
				text, got := summary.Of(n, o)
				switch {
				case dated && (text == "" || got != lang):
					t.Errorf("%s: Of(%s, %s) = %q in %q, want words", name, lang, size, text, got)
				case strings.ContainsAny(text, "{}\x00") || strings.Contains(text, "  ") || strings.TrimSpace(text) != text || !utf8.ValidString(text):
					t.Errorf("%s: Of(%s, %s) = %q, which is not in order", name, lang, size, text)
				}
				length := utf8.RuneCountInString(text)
				if size == summary.XS {
					shortest = length
				}
				if size == summary.LG && length < shortest {
					t.Errorf("%s: Of(%s, lg) = %q, shorter than xs", name, lang, text)
				}
				o.HTML = true
				page, _ := summary.Of(n, o)
				if len(text) > longest || len(page) > longest {
					t.Errorf("%s: Of(%s, %s) has %d and %d bytes, want at most %d", name, lang, size, len(text), len(page), longest)
				}
				if plain := content(t, page); size < summary.LG && !strings.Contains(page, "calendar-status") && plain != text {
					t.Errorf("%s: Of(%s, %s) as markup reads %q, want %q", name, lang, size, plain, text)
				}
			}
		}
	}
}

// content is the text in markup, which must be well-formed.
func content(t *testing.T, page string) string {
	t.Helper()
	var b strings.Builder
	d := xml.NewDecoder(strings.NewReader(page))
	for {
		token, err := d.Token()
		if err == io.EOF {
			return b.String()
		}
		if err != nil {
			t.Errorf("markup %q: %v", page, err)
			return ""
		}
		if text, ok := token.(xml.CharData); ok {
			b.Write(text)
		}
	}
}

func TestRecordsHold(t *testing.T) {
	t.Parallel()
	for _, r := range records {
		holds(t, r.name, r.node(t), r.name != "nothing")
	}
}

func TestRandomCalendarsHold(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(1, 2))
	for i := range 150 {
		rec := record{name: fmt.Sprint("calendar ", i), class: "Event", build: func(t testing.TB, b *schema.Builder) { random(t, r, b) }}
		holds(t, rec.name, rec.node(t), true)
	}
}

var (
	statuses = []string{"", "", "", "EventCancelled", "EventPostponed", "EventRescheduled", "EventMovedOnline", "EventTentative"}
	bookings = []string{"", "", "InStock", "SoldOut", "LimitedAvailability", "PreOrder"}
)

// random puts dates or hours on an event: on some days, at some times, for some
// time, with something special now and then.
func random(t testing.TB, r *rand.Rand, b *schema.Builder) {
	z := zone(t)
	start := time.Date(2025+r.IntN(3), time.Month(1+r.IntN(12)), 1+r.IntN(28), r.IntN(24), 15*r.IntN(4), 0, 0, z)
	if r.IntN(5) == 0 {
		o := calendar.Opening{Zone: z, From: schema.Moment{Time: start, Day: true}, To: schema.Moment{Time: start.AddDate(0, 0, r.IntN(90)), Day: true}}
		for range 1 + r.IntN(4) {
			o.Weekly = append(o.Weekly, calendar.Hours{Days: calendar.Days(r.IntN(256)), Opens: calendar.Clock(r.IntN(1440)), Closes: calendar.Clock(r.IntN(1441) - 1)})
			o.Special = append(o.Special, calendar.Special{From: o.To, Days: calendar.Days(r.IntN(256)), Reason: map[string]string{"it": "perché & <sì>"}})
		}
		o.Put(b, calendar.Window(now))
		if !b.Has("startDate") {
			b.Moment("startDate", o.From)
		}
		return
	}
	step, day := 1+r.IntN(15), r.IntN(4) == 0
	length := time.Duration(r.IntN(40)) * time.Hour
	var all []schema.Occurrence
	for i := range 1 + r.IntN(70) {
		at := start.AddDate(0, 0, i*step)
		o := schema.Occurrence{Start: schema.Moment{Time: at, Day: day}}
		if r.IntN(3) > 0 {
			o.End = schema.Moment{Time: at.Add(length), Day: day}
		}
		if r.IntN(8) == 0 {
			o.Status, o.Availability = statuses[r.IntN(len(statuses))], bookings[r.IntN(len(bookings))]
			o.Reason = map[string]string{"fr": "grève & <pluie>"}
			o.Previous, o.Doors = schema.Moment{Time: at.AddDate(0, -1, 0)}, schema.Moment{Time: at.Add(-time.Hour)}
		}
		if r.IntN(12) > 0 {
			all = append(all, o)
		}
	}
	if len(all) == 0 {
		all = []schema.Occurrence{{Start: schema.Moment{Time: start}}}
	}
	b.Occurrences(all)
	b.Put("endIsOpen", fmt.Sprint(r.IntN(4) == 0))
}

// TestNothing asks for what nobody has words for.
func TestNothing(t *testing.T) {
	t.Parallel()
	n := happening("one date", "2026-12-03T20:00").node(t)
	for _, tt := range []struct{ langs, want string }{{"pt", "en"}, {"", "en"}, {"pt de-AT", "de"}, {"lb-LU", "lb"}} {
		if _, got := summary.Of(n, summary.Options{Langs: strings.Fields(tt.langs)}); got != tt.want {
			t.Errorf("language of Of(%q) = %q, want %q", tt.langs, got, tt.want)
		}
	}
	if text, lang := summary.Of(records[len(records)-1].node(t), summary.Options{}); text != "" || lang != "" {
		t.Errorf("Of(nothing) = %q in %q, want nothing", text, lang)
	}
}

func BenchmarkOf(b *testing.B) {
	for _, r := range []record{
		happening("one date", "2026-12-03T20:00/2026-12-03T22:00"),
		happening("five dates", "2026-12-03T20:00", "2026-12-05T20:00", "2026-12-12T20:00", "2026-12-16T20:00", "2027-01-05T20:00"),
		opened("exhibition", "Event", func(t testing.TB) calendar.Opening {
			return calendar.Opening{From: moment(t, "2026-12-03"), To: moment(t, "2026-12-20"), Weekly: open(t, tuesdayToSunday+"10:00-18:00")}
		}),
		happening("a season", weekly("2026-10-01", "2027-06-30", "20:00", 2, 4, 6)...),
	} {
		n := r.node(b)
		for _, size := range []summary.Size{summary.SM, summary.MD} {
			b.Run(r.name+"/"+size.String(), func(b *testing.B) {
				o := summary.Options{Langs: []string{"fr"}, Size: size, Now: now}
				for b.Loop() {
					summary.Of(n, o)
				}
			})
		}
	}
}
