// Package feeds gives any search of events as a feed: iCalendar, RSS, JSON
// Feed, CSV and GeoJSON, under /feeds/events.<ext> with the parameters of the
// REST API.
package feeds

import (
	"bytes"
	"fmt"
	"io"
	"net/url"
	"slices"
	"time"

	"github.com/labstack/echo/v4"

	"moselle/hub/catalog"
	"moselle/hub/fault"
	"moselle/hub/negotiate"
	"moselle/schema"
	"moselle/schema/calendar/summary"
)

// Surface is the feeds surface.
type Surface struct {
	catalog *catalog.Catalog
	title   func(lang string) string
}

// New returns the surface; title gives a feed's title in an interface language.
func New(c *catalog.Catalog, title func(lang string) string) *Surface { return &Surface{c, title} }

// feed is what a writer is given.
type feed struct {
	title, home, self, next, lang string
	cards                         []catalog.Card
	zone                          string                                  // of the hub
	stretch                       func(*schema.Node) (from, to time.Time) // what was asked for, where a record is; zero is open
	perDate                       bool                                    // a row stands for one date
}

// formats are the feeds. calendar is how much is told of the dates in words when
// nobody asks for more or less; words are the parameters for it, none where
// each date is an entry.
var formats = map[string]struct {
	mediaType string
	write     func(io.Writer, feed) error
	calendar  summary.Size
	words     []string
}{
	"ics":     {"text/calendar; charset=utf-8", writeICS, summary.SM, nil},
	"rss":     {"application/rss+xml; charset=utf-8", writeRSS, summary.MD, []string{"calendar"}},
	"json":    {"application/feed+json", writeJSON, summary.SM, []string{"calendar", "calendarFormat"}},
	"csv":     {"text/csv; charset=utf-8; header=present", writeCSV, summary.MD, []string{"calendar"}},
	"geojson": {"application/geo+json", writeGeoJSON, summary.SM, []string{"calendar", "calendarFormat"}},
}

// Routes adds the surface's addresses.
func (s *Surface) Routes(g *echo.Group) {
	for ext := range formats {
		g.GET("/feeds/events."+ext, s.feed(ext))
	}
}

// feedSize is how many rows a feed has when the address does not say. A
// calendar has as many as there may be: whoever subscribes to one cannot turn
// the page.
const feedSize = 100

// known are the parameters of every feed.
var known = catalog.Without(catalog.ParamNames("lang"), "class", "facets", "facetSize")

// feed answers a feed: without from, what has not ended yet. Where there is
// more, a Link header leads to it.
func (s *Surface) feed(ext string) echo.HandlerFunc {
	return func(c echo.Context) error {
		v, err := negotiate.Params(c.Request().URL)
		if err != nil {
			return err
		}
		if err := negotiate.Unknown(v, slices.Concat(known, formats[ext].words)); err != nil {
			return err
		}
		if !v.Has("from") && !v.Has("when") {
			v.Set("from", "today")
		}
		q, err := s.catalog.ParseQuery(v)
		if err != nil {
			return err
		}
		q.Filter("class", "Event")
		if ext == "ics" && q.Group == "" && (len(q.Weekdays) > 0 || q.Clock != nil) {
			q.Group = catalog.ByOccurrence // a calendar of Saturdays has no Sundays
		}
		if q.Size == 0 {
			q.Size = min(feedSize, s.catalog.MaxRows)
			if ext == "ics" {
				q.Size = s.catalog.MaxRows
			}
		}
		wording, err := catalog.ParseWording(v, formats[ext].calendar)
		if err != nil {
			return err
		}
		page, langs := negotiate.Asked(c, s.catalog.Langs, s.catalog.Fallback)
		q.Lang = langs[0]
		negotiate.ContentLanguage(c.Response().Header(), page)
		ctx := c.Request().Context()
		state := s.catalog.State(q)
		key := fmt.Sprintf("feed:%s:%s:%s:%s", state, page, langs, c.Request().URL.RequestURI())
		r, err := s.catalog.Cached(ctx, key, nil, func() ([]byte, error) {
			return s.write(c, ext, q, wording, v, page, langs)
		})
		if err != nil {
			return err
		}
		next, body, _ := bytes.Cut(r.Body, []byte("\n"))
		if len(next) > 0 {
			c.Response().Header().Set("Link", "<"+string(next)+`>; rel="next"`)
		}
		return negotiate.Send(c, formats[ext].mediaType, body, r.ETag, time.Time{})
	}
}

// write gives the address of what follows, "" at the end, a line feed and the
// feed.
func (s *Surface) write(c echo.Context, ext string, q catalog.Query, w catalog.Wording, v url.Values, page string, langs []string) ([]byte, error) {
	found, err := s.catalog.Search(c.Request().Context(), q)
	if err != nil {
		return nil, err
	}
	f := feed{title: s.title(page), home: s.catalog.Base + "/" + page + "/", self: s.catalog.Base + c.Request().URL.RequestURI(),
		lang: page, zone: s.catalog.Zone.String(), perDate: q.Group == catalog.ByOccurrence,
		stretch: func(n *schema.Node) (from, to time.Time) { return s.catalog.Stretch(n, q.From, q.To) }}
	if found.Next != "" {
		v.Set("cursor", found.Next)
		f.next = s.catalog.Feed(ext, v)
	}
	if f.cards, err = s.catalog.Cards(c.Request().Context(), found.Hits, page, langs); err != nil {
		return nil, err
	}
	s.catalog.Summarize(f.cards, w, langs)
	var b bytes.Buffer
	b.WriteString(f.next + "\n")
	if err := formats[ext].write(&b, f); err != nil {
		return nil, fault.New(fault.Internal, "feed %s: %w", ext, err)
	}
	return b.Bytes(), nil
}
