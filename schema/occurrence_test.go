package schema_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"moselle/schema"
)

func at(t *testing.T, s string) schema.Moment {
	t.Helper()
	if s == "" {
		return schema.Moment{}
	}
	m, err := schema.ParseMoment(s, luxembourg(t))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// seal builds an event with the dates and reads them back from its view.
func seal(t *testing.T, all ...schema.Occurrence) (*schema.Node, []schema.Fault) {
	t.Helper()
	b := schema.Build("src", "Event", "k1")
	b.Put("eventStatus", "EventScheduled")
	b.Put("availability", "InStock")
	b.Put("timezone", "Europe/Luxembourg")
	b.Occurrences(all)
	d, faults := b.Draft()
	n, err := schema.Seal(d, "src", now).Node()
	if err != nil {
		t.Fatal(err)
	}
	var own []schema.Fault
	for _, f := range faults {
		if !strings.HasPrefix(f.Message, "missing") {
			own = append(own, f)
		}
	}
	return n, own
}

// show gives an event's dates on a line each, with the name of their node.
func show(n *schema.Node) []string {
	var out []string
	for _, o := range n.Occurrences() {
		_, name, _ := strings.Cut(string(o.ID), "#")
		s := fmt.Sprintf("%s %s", name, o.Start)
		if !o.End.IsZero() {
			s += " to " + o.End.String()
		}
		for _, extra := range []string{o.Status, o.Availability, o.Name, string(o.Place)} {
			if extra != "" {
				s += " " + extra
			}
		}
		if !o.Previous.IsZero() {
			s += " was " + o.Previous.String()
		}
		out = append(out, s)
	}
	return out
}

func TestOccurrences(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name     string
		in       []schema.Occurrence
		span     string
		want     []string
		wantPart bool
	}{
		{
			name: "one is the event itself",
			in:   []schema.Occurrence{{Start: at(t, "2026-12-03T19:30"), End: at(t, "2026-12-03T21:00")}},
			span: "2026-12-03T19:30:00+01:00 2026-12-03T21:00:00+01:00",
			want: []string{" 2026-12-03T19:30:00+01:00 to 2026-12-03T21:00:00+01:00 EventScheduled InStock"},
		},
		{
			name: "one without an end",
			in:   []schema.Occurrence{{Start: at(t, "2026-12-03")}},
			span: "2026-12-03 ",
			want: []string{" 2026-12-03 EventScheduled InStock"},
		},
		{
			name:     "one with a place of its own is a part",
			in:       []schema.Occurrence{{Start: at(t, "2026-12-03T19:30"), Place: "http://a.example/hall"}},
			span:     "2026-12-03T19:30:00+01:00 ",
			want:     []string{"occ-20261203T1930 2026-12-03T19:30:00+01:00 EventScheduled InStock http://a.example/hall"},
			wantPart: true,
		},
		{
			name: "several, sorted, with what differs",
			in: []schema.Occurrence{
				{Start: at(t, "2026-12-10T19:30"), Status: "EventCancelled", Availability: "SoldOut"},
				{Start: at(t, "2026-10-25T02:30+02:00"), Previous: at(t, "2026-10-24"), Name: "Nuit", NameLang: "fr"},
				{Start: at(t, "2026-10-25T02:30+01:00"), End: at(t, "2026-10-25T03:30")},
			},
			span: "2026-10-25T02:30:00+02:00 2026-12-10T19:30:00+01:00",
			want: []string{
				"occ-20261025T0230-2 2026-10-25T02:30:00+02:00 EventScheduled InStock Nuit was 2026-10-24",
				"occ-20261025T0230 2026-10-25T02:30:00+01:00 to 2026-10-25T03:30:00+01:00 EventScheduled InStock",
				"occ-20261210T1930 2026-12-10T19:30:00+01:00 EventCancelled SoldOut",
			},
			wantPart: true,
		},
		{
			name: "the last end is not that of the last start",
			in: []schema.Occurrence{
				{Start: at(t, "2026-12-01"), End: at(t, "2026-12-31")},
				{Start: at(t, "2026-12-24T18:00"), End: at(t, "2026-12-24T20:00")},
			},
			span: "2026-12-01 2026-12-31",
			want: []string{
				"occ-20261201 2026-12-01 to 2026-12-31 EventScheduled InStock",
				"occ-20261224T1800 2026-12-24T18:00:00+01:00 to 2026-12-24T20:00:00+01:00 EventScheduled InStock",
			},
			wantPart: true,
		},
		{
			name: "a day lasts until midnight",
			in:   []schema.Occurrence{{Start: at(t, "2026-12-03T19:30"), End: at(t, "2026-12-03")}},
			span: "2026-12-03T19:30:00+01:00 2026-12-03",
			want: []string{" 2026-12-03T19:30:00+01:00 to 2026-12-03 EventScheduled InStock"},
		},
		{name: "none", span: " "},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			n, faults := seal(t, tt.in...)
			if len(faults) > 0 {
				t.Errorf("faults %v", faults)
			}
			if got := n.String("startDate") + " " + n.String("endDate"); got != tt.span {
				t.Errorf("span %s, want %s", got, tt.span)
			}
			if d := cmp.Diff(tt.want, show(n)); d != "" {
				t.Errorf("Occurrences (-want +got):\n%s", d)
			}
			if got := len(n.Nodes("occurrence")) > 0; got != tt.wantPart {
				t.Errorf("parts: %v, want %v", got, tt.wantPart)
			}
		})
	}
}

func TestOccurrenceEndsBeforeItStarts(t *testing.T) {
	t.Parallel()
	n, faults := seal(t, schema.Occurrence{Start: at(t, "2026-12-03T19:30"), End: at(t, "2026-12-03T18:00")})
	want := []schema.Fault{{Path: "endDate", Value: "2026-12-03T18:00:00+01:00",
		Message: "ends before it starts (2026-12-03T19:30:00+01:00); the end is left out"}}
	if d := cmp.Diff(want, faults); d != "" {
		t.Errorf("faults (-want +got):\n%s", d)
	}
	if d := cmp.Diff([]string{" 2026-12-03T19:30:00+01:00 EventScheduled InStock"}, show(n)); d != "" {
		t.Errorf("Occurrences (-want +got):\n%s", d)
	}
}

func TestOccurrencesAreBounded(t *testing.T) {
	t.Parallel()
	start := time.Date(2026, 1, 1, 10, 0, 0, 0, time.UTC)
	all := make([]schema.Occurrence, schema.MaxOccurrences+5)
	for i := range all {
		all[len(all)-1-i].Start = schema.Moment{Time: start.Add(time.Duration(i) * time.Hour)}
	}
	n, faults := seal(t, all...)
	if len(faults) != 1 || faults[0].Message != "more than 10,000 dates; the first 10,000 are kept" {
		t.Errorf("faults %v", faults)
	}
	got := n.Occurrences()
	if len(got) != schema.MaxOccurrences || !got[0].Start.Time.Equal(start) || !n.Bool("truncated") {
		t.Errorf("%d dates from %v, truncated %v", len(got), got[0].Start, n.Bool("truncated"))
	}
	if last := got[len(got)-1].Start.String(); n.String("endDate") == "" || !strings.HasPrefix(last, "2027-02-22") {
		t.Errorf("the last date is %s, the end %s", last, n.String("endDate"))
	}
}

func TestOccurrencesOfWhatHasNone(t *testing.T) {
	t.Parallel()
	b := schema.Build("src", "Place", "k")
	d, _ := b.Draft()
	n, err := schema.Seal(d, "src", now).Node()
	if err != nil {
		t.Fatal(err)
	}
	if got := n.Occurrences(); len(got) != 0 {
		t.Errorf("a place has %d dates, want none", len(got))
	}
}
