package schemaorg

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"moselle/schema"
	"moselle/schema/dateline"
)

var (
	isoLoose  = regexp.MustCompile(`^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:(?:[Tt ,]+|C?ES?T|UTC|GMT)(.*))?$`)
	onlyYear  = regexp.MustCompile(`^\d{4}$`)
	onlyMonth = regexp.MustCompile(`^\d{4}-\d{1,2}$`)
	dashed    = regexp.MustCompile(`^(\d\d)-(\d\d)-(\d\d)-(\d\d)$`)
	clock     = regexp.MustCompile(`^(\d{1,2})(?:[:hH.](\d{2}))?(?::(\d{2}))?(?:[.:]\d+)?\s*(?i:(am|pm|a\.m\.|p\.m\.)|h|uhr|heures)?\s*(Z|UTC|GMT|[+-]\d{1,2}(?::?\d{2})?)?(?:\[[A-Za-z_/+-]+\])?$`)
	zoneName  = regexp.MustCompile(`\s*(?:\([^()]*\)|\[[A-Za-z_/+-]+\])$`)
	interval  = regexp.MustCompile(`\s*/\s*|\s+[-–—]\s+`)
)

// scripted is how JavaScript writes a moment.
const scripted = "Mon Jan 02 2006 15:04:05 GMT-0700"

// readMoment reads a date or a time in the forms of schema.ParseMoment and in
// those that templates and people write instead, when these can mean one thing
// only; note then says that it was read so. A range gives its end too.
func readMoment(s string, zone *time.Location) (start, end schema.Moment, note string, err error) {
	s = strings.TrimSpace(s)
	if strings.HasPrefix(s, "0001-01-01") || strings.HasPrefix(s, "1970-01-01T00:00:00") {
		return start, end, "", fmt.Errorf("what programs write where there is no date: give the real one, or leave it out")
	}
	if start, err = schema.ParseMoment(s, zone); err == nil {
		return start, end, "", nil
	}
	switch {
	case onlyYear.MatchString(s):
		return start, end, "", fmt.Errorf("only a year: an event needs its day, written as 2026-12-31")
	case onlyMonth.MatchString(s):
		return start, end, "", fmt.Errorf("only a month: an event needs its day, written as 2026-12-31")
	}
	if parts := interval.Split(s, -1); len(parts) == 2 && len(parts[0]) >= 8 && len(parts[1]) >= 8 {
		var errEnd error
		if start, _, _, err = readMoment(parts[0], zone); err == nil {
			if end, _, _, errEnd = readMoment(parts[1], zone); errEnd == nil {
				return start, end, "a start and an end in one", nil
			}
		}
	}
	if start, end, err = loose(zoneName.ReplaceAllString(s, ""), zone); err != nil {
		return start, end, "", err
	}
	taken := start.String()
	if !end.IsZero() {
		taken += "/" + end.String()
	}
	return start, end, "not written as ISO 8601 says; taken as " + taken, nil
}

// loose reads what templates make of a date, and dates in words.
func loose(s string, zone *time.Location) (start, end schema.Moment, err error) {
	var wrong error
	if f := isoLoose.FindStringSubmatch(s); f != nil {
		if start, wrong = assemble(f[1], f[2], f[3], f[4], zone); wrong == nil {
			return start, end, nil
		}
	}
	if t, err := time.ParseInLocation(scripted, s, zone); err == nil {
		return schema.Moment{Time: t}, end, nil
	}
	d, err := dateline.Reading{Zone: zone}.Span(s) // the language of a page is not that of its templates: 3/2/2027 stays open
	if err != nil && wrong != nil {
		err = wrong // which knows the form
	}
	return d.Start, d.End, err
}

// assemble reads a day from its parts and a clock as people write it.
func assemble(y, mo, d, at string, zone *time.Location) (schema.Moment, error) {
	day := y + "-" + two(mo) + "-" + two(d)
	at = strings.TrimSpace(at)
	if f := dashed.FindStringSubmatch(at); f != nil && f[1] == f[2] { // a calendar plug-in writes the hour twice
		at = f[1] + ":" + f[3] + ":" + f[4]
	}
	if at == "" {
		return schema.ParseMoment(day, zone)
	}
	f := clock.FindStringSubmatch(at)
	if f == nil {
		return schema.Moment{}, fmt.Errorf("the time is not readable: write it as 2026-12-31T19:30")
	}
	h, _ := strconv.Atoi(f[1])
	if half := strings.ToLower(strings.ReplaceAll(f[4], ".", "")); half != "" {
		if h < 1 || h > 12 {
			return schema.Moment{}, fmt.Errorf("there is no time %s", at)
		}
		if h %= 12; half == "pm" {
			h += 12
		}
	}
	text := day + "T" + two(strconv.Itoa(h)) + ":" + two(f[2]) + ":" + two(f[3])
	if off := f[5]; off == "Z" || off == "UTC" || off == "GMT" {
		text += "Z"
	} else if off != "" {
		hours, minutes, _ := strings.Cut(off[1:], ":")
		if len(hours) > 2 {
			hours, minutes = hours[:len(hours)-2], hours[len(hours)-2:]
		}
		text += off[:1] + two(hours) + ":" + two(minutes)
	}
	return schema.ParseMoment(text, zone)
}

// two pads a number to two digits.
func two(s string) string { return strings.Repeat("0", max(0, 2-len(s))) + s }

// moment adds a date to a property. A bare time falls on the day of on.
func (m *mapper) moment(b *schema.Builder, prop, s string, on schema.Moment) {
	b.Moment(prop, m.momentOf(b, prop, s, on))
}

// momentOf reads a date; what is wrong with it is told under path.
func (m *mapper) momentOf(b *schema.Builder, path, s string, on schema.Moment) schema.Moment {
	if s == "" {
		return schema.Moment{}
	}
	if h, mi, sec, err := schema.ParseClock(s); err == nil && !on.IsZero() && len(s) <= 8 && strings.Contains(s, ":") {
		y, mo, d := on.Time.Date()
		return schema.Moment{Time: time.Date(y, mo, d, h, mi, sec, 0, on.Time.Location())}
	}
	start, _, note, err := readMoment(s, m.zone)
	if err != nil {
		b.Fault(schema.Fault{Path: path, Value: s, Message: err.Error()})
		return schema.Moment{}
	}
	if note != "" {
		b.Fault(schema.Fault{Path: path, Value: s, Message: note})
	}
	return start
}
