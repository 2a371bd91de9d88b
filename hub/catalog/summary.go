package catalog

import (
	"net/url"
	"strings"
	"time"

	"moselle/hub/fault"
	"moselle/schema"
	"moselle/schema/calendar/summary"
)

// Wording says how much a calendar summary tells, and as what.
type Wording struct {
	Size    summary.Size
	HTML    bool
	PerDate bool // of the date that a row was found for, not of the whole event
}

// AnswerParams are the parameters that say how rows are worded, beside Params.
var AnswerParams = []Param{
	{"lang", "language of the texts (BCP 47), the best first, separated by commas"},
	{"calendar", "how much calendarSummary tells: xs, sm, md or lg"},
	{"calendarFormat", "what calendarSummary is: text or html"},
}

// ParseWording reads the parameters calendar and calendarFormat; size is taken
// when none is given. Every error is fault.Invalid and names the parameter.
func ParseWording(v url.Values, size summary.Size) (Wording, error) {
	w := Wording{Size: size, PerDate: v.Get("group") != ""}
	if s := v.Get("calendar"); s != "" {
		var ok bool
		if w.Size, ok = summary.ParseSize(s); !ok {
			return w, fault.Param("calendar", "is one of %s, not %q", strings.Join(summary.Sizes, ", "), s)
		}
	}
	switch s := v.Get("calendarFormat"); s {
	case "", "text":
	case "html":
		w.HTML = true
	default:
		return w, fault.Param("calendarFormat", "is text or html, not %q", s)
	}
	return w, nil
}

// Summary returns when an event or a series happens, or when a place is open,
// in the first of langs that there are words in, and that language; both "" for
// other records and for those that do not say. It is good until midnight in the
// hub's zone: what is kept of it is kept under Today.
func (c *Catalog) Summary(n *schema.Node, w Wording, langs []string) (text, lang string) {
	if !summary.For(n.Class) {
		return "", ""
	}
	return summary.Of(n, c.wording(w, langs, c.Now().In(c.Zone)))
}

// Today is the day on which what depends on it is made, in the hub's zone.
func (c *Catalog) Today() string { return c.Now().In(c.Zone).Format(time.DateOnly) }

func (c *Catalog) wording(w Wording, langs []string, now time.Time) summary.Options {
	return summary.Options{Langs: langs, Size: w.Size, HTML: w.HTML, Now: now, Zone: c.Zone}
}

// Summarize puts calendar summaries on cards.
func (c *Catalog) Summarize(cards []Card, w Wording, langs []string) {
	for i := range cards {
		card := &cards[i]
		if o := card.Hit.Occurrence; w.PerDate && o != nil {
			card.Calendar, card.CalendarLang = summary.Date(*o, c.wording(w, langs, c.Now().In(c.Zone)))
			continue
		}
		card.Calendar, card.CalendarLang = c.Summary(card.Hit.Node, w, langs)
	}
}

// summaries gives a record's summary in every size, and the longest as markup,
// in the first of langs; by language, in all of them, when langs is empty. A
// whole record is kept by who asked for it, so that nothing in it depends on the
// day: years are always said. nil for a record that says nothing.
func (c *Catalog) summaries(n *schema.Node, langs []string) any {
	if len(langs) > 0 {
		return c.sizes(n, langs)
	}
	all := object{}
	for _, lang := range summary.Langs() {
		if sizes := c.sizes(n, []string{lang}); sizes != nil {
			all = append(all, field{lang, sizes})
		}
	}
	if len(all) == 0 {
		return nil
	}
	return all
}

func (c *Catalog) sizes(n *schema.Node, langs []string) any {
	if !summary.For(n.Class) {
		return nil
	}
	var out object
	for i, name := range summary.Sizes {
		text, lang := summary.Of(n, c.wording(Wording{Size: summary.Size(i)}, langs, time.Time{}))
		if text == "" {
			return nil
		}
		if out == nil {
			out = object{{"lang", lang}}
		}
		out = append(out, field{name, text})
	}
	html, _ := summary.Of(n, c.wording(Wording{Size: summary.LG, HTML: true}, langs, time.Time{}))
	return append(out, field{"html", html})
}
