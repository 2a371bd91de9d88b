package edm

import (
	"regexp"
	"strconv"
	"strings"

	"moselle/schema"
	"moselle/schema/crosswalk"
	"moselle/schema/crosswalk/edm"
)

// numeric is what looks like a date for machines.
var numeric = regexp.MustCompile(`^-?\d{4}-\d{2}-\d{2}$`)

// years are two of them with a sign between, also about so.
var years = regexp.MustCompile(`(?i)^(?:c\.|ca\.?|circa|um|vers|omstreeks)?\s*(\d{3,4})\s*[-–/]\s*(?:c\.|ca\.?|circa|um|vers|omstreeks)?\s*(\d{3,4})$`)

// span is a stretch of time between two years, months or days; "" is open. Words
// are what the source calls it, with their language.
type span struct {
	crosswalk.Span
	words, lang string
}

// exact reads a date for machines: a year, counted as astronomers do (0 is 1 BC),
// a month or a day, of a time only its day, of zeros nothing.
func exact(s string) (date string, ok bool) {
	day, _, _ := strings.Cut(strings.TrimSpace(s), "T")
	day = strings.TrimPrefix(strings.TrimSuffix(day, "Z"), "+")
	for strings.HasSuffix(day, "-00") {
		day = strings.TrimSuffix(day, "-00")
	}
	date, _, err := schema.ParseYear(day)
	if len(strings.TrimLeft(day, "-")) < 3 || err != nil {
		return "", false
	}
	return date, true
}

// spanOf reads a time: a time span with its ends, else its name; a text where it
// can mean one thing only.
func (m *mapper) spanOf(v edm.Value) span {
	x := v.Context
	if x == nil {
		return plain(v.Text, m.lang(v))
	}
	var s span
	for _, end := range []struct {
		from edm.Property
		to   *string
	}{{edm.Begin, &s.From}, {edm.End, &s.Until}} {
		for _, d := range x.Values(end.from) {
			if date, ok := exact(d.Text); ok && *end.to == "" {
				*end.to = date
			}
		}
	}
	for _, name := range firstOf(x.Values(edm.PrefLabel)) {
		s.words, s.lang = oneLine(name.Text), m.lang(name)
	}
	if s.IsZero() {
		return plain(s.words, s.lang)
	}
	return s.tidied()
}

// plain reads a text: one date, or two.
func plain(text, lang string) span {
	text = oneLine(text)
	s := span{words: text, lang: lang}
	if date, ok := exact(text); ok {
		s.From, s.Until = date, date
	} else if begin, end, ok := strings.Cut(text, "/"); ok {
		from, first := exact(begin)
		to, last := exact(end)
		if (first || begin == "..") && (last || end == "..") {
			s.From, s.Until = from, to
		}
	} else if f := years.FindStringSubmatch(text); f != nil {
		s.From, _ = exact(f[1])
		s.Until, _ = exact(f[2])
	}
	return s.tidied()
}

// tidied makes whole years of their first and last days, and leaves out ends that
// are in the wrong order.
func (s span) tidied() span {
	if strings.HasSuffix(s.From, "-01-01") && strings.HasSuffix(s.Until, "-12-31") {
		s.From, s.Until = s.From[:len(s.From)-6], s.Until[:len(s.Until)-6]
	}
	if s.From != "" && s.Until != "" && yearOf(s.From) > yearOf(s.Until) {
		s.From, s.Until = "", ""
	}
	return s
}

func yearOf(date string) int {
	sign, abs := 1, date
	if strings.HasPrefix(date, "-") {
		sign, abs = -1, date[1:]
	}
	year, _, _ := strings.Cut(abs, "-")
	n, _ := strconv.Atoi(year)
	return sign * n
}

// dates adds when the object was made and when it came out. What dc:date means
// is not said; it counts where nothing else does.
func (m *mapper) dates(b *schema.Builder) {
	for _, v := range m.cho.Values(edm.Issued) {
		s := m.spanOf(v)
		b.Put("datePublished", s.Single())
		m.worded(b, "datePublished", s)
	}
	for _, v := range m.cho.Values(edm.Created) {
		m.made(b, v)
	}
	for _, v := range m.cho.Values(edm.Date) {
		if !b.Has("dateCreated") && !b.Has("datePublished") {
			m.made(b, v)
		}
	}
}

func (m *mapper) made(b *schema.Builder, v edm.Value) {
	if v.Context == nil && v.Text == "" {
		m.nameless("dateCreated", v.Ref)
		return
	}
	s := m.spanOf(v)
	b.Put("dateCreated", s.Single())
	if s.From != s.Until {
		b.Put("temporalCoverage", s.Interval())
	}
	m.worded(b, "dateCreated", s)
}

// worded adds the date in the source's own words where these say more, and tells
// of one that was meant for machines and is none.
func (m *mapper) worded(b *schema.Builder, path string, s span) {
	if s.Interval() == "" && numeric.MatchString(s.words) {
		if _, _, err := schema.ParseYear(s.words); err != nil {
			b.Fault(schema.Fault{Path: path, Value: s.words, Message: err.Error()})
		}
	}
	if s.words != "" && s.words != s.Interval() {
		b.Text("dateText", s.lang, s.words)
	}
}

// period adds a time that the object is from or about: its ends, else its name.
func (m *mapper) period(b *schema.Builder, v edm.Value) {
	s := m.spanOf(v)
	switch {
	case s.Interval() != "":
		b.Put("temporalCoverage", s.Interval())
	case s.words != "":
		b.Put("temporalCoverage", s.words)
	case v.Context != nil:
		m.nameless("temporalCoverage", v.Context.ID)
	default:
		m.nameless("temporalCoverage", v.Ref)
	}
}
