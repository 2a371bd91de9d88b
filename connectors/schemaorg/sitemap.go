package schemaorg

import (
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"net/url"
	"path/filepath"
	"strings"

	"golang.org/x/net/html/charset"

	"moselle/connectors"
)

const (
	maxSitemaps = 500 // read in one run
	maxIndex    = 3   // an index of indexes
)

// listing is the pages that sitemaps list.
type listing struct {
	host   string // of the declared location; "" for a file
	home   string // the host it was redirected to
	dir    string // of the file
	pages  []string
	seen   map[string]bool
	maps   int
	over   int // pages beyond the setting
	passed int // pages that do not match
	out    *connectors.Listing
	stop   error // what the listing said when no more was wanted
}

// sitemap reads the sitemap at location and those it leads to.
func (c *connector) sitemap(ctx context.Context, r io.Reader, location string, out *connectors.Listing) (*listing, error) {
	l := &listing{seen: map[string]bool{}, out: out}
	if connectors.IsWeb(location) {
		l.host, l.home = hostOf(c.env.Location), hostOf(location)
	} else {
		l.dir = filepath.Dir(location)
	}
	if err := c.readSitemap(ctx, l, r, location, 0); err != nil {
		return nil, err
	}
	if l.over > 0 {
		err := connectors.Refuse("", connectors.Name(location), "pages", "", "lists %d pages more than the setting allows; raise pages above %d, or narrow match", l.over, c.Pages)
		if err := out.Refuse(err); err != nil {
			return nil, err
		}
	}
	if len(l.pages) == 0 {
		reason := "the sitemap lists no page that can be read"
		if l.passed > 0 {
			reason = fmt.Sprintf("none of the %d pages the sitemap lists has an address that matches the setting match", l.passed)
		}
		if err := out.Refuse(connectors.Nothing(location, "%s", reason)); err != nil {
			return nil, err
		}
	}
	return l, nil
}

func hostOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.ToLower(u.Host)
}

// readSitemap reads one sitemap or index as it streams in.
func (c *connector) readSitemap(ctx context.Context, l *listing, r io.Reader, location string, depth int) error {
	dec := xml.NewDecoder(r)
	dec.Strict = false
	dec.CharsetReader = charset.NewReaderLabel
	kind, inLoc := "", false
	var loc strings.Builder
	for {
		tok, err := dec.Token()
		if errors.Is(err, io.EOF) {
			if kind == "" {
				return fmt.Errorf("this is XML, but not a sitemap: it has neither urlset nor sitemapindex")
			}
			return nil
		}
		if err != nil {
			line, _ := dec.InputPos()
			if syntax := (*xml.SyntaxError)(nil); errors.As(err, &syntax) {
				return fmt.Errorf("line %d: the sitemap is no XML from here on, or is cut off", line)
			}
			if strings.Contains(err.Error(), "unsupported charset") {
				return fmt.Errorf("line %d: the sitemap names an encoding that is not known: save it as UTF-8", line)
			}
			return fmt.Errorf("line %d: the sitemap cannot be read: %w", line, err)
		}
		switch t := tok.(type) {
		case xml.StartElement:
			switch name := t.Name.Local; name {
			case "urlset", "sitemapindex":
				kind = name
			case "loc":
				inLoc = kind != "" && !strings.Contains(t.Name.Space, "image") && !strings.Contains(t.Name.Space, "video")
				loc.Reset()
			}
		case xml.CharData:
			if inLoc && loc.Len() < 4096 {
				loc.Write(t)
			}
		case xml.EndElement:
			if t.Name.Local != "loc" || !inLoc {
				continue
			}
			inLoc = false
			if err := c.listed(ctx, l, location, strings.TrimSpace(loc.String()), kind == "sitemapindex", depth); err != nil {
				return err
			}
		}
	}
}

// listed takes one address of a sitemap.
func (c *connector) listed(ctx context.Context, l *listing, sitemap, loc string, isMap bool, depth int) error {
	refuse := func(reason string) error {
		l.stop = l.out.Refuse(connectors.Refuse("", connectors.Name(sitemap), "loc", loc, "%s", reason))
		return l.stop
	}
	target, reason := l.target(sitemap, loc)
	if l.seen[target] {
		return nil
	}
	if len(l.seen) <= maxPages*2 {
		l.seen[target] = true
	}
	if !isMap {
		switch {
		case !c.match.MatchString(loc):
			l.passed++
			return nil
		case reason != "":
			return refuse(reason)
		case len(l.pages) >= c.Pages:
			l.over++
			return nil
		}
		l.pages = append(l.pages, target)
		return nil
	}
	if l.maps++; l.maps > maxSitemaps || depth >= maxIndex {
		reason = "more sitemaps, or a deeper index of them, than are read"
	}
	if reason != "" {
		return refuse(reason)
	}
	body, err := c.env.Open(ctx, target, nil)
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if err == nil {
		defer body.Close()
		err = c.readSitemap(ctx, l, body, target, depth+1)
	}
	if err != nil && l.stop == nil && ctx.Err() == nil {
		return refuse(err.Error())
	}
	return err
}

// target returns what to open for an address in a sitemap, or why it is not
// opened: only pages of the sitemap's own host, or files beside it.
func (l *listing) target(sitemap, loc string) (target, reason string) {
	u, err := url.Parse(loc)
	switch {
	case loc == "" || err != nil:
		return loc, "not an address"
	case l.host == "":
		if u.IsAbs() || u.Host != "" || !filepath.IsLocal(loc) {
			return loc, "a sitemap that is a file lists files beside it only"
		}
		return filepath.Join(l.dir, filepath.FromSlash(loc)), ""
	}
	full := resolve(sitemap, loc)
	if h := hostOf(full); !connectors.IsWeb(full) || h != l.host && h != l.home {
		return full, "not a page of " + l.host + ": a sitemap is trusted for its own host only"
	}
	return full, ""
}
