package web

import (
	"net/http"
	"net/url"
	"slices"

	"github.com/labstack/echo/v4"

	"moselle/hub/catalog"
	"moselle/hub/negotiate"
)

// listing is a page that lists records of a class.
type listing struct {
	class  string // segment
	path   string // below the language; "" for the agenda
	page   string // template
	facets []string
}

var (
	agenda        = listing{"event", "", "agenda", []string{"category", "region", "audience", "accessibility", "term", "language", "institution"}}
	works         = listing{"work", "works", "list", []string{"category", "region", "term", "licence", "institution"}}
	places        = listing{"place", "places", "list", []string{"category", "region", "accessibility", "term"}}
	organizations = listing{"organization", "organizations", "list", []string{"category", "region", "term"}}
	persons       = listing{"person", "persons", "list", nil}
)

// listBody is the body of a listing.
type listBody struct {
	Listing  string
	Form     form
	Quick    []link
	Chips    []chip
	Facets   []facet
	Total    int
	Days     []day          // of the agenda
	Cards    []catalog.Card // of other lists
	When     []link         // beside the cards; nil for their own dates
	Next     string
	First    string
	Feeds    []alternate
	Filtered bool
}

// day is a heading of the agenda with what is on from then; "" heads an agenda
// that is not in the order of days.
type day struct {
	Title string
	Rows  []row
}

type row struct {
	catalog.Card
	When string
}

// list answers a listing in a language.
func (s *Surface) list(lang string, l listing) echo.HandlerFunc {
	return func(c echo.Context) error {
		all, err := negotiate.Params(c.Request().URL)
		if err != nil {
			return err
		}
		v := used(all)
		asked := v
		if l.path == "" && !v.Has("from") && !v.Has("when") {
			asked = clone(v)
			asked.Set("from", "today")
		}
		q, err := s.catalog.ParseQuery(asked)
		if err != nil {
			return err
		}
		q.Filter("class", catalog.ClassName(l.class))
		q.Lang, q.Facets, q.FacetSize = lang, l.facets, maxCounted
		q.Size = 24
		if q.Sort == "" && l.path == "" {
			q.Sort = catalog.Next // an agenda is read by date, even of words or near a place
		} else if q.Sort == "" && q.Text == "" && q.Near == nil {
			q.Sort = catalog.ByTitle
		}
		ctx := c.Request().Context()
		found, err := s.catalog.Search(ctx, q)
		if err != nil {
			return err
		}
		cards, err := s.catalog.Cards(ctx, found.Hits, lang, s.catalog.Fallback.Chain(lang))
		if err != nil {
			return err
		}
		w := s.words[lang]
		name := l.path
		if name == "" {
			name = "agenda"
		}
		p := s.newPage(lang, w.T(name+".title"), l.path, without(v, "cursor"))
		p.Description = w.T(name + ".intro")
		body := listBody{Listing: name, Total: found.Total, Form: formOf(w, v, q), Filtered: len(without(v, "cursor", "sort")) > 0}
		here := "/" + lang + "/" + l.path
		body.Chips = s.chips(ctx, w, here, v)
		body.Facets = s.facets(ctx, w, here, v, l.facets, found)
		if found.Next != "" {
			body.Next = here + "?" + with(v, "cursor", found.Next).Encode()
		}
		if v.Has("cursor") {
			body.First = here + query(without(v, "cursor"))
		}
		if l.path == "" {
			body.Quick = s.quick(w, here, v)
			body.Days = days(w, cards, q, s.catalog.Zone)
			body.Feeds = s.feeds(without(v, "cursor"), lang)
			p.Alternates = body.Feeds
		} else {
			body.Cards = cards
		}
		p.Body = body
		return s.render(c, http.StatusOK, l.page, p)
	}
}

// taken are the parameters of a page.
var taken = catalog.Without(catalog.ParamNames(), "class", "facets", "facetSize", "limit", "group")

// used drops the empty parameters that a form sends, and those of other names:
// links in letters and on other sites come with marks of their own.
func used(v url.Values) url.Values {
	out := url.Values{}
	for _, name := range taken {
		for _, s := range v[name] {
			if s != "" {
				out.Add(name, s)
			}
		}
	}
	if out.Has("from") || out.Has("to") {
		out.Del("when") // the form's days go before the link's
	}
	return out
}

func clone(v url.Values) url.Values {
	out := make(url.Values, len(v))
	for name, values := range v {
		out[name] = slices.Clone(values)
	}
	return out
}

func with(v url.Values, name, value string) url.Values {
	out := clone(v)
	out.Set(name, value)
	return out
}

func without(v url.Values, names ...string) url.Values {
	out := clone(v)
	for _, n := range names {
		out.Del(n)
	}
	return out
}

func query(v url.Values) string {
	if len(v) == 0 {
		return ""
	}
	return "?" + v.Encode()
}
