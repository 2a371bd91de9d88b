package table

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"moselle/schema"
)

// moment reads a date, with the time beside it when there is one. last asks for
// the end of what is written: of "2019-10" in a layout without a day, the last
// of October. note says what had to be assumed.
func (r *run) moment(ru *rule, text, clock string, last bool) (m schema.Moment, note string, err error) {
	if m, note, err = r.day(ru.layouts, text, last); err != nil || clock == "" {
		return m, note, err
	}
	from, _ := clocks(clock)
	h, mi, sec, err := parseClock(from)
	if err != nil {
		return m, fmt.Sprintf("the time %q is left out: %v", schema.Excerpt(clock), err), nil
	}
	return on(m, h, mi, sec, r.zone), note, nil
}

// day reads a date in one of the layouts or about that.
func (r *run) day(ls []layout, text string, last bool) (schema.Moment, string, error) {
	m, note, err := r.written(ls, text, last)
	if err != nil {
		if m, note, ok := r.plain(ls, text, last); ok {
			return m, note, nil
		}
	}
	return m, note, err
}

// written reads a date in one of the layouts or ISO 8601.
func (r *run) written(ls []layout, text string, last bool) (schema.Moment, string, error) {
	for _, l := range ls {
		st, ok := l.parse(text)
		if !ok {
			continue
		}
		return st.moment(last, r.zone)
	}
	m, err := schema.ParseMoment(text, r.zone)
	if err != nil && ls[0].own && strings.HasPrefix(err.Error(), "not a date") {
		err = fmt.Errorf("not a date written as %s", ls[0].text)
	}
	return m, "", err
}

// moment turns a stamp into a moment. Of a month or a year it takes the first
// day or the last, and says so.
func (st stamp) moment(last bool, zone *time.Location) (m schema.Moment, note string, err error) {
	day, month := max(st.day, 1), max(st.month, 1)
	if err := schema.CheckDay(st.year, month, day); err != nil {
		return m, "", err
	}
	t := time.Date(st.year, time.Month(month), day, st.hour, st.minute, st.second, 0, zone)
	if st.timed {
		_, _, _, err := schema.ParseClock(fmt.Sprintf("%02d:%02d:%02d", st.hour, st.minute, st.second))
		return schema.Moment{Time: t}, "", err
	}
	if st.day == 0 {
		switch {
		case last && st.month == 0:
			t = t.AddDate(1, 0, -1)
		case last:
			t = t.AddDate(0, 1, -1)
		}
		note = "no day is given; taken as " + t.Format(time.DateOnly)
	}
	return schema.Moment{Time: t, Day: true}, note, nil
}

// year gives a year, month or day in ISO 8601 when it is written in one of the
// layouts, else the text as it stands.
func year(ls []layout, text string) string {
	for _, l := range ls {
		st, ok := l.parse(text)
		switch {
		case !ok:
		case st.month == 0:
			return fmt.Sprintf("%04d", st.year)
		case st.day == 0:
			return fmt.Sprintf("%04d-%02d", st.year, st.month)
		default:
			return fmt.Sprintf("%04d-%02d-%02d", st.year, st.month, st.day)
		}
	}
	return text
}

var clockText = regexp.MustCompile(`^(\d{1,2})(?:\s*[:.h]\s*(\d{2}))?(?::\d{2}|\s*h)?\s*(?:(uhr|auer|u|heures?)|([ap])\.?m\.?)?$`)

// parseClock reads a time of day as people write it: 19:30, 19h30, 19.30 Uhr,
// 7:30 pm, 19 h.
func parseClock(s string) (h, m, sec int, err error) {
	if h, m, sec, err = schema.ParseClock(s); err == nil {
		return h, m, sec, nil
	}
	match := clockText.FindStringSubmatch(strings.ToLower(strings.TrimSpace(s)))
	if match == nil {
		return 0, 0, 0, err
	}
	h, _ = strconv.Atoi(match[1])
	m, _ = strconv.Atoi(match[2]) // 0 when there are none
	if half := match[4]; half != "" {
		if h < 1 || h > 12 {
			return 0, 0, 0, fmt.Errorf("there is no %d o'clock %sm", h, half)
		}
		h %= 12
		if half == "p" {
			h += 12
		}
	}
	return schema.ParseClock(fmt.Sprintf("%02d:%02d", h, m))
}
