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
	clockBehind = regexp.MustCompile(`(?i)^(.*\d{4})(?:\s*,|\s)\s*(?:à|a|um|ab|at|dès|om)?\s*(\d{1,2}\s*(?:[:h.]\s*\d{2}(?::\d{2})?|h|uhr|auer|[ap]\.?m\.?)(?:\s*(?:uhr|auer|[ap]\.?m\.?))?)$`)
	// periodSign stands between the first and the last day of a period.
	periodSign = regexp.MustCompile(`(?i)\s*(?:–|—|\s-\s|\.-|\s+(?:bis(?:\s+(?:zum|den))?|au|jusqu['’]au|to|until|through|t/m|tot(?:\s+en\s+met)?)\s+)\s*|-`)
	periodLead = regexp.MustCompile(`(?i)^(?:du|vom|von|vum|from|van|le|am|den)\s+`)
	isoPeriod  = regexp.MustCompile(`^(\d{4}-\d\d-\d\d)/(\d{4}-\d\d-\d\d)$`)
	// clockSign stands between the beginning and the end of a time of day.
	clockSign = regexp.MustCompile(`(?i)\s*(?:–|—|-|\s(?:bis|à|a|au|to|until|tot)\s)\s*`)
	clockLead = regexp.MustCompile(`(?i)^(?:de|von|vun|from|van|um|ab|à partir de|dès|at|om|vanaf|à)\s+`)
)

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
// the week, or with a time after it.
func (r *run) plain(ls []layout, text string, last bool) (schema.Moment, string, bool) {
	text = strings.Join(strings.Fields(text), " ")
	short := cutWeekday(text)
	if m, note, err := r.written(ls, short, last); err == nil {
		return m, note, true
	}
	parts := clockBehind.FindStringSubmatch(short)
	if parts == nil {
		return schema.Moment{}, "", false
	}
	m, note, err := r.written(ls, strings.TrimSpace(parts[1]), last)
	h, mi, sec, bad := parseClock(parts[2])
	if err != nil || bad != nil {
		return schema.Moment{}, "", false
	}
	return on(m, h, mi, sec, r.zone), note, true
}

// on puts a time on a day.
func on(m schema.Moment, h, mi, sec int, zone *time.Location) schema.Moment {
	y, mo, d := m.Time.Date()
	return schema.Moment{Time: time.Date(y, mo, d, h, mi, sec, 0, zone)}
}

// period reads two dates that are written as one: "12.–14.06.2026", "du 12 au 14
// juin 2026". What the first lacks, the last says. ok is false for one date.
func (r *run) period(ls []layout, text string) (from, until schema.Moment, ok bool) {
	text = periodLead.ReplaceAllString(strings.Join(strings.Fields(text), " "), "")
	signs := periodSign.FindAllStringIndex(text, 8)
	if m := isoPeriod.FindStringSubmatchIndex(text); m != nil {
		signs = [][]int{{m[3], m[4]}}
	}
	for _, sign := range signs {
		first, last := cutWeekday(text[:sign[0]]), text[sign[1]:]
		var err error
		if until, _, err = r.day(ls, last, true); err != nil {
			continue
		}
		year := strconv.Itoa(until.Time.Year())
		if n, err := strconv.Atoi(strings.Trim(first, ". ")); err == nil {
			y, mo, _ := until.Time.Date()
			from = schema.Moment{Time: time.Date(y, mo, n, 0, 0, 0, 0, r.zone), Day: true}
			ok = schema.CheckDay(y, int(mo), n) == nil
		} else {
			for _, whole := range []string{first, first + year, first + "." + year, first + "/" + year, first + " " + year} {
				if from, _, err = r.written(ls, whole, false); err == nil {
					ok = true
					break
				}
			}
		}
		if ok = ok && !until.Time.Before(from.Time); ok {
			return from, until, true
		}
	}
	return schema.Moment{}, schema.Moment{}, false
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
