package calendar_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"moselle/schema"
	"moselle/schema/calendar"
)

func zone(t testing.TB) *time.Location {
	t.Helper()
	z, err := time.LoadLocation("Europe/Luxembourg")
	if err != nil {
		t.Fatal(err)
	}
	return z
}

// on reads a day or a moment; "" is none.
func on(t testing.TB, s string) schema.Moment {
	t.Helper()
	if s == "" {
		return schema.Moment{}
	}
	m, err := schema.ParseMoment(s, zone(t))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// week reads hours as "Monday,Tuesday 10:00-18:00"; "*" is every day.
func week(t testing.TB, lines ...string) (out []calendar.Hours) {
	t.Helper()
	for _, l := range lines {
		days, times, _ := strings.Cut(l, " ")
		opens, closes, _ := strings.Cut(times, "-")
		h := calendar.Hours{}
		if days != "*" {
			h.Days = calendar.DaysNamed(strings.Split(days, ",")...)
		}
		var err1, err2 error
		h.Opens, err1 = calendar.ParseClock(opens)
		h.Closes, err2 = calendar.ParseClock(closes)
		if err1 != nil || err2 != nil {
			t.Fatal(l, err1, err2)
		}
		out = append(out, h)
	}
	return out
}

func lines(spans []calendar.Span) string {
	var out []string
	for _, s := range spans {
		text := s.Start.String()
		if !s.End.IsZero() {
			text += " " + s.End.String()
		}
		out = append(out, text)
	}
	return strings.Join(out, "\n")
}

func between(t testing.TB, from, to string) calendar.Range {
	return calendar.Range{From: on(t, from).Time, To: on(t, to).Time}
}

func TestOpeningExpand(t *testing.T) {
	t.Parallel()
	why := map[string]string{"fr": "inventaire"}
	tests := []struct {
		name     string
		opening  calendar.Opening
		from, to string // the window
		want     string
	}{
		{"weekly within a period", calendar.Opening{From: on(t, "2026-12-03"), To: on(t, "2026-12-08"), Weekly: week(t, "Tuesday,Thursday,Friday 10:00-18:00")}, "2026-01-01", "2027-01-01",
			"2026-12-03T10:00:00+01:00 2026-12-03T18:00:00+01:00\n2026-12-04T10:00:00+01:00 2026-12-04T18:00:00+01:00\n2026-12-08T10:00:00+01:00 2026-12-08T18:00:00+01:00"},
		{"permanent is seen in the window only", calendar.Opening{Weekly: week(t, "Monday 10:00-12:00")}, "2026-12-01", "2026-12-15",
			"2026-12-07T10:00:00+01:00 2026-12-07T12:00:00+01:00\n2026-12-14T10:00:00+01:00 2026-12-14T12:00:00+01:00"},
		{"behind midnight into the window", calendar.Opening{Weekly: week(t, "Saturday 20:00-02:00")}, "2026-12-06", "2026-12-12",
			"2026-12-05T20:00:00+01:00 2026-12-06T02:00:00+01:00"},
		{"several, touching and overlapping", calendar.Opening{Weekly: week(t, "Monday 14:00-18:00", "Monday 09:00-11:00", "Monday 11:00-12:00", "Monday 17:00-19:00", "Monday 17:00-19:00")}, "2026-12-07", "2026-12-08",
			"2026-12-07T09:00:00+01:00 2026-12-07T12:00:00+01:00\n2026-12-07T14:00:00+01:00 2026-12-07T19:00:00+01:00"},
		{"whole days", calendar.Opening{Weekly: week(t, "Monday 00:00-00:00", "Tuesday 00:00-24:00", "Wednesday 00:00-23:59", "Thursday 00:00-12:00", "Thursday 12:00-24:00")}, "2026-12-07", "2026-12-11",
			"2026-12-07 2026-12-07\n2026-12-08 2026-12-08\n2026-12-09 2026-12-09\n2026-12-10 2026-12-10"},
		{"without an end", calendar.Opening{Weekly: week(t, "Monday 20:00-", "Monday 20:00-", "Tuesday 20:00-", "Tuesday 18:00-21:00", "Wednesday 20:00-", "Wednesday 18:00-20:00")}, "2026-12-07", "2026-12-10",
			"2026-12-07T20:00:00+01:00\n2026-12-08T18:00:00+01:00 2026-12-08T21:00:00+01:00\n2026-12-09T18:00:00+01:00 2026-12-09T20:00:00+01:00\n2026-12-09T20:00:00+01:00"},
		{"day of 23 hours", calendar.Opening{Weekly: week(t, "Sunday 01:00-04:00", "Sunday 02:30-05:00")}, "2026-03-29", "2026-03-30",
			"2026-03-29T01:00:00+01:00 2026-03-29T05:00:00+02:00"},
		{"opening in the hour left out", calendar.Opening{Weekly: week(t, "Sunday 02:30-05:00")}, "2026-03-29", "2026-03-30",
			"2026-03-29T03:30:00+02:00 2026-03-29T05:00:00+02:00"},
		{"day of 25 hours", calendar.Opening{Weekly: week(t, "Saturday 22:00-04:00", "Sunday 02:30-06:00")}, "2026-10-24", "2026-10-26",
			"2026-10-24T22:00:00+02:00 2026-10-25T04:00:00+01:00\n2026-10-25T02:30:00+02:00 2026-10-25T06:00:00+01:00"},
		{"whole day of 23 hours", calendar.Opening{Weekly: week(t, "Sunday 00:00-24:00")}, "2026-03-29", "2026-03-30", "2026-03-29 2026-03-29"},
		{"other hours, then closed, before the usual", calendar.Opening{Weekly: week(t, "* 10:00-18:00"), Special: []calendar.Special{
			{From: on(t, "2026-12-24"), To: on(t, "2026-12-25"), Hours: week(t, "* 10:00-14:00")},
			{From: on(t, "2026-12-25"), To: on(t, "2026-12-26"), Reason: why}}}, "2026-12-23", "2026-12-28",
			"2026-12-23T10:00:00+01:00 2026-12-23T18:00:00+01:00\n2026-12-24T10:00:00+01:00 2026-12-24T14:00:00+01:00\n2026-12-27T10:00:00+01:00 2026-12-27T18:00:00+01:00"},
		{"other hours on the weekdays they name", calendar.Opening{Weekly: week(t, "* 10:00-18:00"), Special: []calendar.Special{
			{From: on(t, "2026-12-07"), To: on(t, "2026-12-08"), Hours: week(t, "Tuesday 12:00-13:00")}}}, "2026-12-07", "2026-12-09",
			"2026-12-07T10:00:00+01:00 2026-12-07T18:00:00+01:00\n2026-12-08T12:00:00+01:00 2026-12-08T13:00:00+01:00"},
		{"closed on weekdays", calendar.Opening{Weekly: week(t, "* 10:00-18:00"), Special: []calendar.Special{{Days: calendar.DayOf(time.Monday)}}}, "2026-12-07", "2026-12-09",
			"2026-12-08T10:00:00+01:00 2026-12-08T18:00:00+01:00"},
		{"open on one day out of the usual", calendar.Opening{Weekly: week(t, "Monday 10:00-18:00"), Special: []calendar.Special{
			{From: on(t, "2026-12-13"), To: on(t, "2026-12-13"), Hours: week(t, "* 12:00-13:00")}}}, "2026-12-08", "2026-12-14",
			"2026-12-13T12:00:00+01:00 2026-12-13T13:00:00+01:00"},
		{"public holidays are not known", calendar.Opening{Weekly: week(t, "PublicHolidays 10:00-18:00")}, "2026-12-01", "2027-01-01", ""},
		{"hours of a season", calendar.Opening{Weekly: []calendar.Hours{
			{Days: calendar.DayOf(time.Monday), Opens: 600, Closes: 1080, To: on(t, "2026-12-07")},
			{Days: calendar.DayOf(time.Monday), Opens: 600, Closes: 960, From: on(t, "2026-12-08")}}}, "2026-12-01", "2026-12-15",
			"2026-12-07T10:00:00+01:00 2026-12-07T18:00:00+01:00\n2026-12-14T10:00:00+01:00 2026-12-14T16:00:00+01:00"},
		{"exhibition is one long date", calendar.Opening{From: on(t, "2024-12-03"), To: on(t, "2026-12-20"), Special: []calendar.Special{{From: on(t, "2026-12-08"), To: on(t, "2026-12-08")}}}, "2026-12-01", "2027-01-01", "2024-12-03 2026-12-20"},
		{"permanent without hours", calendar.Opening{}, "2026-12-01", "2027-01-01", "2026-12-01 2026-12-31"},
		{"over before the window", calendar.Opening{To: on(t, "2026-11-30"), Weekly: week(t, "* 10:00-18:00")}, "2026-12-01", "2027-01-01", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			tt.opening.Zone = zone(t)
			spans, truncated := tt.opening.Expand(between(t, tt.from, tt.to))
			if d := cmp.Diff(tt.want, lines(spans)); d != "" || truncated {
				t.Errorf("Expand truncated %v (-want +got):\n%s", truncated, d)
			}
		})
	}
}

func TestBounded(t *testing.T) {
	t.Parallel()
	season := func(from, to string) calendar.Hours {
		return calendar.Hours{Opens: 600, Closes: 700, From: on(t, from), To: on(t, to)}
	}
	for _, tt := range []struct {
		name    string
		opening calendar.Opening
		want    string
	}{
		{"seasons", calendar.Opening{Weekly: []calendar.Hours{season("2026-05-01", "2026-06-01"), season("2026-03-01", "2026-09-01"), season("2026-04-01", "2026-05-01")}}, "2026-03-01 2026-09-01"},
		{"one without an end", calendar.Opening{Weekly: []calendar.Hours{season("2026-05-01", ""), season("2026-04-01", "2026-05-01")}}, "2026-04-01 "},
		{"one without a beginning", calendar.Opening{Weekly: []calendar.Hours{season("2026-05-01", "2026-06-01"), season("", "2026-05-01")}}, " 2026-06-01"},
		{"always", calendar.Opening{Weekly: []calendar.Hours{season("2026-05-01", "2026-06-01"), season("", "")}}, " "},
		{"a period of its own", calendar.Opening{From: on(t, "2026-05-02"), Weekly: []calendar.Hours{season("2026-05-01", "2026-06-01")}}, "2026-05-02 "},
		{"no hours", calendar.Opening{}, " "},
	} {
		o := tt.opening.Bounded()
		day := func(m schema.Moment) string {
			if m.IsZero() {
				return ""
			}
			return m.String()
		}
		if got := day(o.From) + " " + day(o.To); got != tt.want {
			t.Errorf("%s: Bounded gives %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestOpenAt(t *testing.T) {
	t.Parallel()
	o := calendar.Opening{Zone: zone(t), From: on(t, "2026-01-01"), Weekly: week(t, "Saturday 20:00-02:00", "Sunday 00:00-24:00", "Wednesday 20:00-"),
		Special: []calendar.Special{{From: on(t, "2026-12-13"), To: on(t, "2026-12-13"), Reason: map[string]string{"de": "Inventur"}}}}
	tests := []struct {
		at   string
		want bool
	}{
		{"2026-12-05T19:59:59", false}, {"2026-12-05T20:00", true}, {"2026-12-06T01:59", true}, {"2026-12-06T12:00", true},
		{"2026-12-06T23:59:59", true}, {"2026-12-07T00:00", false}, {"2026-12-09T20:00", false},
		{"2026-12-13T01:00", true}, {"2026-12-13T02:00", false}, {"2025-12-06T21:00", false},
		{"2026-10-25T01:59:00Z", true}, {"2026-12-05T19:30:00Z", true},
	}
	for _, tt := range tests {
		if got := o.OpenAt(on(t, tt.at).Time); got != tt.want {
			t.Errorf("OpenAt(%s) = %v, want %v", tt.at, got, tt.want)
		}
	}
	spans, special := o.Day(on(t, "2026-12-13").Time)
	if len(spans) != 0 || special == nil || special.Reason["de"] != "Inventur" {
		t.Errorf("Day(2026-12-13) = %v, %v; want no hours and the reason", spans, special)
	}
	if spans, special := o.Day(on(t, "2026-12-06").Time); lines(spans) != "2026-12-06 2026-12-06" || special != nil {
		t.Errorf("Day(2026-12-06) = %v, %v; want the whole day", spans, special)
	}
}

func TestExpandIsCapped(t *testing.T) {
	t.Parallel()
	o := calendar.Opening{Zone: zone(t), Weekly: week(t, "* 10:00-12:00", "* 14:00-18:00")}
	spans, truncated := o.Expand(between(t, "2000-01-01", "2030-01-01"))
	if len(spans) != schema.MaxOccurrences || !truncated {
		t.Errorf("Expand gives %d dates, truncated %v; want %d, true", len(spans), truncated, schema.MaxOccurrences)
	}
	o.Weekly = week(t, "PublicHolidays 10:00-12:00")
	if spans, _ := o.Expand(between(t, "0001-01-01", "9999-01-01")); len(spans) != 0 {
		t.Errorf("Expand = %v, want none", spans)
	}
}
