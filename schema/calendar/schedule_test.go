package calendar_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"moselle/schema/calendar"
)

// fromSchedule returns the dates of a schedule in the window.
func fromSchedule(s calendar.Schedule, zone *time.Location, w calendar.Range) ([]calendar.Span, bool, error) {
	set, err := s.Set(zone, w.From)
	if err != nil {
		return nil, false, err
	}
	return set.Expand(w)
}

func TestSchedule(t *testing.T) {
	t.Parallel()
	lux := location(t, "Europe/Luxembourg")
	for _, c := range []struct {
		name string
		in   calendar.Schedule
		want []string // start/end
	}{
		{"weekly hours", calendar.Schedule{RepeatFrequency: "P1W", ByDay: []string{"https://schema.org/Tuesday", "Thursday"}, StartDate: "2027-01-04", EndDate: "2027-01-14",
			StartTime: "10:00", EndTime: "18:00:00", ExceptDate: []string{"2027-01-12T00:00:00"}},
			[]string{"2027-01-05T10:00/18:00", "2027-01-07T10:00/18:00", "2027-01-14T10:00/18:00"}},
		{"past midnight", calendar.Schedule{RepeatFrequency: "P1D", StartDate: "2027-01-04", RepeatCount: "2", StartTime: "22:00", EndTime: "02:00"},
			[]string{"2027-01-04T22:00/02:00", "2027-01-05T22:00/02:00"}},
		{"second Thursday", calendar.Schedule{RepeatFrequency: "P1M", ByDay: []string{"TH"}, ByMonthWeek: []string{"2"}, StartDate: "2027-01-01", RepeatCount: "3", StartTime: "T19:30", Duration: "PT1H30M"},
			[]string{"2027-01-14T19:30/21:00", "2027-02-11T19:30/21:00", "2027-03-11T19:30/21:00"}},
		{"every other week in another zone", calendar.Schedule{RepeatFrequency: "P2W", StartDate: "2027-01-04", EndDate: "2027-02-01", StartTime: "19:30:00+00:00", Timezone: "Europe/London"},
			[]string{"2027-01-04T19:30/", "2027-01-18T19:30/", "2027-02-01T19:30/"}},
		{"yearly by month and day", calendar.Schedule{RepeatFrequency: "P1Y", ByMonth: []string{"6"}, ByMonthDay: []string{"23"}, StartDate: "2026-01-01", StartTime: "09:00"},
			[]string{"2026-06-23T09:00/", "2027-06-23T09:00/"}},
		{"whole days, seven days for a week", calendar.Schedule{RepeatFrequency: "P7D", ByDay: []string{"Mo"}, StartDate: "2027-01-01", EndDate: "2027-01-12"},
			[]string{"2027-01-04T00:00/00:00", "2027-01-11T00:00/00:00"}},
		{"one date without a rule", calendar.Schedule{StartDate: "2019-03-01T19:30"}, []string{"2019-03-01T19:30/"}},
		{"one date with times", calendar.Schedule{StartDate: "2027-01-04", EndDate: "2027-01-04", StartTime: "22:00", EndTime: "01:00"}, []string{"2027-01-04T22:00/01:00"}},
		{"one date of days", calendar.Schedule{StartDate: "2027-01-04", EndDate: "2027-01-06"}, []string{"2027-01-04T00:00/00:00"}},
		{"weekdays without a frequency", calendar.Schedule{ByDay: []string{"MO"}, StartDate: "2027-01-05", EndDate: "2027-01-18", StartTime: "10:00"},
			[]string{"2027-01-11T10:00/", "2027-01-18T10:00/"}},
		{"a moment without time of day", calendar.Schedule{RepeatFrequency: "daily", StartDate: "2027-01-01T10:00:00+01:00", RepeatCount: "2"},
			[]string{"2027-01-01T10:00/", "2027-01-02T10:00/"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			dates, _, err := fromSchedule(c.in, lux, calendar.Window(now))
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, d := range dates {
				s := d.Start.Time.Format("2006-01-02T15:04") + "/"
				if !d.End.IsZero() {
					s += d.End.Time.Format("15:04")
				}
				got = append(got, s)
			}
			if d := cmp.Diff(c.want, got); d != "" {
				t.Errorf("(-want +got):\n%s", d)
			}
		})
	}
}

// A schedule without a first day holds for the whole window.
func TestUndatedSchedule(t *testing.T) {
	t.Parallel()
	w := calendar.Window(now)
	dates, truncated, err := fromSchedule(calendar.Schedule{ByDay: []string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"},
		StartTime: "10:00", EndTime: "18:00"}, time.UTC, w)
	if want := int(w.To.Sub(w.From).Hours() / 24); err != nil || truncated || len(dates) != want {
		t.Errorf("Schedule gives %d dates, %v, %v; want %d", len(dates), truncated, err, want)
	}
}

func TestScheduleRefuses(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		in   calendar.Schedule
		want string
	}{
		{calendar.Schedule{RepeatFrequency: "PT1M", StartDate: "2027-01-01"}, "repeatFrequency: repeats too often for an agenda: let it repeat once an hour at most"},
		{calendar.Schedule{RepeatFrequency: "often", StartDate: "2027-01-01"}, "repeatFrequency: not a frequency: write it as P1W"},
		{calendar.Schedule{StartDate: "2027-02-31"}, "startDate: 31 February 2027 does not exist"},
		{calendar.Schedule{StartTime: "10:00"}, "startDate: missing, and so is repeatFrequency: nobody knows when the schedule falls"},
		{calendar.Schedule{RepeatFrequency: "P1Y", StartDate: "2027-01-01", ByMonth: []string{"13"}}, "byMonth: whole numbers from 1 to 12 are expected"},
		{calendar.Schedule{RepeatFrequency: "P1D", StartDate: "2027-01-01", RepeatCount: "many"}, "repeatCount: a whole number from 1 to 1073741824 is expected"},
		{calendar.Schedule{StartDate: "2027-01-01", EndDate: "soon"}, "endDate: not a date: write it as 2026-12-31"},
		{calendar.Schedule{StartDate: "2027-01-01", StartTime: "ten"}, "startTime: not a time: write it as 19:30"},
		{calendar.Schedule{StartDate: "2027-01-01", StartTime: "10:00", EndTime: "25:00"}, "endTime: there is no time 25:00"},
		{calendar.Schedule{StartDate: "2027-01-01", StartTime: "10:00", Duration: "long"}, "duration: not a duration: write it as PT1H30M or P2D"},
		{calendar.Schedule{StartDate: "2027-01-01", ByDay: []string{"Freeday"}}, "byDay: Freeday is no weekday: write Monday, https://schema.org/Monday or MO"},
		{calendar.Schedule{StartDate: "2027-01-01", ByDay: []string{"PublicHolidays"}}, "byDay: only public holidays, which are not known: list the days"},
		{calendar.Schedule{RepeatFrequency: "P2W", ByDay: []string{"MO"}}, "startDate: missing: without it nobody knows on which days the schedule falls"},
		{calendar.Schedule{StartDate: "2027-01-01", Timezone: "Mars"}, `scheduleTimezone: zone "Mars": not a known time zone: write it as Europe/Luxembourg`},
		{calendar.Schedule{StartDate: "2027-01-01", ExceptDate: []string{"x"}}, "exceptDate: not a date: write it as 2026-12-31"},
	} {
		if _, _, err := fromSchedule(c.in, time.UTC, calendar.Window(now)); err == nil || err.Error() != c.want {
			t.Errorf("Schedule %+v = %v, want %q", c.in, err, c.want)
		}
	}
}
