package calendar_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"moselle/schema"
	"moselle/schema/calendar"
)

func location(t testing.TB, name string) *time.Location {
	t.Helper()
	loc, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return loc
}

func moment(t testing.TB, s string, zone *time.Location) schema.Moment {
	t.Helper()
	m, err := schema.ParseMoment(s, zone)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func rules(t testing.TB, texts ...string) []calendar.Rule {
	t.Helper()
	out, err := calendar.ParseRules(texts...)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// starts returns the local starts as "2006-01-02T15:04", days as "2006-01-02".
func starts(dates []calendar.Span) []string {
	var out []string
	for _, d := range dates {
		layout := "2006-01-02T15:04"
		if d.Start.Day {
			layout = time.DateOnly
		}
		out = append(out, d.Start.Time.Format(layout))
	}
	return out
}

// The examples of RFC 5545, section 3.8.5.3, with the dates it gives. All
// begin on Tuesday 2 September 1997 at 9 in New York unless they say otherwise.
func TestRFCExamples(t *testing.T) {
	t.Parallel()
	zone := location(t, "America/New_York")
	window := calendar.Range{From: time.Date(1997, 1, 1, 0, 0, 0, 0, time.UTC), To: time.Date(2004, 1, 1, 0, 0, 0, 0, time.UTC)}
	for _, c := range []struct{ start, rule, want string }{
		{"", "FREQ=DAILY;COUNT=4", "1997-09-02 1997-09-03 1997-09-04 1997-09-05"},
		{"", "FREQ=DAILY;INTERVAL=10;COUNT=5", "1997-09-02 1997-09-12 1997-09-22 1997-10-02 1997-10-12"},
		{"", "FREQ=WEEKLY;COUNT=10", "1997-09-02 1997-09-09 1997-09-16 1997-09-23 1997-09-30 1997-10-07 1997-10-14 1997-10-21 1997-10-28 1997-11-04"},
		{"", "FREQ=WEEKLY;UNTIL=19971007T000000Z;WKST=SU;BYDAY=TU,TH", "1997-09-02 1997-09-04 1997-09-09 1997-09-11 1997-09-16 1997-09-18 1997-09-23 1997-09-25 1997-09-30 1997-10-02"},
		{"19970901", "FREQ=WEEKLY;INTERVAL=2;UNTIL=19971008T000000Z;WKST=SU;BYDAY=MO,WE,FR", "1997-09-01 1997-09-03 1997-09-05 1997-09-15 1997-09-17 1997-09-19 1997-09-29 1997-10-01 1997-10-03"},
		{"", "FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH", "1997-09-02 1997-09-04 1997-09-16 1997-09-18 1997-09-30 1997-10-02 1997-10-14 1997-10-16"},
		{"19970905", "FREQ=MONTHLY;COUNT=10;BYDAY=1FR", "1997-09-05 1997-10-03 1997-11-07 1997-12-05 1998-01-02 1998-02-06 1998-03-06 1998-04-03 1998-05-01 1998-06-05"},
		{"19970907", "FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU", "1997-09-07 1997-09-28 1997-11-02 1997-11-30 1998-01-04 1998-01-25 1998-03-01 1998-03-29 1998-05-03 1998-05-31"},
		{"19970922", "FREQ=MONTHLY;COUNT=6;BYDAY=-2MO", "1997-09-22 1997-10-20 1997-11-17 1997-12-22 1998-01-19 1998-02-16"},
		{"19970928", "FREQ=MONTHLY;BYMONTHDAY=-3;COUNT=6", "1997-09-28 1997-10-29 1997-11-28 1997-12-29 1998-01-29 1998-02-26"},
		{"", "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15", "1997-09-02 1997-09-15 1997-10-02 1997-10-15 1997-11-02 1997-11-15 1997-12-02 1997-12-15 1998-01-02 1998-01-15"},
		{"19970910", "FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15", "1997-09-10 1997-09-11 1997-09-12 1997-09-13 1997-09-14 1997-09-15 1999-03-10 1999-03-11 1999-03-12 1999-03-13"},
		{"19970610", "FREQ=YEARLY;COUNT=10;BYMONTH=6,7", "1997-06-10 1997-07-10 1998-06-10 1998-07-10 1999-06-10 1999-07-10 2000-06-10 2000-07-10 2001-06-10 2001-07-10"},
		{"19970310", "FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3", "1997-03-10 1999-01-10 1999-02-10 1999-03-10 2001-01-10 2001-02-10 2001-03-10 2003-01-10 2003-02-10 2003-03-10"},
		{"19970101", "FREQ=YEARLY;INTERVAL=3;COUNT=7;BYYEARDAY=1,100,200", "1997-01-01 1997-04-10 1997-07-19 2000-01-01 2000-04-09 2000-07-18 2003-01-01"},
		{"19970519", "FREQ=YEARLY;BYDAY=20MO;COUNT=3", "1997-05-19 1998-05-18 1999-05-17"},
		{"19970512", "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;COUNT=3", "1997-05-12 1998-05-11 1999-05-17"},
		{"19970512", "FREQ=YEARLY;BYWEEKNO=20;COUNT=3", "1997-05-12 1998-05-11 1999-05-17"},
		{"19970313", "FREQ=YEARLY;BYMONTH=3;BYDAY=TH;COUNT=5", "1997-03-13 1997-03-20 1997-03-27 1998-03-05 1998-03-12"},
		{"19980213", "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=5", "1998-02-13 1998-03-13 1998-11-13 1999-08-13 2000-10-13"},
		{"19970913", "FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13;COUNT=5", "1997-09-13 1997-10-11 1997-11-08 1997-12-13 1998-01-10"},
		{"19961105", "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8;COUNT=2", "1996-11-05 2000-11-07"},
		{"19970904", "FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3", "1997-09-04 1997-10-07 1997-11-06"},
		{"19970929", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2;COUNT=7", "1997-09-29 1997-10-30 1997-11-27 1997-12-30 1998-01-29 1998-02-26 1998-03-30"},
		{"19970805", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", "1997-08-05 1997-08-10 1997-08-19 1997-08-24"},
		{"19970805", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", "1997-08-05 1997-08-17 1997-08-19 1997-08-31"},
		{"20000115", "FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5", "2000-01-15 2000-01-30 2000-02-15 2000-03-15 2000-03-30"},
	} {
		start := c.start
		if start == "" {
			start = "19970902"
		}
		set := calendar.Set{Start: moment(t, start+"T090000", zone), Rules: rules(t, c.rule), Zone: zone}
		dates, truncated, err := set.Expand(window)
		if err != nil || truncated {
			t.Errorf("%s: %v, truncated %v", c.rule, err, truncated)
			continue
		}
		want := strings.Split(strings.ReplaceAll(c.want, " ", "T09:00 ")+"T09:00", " ")
		if start == "19961105" { // before the window
			want = want[1:]
		}
		if d := cmp.Diff(want, starts(dates)); d != "" {
			t.Errorf("%s (-want +got):\n%s", c.rule, d)
		}
	}
}
