package calendar

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// Zone returns the zone a source means by a name: an IANA name, one behind a
// prefix ("/mozilla.org/20050126_1/Europe/Berlin"), a Windows zone ("W. Europe
// Standard Time"), a display name of Outlook or Exchange ("(UTC+01:00)
// Amsterdam, Berlin, Bern"), an offset ("UTC+01:00"), quoted or not. An error
// says that the name means none of them.
func Zone(name string) (*time.Location, error) {
	if loc, ok := NamedZone(name); ok {
		return loc, nil
	}
	low := clean(name)
	if len(low) > 200 {
		return nil, unknown(low[:60] + "…")
	}
	if rest := shown.ReplaceAllString(low, ""); rest != "" {
		if loc, ok := display(rest); ok {
			return loc, nil
		}
		if rest != low {
			return nil, unknown(name) // an offset alone does not tell the summer time
		}
	}
	if m := offset.FindStringSubmatch(low); m != nil {
		return fixed(m[1], m[2], m[3])
	}
	return nil, unknown(name)
}

// NamedZone returns the zone of that IANA name, with or without a prefix, or
// Windows name; false for all looser names, behind which a file may define
// offsets of its own.
func NamedZone(name string) (*time.Location, bool) {
	name = strings.Trim(strings.TrimSpace(name), `"'`)
	if loc, ok := iana(name); ok {
		return loc, true
	}
	for rest := name; ; {
		_, after, ok := strings.Cut(rest, "/")
		if !ok {
			break
		}
		if loc, ok := iana(after); ok && strings.Contains(after, "/") {
			return loc, true
		}
		rest = after
	}
	if low := strings.ToLower(name); strings.Contains(low, " standard time") {
		return iana(windows[strings.ReplaceAll(low, " standard time", "")])
	}
	return nil, false
}

func unknown(name string) error {
	return fmt.Errorf("zone %q: not a known time zone: write it as Europe/Luxembourg", name)
}

// iana loads a zone by its exact name, or by one with other capitals.
func iana(name string) (*time.Location, bool) {
	if name == "" || len(name) > 64 || strings.EqualFold(name, "local") || name[0] == '/' || strings.ContainsAny(name, `.\`) {
		return nil, false
	}
	switch folder, _, _ := strings.Cut(name, "/"); folder {
	case "z", "Z":
		return time.UTC, true
	case "posix", "right": // folders that only some machines have
		return nil, false
	}
	if loc, err := time.LoadLocation(name); err == nil {
		return loc, true
	}
	for _, spelt := range []string{strings.ToUpper(name), capitals(strings.ToLower(name))} {
		if spelt != name {
			if loc, err := time.LoadLocation(spelt); err == nil {
				return loc, true
			}
		}
	}
	return nil, false
}

// capitals writes each word of a name with a capital: "america/new_york".
func capitals(low string) string {
	b := []byte(low)
	for i, c := range b {
		if c >= 'a' && c <= 'z' && (i == 0 || strings.IndexByte("/_-", b[i-1]) >= 0) {
			b[i] -= 'a' - 'A'
		}
	}
	return string(b)
}

var (
	shown  = regexp.MustCompile(`^\((?:utc|gmt)? ?[+-]?[0-9:]*\)\s*`)
	offset = regexp.MustCompile(`^\(?(?:utc|gmt)? ?([+-])(\d{1,2}):?(\d{2})?\)?$`)
	extra  = regexp.MustCompile(`\((?:us & canada|us and canada)\)|\b(?:standard|daylight|summer) time\b|\btime\b`)
)

func clean(name string) string {
	return strings.Join(strings.Fields(strings.ToLower(strings.Trim(strings.TrimSpace(name), `"'`))), " ")
}

// continents are the folders of the IANA names in which a city is looked for.
var continents = []string{"Europe/", "America/", "Asia/", "Australia/", "Africa/", "Pacific/", "Atlantic/", "Indian/"}

// display finds the zone of a display name, in lower case: a Windows zone in
// other words, or a list of cities of which one is known.
func display(low string) (*time.Location, bool) {
	parts := strings.FieldsFunc(low, func(r rune) bool { return r == ',' || r == ';' || r == ':' || r == '/' })
	parts = parts[:min(len(parts), 12)]
	for _, part := range append([]string{low}, parts...) {
		part = strings.TrimSpace(part)
		bare := strings.Join(strings.Fields(extra.ReplaceAllString(part, "")), " ")
		for _, table := range []map[string]string{cities, windows, abbreviations} {
			for _, key := range []string{part, bare} {
				if loc, ok := iana(table[key]); ok {
					return loc, true
				}
			}
		}
		city := capitals(strings.ReplaceAll(part, " ", "_"))
		for _, c := range continents {
			if loc, ok := iana(c + city); ok && city != "" {
				return loc, true
			}
		}
	}
	return nil, false
}

// fixed returns the zone of an offset, under its IANA name where it has one.
func fixed(sign, hours, minutes string) (*time.Location, error) {
	h, _ := strconv.Atoi(hours)
	m, _ := strconv.Atoi(minutes)
	if h > 14 || m > 59 {
		return nil, fmt.Errorf("zone %s%s:%s: no offset is that large", sign, hours, minutes)
	}
	if m == 0 && h <= 12 {
		other := "-" // the names count westwards
		if sign == "-" {
			other = "+"
		}
		return time.LoadLocation(fmt.Sprintf("Etc/GMT%s%d", other, h))
	}
	secs := h*3600 + m*60
	if sign == "-" {
		secs = -secs
	}
	return time.FixedZone("", secs), nil
}
