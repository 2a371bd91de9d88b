package web

import (
	"bytes"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/labstack/echo/v4"

	"moselle/hub/catalog"
	"moselle/hub/negotiate"
	"moselle/schema"
)

// page is what every template is given.
type page struct {
	words
	Lang        string
	Title       string
	Description string
	Base        string
	Canonical   string // "" for pages that are no one's address
	Nav         []link
	Langs       []link // the same page in the other languages
	Alternates  []alternate
	JSONLD      string
	Body        any
}

// link is a text that may lead somewhere.
type link struct {
	Text, URL, Lang string
	Title           string // what following it does, where the text does not say
	After           string // text that follows it
	Current         bool
	Count           int
}

type alternate struct{ Type, Title, URL string }

// Other returns the language of a text when it is known and not the page's, for
// an attribute lang.
func (p page) Other(lang string) string { return other(p.Lang, lang) }

// KindOf names what kind of thing a card shows, as closely as a concept says,
// else by its type.
func (p page) KindOf(c catalog.Card) catalog.Label {
	if len(c.Categories) > 0 && c.Categories[0].ID != "" {
		return c.Categories[0].Label
	}
	return catalog.Label{Name: p.Kind(c.Type), Lang: p.Lang}
}

func other(page, lang string) string {
	if lang == page || lang == schema.Und {
		return ""
	}
	return lang
}

// newPage starts a page at a path below the language ("works/abc").
func (s *Surface) newPage(lang, title, below string, query url.Values) page {
	p := page{words: s.words[lang], Base: s.catalog.Base, Lang: lang, Title: title, Canonical: s.catalog.Base + "/" + lang + "/" + below}
	for _, section := range []string{"", "works", "places", "organizations"} {
		text := p.T("agenda.title")
		if section != "" {
			text = p.T("nav." + section)
		}
		p.Nav = append(p.Nav, link{Text: text, URL: "/" + lang + "/" + section, Current: section == strings.Split(below, "/")[0]})
	}
	suffix := ""
	if len(query) > 0 {
		suffix = "?" + query.Encode()
	}
	for _, l := range s.catalog.Langs {
		p.Langs = append(p.Langs, link{Text: s.words[l].T("lang.name"), URL: "/" + l + "/" + below + suffix, Lang: l, Current: l == lang})
	}
	return p
}

// render writes a page.
func (s *Surface) render(c echo.Context, status int, name string, p page) error {
	var b bytes.Buffer
	if err := s.pages[name].Execute(&b, p); err != nil {
		return err
	}
	h := c.Response().Header()
	h.Set("Content-Language", p.Lang)
	if status != http.StatusOK {
		return c.HTMLBlob(status, b.Bytes())
	}
	return negotiate.Send(c, "text/html; charset=utf-8", b.Bytes(), negotiate.ETag(b.String()), time.Time{})
}

// lang returns the language that the address begins with; ok is false when it
// is none of the interface's.
func (s *Surface) lang(c echo.Context) (string, bool) {
	first, _, _ := strings.Cut(strings.TrimPrefix(c.Request().URL.Path, "/"), "/")
	_, ok := s.words[first]
	return first, ok
}
