package plurio_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"moselle/schema"
	"moselle/schema/calendar"
	"moselle/schema/crosswalk/plurio"
	wire "moselle/schema/wire/plurio"
)

// view returns the record that fill describes.
func view(t *testing.T, class, key string, fill func(*schema.Builder)) *schema.Node {
	t.Helper()
	b := schema.Build("test", class, key)
	zone, err := time.LoadLocation("Europe/Luxembourg")
	if err != nil {
		t.Fatal(err)
	}
	b.Zone = zone
	fill(b)
	d, faults := b.Draft()
	if refused := schema.Refused(faults); len(refused) > 0 {
		t.Fatalf("%s %s: %v", class, key, refused)
	}
	return schema.NewNode(d.Graph, d.IRI, b.Class())
}

func at(t *testing.T, s string) schema.Moment {
	t.Helper()
	zone, err := time.LoadLocation("Europe/Luxembourg")
	if err != nil {
		t.Fatal(err)
	}
	m, err := schema.ParseMoment(s, zone)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// writer knows one place.
func writer(t *testing.T) (plurio.Writer, schema.IRI) {
	t.Helper()
	sall := view(t, "Place", "sall", func(b *schema.Builder) { b.Text("name", "lb", "Sall") })
	return plurio.Writer{Record: func(iri schema.IRI) *schema.Node {
		if iri == sall.ID {
			return sall
		}
		return nil
	}}, sall.ID
}

func TestDays(t *testing.T) {
	t.Parallel()
	w, sall := writer(t)
	times := func(all ...string) func(*testing.T, *schema.Builder) { // start, end, status
		return func(t *testing.T, b *schema.Builder) {
			var list []schema.Occurrence
			for _, s := range all {
				part := strings.Split(s, " ")
				o := schema.Occurrence{Start: at(t, part[0])}
				if len(part) > 1 && part[1] != "" {
					o.End = at(t, part[1])
				}
				if len(part) > 2 {
					o.Status = part[2]
				}
				list = append(list, o)
			}
			b.Put("timezone", "Europe/Luxembourg")
			b.Occurrences(list)
		}
	}
	begin := func(from, to string) []wire.Timing { return []wire.Timing{{Description: "Beginn", From: from, To: to}} }
	for _, c := range []struct {
		name    string
		dates   func(*testing.T, *schema.Builder)
		date    *wire.Date
		timings *wire.Timings
	}{
		{"a day", times("2026-12-24"), &wire.Date{From: "2026-12-24"}, nil},
		{"days", times("2026-12-24 2026-12-26"), &wire.Date{From: "2026-12-24", To: "2026-12-26"}, nil},
		{"a night", times("2026-12-24T20:00:00 2026-12-25T02:00:00"), &wire.Date{From: "2026-12-24"}, &wire.Timings{Usual: begin("20:00:00", "02:00:00")}},
		{"a gap", times("2026-12-24T20:00:00", "2026-12-26T20:00:00", "2026-12-27T18:00:00"), &wire.Date{From: "2026-12-24", To: "2026-12-27", Days: []string{"2026-12-25"}},
			&wire.Timings{Usual: begin("20:00:00", ""), Exceptions: []wire.Exception{{Day: "2026-12-27", Timings: begin("18:00:00", "")}}}},
		{"one cancelled", times("2026-12-24T20:00:00", "2026-12-25T20:00:00  EventCancelled", "2026-12-26T20:00:00"), &wire.Date{From: "2026-12-24", To: "2026-12-26", Days: []string{"2026-12-25"}},
			&wire.Timings{Usual: begin("20:00:00", "")}},
		{"all cancelled", times("2026-12-24T20:00:00  EventCancelled"), nil, nil},
		{"hours", func(t *testing.T, b *schema.Builder) {
			monday, sunday := calendar.DaysNamed("Monday"), calendar.DaysNamed("Sunday")
			calendar.Opening{From: at(t, "2026-12-01"), To: at(t, "2026-12-31"), Zone: b.Zone,
				Weekly:  []calendar.Hours{{Days: calendar.EveryDay &^ monday &^ sunday, Opens: 600, Closes: 1080}, {Days: sunday, Opens: 840, Closes: 1080}},
				Special: []calendar.Special{{From: at(t, "2026-12-24"), To: at(t, "2026-12-25")}, {From: at(t, "2026-12-31"), To: at(t, "2026-12-31"), Hours: []calendar.Hours{{Opens: 600, Closes: 720}}}},
			}.Put(b, calendar.Window(time.Date(2026, 11, 21, 0, 0, 0, 0, time.UTC)))
		}, &wire.Date{From: "2026-12-01", To: "2026-12-31", Weekdays: []string{"mon"}, Days: []string{"2026-12-24", "2026-12-25"}},
			&wire.Timings{Usual: begin("10:00:00", "18:00:00"), Exceptions: []wire.Exception{{Weekday: "sun", Timings: begin("14:00:00", "18:00:00")}, {Day: "2026-12-31", Timings: begin("10:00:00", "12:00:00")}}}},
	} {
		n := view(t, "Event", "1", func(b *schema.Builder) {
			b.Text("name", "lb", "Fest")
			b.Link("location", sall)
			c.dates(t, b)
		})
		e, ok := w.Export(n)
		if ok != (c.date != nil) {
			t.Errorf("%s: Export = %v, want %v", c.name, ok, c.date != nil)
			continue
		}
		if d := cmp.Diff(c.date, e.Date); d != "" {
			t.Errorf("%s: date (-want +got):\n%s", c.name, d)
		}
		if d := cmp.Diff(c.timings, e.Timings); d != "" {
			t.Errorf("%s: timings (-want +got):\n%s", c.name, d)
		}
	}
}

// TestBounds keeps texts to what the format allows, and leaves out what it
// cannot say.
func TestBounds(t *testing.T) {
	t.Parallel()
	w, sall := writer(t)
	n := view(t, "Event", "abc", func(b *schema.Builder) {
		b.Text("name", "fr", strings.Repeat("é", 300))
		b.Text("name", "it", "Festa")
		b.Text("description", "it", "Una festa")
		b.Text("description", "lb", "E Fest")
		b.Link("location", sall)
		b.Put("startDate", "2026-12-24")
		o := b.Part("offers", "Offer")
		o.Put("price", "10")
		o.Put("priceCurrency", "CHF")
	})
	e, ok := w.Export(n)
	if got := []rune(e.Name); !ok || len(got) != 255 || got[254] != '…' {
		t.Errorf("Export: a name of %d characters, %v, want 255 that end in …", len(got), ok)
	}
	if d := cmp.Diff([]wire.Text{{Language: "lu", Text: "E Fest"}}, e.Long); d != "" {
		t.Errorf("Export, descriptions (-want +got):\n%s", d)
	}
	if e.ID != "" || len(e.Prices.Prices) != 0 {
		t.Errorf("Export: number %q and prices %v, want none", e.ID, e.Prices.Prices)
	}
	if d := cmp.Diff([]string{"445"}, e.Relations.CategoriesOut); d != "" {
		t.Errorf("Export, categories (-want +got):\n%s", d)
	}
	nowhere := view(t, "Event", "x", func(b *schema.Builder) { b.Text("name", "lb", "Fest"); b.Put("startDate", "2026-12-24") })
	if _, ok := w.Export(nowhere); ok {
		t.Error("Export of an event without a place = true, want false")
	}
	abroad := view(t, "Place", "y", func(b *schema.Builder) {
		b.Text("name", "fr", "Halle")
		a := b.Part("address", "PostalAddress")
		a.Put("streetAddress", "rue Haute 3")
		a.Put("addressLocality", "Metz")
		a.Put("addressCountry", "FR")
	})
	if _, ok := w.Building(abroad); ok {
		t.Error("Building of a place whose town has no number = true, want false")
	}
}

// TestCategories finds the category of what others call by the hub's concepts.
func TestCategories(t *testing.T) {
	t.Parallel()
	w, sall := writer(t)
	for concept, want := range map[string]string{
		"event.jazz":       "262", // its own
		"event.brass":      "371", // of the field of music, other
		"event.concert":    "371",
		"event.lecture":    "448",
		"event.exhibition": "394",
		"event.festival":   "440",
		"event.fashion":    "445", // of no field
		"event.nothing":    "445",
	} {
		n := view(t, "Event", "1", func(b *schema.Builder) {
			b.Text("name", "lb", "Fest")
			b.Link("location", sall)
			b.Put("startDate", "2026-12-24")
			p := b.Part("additionalType", "DefinedTerm")
			p.Text("name", "en", "what others call it")
			p.Put("sameAs", "moselle:id/concept/"+concept)
		})
		if e, _ := w.Export(n); !cmp.Equal(e.Relations.CategoriesOut, []string{want}) {
			t.Errorf("categories of %s = %v, want %s", concept, e.Relations.CategoriesOut, want)
		}
	}
}
