package lido

import (
	"strings"

	"moselle/schema"
	"moselle/schema/crosswalk"
	"moselle/schema/dom"
)

// events writes the making, the publication, the times that nobody says are
// either, and each line of the provenance.
func (w Writer) events(e *dom.Element, n *schema.Node) {
	made, rest := creation(n)
	making := newEvent(e, production, "Production")
	for _, iri := range n.Refs("creator") {
		w.actor(making, w.record(iri), "")
	}
	for _, iri := range n.Refs("contributor") {
		w.actor(making, w.record(iri), contributing)
	}
	date := making.Add("eventDate")
	texts(date, "displayDate", n.Values("dateText"))
	write(date, made)
	for _, iri := range n.Refs("locationCreated") {
		w.place(making.Add("eventPlace"), "place", w.record(iri))
	}
	for _, t := range n.Nodes("material") {
		concept(making.Add("eventMaterialsTech").Add("materialsTech").Add("termMaterialsTech").Set("type", madeOf), t)
	}
	drop(e, making)

	issued := newEvent(e, publication, "Publication")
	for _, iri := range n.Refs("publisher") {
		w.actor(issued, w.record(iri), "")
	}
	out := n.String("datePublished")
	write(issued.Add("eventDate"), crosswalk.Span{From: out, Until: out})
	drop(e, issued)

	for _, s := range rest {
		write(newEvent(e, anyEvent, "Event (non-specified)").Add("eventDate"), s)
	}
	w.provenance(e, n)
}

// newEvent adds an event of a type.
func newEvent(e *dom.Element, address, term string) *dom.Element {
	ev := e.Add("eventSet").Add("event")
	kind := ev.Add("eventType")
	kind.AddText("conceptID", address).Set("type", byAddress)
	kind.AddText("term", term).SetLang("en")
	return ev
}

// drop takes an event out again of which nothing is known but its type.
func drop(e, ev *dom.Element) {
	ev.Prune()
	if len(ev.Children) == 1 {
		e.Children = e.Children[:len(e.Children)-1]
	}
}

// write adds what a span says to a date; nothing for an empty one.
func write(e *dom.Element, s crosswalk.Span) {
	date := e.Add("date")
	date.AddText("earliestDate", s.From)
	date.AddText("latestDate", s.Until)
}

// intervals returns the times of a record that have ends, and those in words.
func intervals(n *schema.Node) (spans []crosswalk.Span, words []string) {
	for _, v := range n.Values("temporalCoverage") {
		if s, ok := parseSpan(v.Text); ok {
			spans = append(spans, s)
		} else {
			words = append(words, v.Text)
		}
	}
	return spans, words
}

func parseSpan(text string) (s crosswalk.Span, ok bool) {
	from, to, two := strings.Cut(text, "/")
	if !two {
		to = from
	}
	var fits [2]bool
	for i, end := range []struct {
		text string
		to   *string
	}{{from, &s.From}, {to, &s.Until}} {
		*end.to, fits[i] = indexed(end.text)
		if end.text == ".." {
			*end.to, fits[i] = "", true
		}
	}
	return s, fits[0] && fits[1] && s.Interval() == text
}

// creation tells the time in which the object was made from the others: the one
// that dateCreated sums up, or the first one where a date in words says that there
// is one.
func creation(n *schema.Node) (made crosswalk.Span, rest []crosswalk.Span) {
	spans, _ := intervals(n)
	created, worded := n.String("dateCreated"), len(n.Values("dateText")) > 0
	for i, s := range spans {
		if s.From != s.Until && s.Single() == created && (created != "" || worded) {
			return s, append(spans[:i:i], spans[i+1:]...)
		}
	}
	return crosswalk.Span{From: created, Until: created}, spans
}

// provenance writes the n-th lines of all languages as one event.
func (w Writer) provenance(e *dom.Element, n *schema.Node) {
	lines := map[string][]string{}
	most := 0
	for _, v := range n.Values("provenance") {
		lines[v.Lang] = strings.Split(v.Text, "\n")
		most = max(most, len(lines[v.Lang]))
	}
	for i := range most {
		set := e.Add("eventSet")
		for _, v := range n.Values("provenance") {
			if i < len(lines[v.Lang]) {
				set.AddText("displayEvent", lines[v.Lang][i]).SetLang(v.Lang)
			}
		}
	}
}
