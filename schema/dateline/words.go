package dateline

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"moselle/schema"
)

// The parts of a date in words. A day or a month of its own may stand before the
// date, as the first of two.
const (
	dayPart   = `(\d{1,2})(?:\.|er|ste|st|nd|rd|th|e|º)?`
	monthPart = `(\p{L}{3,10})\.?`
	dashPart  = `\s*(?:-|–|—|\bbis zum\b|\bbis\b|\buntil\b|\bto\b|\bau\b|à|\bjusqu’au\b|\bjusqu'au\b|\bt/m\b|\btot\b|\bal\b)\s*`
)

var (
	// "12. März 2026", "12 mars 2026", "12th of March 2026", "1er mai 2026"
	dayFirst = regexp.MustCompile(dayPart + `\s*(?:de |of |d’|d')?` + monthPart + `,?\s+(?:de )?(\d{4})\b`)
	// "March 12, 2026"
	monthFirst = regexp.MustCompile(monthPart + `\s+` + dayPart + `(?:` + dashPart + dayPart + `)?,?\s+(\d{4})\b`)
	// "12.03.2026", "12/03/2026", "2026-03-12", "2026/03/12"
	dotted  = regexp.MustCompile(`\b(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\b`)
	slashed = regexp.MustCompile(`\b(\d{1,2})/(\d{1,2})/(\d{4})\b`)
	iso     = regexp.MustCompile(`\b(\d{4})([-/])(\d{1,2})[-/](\d{1,2})\b`)
	// what stands before the last date when it is the end of two
	firstOfTwo = regexp.MustCompile(`\b(` + dayPart + `(?:\s*(?:de )?` + monthPart + `|\s?\d{1,2}\.)?)` + dashPart + `(?:\p{L}+,?\s+)?$`)
	// what stands before a date when it is the last of several
	listed  = regexp.MustCompile(`\b\d{1,2}\.?(?:er)?\s*(?:(\p{L}+)\.?\s*)?(?:,|/|&|\+|\b(?:et|und|and|en|an|e|y)\b)\s*(?:\p{L}+\.?,?\s+)?$`)
	between = regexp.MustCompile(`^,?` + dashPart + `(?:\p{L}+\.?,?\s+)?$`)
)

// Date is a date found in a text, or two of which one is the end.
type Date struct {
	Start, End schema.Moment // End is zero where there is none
	from, to   int           // where it stands
}

// maxText bounds the text that is searched for dates, in bytes.
const maxText = 4 << 10

// form is a way of writing a date with day, month and year: month is 0 where its
// word is none, last is "" but for the end of two days in one month.
type form struct {
	is   *regexp.Regexp
	read func(m []string) (year string, month int, day, last string, err error)
}

// forms are the ways that are looked for, the surest first.
func (r Reading) forms() [5]form {
	return [...]form{
		{iso, func(m []string) (string, int, string, string, error) { return m[1], number(m[3]), m[4], "", nil }},
		{dotted, func(m []string) (string, int, string, string, error) { return m[3], number(m[2]), m[1], "", nil }},
		{slashed, r.slashed},
		{dayFirst, func(m []string) (string, int, string, string, error) { return m[3], Month(m[2]), m[1], "", nil }},
		{monthFirst, func(m []string) (string, int, string, string, error) { return m[4], Month(m[1]), m[2], m[3], nil }},
	}
}

// match makes a date of what a form matched in a text; schema.ErrNoDate where it is none.
func (r Reading) match(f form, text string, at []int) (d Date, err error) {
	year, month, day, last, err := f.read(groups(text, at))
	if err != nil {
		return d, err
	}
	if month == 0 && (f.is == dayFirst || f.is == monthFirst) {
		return d, schema.ErrNoDate // a word, but no month
	}
	d.from, d.to = at[0], at[1]
	if d.Start, err = r.assemble(year, month, day, "", ""); err == nil && last != "" {
		d.End, err = r.assemble(year, month, last, "", "")
	}
	return d, err
}

// words reads a text that is a date in one of the forms from its first letter to
// its last; schema.ErrNoDate where it is none.
func (r Reading) words(text string) (Date, error) {
	if n := len(text); n < len("1.1.2026") || !digits(text[:4]) && !digits(text[n-4:]) {
		return Date{}, schema.ErrNoDate // no year where every form has it
	}
	for _, f := range r.forms() {
		if at := f.is.FindStringSubmatchIndex(text); at != nil && at[0] == 0 && at[1] == len(text) {
			if d, err := r.match(f, text, at); err != schema.ErrNoDate {
				return d, err
			}
		}
	}
	return Date{}, schema.ErrNoDate
}

// Find finds the dates of a text that are written with day, month and year. A
// date that may be another one, or that does not exist, is an error.
func (r Reading) Find(text string) ([]Date, error) {
	if len(text) > maxText {
		text = text[:maxText]
	}
	var found []Date
	for _, f := range r.forms() {
		for _, at := range f.is.FindAllStringSubmatchIndex(text, maxFound) {
			d, err := r.match(f, text, at)
			if err == schema.ErrNoDate {
				continue
			}
			if err != nil {
				return nil, err
			}
			found = insert(found, d)
		}
	}
	return r.joined(text, found)
}

// maxFound bounds the dates that are looked at in a text.
const maxFound = 50

// insert keeps dates in the order of the text; one inside another is the same.
func insert(all []Date, d Date) []Date {
	for i, o := range all {
		switch {
		case d.from < o.to && o.from < d.to:
			return all
		case d.from < o.from:
			return append(all[:i:i], append([]Date{d}, all[i:]...)...)
		}
	}
	return append(all, d)
}

// joined makes one of two dates with a dash between them, takes in a first day
// that lacks its month or year, and the time of day.
func (r Reading) joined(text string, all []Date) ([]Date, error) {
	var out []Date
	for i, d := range all {
		begin := 0
		if n := len(out); n > 0 {
			begin = out[n-1].to
			if out[n-1].End.IsZero() && between.MatchString(text[begin:d.from]) {
				out[n-1].End, out[n-1].to = d.Start, d.to
				continue
			}
		}
		if m := firstOfTwo.FindStringSubmatchIndex(text[begin:d.from]); m != nil && d.End.IsZero() {
			first, err := r.before(text[begin+m[2]:begin+m[3]], d.Start)
			switch {
			case err == nil:
				d.Start, d.End, d.from = first, d.Start, begin+m[0]
			case err != schema.ErrNoDate:
				return nil, err
			}
		}
		if m := listed.FindStringSubmatch(text[begin:d.from]); m != nil && (m[1] == "" || Month(m[1]) > 0) {
			return nil, ErrSeveral
		}
		until := len(text)
		if i+1 < len(all) {
			until = all[i+1].from
		}
		r.clock(text[:until], &d)
		out = append(out, d)
	}
	return out, nil
}

// ErrSeveral says that a text names several days.
var ErrSeveral = errors.New("the text names several days, and which of them is the event's nobody can tell: write one, or give each as a date of its own")

// slashed reads a date between slashes, whose first number is the day in most
// languages and the month in American English. Where both fit and the language
// does not decide, nobody knows.
func (r Reading) slashed(m []string) (year string, month int, day, last string, err error) {
	a, b := number(m[1]), number(m[2])
	lang, _, _ := strings.Cut(strings.ToLower(r.Lang), "-")
	american := strings.EqualFold(r.Lang, "en-US")
	switch {
	case american && b > 12, a > 12, a == b, !american && lang != "en" && lang != "" && lang != schema.Und, strings.EqualFold(r.Lang, "en-GB"):
		if american && a <= 12 {
			return m[3], a, m[2], "", nil
		}
		return m[3], b, m[1], "", nil
	case american, b > 12:
		return m[3], a, m[2], "", nil
	}
	return "", 0, "", "", fmt.Errorf("%s may be the %d/%d or the %d/%d: write it as 2026-12-31", m[0], a, b, b, a)
}

// digits reports whether a text is figures alone.
func digits(s string) bool {
	return strings.Trim(s, "0123456789") == ""
}

func number(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

// groups returns the parts of a match by its indices.
func groups(text string, at []int) []string {
	out := make([]string, len(at)/2)
	for i := range out {
		if at[2*i] >= 0 {
			out[i] = text[at[2*i]:at[2*i+1]]
		}
	}
	return out
}
