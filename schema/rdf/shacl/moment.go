package shacl

import (
	"cmp"
	"strconv"
	"strings"
	"time"
)

// momentKinds are the datatypes of points and stretches of time (XML Schema 1.1,
// section 3.3.7 to 3.3.14 and 3.4.28) with the pieces that each is written in:
// Year, Month, Day, Time of day, and Z where the offset may not be left out.
var momentKinds = map[string]string{
	"dateTime":      "YMDT",
	"dateTimeStamp": "YMDTZ",
	"date":          "YMD",
	"time":          "T",
	"gYear":         "Y",
	"gYearMonth":    "YM",
	"gMonth":        "M",
	"gMonthDay":     "MD",
	"gDay":          "D",
}

// moment is a point in time, or the beginning of a stretch.
type moment struct {
	unix     int64
	fraction string // of a second, without needless zeros
	zoned    bool   // its offset is known
}

func (m moment) compare(n moment) (int, bool) {
	return cmp.Or(cmp.Compare(m.unix, n.unix), cmp.Compare(m.fraction, n.fraction)), m.zoned == n.zoned
}

// parseMoment reads what is written in the pieces of a kind. A day that does not
// exist is refused.
func parseMoment(s, kind string) (m moment, ok bool) {
	year, month, day, clock := 2000, 1, 1, time.Duration(0) // 2000 has all days
	has := func(piece string) bool { return strings.Contains(kind, piece) }
	ok = true
	if has("Y") {
		if year, s, ok = cutYear(s); !ok {
			return m, false
		}
	}
	if has("M") {
		mark := "-"
		if !has("Y") {
			mark = "--"
		}
		if month, s, ok = cutNumber(s, mark, 1, 12); !ok {
			return m, false
		}
	}
	if has("D") {
		mark := "-"
		if !has("M") {
			mark = "---"
		}
		last := time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
		if day, s, ok = cutNumber(s, mark, 1, last); !ok {
			return m, false
		}
	}
	if has("T") {
		if has("D") {
			if s, ok = strings.CutPrefix(s, "T"); !ok {
				return m, false
			}
		}
		if clock, m.fraction, s, ok = cutClock(s); !ok {
			return m, false
		}
	}
	var offset time.Duration
	if m.zoned = s != ""; m.zoned {
		if offset, ok = parseOffset(s); !ok {
			return m, false
		}
	}
	m.unix = time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC).Unix() + int64((clock-offset)/time.Second)
	return m, m.zoned || !has("Z")
}

// cutYear reads four digits or more; as many as fill the computer's numbers
// are refused.
func cutYear(s string) (year int, rest string, ok bool) {
	s, negative := strings.CutPrefix(s, "-")
	n := digits(s)
	if n < 4 || n > 9 || n > 4 && s[0] == '0' {
		return 0, s, false
	}
	year, err := strconv.Atoi(s[:n])
	if negative {
		year = -year
	}
	return year, s[n:], err == nil
}

// cutNumber reads two digits behind a mark.
func cutNumber(s, mark string, least, most int) (n int, rest string, ok bool) {
	s, ok = strings.CutPrefix(s, mark)
	if !ok || digits(s) < 2 {
		return 0, s, false
	}
	n = int(s[0]-'0')*10 + int(s[1]-'0')
	return n, s[2:], n >= least && n <= most
}

// cutClock reads a time of day; 24:00:00 is the end of the day.
func cutClock(s string) (clock time.Duration, fraction, rest string, ok bool) {
	h, s, ok1 := cutNumber(s, "", 0, 24)
	m, s, ok2 := cutNumber(s, ":", 0, 59)
	sec, s, ok3 := cutNumber(s, ":", 0, 59)
	if strings.HasPrefix(s, ".") {
		n := digits(s[1:])
		if n == 0 {
			return 0, "", s, false
		}
		fraction, s = strings.TrimRight(s[1:1+n], "0"), s[1+n:]
	}
	clock = time.Duration(h)*time.Hour + time.Duration(m)*time.Minute + time.Duration(sec)*time.Second
	ok = ok1 && ok2 && ok3 && (h < 24 || clock == 24*time.Hour && fraction == "")
	return clock, fraction, s, ok
}

// parseOffset reads "Z" or hours and minutes, at most 14 hours.
func parseOffset(s string) (time.Duration, bool) {
	if s == "Z" {
		return 0, true
	}
	if s[0] != '+' && s[0] != '-' {
		return 0, false
	}
	h, rest, ok1 := cutNumber(s[1:], "", 0, 14)
	m, rest, ok2 := cutNumber(rest, ":", 0, 59)
	d := time.Duration(h)*time.Hour + time.Duration(m)*time.Minute
	if s[0] == '-' {
		d = -d
	}
	return d, ok1 && ok2 && rest == "" && d.Abs() <= 14*time.Hour
}
