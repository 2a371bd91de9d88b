package summary

import "strconv"

// style is how names are written.
type style uint8

const (
	full  style = iota
	brief       // abbreviated
	tiny        // abbreviated, months as numbers where the language writes them so
)

func (p printer) style() style {
	switch p.size {
	case XS:
		return tiny
	case SM:
		return brief
	}
	return full
}

// form is what of a day is written.
type form struct {
	weekday, month, year bool
	listed               bool // among others
	style                style
}

// date writes a day in a form; iso is what machines read.
func (p printer) date(d day, f form, iso string) string {
	y, m, n := d.date()
	w := p.words
	s := ""
	if f.weekday {
		name, glue := w.weekdays[d.weekday()], w.glue
		switch {
		case f.style != full:
			name, glue = p.short(w.short[d.weekday()], name), w.glueShort
		case f.listed:
			glue = w.glueList
		}
		s = name + glue
	}
	s += strconv.Itoa(n)
	if n == 1 {
		s += w.first
	} else {
		s += w.mark
	}
	numeric := f.style == tiny && w.numeric
	if f.month {
		switch {
		case numeric:
			s += strconv.Itoa(m+1) + w.mark
		case f.style == full:
			s += nbsp + w.months[m]
		default:
			s += nbsp + p.short(w.abbrs[m], w.months[m])
		}
	}
	if f.year {
		if !numeric {
			s += " "
		}
		s += strconv.Itoa(y)
	}
	return p.moment(iso, s)
}

// days writes a span of days; what the first shares with the last is said once.
// isoA and isoB are what machines read.
func (p printer) days(a, b day, weekday bool, st style, isoA, isoB string) string {
	fa := form{weekday: weekday, month: a.month() != b.month(), year: p.year && a.year() != b.year(), style: st}
	fb := form{weekday: weekday, month: true, year: p.year, style: st}
	left, right := p.date(a, fa, isoA), p.date(b, fb, isoB)
	w := p.words
	switch {
	case st == tiny && (!fa.month || w.numeric):
		return left + "–" + right
	case st == tiny:
		return left + " – " + right
	case st == brief && weekday:
		return put(w.shortDays, "{a}", left, "{b}", right)
	case weekday:
		return put(w.days, "{a}", left, "{b}", right)
	}
	return put(w.bareDays, "{a}", left, "{b}", right)
}

// list writes days, each month and year once, behind the last of its days;
// behind follows a day by its place, and may be nil.
func (p printer) list(all []day, weekday bool, st style, behind func(int) string) string {
	return p.enumerate(p.items(all, weekday, st, behind))
}

// items are what list enumerates.
func (p printer) items(all []day, weekday bool, st style, behind func(int) string) []string {
	items := make([]string, len(all))
	for i, d := range all {
		last := i == len(all)-1
		f := form{weekday: weekday, listed: true, style: st, month: last || all[i+1].month() != d.month(),
			year: p.year && (last || all[i+1].year() != d.year())}
		items[i] = p.date(d, f, d.iso())
		if behind != nil {
			items[i] += behind(i)
		}
	}
	return items
}
