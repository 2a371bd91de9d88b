package table

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"moselle/schema"
)

var (
	// clockBehind is a time behind a date: "12.06.2026, 20:30 Uhr", "12/06/2026 à 20h30".
	clockBehind = regexp.MustCompile(`^(.*\d{4})(?:\s*,\s*|\s+)(\S.*)$`)
	// dayLead are words before a date.
	dayLead = regexp.MustCompile(`(?i)^(?:du|le|dès le|à partir du|vom|von|am|ab|ab dem|den|vum|from|on|van|vanaf|op)\s+`)
	// periodSign stands between the first and the last day of a period, daySign
	// between days.
	periodSign = regexp.MustCompile(`(?i)\s*(?:–|—|\s-\s|\.-|\s+(?:bis(?:\s+(?:zum|den))?|au|jusqu['’]au|to|until|through|t/m|tot(?:\s+en\s+met)?)\s+)\s*|-`)
	daySign    = regexp.MustCompile(`(?i)\s*(?:\+|&|/|,|\s(?:und|et|and|en|an)\s)\s*`)
	isoPeriod  = regexp.MustCompile(`^(\d{4}-\d\d-\d\d)/(\d{4}-\d\d-\d\d)$`)
	// clockSign stands between the beginning and the end of a time of day.
	clockSign = regexp.MustCompile(`(?i)\s*(?:–|—|-|\s(?:bis|à|a|au|to|until|tot)\s)\s*`)
	clockLead = regexp.MustCompile(`(?i)^(?:de|von|vun|from|van|um|ab|à partir de|dès|at|om|vanaf|à|a)\s+`)
)

// maxDays bounds the days that are written as one value.
const maxDays = 31

// weekdays are the names of the days and what is short for them, without accents.
var weekdays = strings.Fields("monday mon montag mo lundi lun meindeg maandag ma " +
	"tuesday tue tues dienstag di mardi mar denschdeg dinsdag " +
	"wednesday wed mittwoch mi mercredi mer mettwoch woensdag wo " +
	"thursday thu thur thurs donnerstag do jeudi jeu donneschdeg donderdag " +
	"friday fri freitag fr vendredi ven freideg vrijdag vr " +
	"saturday sat samstag sa sonnabend samedi sam samschdeg zaterdag za " +
	"sunday sun sonntag so dimanche dim sonndeg zondag zo")

// cutWeekday takes the name of a day off the beginning of a date.
func cutWeekday(s string) string {
	name, rest, ok := strings.Cut(s, " ")
	if !ok {
		return s
	}
	if slices.Contains(weekdays, schema.NameKey(strings.TrimRight(name, ".,"))) {
		return strings.TrimLeft(rest, " ,")
	}
	return s
}

// plain reads a date that is written about one of the layouts: behind the day of
// the week or a preposition, or with a time after it.
func (r *run) plain(ls []layout, text string, last bool) (schema.Moment, string, bool) {
	day, from, _ := cutClock(text)
	m, note, err := r.written(ls, day, last)
	if err != nil {
		return schema.Moment{}, "", false
	}
	if h, mi, sec, err := parseClock(from); err == nil {
		m = on(m, h, mi, sec, r.zone)
	}
	return m, note, true
}

// cutClock takes apart what is written as a date and a time of day, or its
// beginning and its end; from is "" when there is none.
func cutClock(text string) (day, from, until string) {
	day = cutWeekday(dayLead.ReplaceAllString(strings.Join(strings.Fields(text), " "), ""))
	if parts := clockBehind.FindStringSubmatch(day); parts != nil {
		from, until = clocks(parts[2])
		if _, _, _, err := parseClock(from); err == nil {
			return parts[1], from, until
		}
	}
	return day, "", ""
}

// on puts a time on a day.
func on(m schema.Moment, h, mi, sec int, zone *time.Location) schema.Moment {
	y, mo, d := m.Time.Date()
	return schema.Moment{Time: time.Date(y, mo, d, h, mi, sec, 0, zone)}
}

// period reads two dates that are written as one: "12.–14.06.2026", "du 12 au 14
// juin 2026". What the first lacks, the last says. ok is false for one date.
func (r *run) period(ls []layout, text string) (from, until schema.Moment, ok bool) {
	text = dayLead.ReplaceAllString(strings.Join(strings.Fields(text), " "), "")
	signs := periodSign.FindAllStringIndex(text, 8)
	if m := isoPeriod.FindStringSubmatchIndex(text); m != nil {
		signs = [][]int{{m[3], m[4]}}
	}
	for _, sign := range signs {
		var err error
		if until, _, err = r.day(ls, text[sign[1]:], true); err != nil {
			continue
		}
		if from, ok = r.before(ls, text[:sign[0]], until); ok {
			return from, until, true
		}
	}
	return schema.Moment{}, schema.Moment{}, false
}

// days reads several dates that are written as one: "12./13. Juni 2026", "12 et
// 14 juin 2026". ok is false for one date.
func (r *run) days(ls []layout, text string) (all []schema.Moment, ok bool) {
	pieces := daySign.Split(dayLead.ReplaceAllString(strings.Join(strings.Fields(text), " "), ""), maxDays)
	end, _, err := r.day(ls, pieces[len(pieces)-1], false)
	if err != nil || len(pieces) < 2 {
		return nil, false
	}
	for _, piece := range pieces[:len(pieces)-1] {
		m, ok := r.before(ls, piece, end)
		if !ok {
			return nil, false
		}
		all = append(all, m)
	}
	return append(all, end), true
}

// before reads a date that is not after another, which says what it lacks: the
// year, or the month and the year.
func (r *run) before(ls []layout, text string, end schema.Moment) (schema.Moment, bool) {
	text = cutWeekday(strings.TrimSpace(text))
	y, mo, _ := end.Time.Date()
	if n, err := strconv.Atoi(strings.Trim(text, ". ")); err == nil {
		m := schema.Moment{Time: time.Date(y, mo, n, 0, 0, 0, 0, r.zone), Day: true}
		return m, schema.CheckDay(y, int(mo), n) == nil && !end.Time.Before(m.Time)
	}
	for _, year := range []string{"", strconv.Itoa(y), strconv.Itoa(y - 1)} {
		for _, sign := range []string{"", ".", "/", " "} {
			if m, _, err := r.written(ls, text+sign+year, false); err == nil && !end.Time.Before(m.Time) {
				return m, true
			}
		}
	}
	return schema.Moment{}, false
}

// clocks reads a time of day, or its beginning and its end: "20h30", "14 - 18
// Uhr", "de 14h à 18h". until is "" when there is none.
func clocks(text string) (from, until string) {
	text = clockLead.ReplaceAllString(strings.TrimSpace(text), "")
	if _, _, _, err := parseClock(text); err == nil {
		return text, ""
	}
	parts := clockSign.Split(text, 3)
	if len(parts) != 2 {
		return text, ""
	}
	if _, _, _, err := parseClock(parts[1]); err != nil {
		return text, ""
	}
	first := parts[0]
	if _, _, _, err := parseClock(first); err != nil {
		first += ":00" // the hour alone: "14 - 18 Uhr"
	}
	if _, _, _, err := parseClock(first); err != nil {
		return text, ""
	}
	return first, parts[1]
}
