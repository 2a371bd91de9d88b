package calendar_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"moselle/schema"
	"moselle/schema/calendar"
)

// view drafts the record and returns its view, with the faults told.
func view(t *testing.T, b *schema.Builder) (*schema.Node, []schema.Fault) {
	t.Helper()
	d, faults := b.Draft()
	return schema.NewNode(d.Graph, d.IRI, b.Class()), faults
}

func TestOpeningOf(t *testing.T) {
	t.Parallel()
	why := map[string]string{"fr": "jour férié", "de": "Feiertag"}
	tests := []struct {
		name, class string
		want        calendar.Opening
	}{
		{"place", "Place", calendar.Opening{Weekly: week(t, "Tuesday,Sunday 10:00-18:00"), Special: []calendar.Special{
			{From: on(t, "2026-12-24"), To: on(t, "2026-12-24"), Hours: week(t, "* 10:00-12:00", "* 13:00-14:00"), Reason: why},
		}}},
		{"closed days", "Place", calendar.Opening{Weekly: week(t, "* 22:00-03:00"), Special: []calendar.Special{
			{From: on(t, "2026-12-25"), To: on(t, "2027-01-05"), Days: calendar.DaysNamed("Monday", "PublicHolidays"), Reason: why},
		}}},
		{"season", "Place", calendar.Opening{Weekly: []calendar.Hours{{Opens: 600, Closes: calendar.NoEnd, From: on(t, "2026-12-01"), To: on(t, "2027-12-01")}}}},
		{"whole day", "Place", calendar.Opening{Weekly: week(t, "Friday 00:00-24:00")}},
		{"permanent event", "Event", calendar.Opening{Weekly: week(t, "Friday 10:00-18:00")}},
		{"event with a period", "Event", calendar.Opening{From: on(t, "2020-12-03"), To: on(t, "2029-12-03"), Weekly: week(t, "Friday 10:00-18:00")}},
		{"exhibition with closed days", "Event", calendar.Opening{From: on(t, "2026-12-03"), To: on(t, "2026-12-20"), Special: []calendar.Special{{From: on(t, "2026-12-08"), To: on(t, "2026-12-08"), Reason: why}}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			tt.want.Zone = zone(t)
			b := schema.Build("s", tt.class, "k")
			b.Zone = zone(t)
			if tt.class == "Event" {
				tt.want.Put(b, between(t, "2026-06-01", "2027-07-01"))
			} else {
				tt.want.Describe(b)
			}
			n, _ := view(t, b)
			got, ok := calendar.OpeningOf(n)
			same := cmp.Comparer(func(a, b *time.Location) bool { return a.String() == b.String() })
			if d := cmp.Diff(tt.want, got, same); d != "" || !ok {
				t.Errorf("OpeningOf %v (-want +got):\n%s", ok, d)
			}
		})
	}
	n, _ := view(t, schema.Build("s", "Place", "k"))
	if o, ok := calendar.OpeningOf(n); ok {
		t.Errorf("OpeningOf a place without hours = %v, want none", o)
	}
}

func TestPut(t *testing.T) {
	t.Parallel()
	w := between(t, "2026-12-01", "2027-01-01")
	tests := []struct {
		name       string
		opening    calendar.Opening
		dates      int
		start, end string
		permanent  bool
	}{
		{"longer than the window", calendar.Opening{From: on(t, "2020-01-01"), To: on(t, "2030-01-01"), Weekly: week(t, "Monday 10:00-18:00")}, 4, "2020-01-01", "2030-01-01", false},
		{"within the window", calendar.Opening{From: on(t, "2026-12-01"), To: on(t, "2026-12-20"), Weekly: week(t, "Monday 10:00-18:00")}, 2, "2026-12-07T10:00:00+01:00", "2026-12-14T18:00:00+01:00", false},
		{"past", calendar.Opening{From: on(t, "2020-01-01"), To: on(t, "2020-03-01"), Weekly: week(t, "Monday 10:00-18:00")}, 1, "2020-01-01", "2020-03-01", false},
		{"permanent", calendar.Opening{Weekly: week(t, "Monday 10:00-18:00")}, 4, "2026-12-07T10:00:00+01:00", "2026-12-28T18:00:00+01:00", true},
		{"exhibition", calendar.Opening{From: on(t, "2020-01-01"), To: on(t, "2030-01-01")}, 1, "2020-01-01", "2030-01-01", false},
		{"never open", calendar.Opening{Weekly: week(t, "PublicHolidays 10:00-18:00")}, 0, "", "", true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			tt.opening.Zone = zone(t)
			b := schema.Build("s", "Event", "k")
			tt.opening.Put(b, w)
			n, faults := view(t, b)
			if got := len(n.Occurrences()); got != tt.dates {
				t.Errorf("Put gives %d dates, want %d (%v)", got, tt.dates, faults)
			}
			if s, e, p := n.String("startDate"), n.String("endDate"), n.Bool("permanent"); s != tt.start || e != tt.end || p != tt.permanent {
				t.Errorf("Put gives %s to %s, permanent %v; want %s to %s, %v", s, e, p, tt.start, tt.end, tt.permanent)
			}
		})
	}
}
