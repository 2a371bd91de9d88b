package shacl

import (
	"encoding/base64"
	"encoding/hex"
	"strings"
	"unicode/utf8"

	"moselle/schema/rdf"
)

// wellFormed reports whether a literal is in the lexical space of its datatype
// (XML Schema 1.1 Datatypes). Datatypes that are not known take any text.
func wellFormed(t *rdf.Term) bool {
	if t.Datatype == rdf.LangString {
		return t.Lang != ""
	}
	name, ok := strings.CutPrefix(t.Datatype, rdf.XSD)
	if !ok {
		return true
	}
	s := t.Value
	switch name {
	case "string":
		return true
	case "boolean":
		return s == "true" || s == "false" || s == "1" || s == "0"
	case "decimal":
		_, ok := parseDecimal(s)
		return ok
	case "float", "double":
		_, ok := parseFloat(s)
		return ok
	case "duration":
		return isDuration(s, "YMD", "HMS")
	case "yearMonthDuration":
		return isDuration(s, "YM", "")
	case "dayTimeDuration":
		return isDuration(s, "D", "HMS")
	case "language":
		return isLanguage(s)
	case "normalizedString":
		return !strings.ContainsAny(s, "\t\n\r")
	case "token":
		return !strings.ContainsAny(s, "\t\n\r") && !strings.Contains(s, "  ") && s == strings.TrimSpace(s)
	case "anyURI":
		return utf8.ValidString(s)
	case "hexBinary":
		_, err := hex.DecodeString(s)
		return err == nil
	case "base64Binary":
		_, err := base64.StdEncoding.DecodeString(strings.ReplaceAll(s, " ", ""))
		return err == nil
	}
	if kind, ok := momentKinds[name]; ok {
		_, ok := parseMoment(s, kind)
		return ok
	}
	if limits, ok := integers[name]; ok {
		return limits.holds(s)
	}
	return true
}

// isLanguage reports whether s is made as xsd:language wants it (section 3.4.3).
func isLanguage(s string) bool {
	for i, part := range strings.Split(s, "-") {
		if part == "" || len(part) > 8 {
			return false
		}
		for _, c := range part {
			letter := c|0x20 >= 'a' && c|0x20 <= 'z'
			if !letter && (i == 0 || c < '0' || c > '9') {
				return false
			}
		}
	}
	return true
}

// isDuration reports whether s is a duration (section 3.3.6) in some of the units
// of the calendar, and of the clock where clock allows it.
func isDuration(s, calendar, clock string) bool {
	s, ok := strings.CutPrefix(strings.TrimPrefix(s, "-"), "P")
	days, hours, timed := strings.Cut(s, "T")
	return ok && inUnits(days, calendar) && inUnits(hours, clock) && (hours != "" || !timed && days != "")
}

// inUnits reports whether s is a row of numbers with their units, in order.
func inUnits(s, units string) bool {
	for s != "" {
		n := digits(s)
		rest := s[n:]
		part := 0
		if strings.HasPrefix(rest, ".") {
			if part = digits(rest[1:]); part == 0 {
				return false
			}
			rest = rest[1+part:]
		}
		if n == 0 || rest == "" || part > 0 && rest[0] != 'S' {
			return false
		}
		at := strings.IndexByte(units, rest[0])
		if at < 0 {
			return false
		}
		units, s = units[at+1:], rest[1:]
	}
	return true
}

// digits returns how many digits s begins with.
func digits(s string) int {
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	return n
}
