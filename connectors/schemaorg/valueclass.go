package schemaorg

import (
	"regexp"
	"strconv"
	"strings"
)

// address reads a property of a microformat that is an address.
func address(g *graph, e *element) string {
	if href, ok := e.link(); ok {
		return resolve(g.base, href)
	}
	return resolve(g.base, plainValueOf(e))
}

// plainValueOf reads a property of a microformat that is a text: its parts that
// are marked as its value, else its title, else what it shows.
func plainValueOf(e *element) string {
	if parts := valueParts(e, shown); len(parts) > 0 {
		return strings.Join(parts, "")
	}
	return shown(e)
}

// shown is what a single element says as a text.
func shown(e *element) string {
	for _, from := range []struct{ tag, attr string }{{"abbr", "title"}, {"link", "title"}, {"data", "value"}, {"input", "value"}, {"img", "alt"}, {"area", "alt"}} {
		if s, ok := e.has(from.attr); ok && e.tag == from.tag {
			return strings.TrimSpace(s)
		}
	}
	return e.content()
}

// valueParts returns what the descendants that bear the class value, or
// value-title, say (the value class pattern); those of other things are left out.
func valueParts(e *element, say func(*element) string) (out []string) {
	for _, k := range e.kids {
		switch {
		case k.tag == "":
		case k.class("value-title"):
			out = append(out, strings.TrimSpace(k.attr("title")))
		case k.class("value"):
			out = append(out, say(k))
		case !isRoot(k):
			out = append(out, valueParts(k, say)...)
		}
	}
	return out
}

// moment reads a property of a microformat that is a date: in one piece, or in
// parts, of which date, time and zone come in any order.
func moment(e *element) string {
	parts := valueParts(e, dated)
	if len(parts) == 0 {
		return day24(dated(e))
	}
	var day, hour, zone string
	for _, p := range parts {
		p = strings.TrimSpace(p)
		switch {
		case zoneOnly.MatchString(p):
			zone = p
		case timeOnly.MatchString(p) && hour == "":
			hour = day24(p)
		case day == "":
			day = day24(p)
		}
	}
	if hour == "" {
		return day
	}
	if day == "" {
		return hour + zone
	}
	return day + "T" + hour + zone
}

// dated is what a single element says as a date.
func dated(e *element) string {
	if s, ok := e.has("datetime"); ok && strings.TrimSpace(s) != "" {
		return strings.TrimSpace(s)
	}
	return shown(e)
}

var (
	zoneOnly = regexp.MustCompile(`^(?:[+-]\d{1,2}:?(?:\d\d)?|Z)$`)
	timeOnly = regexp.MustCompile(`(?i)^\d{1,2}(?::\d\d){0,2}\s*(?:[ap]\.?m\.?)?(?:[+-]\d{1,2}:?(?:\d\d)?|Z)?$`)
	halfDay  = regexp.MustCompile(`(?i)(\d{1,2})((?::\d\d){0,2})\s*([ap])\.?m\.?`)
)

// day24 writes the times of a twelve-hour clock in a text as ISO 8601 does.
func day24(s string) string {
	return halfDay.ReplaceAllStringFunc(s, func(match string) string {
		m := halfDay.FindStringSubmatch(match)
		hour, _ := strconv.Atoi(m[1])
		if hour %= 12; strings.EqualFold(m[3], "p") {
			hour += 12
		}
		if m[2] == "" {
			m[2] = ":00"
		}
		return two(strconv.Itoa(hour)) + m[2]
	})
}

// onDay puts an end that is a time alone on the day of the start (parsing,
// section 1.2.4).
func onDay(end, start string) string {
	if day := isoDay.FindString(start); day != "" && timeOnly.MatchString(end) {
		return day + "T" + end
	}
	return end
}

var isoDay = regexp.MustCompile(`^\d{4}-\d\d-\d\d`)
