package table

import (
	"slices"
	"strconv"
	"strings"

	"moselle/schema/dateline"
)

// layout is a way of writing dates in the letters of spreadsheets: d dd m mm
// mmm yy yyyy h hh mm ss, where m after an h is minutes, mmm or longer is the
// month's name, and a number may have fewer digits than letters. Anything else
// stands for itself; a blank also for a point and a blank.
type layout struct {
	text   string
	pieces []piece
	own    bool // the settings name it
}

// piece is a run of one letter (of 'd', 'm', 'y', 'h', 'i' for minutes, 's',
// 'n' for a month's name), or text when letter is 0.
type piece struct {
	letter byte
	length int
	text   string
}

// layouts compiles the layouts given, followed by those that are always read.
func layouts(given []string) []layout {
	var out []layout
	for i, s := range append(slices.Clone(given), "dd.mm.yyyy", "dd.mm.yyyy hh:mm", "dd.mm.yyyy hh:mm:ss") {
		l := newLayout(s)
		l.own = i < len(given)
		out = append(out, l)
	}
	return out
}

func newLayout(s string) layout {
	l := layout{text: s}
	hours := false
	for i := 0; i < len(s); {
		c := s[i] | 0x20
		n := 1
		for i+n < len(s) && s[i+n]|0x20 == c {
			n++
		}
		switch {
		case c == 'm' && hours:
			l.pieces = append(l.pieces, piece{letter: 'i', length: n})
		case c == 'm' && n > 2:
			l.pieces = append(l.pieces, piece{letter: 'n', length: n})
		case strings.IndexByte("dmyhs", c) >= 0:
			hours = hours || c == 'h'
			l.pieces = append(l.pieces, piece{letter: c, length: n})
		default:
			l.pieces = append(l.pieces, piece{text: s[i : i+n]})
		}
		i += n
	}
	return l
}

// stamp is a date as far as it is written; day and month are 0 when they are not.
type stamp struct {
	year, month, day, hour, minute, second int
	timed                                  bool
}

// parse reads s and reports whether it is written in this layout. Whether the
// day exists is for the caller to check.
func (l layout) parse(s string) (st stamp, ok bool) {
	s = strings.TrimSpace(s)
	for _, p := range l.pieces {
		if p.letter == 0 {
			blank := strings.TrimSpace(p.text) == ""
			if rest := strings.TrimLeft(s, ". \u00a0"); blank && len(rest) < len(s) {
				s = rest
			} else if s, ok = strings.CutPrefix(s, p.text); !ok {
				return st, false
			}
			continue
		}
		if p.letter == 'n' {
			if st.month, s = cutMonth(s); st.month == 0 {
				return st, false
			}
			continue
		}
		n := 0
		for n < len(s) && n < max(2, p.length) && s[n] >= '0' && s[n] <= '9' {
			n++
		}
		v, err := strconv.Atoi(s[:n])
		if err != nil || p.letter == 'y' && n != p.length {
			return st, false
		}
		s = s[n:]
		switch p.letter {
		case 'd':
			st.day, s = v, strings.TrimPrefix(s, "er")
		case 'm':
			st.month = v
		case 'y':
			if st.year = v; p.length == 2 {
				st.year += 2000
			}
		case 'h':
			st.hour, st.timed = v, true
		case 'i':
			st.minute = v
		case 's':
			st.second = v
		}
	}
	return st, s == "" && st.year > 0
}

// cutMonth takes a month's name, and a point after it, off the beginning of s;
// 0 when there is none.
func cutMonth(s string) (month int, rest string) {
	end := strings.IndexFunc(s, func(r rune) bool { return r == ' ' || r == '.' || r == '-' || r == '/' || r == ',' })
	if end < 0 {
		end = len(s)
	}
	if month = dateline.Month(s[:end]); month > 0 {
		return month, strings.TrimPrefix(s[end:], ".")
	}
	return 0, s
}
