package calendar_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"moselle/schema/calendar"
)

// The short way through plain rules gives what the library gives, whatever the
// weekday of the start, the day weeks begin on and the interval.
func TestPlainRules(t *testing.T) {
	t.Parallel()
	days := []string{"", "MO", "SU", "WE,FR", "SA,SU,MO", "FR,TU,TH", "MO,TU,WE,TH,FR,SA,SU"}
	until := time.Date(2027, 3, 1, 12, 0, 0, 0, time.UTC)
	checked, dates := 0, 0
	for _, freq := range []string{"DAILY", "WEEKLY"} {
		for _, interval := range []int{1, 2, 3, 5, 53, 400} {
			for _, byday := range days {
				for _, wkst := range []string{"", "MO", "SU", "TH"} {
					text := fmt.Sprintf("FREQ=%s;INTERVAL=%d", freq, interval)
					if byday != "" {
						text += ";BYDAY=" + byday
					}
					if wkst != "" {
						text += ";WKST=" + wkst
					}
					r, err := calendar.ParseRule(text)
					if err != nil {
						t.Fatal(err)
					}
					for d := range 7 {
						start := time.Date(2026, 2, 25+d, 19, 30, 0, 0, time.UTC)
						ours, library, plain := calendar.Walk(r, start, start, until, 60)
						if want := freq == "WEEKLY" || byday == ""; plain != want {
							t.Fatalf("%s is plain: %v, want %v", text, plain, want)
						}
						if diff := cmp.Diff(library, ours); diff != "" {
							t.Fatalf("%s from %v (-library +ours):\n%s", text, start, diff)
						}
						checked, dates = checked+1, dates+len(ours)
					}
				}
			}
		}
	}
	t.Logf("%d rules, %d dates", checked, dates)
}
