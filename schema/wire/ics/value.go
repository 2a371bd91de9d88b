package ics

import (
	"errors"
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
	"time"

	"moselle/schema"
)

// Text returns a TEXT value without its escapes (RFC 5545, section 3.3.11). A
// backslash before a letter or a digit that is no escape stays.
func (p *Property) Text() string { return unescape(p.Value) }

// Texts returns the values of a list of texts (CATEGORIES), without escapes and
// without empty ones.
func (p *Property) Texts() []string {
	var out []string
	for _, s := range cut(p.Value, ',') {
		if s = strings.TrimSpace(unescape(s)); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// Values returns the values of a list that knows no escapes (dates, periods),
// without empty ones.
func (p *Property) Values() []string {
	var out []string
	for s := range strings.SplitSeq(p.Value, ",") {
		if s = strings.TrimSpace(s); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// cut splits at separators that no backslash stands before.
func cut(s string, sep byte) []string {
	var out []string
	from := 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case sep:
			out = append(out, s[from:i])
			from = i + 1
		}
	}
	return append(out, s[from:])
}

func unescape(s string) string {
	if !strings.Contains(s, `\`) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] != '\\' || i+1 == len(s) {
			b.WriteByte(s[i])
			continue
		}
		switch c := s[i+1]; {
		case c == 'n', c == 'N':
			b.WriteByte('\n')
			i++
		case c == '\\', c == ';', c == ',', c == ':', c == '"', c == '\'':
			b.WriteByte(c)
			i++
		default:
			b.WriteByte('\\')
		}
	}
	return b.String()
}

// Escape writes text as a TEXT value; control characters but line ends and
// tabs, which no content line may hold, are left out.
func Escape(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' || r == 0x7f {
			return -1
		}
		return r
	}, escapes.Replace(s))
}

var escapes = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\r\n", `\n`, "\n", `\n`, "\r", `\n`)

// ParseTime reads a DATE or DATE-TIME. A time without "Z" is taken in zone;
// floating reports that it had none.
func ParseTime(s string, zone *time.Location) (m schema.Moment, floating bool, err error) {
	s = strings.TrimSpace(s)
	if m, err = schema.ParseMoment(s, zone); err != nil && !written.MatchString(s) {
		err = errTime
	}
	return m, err == nil && !m.Day && m.Time.Location() == zone && !strings.HasSuffix(s, "Z") && !strings.HasSuffix(s, "z"), err
}

// written is the form of RFC 5545, sections 3.3.4 and 3.3.5: what is wrong with a
// value that has it is the day or the hour.
var written = regexp.MustCompile(`^\d{8}(?:T\d{6}Z?)?$`)

var errTime = errors.New("not a date or a time of iCalendar: write it as 20261231 or 20261231T193000")

var errOffset = errors.New("not an offset: write it as +0100")

// ParseOffset reads a UTC-OFFSET ("+0100", "-033000", also "+01:00") and returns
// seconds east of Greenwich.
func ParseOffset(s string) (int, error) {
	s = strings.ReplaceAll(strings.TrimSpace(s), ":", "")
	if len(s) != 5 && len(s) != 7 || s[0] != '+' && s[0] != '-' {
		return 0, errOffset
	}
	n, err := strconv.ParseUint(s[1:], 10, 32)
	if err != nil {
		return 0, errOffset
	}
	if len(s) == 5 {
		n *= 100
	}
	secs := int(n/10000*3600 + n/100%100*60 + n%100)
	if n/100%100 > 59 || n%100 > 59 || secs > 18*3600 {
		return 0, errOffset
	}
	if s[0] == '-' {
		secs = -secs
	}
	return secs, nil
}

// ParseGeo reads a GEO value: degrees north and east with ";" between them.
func ParseGeo(s string) (lat, lon float64, err error) {
	s = strings.ReplaceAll(s, `\`, "") // no escapes belong here, and many writers make them
	a, b, ok := strings.Cut(s, ";")
	if !ok {
		a, b, ok = strings.Cut(s, ",")
	}
	lat, err1 := strconv.ParseFloat(strings.TrimSpace(a), 64)
	lon, err2 := strconv.ParseFloat(strings.TrimSpace(b), 64)
	if !ok || err1 != nil || err2 != nil || !(math.Abs(lat) <= 90) || !(math.Abs(lon) <= 180) {
		return 0, 0, fmt.Errorf("not a position: write degrees north and east as 49.61;6.13")
	}
	return lat, lon, nil
}
