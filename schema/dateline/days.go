package dateline

import (
	"errors"
	"iter"
	"regexp"
	"strconv"
	"strings"

	"moselle/schema"
)

var (
	// dayLead is what may stand before a date.
	dayLead = regexp.MustCompile(`^(?i:(?:à partir du|dès le|ab dem|du|le|vom|von|am|ab|den|dem|de|il|el|um|vum|on|from|van|vanaf|op|the)\s+)`)
	// periodSign stands between the first and the last day of a period, daySign
	// between days, clockSign before a time.
	periodSign = regexp.MustCompile(`(?i)\s*(?:–|—|\s-\s|\.-|à\s|\s+(?:bis(?:\s+(?:zum|den))?|au|al|jusqu['’]au|to|until|through|t/m|tot(?:\s+en\s+met)?)\s+)\s*|-`)
	daySign    = regexp.MustCompile(`(?i)\s*(?:\+|&|/|,|\s(?:und|et|and|en|an|e|y)\s)\s*`)
	clockSign  = regexp.MustCompile(`[\s,|·@-]+`)
	isoPeriod  = regexp.MustCompile(`^\d{4}-\d\d-\d\d(/)\d{4}-\d\d-\d\d$`)
	ordinal    = regexp.MustCompile(`^` + dayPart + `$`)
)

const (
	maxWhole = 300 // bounds a text that is nothing but dates, in bytes
	maxDays  = 31  // bounds the days that are written as one value
	maxSigns = 8   // bounds the places at which a text is taken apart
)

// Days reads a text that is nothing but dates, in their order: one as Moment has
// it, with its hours; a stretch, of which the first day may lack its month and
// year ("12.–14.06.2026", "vom 30.12. bis 2.1.2027"); or several days ("12, 14 et
// 19 juin 2026"). The name of the day may stand before each.
func (r Reading) Days(text string) ([]Date, error) {
	if len(text) > maxWhole || !strings.ContainsAny(text, "0123456789") {
		return nil, schema.ErrNoDate
	}
	text = strings.Join(strings.Fields(text), " ")
	if d, err := r.day(text, false); err == nil {
		return []Date{d}, nil
	}
	bare := cutLead(text)
	if d, ok := r.period(bare); ok {
		return []Date{d}, nil
	}
	if all := r.several(bare); all != nil {
		return all, nil
	}
	d, err := r.one(bare, false)
	if err != nil {
		return nil, err
	}
	return []Date{d}, nil
}

// cutLead takes words before a date, and the name of its day, off a text.
func cutLead(s string) string {
	for range 3 { // "am Freitag, den"
		rest := dayLead.ReplaceAllString(s, "")
		if name, behind, ok := strings.Cut(rest, " "); ok && weekdays[schema.NameKey(strings.TrimRight(name, ".,"))] > 0 {
			rest = strings.TrimLeft(behind, " ,")
		}
		if rest == s {
			break
		}
		s = rest
	}
	return s
}

// one reads one date, with the hours behind it.
func (r Reading) one(text string, last bool) (Date, error) {
	text = cutLead(text)
	d, err := r.day(text, last)
	if err == nil {
		return d, nil
	}
	for day, h := range withHours(text) {
		if d, err := r.day(day, last); err == nil && d.End.IsZero() {
			d.put(h, r)
			return d, nil
		}
	}
	return Date{}, err
}

// withHours yields the ways to take a text apart into dates and the hours behind
// them.
func withHours(text string) iter.Seq2[string, Hours] {
	return func(yield func(string, Hours) bool) {
		for _, at := range clockSign.FindAllStringIndex(text, maxSigns) {
			clock := text[at[1]:]
			if len(clock) < 3 && strings.Trim(text[at[0]:at[1]], ", ") != "" {
				continue // a bare number behind a dash is no time
			}
			if h, err := ParseHours(clock); err == nil && !yield(text[:at[0]], h) {
				return
			}
		}
	}
}

// period reads two dates that are written as one; what the first lacks, the last
// says.
func (r Reading) period(text string) (Date, bool) {
	signs := periodSign.FindAllStringIndex(text, maxSigns)
	if m := isoPeriod.FindStringSubmatchIndex(text); m != nil {
		signs = [][]int{m[2:4]}
	}
	for _, sign := range signs {
		last, err := r.one(text[sign[1]:], true)
		if err != nil || !last.End.IsZero() {
			continue
		}
		if first, err := r.before(text[:sign[0]], last.Start); err == nil {
			return Date{Start: first, End: last.Start}, true
		}
	}
	return Date{}, false
}

// several reads days that are written as one value, with the hours of all behind
// them ("12./13. Juni 2026, 20 Uhr"); nil for one date.
func (r Reading) several(text string) []Date {
	for days, h := range withHours(text) {
		all := r.list(days)
		for i := range all {
			if all[i].Start.Day {
				all[i].put(h, r)
			}
		}
		if all != nil {
			return all
		}
	}
	return r.list(text)
}

// list reads days with commas or the like between them; nil for one date.
func (r Reading) list(text string) (all []Date) {
	pieces := daySign.Split(text, maxDays)
	if len(pieces) < 2 {
		return nil
	}
	last, err := r.one(pieces[len(pieces)-1], false)
	if err != nil {
		return nil
	}
	for _, piece := range pieces[:len(pieces)-1] {
		m, err := r.before(piece, last.Start)
		if err != nil {
			return nil
		}
		all = append(all, Date{Start: m})
	}
	return append(all, last)
}

// before reads a date that is not after another, which says what it lacks: the
// year, or the month and the year.
func (r Reading) before(text string, end schema.Moment) (schema.Moment, error) {
	text = cutLead(strings.TrimSpace(text))
	y, mo, _ := end.Time.Date()
	if f := ordinal.FindStringSubmatch(strings.TrimRight(text, ". ")); f != nil {
		m, err := r.assemble(strconv.Itoa(y), int(mo), f[1], "", "")
		return m, inOrder(m, end, err)
	}
	if d, err := r.one(text, false); err == nil && d.End.IsZero() {
		return d.Start, inOrder(d.Start, end, nil)
	}
	wrong := schema.ErrNoDate
	for _, year := range []string{strconv.Itoa(y), strconv.Itoa(y - 1)} {
		for _, sign := range []string{"", ".", "/", " "} {
			d, err := r.day(text+sign+year, false)
			if err == nil {
				err = inOrder(d.Start, end, nil)
			}
			if err == nil {
				return d.Start, nil
			}
			if wrong == schema.ErrNoDate {
				wrong = err
			}
		}
	}
	return schema.Moment{}, wrong
}

// errOrder says that the first day of two is after the last.
var errOrder = errors.New("the last day is before the first")

func inOrder(m, end schema.Moment, err error) error {
	if err == nil && end.Time.Before(m.Time) {
		return errOrder
	}
	return err
}
