package schema_test

import (
	"strings"
	"testing"
	"time"

	"moselle/schema"
)

// TestDerivedStatus: the whole is what its dates come to, and what the source
// said of the whole still holds for the dates that say nothing themselves.
func TestDerivedStatus(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ own, dates, booked, seats, wantStatus, wantSeats, wantDates, wantEach string }{
		{own: "", dates: "", wantStatus: "EventScheduled"},
		{own: "EventCancelled", dates: "", wantStatus: "EventCancelled"},
		{own: "EventTentative", dates: "", wantStatus: "EventTentative"},
		{own: "EventScheduled", dates: "EventCancelled EventCancelled", wantStatus: "EventCancelled", wantDates: "EventCancelled EventCancelled"},
		{own: "EventCancelled", dates: "EventScheduled -", wantStatus: "EventScheduled", wantDates: "EventScheduled EventCancelled"},
		{own: "EventCancelled", dates: "- -", wantStatus: "EventCancelled", wantDates: "EventCancelled EventCancelled"},
		{own: "", dates: "EventMovedOnline EventMovedOnline", wantStatus: "EventMovedOnline", wantDates: "EventMovedOnline EventMovedOnline"},
		{own: "", dates: "EventMovedOnline EventRescheduled", wantStatus: "EventScheduled", wantDates: "EventMovedOnline EventRescheduled"},
		{own: "", dates: "EventPostponed EventCancelled", wantStatus: "EventPostponed", wantDates: "EventPostponed EventCancelled"},
		{own: "", dates: "EventCancelled EventTentative EventPostponed", wantStatus: "EventTentative", wantDates: "EventCancelled EventTentative EventPostponed"},
		{dates: "- -", seats: "SoldOut SoldOut", wantStatus: "EventScheduled", wantSeats: "SoldOut", wantDates: "EventScheduled EventScheduled"},
		{dates: "- -", seats: "SoldOut -", wantStatus: "EventScheduled", wantSeats: "", wantDates: "EventScheduled EventScheduled"},
		{dates: "- -", seats: "SoldOut LimitedAvailability", wantStatus: "EventScheduled", wantSeats: "LimitedAvailability", wantDates: "EventScheduled EventScheduled"},
		{dates: "EventCancelled -", seats: "InStock SoldOut", wantStatus: "EventScheduled", wantSeats: "SoldOut", wantDates: "EventCancelled EventScheduled"},
		{dates: "- -", seats: "PreOrder -", wantStatus: "EventScheduled", wantSeats: "PreOrder", wantDates: "EventScheduled EventScheduled", wantEach: "PreOrder -"},
		{dates: "- -", booked: "LimitedAvailability", wantStatus: "EventScheduled", wantSeats: "LimitedAvailability", wantDates: "EventScheduled EventScheduled", wantEach: "LimitedAvailability LimitedAvailability"},
		{dates: "- -", booked: "SoldOut", seats: "InStock -", wantStatus: "EventScheduled", wantSeats: "InStock", wantDates: "EventScheduled EventScheduled"},
	} {
		b := schema.Build("theatre", "Event", "k")
		b.Text("name", "fr", "Nuit")
		b.Put("eventStatus", c.own)
		b.Put("availability", c.booked)
		seats := strings.Fields(c.seats)
		var all []schema.Occurrence
		for i, s := range strings.Fields(c.dates) {
			o := schema.Occurrence{Start: schema.Moment{Time: time.Date(2026, 12, 1+i, 20, 0, 0, 0, time.UTC)}, Status: strings.TrimPrefix(s, "-")}
			if len(seats) > 0 {
				o.Availability = strings.TrimPrefix(seats[i], "-")
			}
			all = append(all, o)
		}
		b.Occurrences(all)
		d, _ := b.Draft()
		n := schema.NewNode(d.Graph, d.IRI, schema.ClassNamed("Event"))
		var dates, each []string
		if len(all) > 0 {
			for _, o := range n.Occurrences() {
				dates = append(dates, o.Status)
				if o.Availability == "" {
					o.Availability = "-"
				}
				each = append(each, o.Availability)
			}
		}
		if got := n.String("eventStatus"); got != c.wantStatus {
			t.Errorf("%+v: status %s, want %s", c, got, c.wantStatus)
		}
		if got := n.String("availability"); got != c.wantSeats {
			t.Errorf("%+v: availability %q, want %q", c, got, c.wantSeats)
		}
		if got := strings.Join(each, " "); c.wantEach != "" && got != c.wantEach {
			t.Errorf("%+v: availabilities %s, want %s", c, got, c.wantEach)
		}
		if got := strings.Join(dates, " "); got != c.wantDates {
			t.Errorf("%+v: dates %s, want %s", c, got, c.wantDates)
		}
	}
}

// TestOccurrenceSaysAll: everything a date can say comes back from the view.
func TestOccurrenceSaysAll(t *testing.T) {
	t.Parallel()
	at := func(day int) schema.Moment {
		return schema.Moment{Time: time.Date(2026, 12, day, 20, 0, 0, 0, time.UTC)}
	}
	left := 0
	b := schema.Build("theatre", "Event", "k")
	b.Text("name", "fr", "Nuit")
	b.Occurrences([]schema.Occurrence{{Start: at(3), Status: "EventPostponed", Reason: map[string]string{"fr": "malade", "de": "krank"},
		MovedTo: b.OccurrenceIRI(at(9)), Capacity: 120, Remaining: &left},
		{Start: at(9), End: at(10), Previous: at(3), Doors: at(8), Online: "https://stream.example/", Availability: "SoldOut"}})
	d, _ := b.Draft()
	all := schema.NewNode(d.Graph, d.IRI, schema.ClassNamed("Event")).Occurrences()
	if len(all) != 2 {
		t.Fatalf("%d dates, want 2", len(all))
	}
	first, second := all[0], all[1]
	if first.MovedTo != second.ID {
		t.Errorf("moved to %s, want %s", first.MovedTo, second.ID)
	}
	if first.Reason["de"] != "krank" || first.Capacity != 120 || first.Remaining == nil || *first.Remaining != 0 {
		t.Errorf("first date = %+v", first)
	}
	if !second.Previous.Time.Equal(first.Start.Time) || !second.Doors.Time.Equal(at(8).Time) || second.Online != "https://stream.example/" {
		t.Errorf("second date = %+v", second)
	}
}
