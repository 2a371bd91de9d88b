package table

import (
	"errors"
	"fmt"
	"time"

	"moselle/schema"
	"moselle/schema/dateline"
)

// moment reads a date, with the time beside it when there is one. last asks for
// the end of what is written: of "2019-10" in a layout without a day, the last
// of October. note says what had to be assumed.
func (r *run) moment(ru *rule, text, clock string, last bool) (m schema.Moment, note string, err error) {
	found, note, err := r.days(ru.layouts, text, last)
	if err == nil && (len(found) != 1 || !found[0].End.IsZero() && found[0].Start.Day) {
		err = notWritten(ru.layouts)
	}
	if err != nil {
		return m, "", err
	}
	if clock == "" {
		return found[0].Start, note, nil
	}
	h, err := dateline.ParseHours(clock)
	if err != nil {
		return found[0].Start, leftOut(clock, err), nil
	}
	return h.From.On(found[0].Start, r.zone), note, nil
}

// leftOut says that a time cannot be read.
func leftOut(clock string, err error) string {
	return fmt.Sprintf("the time %q is left out: %v", schema.Excerpt(clock), err)
}

// days reads what is written in one of the layouts or ISO 8601, or about that, or
// in words: one day, a stretch, or several days.
func (r *run) days(ls []layout, text string, last bool) (found []dateline.Date, note string, err error) {
	m, note, err := r.written(ls, text, last)
	if err != nil {
		return nil, "", err
	}
	if m.IsZero() {
		m, err = schema.ParseMoment(text, r.zone)
	}
	if err == nil {
		return []dateline.Date{{Start: m}}, note, nil
	}
	how := dateline.Reading{Zone: r.zone, Own: func(text string, end bool) (m schema.Moment, err error) {
		m, note, err = r.written(ls, text, end || last)
		return m, err
	}}
	found, wrong := how.Days(text)
	switch {
	case wrong != nil && errors.Is(err, schema.ErrNoDate):
		return nil, "", notWritten(ls)
	case wrong != nil:
		return nil, "", err
	case len(found) > 1 || !found[0].End.IsZero():
		note = ""
	}
	return found, note, nil
}

// notWritten says how dates are to be written.
func notWritten(ls []layout) error {
	if ls[0].own {
		return fmt.Errorf("not a date written as %s", ls[0].text)
	}
	return schema.ErrNoDate
}

// written reads a date in one of the layouts; zero when it is written in none.
func (r *run) written(ls []layout, text string, last bool) (m schema.Moment, note string, err error) {
	for _, l := range ls {
		if st, ok := l.parse(text); ok {
			return st.moment(last, r.zone)
		}
	}
	return m, "", nil
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
