package calendar_test

import (
	"fmt"
	"testing"

	"moselle/schema"
	"moselle/schema/calendar"
)

// BenchmarkWeekly expands the calendars of 10,000 weekly series over the hub's
// window, as rules and as opening hours.
func BenchmarkWeekly(b *testing.B) {
	const series = 10_000
	w := calendar.Window(now)
	codes := []string{"MO", "TU", "WE", "TH", "FR", "SA", "SU"}
	sets := make([]calendar.Set, series)
	openings := make([]calendar.Opening, series)
	for i := range series {
		rule, err := calendar.ParseRule("FREQ=WEEKLY;BYDAY=" + codes[i%7] + "," + codes[(i+2)%7])
		if err != nil {
			b.Fatal(err)
		}
		start := on(b, fmt.Sprintf("%d-%02d-%02dT%02d:30", 2022+i%5, 1+i%12, 1+i%28, 8+i%12))
		end := schema.Moment{Time: start.Time.Add(5400e9)}
		sets[i] = calendar.Set{Start: start, End: end, Rules: []calendar.Rule{rule}, Zone: zone(b)}
		hours := calendar.Hours{Days: 1<<(i%7) | 1<<((i+2)%7), Opens: calendar.Clock(60 * (8 + i%12)), Closes: calendar.Clock(60 * (10 + i%12))}
		openings[i] = calendar.Opening{From: schema.Moment{Time: start.Time, Day: true}, Zone: zone(b), Weekly: []calendar.Hours{hours}}
	}
	b.Run("rules", func(b *testing.B) {
		b.ReportAllocs()
		dates := 0
		for b.Loop() {
			dates = 0
			for i := range sets {
				spans, _, err := sets[i].Expand(w)
				if err != nil {
					b.Fatal(err)
				}
				dates += len(spans)
			}
		}
		b.ReportMetric(float64(dates)/series, "dates/series")
	})
	b.Run("hours", func(b *testing.B) {
		b.ReportAllocs()
		dates := 0
		for b.Loop() {
			dates = 0
			for i := range openings {
				spans, _ := openings[i].Expand(w)
				dates += len(spans)
			}
		}
		b.ReportMetric(float64(dates)/series, "dates/series")
	})
}
