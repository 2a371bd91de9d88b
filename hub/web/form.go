package web

import (
	"net/url"
	"slices"
	"strings"
	"time"

	"moselle/hub/catalog"
)

// form is the filter form's content; Keep holds what its fields do not show.
type form struct {
	Q, From, To     string
	Weekdays, Times []option
	Available, Open option
	More            bool // one of the fields that are folded away is in use
	Keep            []field
}

type field struct{ Name, Value string }

// option is a value to choose.
type option struct {
	Value, Text string
	Chosen      bool
}

// available are the values of availability with which there are places.
const available = "InStock,LimitedAvailability"

// times are the parts of a day.
var times = []struct{ value, word string }{{"06:00-12:00", "morning"}, {"12:00-18:00", "afternoon"}, {"18:00-24:00", "evening"}}

func formOf(w words, v url.Values, q catalog.Query) form {
	f := form{
		Q: v.Get("q"), From: dateOnly(v.Get("from")), To: dateOnly(v.Get("to")),
		Available: option{available, w.T("filter.available"), slices.Equal(v["availability"], []string{available})},
		Open:      option{"now", w.T("filter.open"), v.Get("open") == "now"},
	}
	for i := range 7 {
		d := time.Weekday((i + 1) % 7) // Monday first
		f.Weekdays = append(f.Weekdays, option{strings.ToLower(d.String()[:3]), w.Weekday(d), slices.Contains(q.Weekdays, d)})
	}
	asked := v.Get("time")
	f.Times = []option{{"", w.T("time.any"), asked == ""}}
	for _, t := range times {
		f.Times = append(f.Times, option{t.value, w.T("time." + t.word), asked == t.value})
	}
	if !slices.ContainsFunc(f.Times, func(o option) bool { return o.Chosen }) {
		f.Times = append(f.Times, option{asked, asked, true})
	}
	f.More = len(q.Weekdays) > 0 || asked != "" || f.Available.Chosen || f.Open.Chosen
	for _, name := range slices.Sorted(keys(v)) {
		switch {
		case slices.Contains([]string{"q", "from", "to", "cursor", "weekday", "time"}, name),
			name == "availability" && f.Available.Chosen, name == "open" && f.Open.Chosen:
			continue
		}
		for _, s := range v[name] {
			f.Keep = append(f.Keep, field{name, s})
		}
	}
	return f
}

func keys(v url.Values) func(func(string) bool) {
	return func(yield func(string) bool) {
		for k := range v {
			if !yield(k) {
				return
			}
		}
	}
}

// dateOnly gives a date for a date field; "" for words such as today.
func dateOnly(s string) string {
	if _, err := time.Parse(time.DateOnly, s); err == nil {
		return s
	}
	return ""
}

// weekdays names days of the week that are written as the parameter has them.
func (w words) weekdays(s string) string {
	var out []string
	for part := range strings.SplitSeq(s, ",") {
		part = strings.ToLower(strings.TrimSpace(part))
		for d := time.Sunday; d <= time.Saturday; d++ {
			if part != "" && strings.HasPrefix(strings.ToLower(d.String()), part) {
				out = append(out, w.Weekday(d))
			}
		}
	}
	return strings.Join(out, ", ")
}

// time names a part of the day; other hours stay as they are written.
func (w words) time(s string) string {
	for _, t := range times {
		if t.value == s {
			return w.T("time." + t.word)
		}
	}
	return s
}
