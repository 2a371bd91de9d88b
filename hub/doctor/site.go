package doctor

import (
	"context"
	"io"
	"net/url"
	"slices"
	"strings"
	"time"

	"golang.org/x/net/html"

	"moselle/connectors"
	"moselle/connectors/lang"
	"moselle/schema"
)

// Bounds of the search for feeds.
const (
	maxPage    = 2 << 20 // bytes of the page
	maxFeeds   = 12      // listed
	maxTried   = 4       // read
	triedItems = 20      // of each
	triedTime  = 30 * time.Second
)

// feedTypes are the media types under which pages name what can be harvested.
var feedTypes = []string{"text/calendar", "application/rss+xml", "application/atom+xml", "application/feed+json", "application/ld+json",
	"application/activity+json", "application/rdf+xml", "text/turtle", "text/csv"}

// site looks in a page without data for what it leads to, and tries the first
// few of the same site.
func (d *Doctor) site(ctx context.Context, location string, r *Report) {
	body, err := d.Open(location)(ctx, location, nil)
	if err != nil {
		return // the report says already why the page cannot be read
	}
	defer body.Close()
	p := scanPage(io.LimitReader(body, maxPage), body.Location)
	r.Title = p.title
	if connectors.IsWeb(location) {
		p.add(resolve(p.base, "/sitemap.xml"), "sitemap", 1)
	}
	slices.SortStableFunc(p.links, func(a, b link) int { return b.sure - a.sure })
	tried := 0
	for _, l := range p.links[:min(len(p.links), maxFeeds)] {
		f := Feed{Address: connectors.Discreet(l.address), Title: l.title}
		if connectors.IsWeb(location) && sameSite(p.base, l.address) && tried < maxTried {
			tried++
			d.tryFeed(ctx, l.address, &f, r.Lang)
			if l.sure == 1 && f.Kind == "" {
				continue // it was only looked for where sites usually have it
			}
		}
		r.Feeds = append(r.Feeds, f)
	}
}

// tryFeed reads the first items of a feed.
func (d *Doctor) tryFeed(ctx context.Context, address string, f *Feed, in string) {
	ctx, cancel := context.WithTimeout(ctx, triedTime)
	defer cancel()
	f.Tried = true
	found, err := d.look(ctx, address, address)
	switch {
	case err != nil:
		f.Error = lang.In(in, err.Error())
		return
	case len(found.guesses) == 0:
		f.Error = wordsIn(in).unknown(found.sight)
		return
	}
	f.Kind = found.guesses[0].kind.Name
	t, err := d.try(ctx, found.guesses[0].kind, address, nil, triedItems)
	f.Kept, f.Refused, f.More, f.Error = t.Run.Read-t.Run.Refused-t.Withdrawn, t.Run.Refused, t.Cut, lang.In(in, t.Run.Error)
	if err != nil {
		f.Error = wordsIn(in).T("files.settings")
	}
	if f.Kept == 0 && f.Error == "" && len(t.Run.Faults) > 0 {
		f.Error = lang.In(in, t.Run.Faults[0].Message)
	}
}

// pageScan is what a page leads to.
type pageScan struct {
	base  *url.URL
	title string
	links []link
}

type link struct {
	address, title string
	sure           int // 3 the page names its type, 2 its address looks like one, 1 a usual place
}

// scanPage reads a page for its title and its links.
func scanPage(r io.Reader, location string) *pageScan {
	p := &pageScan{}
	p.base, _ = url.Parse(location)
	z := html.NewTokenizer(r)
	for {
		switch z.Next() {
		case html.ErrorToken:
			return p
		case html.StartTagToken, html.SelfClosingTagToken:
			t := z.Token()
			switch t.Data {
			case "title":
				if p.title == "" && z.Next() == html.TextToken {
					p.title = schema.Excerpt(z.Token().Data)
				}
			case "link":
				p.named(t)
			case "a":
				p.looksLike(t)
			}
		}
	}
}

// named takes a link whose type the page names.
func (p *pageScan) named(t html.Token) {
	rel := strings.Fields(strings.ToLower(attr(t, "rel")))
	switch {
	case slices.Contains(rel, "alternate") && slices.Contains(feedTypes, strings.ToLower(attr(t, "type"))):
		p.add(resolve(p.base, attr(t, "href")), attr(t, "title"), 3)
	case slices.Contains(rel, "sitemap"):
		p.add(resolve(p.base, attr(t, "href")), "sitemap", 3)
	}
}

// looksLike takes a link whose address looks like a feed's.
func (p *pageScan) looksLike(t html.Token) {
	href := attr(t, "href")
	if rest, ok := strings.CutPrefix(href, "webcal://"); ok {
		p.add("https://"+rest, "", 2)
		return
	}
	path, query, _ := strings.Cut(strings.ToLower(href), "?")
	path = strings.TrimSuffix(path, "/")
	for _, end := range []string{".ics", ".rss", ".atom", "/feed", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", ".jsonld", ".ttl", "/ical"} {
		if strings.HasSuffix(path, end) {
			p.add(resolve(p.base, href), "", 2)
			return
		}
	}
	if strings.Contains(query, "ical=1") || strings.Contains(query, "format=ics") || strings.Contains(query, "verb=identify") {
		p.add(resolve(p.base, href), "", 2)
	}
}

func (p *pageScan) add(address, title string, sure int) {
	if address == "" || len(p.links) >= 50 || slices.ContainsFunc(p.links, func(l link) bool { return l.address == address }) {
		return
	}
	p.links = append(p.links, link{address, schema.Excerpt(title), sure})
}

func attr(t html.Token, name string) string {
	for _, a := range t.Attr {
		if a.Key == name {
			return strings.TrimSpace(a.Val)
		}
	}
	return ""
}

// resolve returns the full address of a link; "" for one that is none.
func resolve(base *url.URL, href string) string {
	u, err := url.Parse(href)
	if err != nil || href == "" || base == nil {
		return ""
	}
	u = base.ResolveReference(u)
	u.Fragment = ""
	return u.String()
}

// sameSite reports whether an address lies on the host of the page.
func sameSite(base *url.URL, address string) bool {
	u, err := url.Parse(address)
	return err == nil && base != nil && strings.TrimPrefix(u.Host, "www.") == strings.TrimPrefix(base.Host, "www.")
}
