package calendar_test

import (
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"moselle/schema/calendar"
)

func TestParseRule(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		in, frequency string
		count         int
		until         string
		days          []string
	}{
		{"FREQ=WEEKLY", "P1W", 0, "", nil},
		{"RRULE:freq=weekly; interval=2; byday=mo, tu;", "P2W", 0, "", []string{"Monday", "Tuesday"}},
		{"FREQ=MONTHLY;BYDAY=2TH;COUNT=12", "P1M", 12, "", nil},
		{"FREQ=DAILY;UNTIL=20270131;X-NOTE=a", "P1D", 0, "2027-01-31", nil},
		{"FREQ=YEARLY;RSCALE=GREGORIAN;SKIP=OMIT;WKST=SU", "P1Y", 0, "", nil},
		{"FREQ=HOURLY;INTERVAL=6", "PT6H", 0, "", nil},
	} {
		r, err := calendar.ParseRule(c.in)
		if err != nil {
			t.Errorf("ParseRule(%s): %v", c.in, err)
			continue
		}
		until := ""
		if m := r.Until(time.UTC); !m.IsZero() {
			until = m.String()
		}
		if r.Frequency() != c.frequency || r.Count() != c.count || until != c.until {
			t.Errorf("ParseRule(%s) = %s, %d, %s; want %s, %d, %s", c.in, r.Frequency(), r.Count(), until, c.frequency, c.count, c.until)
		}
		if d := cmp.Diff(c.days, r.Weekdays()); d != "" {
			t.Errorf("ParseRule(%s), weekdays (-want +got):\n%s", c.in, d)
		}
	}
}

func TestParseRuleRefuses(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"":                                    "FREQ is missing: write FREQ=WEEKLY or the like",
		"FREQ=SECONDLY":                       "FREQ=SECONDLY: repeats too often for an agenda: let it repeat once an hour at most",
		"FREQ=MINUTELY":                       "FREQ=MINUTELY: repeats too often for an agenda: let it repeat once an hour at most",
		"FREQ=OFTEN":                          "FREQ=OFTEN: write YEARLY, MONTHLY, WEEKLY, DAILY or HOURLY",
		"FREQ=DAILY;INTERVAL=0":               "INTERVAL=0: a whole number from 1 to 100000 is expected",
		"FREQ=DAILY;COUNT=-1":                 "COUNT=-1: a whole number from 1 to 1073741824 is expected",
		"FREQ=DAILY;UNTIL=20260231":           "UNTIL=20260231: 31 February 2026 does not exist",
		"FREQ=WEEKLY;BYDAY=XX":                "BYDAY=XX: weekdays are expected, as MO or 2TH or -1SU",
		"FREQ=MONTHLY;BYDAY=6MO":              "BYDAY: there is no weekday number 6 in a month",
		"FREQ=MONTHLY;BYMONTHDAY=32":          "BYMONTHDAY=32: whole numbers from 1 to 31, or from -31 to -1 are expected",
		"FREQ=DAILY;BYMONTH=13":               "BYMONTH=13: whole numbers from 1 to 12 are expected",
		"FREQ=DAILY;BYHOUR=":                  "BYHOUR= has no value",
		"FREQ=DAILY;FREQ=WEEKLY":              "FREQ stands there twice",
		"FREQ=DAILY;BYEASTER=1":               "BYEASTER=1: no part of a rule has this name",
		"FREQ=YEARLY;RSCALE=HEBREW":           "RSCALE=HEBREW: only the Gregorian calendar is read",
		"FREQ=YEARLY;SKIP=FORWARD":            "SKIP=FORWARD: days that do not exist cannot be moved, only left out",
		"W1 MO TU #0":                         "W1 MO TU #0 has no value",
		"FREQ=HOURLY;BYSETPOS=2":              "BYSETPOS: an hour of this rule has 1 dates",
		"FREQ=DAILY;BYSECOND=1,2;BYMINUTE=60": "BYMINUTE=60: whole numbers from 0 to 59 are expected",
	} {
		if _, err := calendar.ParseRule(in); err == nil || err.Error() != want {
			t.Errorf("ParseRule(%s) = %v, want %q", in, err, want)
		}
	}
	for _, in := range []string{"FREQ=SECONDLY", "FREQ=MINUTELY;COUNT=3",
		"FREQ=HOURLY;BYMINUTE=0,5,10,15,20,25,30,35,40,45,50,55"} {
		if _, err := calendar.ParseRule(in); !errors.Is(err, calendar.ErrTooOften) {
			t.Errorf("ParseRule(%s) = %v, want %v", in, err, calendar.ErrTooOften)
		}
	}
}
