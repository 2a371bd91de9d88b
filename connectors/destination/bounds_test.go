package destination_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"moselle/connectors"
	"moselle/connectors/conntest"
	"moselle/connectors/destination"
	"moselle/schema"
)

// TestBounds holds that what is beyond a bound is told, and the rest kept.
func TestBounds(t *testing.T) {
	t.Parallel()
	many := func(n int, one string) string { return strings.TrimSuffix(strings.Repeat(one+",", n), ",") }
	var tickets, hours, days []string
	for i := range 1100 {
		tickets = append(tickets, fmt.Sprintf(`{"rel":"booking","url":"https://karten.example/%d"}`, i))
		hours = append(hours, fmt.Sprintf(`{"start":"2027-01-01T00:%02d:00","end":"2027-01-01T%02d:00:00","freq":"Daily"}`, i%60, i/60+1))
	}
	for i := range 1001 {
		days = append(days, fmt.Sprintf(`{"date":"20%02d-01-01","isClosed":true}`, i%100))
	}
	const date = `{"start":"2026-12-04T20:00:00+01:00"}`
	for _, c := range []struct{ name, kind, members, want string }{
		{"rules", "Event", `"timeIntervals":[` + many(101, `{"start":"1900-01-01T10:00:00+01:00","freq":"Daily"}`) + `]`, "more than 100 rules; only what stands before the next is read"},
		{"pictures", "Event", `"timeIntervals":[` + date + `],"media_objects":[` + many(101, `{"type":"image/png","url":"https://bilder.example/1.png"}`) + `]`, "more than 100 pictures; the first are kept"},
		{"tickets", "Event", `"timeIntervals":[` + date + `],"media_objects":[` + strings.Join(tickets, ",") + `]`, "more than 50 addresses of tickets; the first are kept"},
		{"exceptions", "POI", `"timeIntervalExceptions":[` + strings.Join(days, ",") + `]`, "more than 1000 exceptions; the first are kept"},
		{"hours", "POI", `"timeIntervals":[` + strings.Join(hours, ",") + `]`, "more than 1000 opening hours; the first are kept"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			r := harvest(t, fmt.Sprintf(`{"items":[{"id":"1","type":%q,"title":"Turm",%s}]}`, c.kind, c.members))
			if len(r.Items) != 1 || !slices.ContainsFunc(r.Items[0].Faults, func(f schema.Fault) bool { return f.Message == c.want }) {
				t.Errorf("%d items, %v, %v; want one with the warning %q", len(r.Items), r.Refusals, r.Err, c.want)
			}
		})
	}
	t.Run("item", func(t *testing.T) {
		t.Parallel()
		r := harvest(t, `{"items":[{"id":"1","title":"`+strings.Repeat("x", connectors.MaxItem)+`"},`+item(2)+`]}`)
		if len(r.Items) != 1 || len(r.Refusals) != 1 || r.Refusals[0].Error() != "item 1, line 1: the item is larger than 8 MB" {
			t.Errorf("%d items, %v, %v; want one and the refusal of the other", len(r.Items), r.Refusals, r.Err)
		}
	})
}

func harvest(t *testing.T, document string) conntest.Result {
	t.Helper()
	c, err := destination.Kind().Open(nil, conntest.Memory(t, "answer.json", []byte(document)))
	if err != nil {
		t.Fatal(err)
	}
	return conntest.Harvest(t.Context(), c, nil)
}
