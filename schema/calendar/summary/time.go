package summary

import "strconv"

// hour writes a time of day. exact writes the minutes of a full hour too, unit
// the word for hours.
func (p printer) hour(c clock, exact, unit bool) string {
	w := p.words
	if c > dayLong {
		c -= dayLong
	}
	h, m := strconv.Itoa(int(c/60)), strconv.Itoa(int(c%60))
	if len(m) == 1 {
		m = "0" + m
	}
	if w.padded {
		if len(h) == 1 {
			h = "0" + h
		}
		return h + w.colon + m
	}
	if w.inside {
		if c%60 != 0 {
			return h + nbsp + w.unit + nbsp + m
		}
	} else if c%60 != 0 || exact {
		h += w.colon + m
	}
	if unit {
		h += nbsp + w.unit
	}
	return h
}

// pair writes the two ends of a span of hours; together they have the minutes
// and the unit once where the language does.
func (p printer) pair(h hours, sentence bool) (from, to string) {
	exact := h.opens%60 != 0 || h.ends%60 != 0
	unit := p.words.inside && (sentence || exact || h.ends%dayLong <= h.opens)
	return p.hour(h.opens, exact, unit), p.hour(h.ends, exact, true)
}

// sentence writes hours as they stand in one: "at 20:00", "from 10:00 to
// 18:00"; open says that no end is meant. "" for whole days.
func (p printer) sentence(h hours, open bool) string {
	w := p.words
	switch {
	case h.opens == none:
		return ""
	case h.ends != none:
		from, to := p.pair(h, true)
		return put(w.span, "{a}", from, "{b}", to)
	case open:
		return put(w.from, "{a}", p.hour(h.opens, false, true))
	}
	return put(w.at, "{a}", p.hour(h.opens, false, true))
}

// compact writes hours as they stand in a table: "10–18 h".
func (p printer) compact(h hours) string {
	switch {
	case h.opens == none:
		return p.words.wholeDay
	case h.ends == none:
		return put(p.words.from, "{a}", p.hour(h.opens, false, true))
	}
	from, to := p.pair(h, false)
	return from + "–" + to
}
