package schema_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/schema"
)

func TestMovedTo(t *testing.T) {
	t.Parallel()
	b := schema.Build("s", "Event", "k")
	at := func(s string) schema.Moment {
		m, err := schema.ParseMoment(s, nil)
		if err != nil {
			t.Fatal(err)
		}
		return m
	}
	b.Occurrences([]schema.Occurrence{
		{Start: at("2026-12-01T20:00Z"), Status: "EventPostponed"},
		{Start: at("2026-12-02T20:00Z"), Status: "EventCancelled"},
		{Start: at("2026-12-03T20:00Z")},
		{Start: at("2026-12-04T20:00Z"), Status: "EventRescheduled", Previous: at("2026-12-01T20:00Z")},
		{Start: at("2026-12-05T20:00Z"), Status: "EventRescheduled", Previous: at("2026-12-03T20:00Z")},
		{Start: at("2026-12-06T20:00Z"), Status: "EventCancelled", MovedTo: "https://events.example/7"},
	})
	d, _ := b.Draft()
	var got []schema.IRI
	for _, o := range schema.NewNode(d.Graph, d.IRI, b.Class()).Occurrences() {
		got = append(got, o.MovedTo)
	}
	want := []schema.IRI{b.OccurrenceIRI(at("2026-12-04T20:00Z")), "", "", "", "", "https://events.example/7"}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("movedTo differs (-want +got):\n%s", d)
	}
}
