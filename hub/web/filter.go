package web

import (
	"context"
	"net/url"
	"slices"
	"strings"
	"time"

	"moselle/hub/catalog"
	"moselle/schema"
)

// chip is a filter in force with the address that takes it away.
type chip struct{ Text, URL string }

func (s *Surface) chips(ctx context.Context, w words, here string, v url.Values) []chip {
	var out []chip
	for _, name := range slices.Sorted(keys(v)) {
		if name == "cursor" || name == "sort" || name == "km" || name == "free" && v.Get(name) != "true" {
			continue
		}
		for _, value := range v[name] {
			less := without(v, "cursor")
			less[name] = slices.DeleteFunc(less[name], func(s string) bool { return s == value })
			if len(less[name]) == 0 {
				delete(less, name)
			}
			if name == "near" {
				less = without(less, "km", "sort")
			}
			text, _ := s.label(ctx, w, name, value)
			if !speaks(name, value) {
				text = w.T("label", "name", chipName(w, name), "value", text)
			}
			out = append(out, chip{Text: text, URL: here + query(less)})
		}
	}
	return out
}

// speaks reports whether a value says by itself what it is a value of.
func speaks(name, value string) bool {
	return name == "free" || name == "open" && value == "now" || name == "availability" && value == available
}

func chipName(w words, param string) string {
	switch param {
	case "q":
		return w.T("filter.words")
	case "place":
		return w.T("field.location")
	case "when":
		return w.T("quick.title")
	case "bbox":
		param = "near"
	}
	return w.Or("filter."+param, w.Or("facet."+param, param))
}

// facet is a list of values to narrow down by.
type facet struct {
	Title  string
	Values []branch
}

func (s *Surface) facets(ctx context.Context, w words, here string, v url.Values, names []string, r catalog.Result) []facet {
	var out []facet
	for _, name := range names {
		f := facet{Title: w.T("facet." + name)}
		counts := r.Facets[name]
		if catalog.OfConcepts(name) {
			f.Values, counts = branches(w, here, v, name, counts), nil
		}
		for _, c := range counts {
			if name == "licence" && c.Value == "unknown" {
				continue
			}
			chosen := slices.Contains(v[name], c.Value)
			next := without(v, "cursor")
			if chosen {
				next[name] = slices.DeleteFunc(next[name], func(s string) bool { return s == c.Value })
				if len(next[name]) == 0 {
					delete(next, name)
				}
			} else {
				next.Add(name, c.Value)
			}
			if len(f.Values) < maxValues || chosen {
				text, lang := s.label(ctx, w, name, c.Value)
				f.Values = append(f.Values, branch{link: link{Text: text, Lang: lang, URL: here + query(next), Current: chosen, Count: c.Count}})
			}
		}
		if len(f.Values) > 0 {
			out = append(out, f)
		}
	}
	return out
}

// maxValues bounds the values shown of a facet, maxCounted those among which
// the branches of a tree are found.
const (
	maxValues  = 12
	maxCounted = 200
)

// label names a value of a parameter for people, and says in which language when
// that is not the page's.
func (s *Surface) label(ctx context.Context, w words, name, value string) (text, lang string) {
	if all := catalog.Concepts(name, value); len(all) > 0 {
		text, lang = all[0].Name(s.catalog.Fallback.Chain(w.T("lang.code"))...)
		return text, other(w.T("lang.code"), lang)
	}
	switch name {
	case "institution", "place", "related":
		iri := s.catalog.IRI(value)
		if !strings.ContainsAny(value, ":/") {
			iri = schema.IRI(schema.Scheme + "id/" + name + "/" + value)
		}
		if e, err := s.catalog.Get(ctx, iri); err == nil {
			page := w.T("lang.code")
			title, lang := e.Node.Title(s.catalog.Fallback.Chain(page)...)
			return title, other(page, lang)
		}
	case "free":
		return w.T("free"), ""
	case "when":
		return w.T("quick." + value), ""
	case "weekday":
		return w.weekdays(value), ""
	case "time":
		return w.time(value), ""
	case "open":
		if value == "now" {
			return w.T("filter.open"), ""
		}
		return value, ""
	case "availability":
		if value == available {
			return w.T("filter.available"), ""
		}
	case "from", "to":
		if day, err := time.Parse(time.DateOnly, value); err == nil {
			return w.Day(day), ""
		}
		return w.Or("quick."+value, value), ""
	}
	return w.Value(name, value), ""
}

// quick are the links to usual spans of time.
func (s *Surface) quick(w words, here string, v url.Values) []link {
	var out []link
	for _, name := range catalog.Spans() {
		next := with(without(v, "cursor", "from", "to"), "when", name)
		out = append(out, link{Text: w.T("quick." + name), URL: here + query(next), Current: v.Get("when") == name})
	}
	return out
}

// feeds are the same search as feeds.
func (s *Surface) feeds(v url.Values, lang string) []alternate {
	v = with(v, "lang", lang)
	return []alternate{
		{"text/calendar", "iCalendar", s.catalog.Feed("ics", v)},
		{"application/rss+xml", "RSS", s.catalog.Feed("rss", v)},
		{"application/feed+json", "JSON", s.catalog.Feed("json", v)},
		{"text/csv", "CSV", s.catalog.Feed("csv", v)},
		{"application/geo+json", "GeoJSON", s.catalog.Feed("geojson", v)},
	}
}
