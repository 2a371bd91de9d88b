package catalog

import (
	"net/url"
	"slices"
	"strings"
	"time"

	"moselle/hub/fault"
	"moselle/hub/search"
	"moselle/schema"
)

// spans are the usual spans of time by name.
var spans = []struct {
	name     string
	from, to search.Day
}{
	{"today", "today", "today"}, {"tomorrow", "tomorrow", "tomorrow"}, {"weekend", "weekend", "weekend"},
	{"week", "today", "+6"}, {"month", "today", "+29"}, {"now", search.Now, search.Now},
}

// Spans returns the names of the usual spans of time.
func Spans() []string {
	out := make([]string, len(spans))
	for i, s := range spans {
		out[i] = s.name
	}
	return out
}

// parseTimes reads everything that is asked of dates.
func (c *Catalog) parseTimes(q *Query, v url.Values) (err error) {
	if q.From, q.To, err = c.Span(v.Get("from"), v.Get("to")); err != nil {
		return err
	}
	if s := v.Get("when"); s != "" {
		i := slices.Index(Spans(), s)
		switch {
		case i < 0:
			return fault.Param("when", "is one of %s, not %q", strings.Join(Spans(), ", "), s)
		case !q.From.IsZero() || !q.To.IsZero():
			return fault.Param("when", "goes without from and to")
		}
		q.From, q.To = Bound{Day: spans[i].from}, Bound{Day: spans[i].to}
	}
	for _, s := range split(v["weekday"]) {
		d, ok := weekday(s)
		if !ok {
			return fault.Param("weekday", "is a day of the week such as sat or saturday, not %q", s)
		}
		q.Weekdays = append(q.Weekdays, d)
	}
	if q.Clock, err = clock(v.Get("time")); err != nil {
		return err
	}
	if q.Open, err = c.parseBound("open", v.Get("open")); err != nil {
		return err
	}
	if q.Open.Day != "" && q.Open.Day != search.Now {
		return fault.Param("open", "is now or a moment such as 2026-12-31T20:00, not %q", v.Get("open"))
	}
	return nil
}

// weekday reads an English day of the week, or two letters or more of one.
func weekday(s string) (time.Weekday, bool) {
	s = strings.ToLower(s)
	for d := time.Sunday; d <= time.Saturday; d++ {
		if len(s) >= 2 && strings.HasPrefix(strings.ToLower(d.String()), s) {
			return d, true
		}
	}
	return 0, false
}

// clock reads a time of day: "18:00-23:00", "18:00-", "-12:00"; "22:00-02:00"
// goes on behind midnight.
func clock(s string) (*search.Clock, error) {
	if s == "" {
		return nil, nil
	}
	from, to, ok := strings.Cut(strings.Replace(s, "–", "-", 1), "-")
	begin, err1 := minutes(from, 0)
	end, err2 := minutes(to, 24*60)
	if end == 0 {
		end = 24 * 60
	}
	if !ok || err1 != nil || err2 != nil || begin == 24*60 || begin == end || from == "" && to == "" {
		return nil, fault.Param("time", "is a span of the day such as 18:00-23:00, 18:00- or -12:00, not %q", s)
	}
	return &search.Clock{From: begin, To: end}, nil
}

func minutes(s string, otherwise int) (int, error) {
	if s = strings.TrimSpace(s); s == "" {
		return otherwise, nil
	}
	h, m, _, err := schema.ParseClock(s)
	return h*60 + m, err
}
