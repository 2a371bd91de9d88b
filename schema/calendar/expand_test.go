package calendar_test

import (
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"moselle/schema"
	"moselle/schema/calendar"
)

var now = time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC)

func TestWindow(t *testing.T) {
	t.Parallel()
	w := calendar.Window(now)
	if got, want := w.From.Format(time.DateOnly)+" "+w.To.Format(time.DateOnly), "2026-05-01 2028-06-01"; got != want {
		t.Errorf("Window(%v) = %s, want %s", now, got, want)
	}
	if end := time.Date(2026, 11, 30, 23, 59, 0, 0, time.UTC); calendar.Window(end) != w {
		t.Errorf("Window(%v) = %v, want that of the whole month, %v", end, calendar.Window(end), w)
	}
}

func TestExpand(t *testing.T) {
	t.Parallel()
	lux := location(t, "Europe/Luxembourg")
	at := func(s string) schema.Moment { return moment(t, s, lux) }
	for _, c := range []struct {
		name string
		set  calendar.Set
		want []string
	}{
		{"wall time is kept when the clocks change", calendar.Set{Start: at("20261018T193000"), Rules: rules(t, "FREQ=WEEKLY;COUNT=3")},
			[]string{"2026-10-18T19:30", "2026-10-25T19:30", "2026-11-01T19:30"}},
		{"a time that is left out moves behind the gap", calendar.Set{Start: at("20270327T023000"), Rules: rules(t, "FREQ=DAILY;COUNT=3")},
			[]string{"2027-03-27T02:30", "2027-03-28T03:30", "2027-03-29T02:30"}},
		{"until in UTC", calendar.Set{Start: at("20270101T003000"), Rules: rules(t, "FREQ=DAILY;UNTIL=20270102T233000Z")},
			[]string{"2027-01-01T00:30", "2027-01-02T00:30", "2027-01-03T00:30"}},
		{"until in local time", calendar.Set{Start: at("20270101T003000"), Rules: rules(t, "FREQ=DAILY;UNTIL=20270102T003000")},
			[]string{"2027-01-01T00:30", "2027-01-02T00:30"}},
		{"until a day holds all of it", calendar.Set{Start: at("20270101T203000"), Rules: rules(t, "FREQ=DAILY;UNTIL=20270102")},
			[]string{"2027-01-01T20:30", "2027-01-02T20:30"}},
		{"exceptions by time, in UTC and by day", calendar.Set{Start: at("20270101T203000"), Rules: rules(t, "FREQ=DAILY;COUNT=5"),
			Except: []schema.Moment{at("20270101T203000"), at("20270103T193000Z"), at("20270104"), at("20270105T200000")}},
			[]string{"2027-01-02T20:30", "2027-01-05T20:30"}},
		{"days with exceptions of both kinds", calendar.Set{Start: at("20270101"), Rules: rules(t, "FREQ=DAILY;COUNT=4"),
			Except: []schema.Moment{at("20270102"), at("20270102T230000Z")}},
			[]string{"2027-01-01", "2027-01-04"}},
		{"further dates, doubles and order", calendar.Set{Start: at("20270110T200000"), Dates: []calendar.Span{
			{Start: at("20270105T180000")}, {Start: at("20270110T200000")}, {Start: at("20270107T180000")}}},
			[]string{"2027-01-05T18:00", "2027-01-07T18:00", "2027-01-10T20:00"}},
		{"two rules", calendar.Set{Start: at("20270104T200000"), Rules: rules(t, "FREQ=WEEKLY;BYDAY=MO;COUNT=2", "FREQ=WEEKLY;BYDAY=TU;UNTIL=20270112")},
			[]string{"2027-01-04T20:00", "2027-01-05T20:00", "2027-01-11T20:00", "2027-01-12T20:00"}},
		{"the start counts although the rule does not name it", calendar.Set{Start: at("20270101T200000"), Rules: rules(t, "FREQ=WEEKLY;BYDAY=MO;COUNT=3")},
			[]string{"2027-01-01T20:00", "2027-01-04T20:00", "2027-01-11T20:00"}},
		{"unless it is excepted", calendar.Set{Start: at("20270101T200000"), Rules: rules(t, "FREQ=WEEKLY;BYDAY=MO;COUNT=2"), Except: []schema.Moment{at("20270101T200000")}},
			[]string{"2027-01-04T20:00", "2027-01-11T20:00"}},
		{"or only bounds the rule", calendar.Set{Start: at("20270101T200000"), Rules: rules(t, "FREQ=WEEKLY;BYDAY=MO;COUNT=2"), Bound: true},
			[]string{"2027-01-04T20:00", "2027-01-11T20:00"}},
		{"the hour that comes twice", calendar.Set{Start: at("20271031T010000"), Rules: rules(t, "FREQ=HOURLY;COUNT=4")},
			[]string{"2027-10-31T01:00", "2027-10-31T02:00", "2027-10-31T03:00", "2027-10-31T04:00"}},
		{"a rule from long ago", calendar.Set{Start: at("19011225T200000"), Rules: rules(t, "FREQ=YEARLY")},
			[]string{"2026-12-25T20:00", "2027-12-25T20:00"}},
		{"every other week since long ago", calendar.Set{Start: at("20000103T200000"), Rules: rules(t, "FREQ=WEEKLY;INTERVAL=2;UNTIL=20260601")},
			[]string{"2026-05-04T20:00", "2026-05-18T20:00", "2026-06-01T20:00"}},
		{"over: the first and the last date", calendar.Set{Start: at("20100105T200000"), Rules: rules(t, "FREQ=WEEKLY;UNTIL=20240901")},
			[]string{"2010-01-05T20:00", "2024-08-27T20:00"}},
		{"leap days, over", calendar.Set{Start: at("19960229"), Rules: rules(t, "FREQ=YEARLY;UNTIL=20260101")},
			[]string{"1996-02-29", "2024-02-29"}},
		{"one date long ago", calendar.Set{Start: at("20100105T200000")}, []string{"2010-01-05T20:00"}},
		{"one date far ahead", calendar.Set{Start: at("20900105T200000"), Rules: rules(t, "FREQ=DAILY")}, []string{"2090-01-05T20:00"}},
		{"31 February", calendar.Set{Start: at("20270101"), Rules: rules(t, "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31")}, []string{"2027-01-01"}},
		{"31 February alone", calendar.Set{Start: at("20270101"), Rules: rules(t, "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31"), Bound: true}, nil},
		{"all excepted", calendar.Set{Start: at("20270101"), Except: []schema.Moment{at("20270101")}}, nil},
		{"over as the window begins", calendar.Set{Start: at("20260430T200000Z"), End: at("20260501T000000Z"), Dates: []calendar.Span{{Start: at("20260601T200000")}}}, []string{"2026-06-01T20:00"}},
		{"began before the window, lasts into it", calendar.Set{Start: at("20260401"), End: at("20260510")}, []string{"2026-04-01"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			c.set.Zone = lux
			dates, truncated, err := c.set.Expand(calendar.Window(now))
			if err != nil || truncated {
				t.Fatalf("Expand: %v, truncated %v", err, truncated)
			}
			if d := cmp.Diff(c.want, starts(dates)); d != "" {
				t.Errorf("(-want +got):\n%s", d)
			}
		})
	}
}

func TestExpandEnds(t *testing.T) {
	t.Parallel()
	lux := location(t, "Europe/Luxembourg")
	at := func(s string) schema.Moment { return moment(t, s, lux) }
	set := calendar.Set{Start: at("20261024T220000"), End: at("20261025T040000"), Rules: rules(t, "FREQ=DAILY;COUNT=2"), Zone: lux,
		Dates: []calendar.Span{{Start: at("20261201T100000"), End: at("20261201T110000")}, {Start: at("20261202T100000")}}}
	dates, _, err := set.Expand(calendar.Window(now))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, d := range dates {
		got = append(got, d.End.String())
	}
	want := []string{"2026-10-25T04:00:00+01:00", "2026-10-26T04:00:00+01:00", "2026-12-01T11:00:00+01:00", "2026-12-02T16:00:00+01:00"}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("ends (-want +got):\n%s", d)
	}
	days := calendar.Set{Start: at("20261224"), End: at("20261226"), Rules: rules(t, "FREQ=YEARLY;COUNT=2"), Zone: lux}
	if dates, _, err = days.Expand(calendar.Window(now)); err != nil || len(dates) != 2 || dates[1].End.String() != "2027-12-26" {
		t.Errorf("Expand of days = %v, %v; want an end on 2027-12-26", dates, err)
	}
}

func TestExpandTruncates(t *testing.T) {
	t.Parallel()
	set := calendar.Set{Start: schema.Moment{Time: now}, Rules: rules(t, "FREQ=HOURLY"), Zone: time.UTC}
	dates, truncated, err := set.Expand(calendar.Window(now))
	if err != nil || !truncated || len(dates) != schema.MaxOccurrences {
		t.Errorf("Expand gives %d dates, truncated %v, %v; want %d, true", len(dates), truncated, err, schema.MaxOccurrences)
	}
}

// No rule may take long, whatever it says; the bound here allows for a busy
// machine.
func TestExpandIsBounded(t *testing.T) {
	t.Parallel()
	lux := location(t, "Europe/Luxembourg")
	for _, c := range hard {
		set := calendar.Set{Start: moment(t, c.start, lux), Rules: rules(t, c.rule), Zone: lux, Bound: c.bound}
		began := time.Now()
		dates, _, err := set.Expand(calendar.Window(now))
		took := time.Since(began)
		if took > 5*time.Second {
			t.Errorf("%s from %s takes %v", c.rule, c.start, took)
		}
		if err != nil && !errors.Is(err, calendar.ErrTooMany) {
			t.Errorf("%s from %s: %v", c.rule, c.start, err)
		}
		t.Logf("%8v %6d %s %s", took.Round(10*time.Microsecond), len(dates), c.start, c.rule)
	}
}

var hard = []struct {
	start, rule string
	bound       bool
}{
	{"20270101", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31", true},
	{"20270101", "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30", true},
	{"20270101", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31", true},
	{"20270101", "FREQ=WEEKLY;BYMONTH=2;BYMONTHDAY=31", true},
	{"20270101T100000", "FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=31", true},
	{"20270101T100000", "FREQ=HOURLY;INTERVAL=2;BYHOUR=1,3,5", true},
	{"20270101T100000", "FREQ=HOURLY;INTERVAL=100000;BYHOUR=3;BYMONTH=2;BYMONTHDAY=31", true},
	{"20270101T100000", "FREQ=DAILY;BYSETPOS=300", true},
	{"20270101T100000", "FREQ=YEARLY;BYSETPOS=366", true},
	{"20270101T100000", "FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6", true},
	{"20270101T100000", "FREQ=YEARLY;BYDAY=53MO,-53SU,TU;BYYEARDAY=366,-366", true},
	{"20270101T100000", "FREQ=MONTHLY;BYDAY=5MO,-5MO;BYMONTH=2", true},
	{"20270101T100000", "FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23;BYMINUTE=0,10,20,30,40,50", false},
	{"19000101T100000", "FREQ=HOURLY", false},
	{"19000101T100000", "FREQ=HOURLY;BYMINUTE=0,10,20,30,40,50", false},
	{"19000101T100000", "FREQ=HOURLY;COUNT=1000000", false},
	{"19000101T100000", "FREQ=HOURLY;UNTIL=20200101", false},
	{"00010101T100000", "FREQ=DAILY", false},
	{"00010101T100000", "FREQ=DAILY;COUNT=1000000000", false},
	{"00010101T100000", "FREQ=MONTHLY", false},
	{"16010101T000000", "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10", false},
	{"20270101T100000", "FREQ=YEARLY;INTERVAL=100000", false},
	{"99991231T100000", "FREQ=DAILY", false},
	{"99991231T100000", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31", true},
	{"20270101T100000", "FREQ=DAILY;UNTIL=00010101", false},
	{"20270101T100000", "FREQ=DAILY;UNTIL=99991231", false},
}

func FuzzRule(f *testing.F) {
	for _, h := range hard {
		f.Add(h.start, h.rule, h.bound)
	}
	f.Add("20270101T100000", "rrule:freq=weekly;byday=mo, +2tu;wkst=su;;until=20280101T000000Z", false)
	lux, err := time.LoadLocation("Europe/Luxembourg")
	if err != nil {
		f.Fatal(err)
	}
	w := calendar.Window(now)
	f.Fuzz(func(t *testing.T, start, text string, bound bool) {
		m, err := schema.ParseMoment(start, lux)
		if err != nil {
			return
		}
		r, err := calendar.ParseRule(text)
		if err != nil {
			return
		}
		r.Frequency()
		r.Weekdays()
		set := calendar.Set{Start: m, Rules: []calendar.Rule{r}, Zone: lux, Bound: bound}
		began := time.Now()
		dates, _, err := set.Expand(w)
		if took := time.Since(began); took > 3*time.Second {
			t.Fatalf("%s from %s takes %v", text, start, took)
		}
		if err == nil && !bound && len(dates) == 0 {
			t.Fatalf("%s from %s has no date", text, start)
		}
		for i := 1; i < len(dates); i++ {
			if !dates[i-1].Start.Time.Before(dates[i].Start.Time) {
				t.Fatalf("%s from %s: %v stands before %v", text, start, dates[i-1], dates[i])
			}
		}
	})
}

func BenchmarkExpandWeekly(b *testing.B) {
	lux, err := time.LoadLocation("Europe/Luxembourg")
	if err != nil {
		b.Fatal(err)
	}
	r, err := calendar.ParseRule("FREQ=WEEKLY;BYDAY=TU,TH")
	if err != nil {
		b.Fatal(err)
	}
	set := calendar.Set{Start: schema.Moment{Time: now}, Rules: []calendar.Rule{r}, Zone: lux}
	for b.Loop() {
		if _, _, err := set.Expand(calendar.Window(now)); err != nil {
			b.Fatal(err)
		}
	}
}
