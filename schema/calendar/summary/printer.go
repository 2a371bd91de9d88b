package summary

import (
	"html"
	"strconv"
	"strings"
)

// printer writes in one language, as text or as markup. What its methods
// return is ready to be put together: foreign text is escaped.
type printer struct {
	words *language
	size  Size
	html  bool
	year  bool // years are said
	now   day  // 0 when nothing depends on it
}

func newPrinter(o Options, year bool) printer {
	return printer{words: wordsIn(o.Langs), size: o.Size, html: o.HTML, year: year, now: today(o.Now)}
}

// finish puts what was written in its element.
func (p printer) finish(s string) string {
	if p.words.settle != nil {
		s = p.words.settle(s)
	}
	if !p.html {
		return s
	}
	name := "span"
	if p.size == LG {
		name = "div"
	}
	return "<" + name + ` class="calendar-summary" lang="` + p.words.tag + `">` + s + "</" + name + ">"
}

// heading stands before a list.
func (p printer) heading(s string) string {
	if s == "" {
		return ""
	}
	if !p.html {
		return "\n" + s + p.words.separator[:len(p.words.separator)-1]
	}
	return "<p>" + s + "</p>"
}

// paragraphs puts a long summary together.
func (p printer) paragraphs(first, lists string) string {
	switch {
	case p.size != LG:
		return first
	case first == "":
		return strings.TrimPrefix(lists, "\n")
	case p.html:
		first = "<p>" + first + "</p>"
	}
	return first + lists
}

// lines is a list; class tells its kind.
func (p printer) lines(class string, items []string) string {
	if len(items) == 0 {
		return ""
	}
	if !p.html {
		return "\n" + strings.Join(items, "\n")
	}
	return `<ul class="calendar-` + class + `"><li>` + strings.Join(items, "</li><li>") + "</li></ul>"
}

// moment marks up a day or time that machines read as iso.
func (p printer) moment(iso, s string) string {
	if !p.html {
		return s
	}
	return `<time datetime="` + iso + `">` + s + "</time>"
}

// short gives a short form, with the full word for whoever cannot see it.
func (p printer) short(s, full string) string {
	if !p.html || s == full {
		return s
	}
	return `<abbr title="` + full + `">` + s + "</abbr>"
}

// foreign is text that a source wrote, in its language.
func (p printer) foreign(s, lang string) string {
	if !p.html {
		return s
	}
	s = html.EscapeString(s)
	if lang != "" && lang != "und" && lang != p.words.tag {
		return `<span lang="` + html.EscapeString(lang) + `">` + s + "</span>"
	}
	return s
}

// remark is what there is to say of a date's status, behind it: in brackets, or
// as an element of its own. notes follow the words of the status.
func (p printer) remark(state string, notes ...string) string {
	var said []string
	if label := p.words.states[state]; label != "" {
		said = append(said, label)
	}
	for _, note := range notes {
		if note != "" {
			said = append(said, note)
		}
	}
	if len(said) == 0 {
		return ""
	}
	s := strings.Join(said, " – ")
	if !p.html {
		return " (" + s + ")"
	}
	return ` <span class="calendar-status ` + state + `">` + s + "</span>"
}

// enumerate joins with commas, and the last with "and".
func (p printer) enumerate(items []string) string {
	n := len(items)
	if n == 0 {
		return ""
	}
	if n == 1 {
		return items[0]
	}
	return strings.Join(items[:n-1], ", ") + p.words.and + items[n-1]
}

// count writes "{n} dates" and "and {n} more dates".
func (p printer) count(n int) string { return put(p.words.dates, "{n}", strconv.Itoa(n)) }

func (p printer) more(n int) string {
	if n == 1 {
		return p.words.oneMore
	}
	return put(p.words.more, "{n}", strconv.Itoa(n))
}
