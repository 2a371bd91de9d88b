package summary

import "strings"

// closedOn says on which weekdays it is closed; "" when they are too many.
func (p printer) closedOn(days []int) string {
	if len(days) == 0 || len(days) > mostShut {
		return ""
	}
	names := make([]string, len(days))
	for i, d := range days {
		names[i] = p.words.closed[d]
	}
	return put(p.words.closedOn, "{a}", p.enumerate(names))
}

// label names days that share their hours; the eighth are public holidays.
func (p printer) label(days []int) string {
	if days[len(days)-1] < 7 {
		return p.runs(days)
	}
	if len(days) == 1 {
		return p.words.holidays
	}
	return p.runs(days[:len(days)-1]) + ", " + p.words.holidays
}

// runs names weekdays, those in a row by the first and the last: "Tue–Fri, Sun".
func (p printer) runs(days []int) string {
	if len(days) == 7 {
		return p.words.daily
	}
	var parts []string
	for i := 0; i < len(days); {
		j := i
		for j+1 < len(days) && days[j+1] == days[j]+1 {
			j++
		}
		text := p.abbreviated(days[i])
		if j > i {
			text += "–" + p.abbreviated(days[j])
		}
		parts = append(parts, text)
		i = j + 1
	}
	return strings.Join(parts, ", ")
}

func (p printer) abbreviated(d int) string { return p.short(p.words.short[d], p.words.weekdays[d]) }
