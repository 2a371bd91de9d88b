package negotiate

import (
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/labstack/echo/v4"

	"moselle/schema"
)

// Asked returns the interface language of a request, one of offers, and the
// content languages to try: what the lang parameter names first, then what
// Accept-Language names, then those that stand in for the first. The answer
// varies by Accept-Language even with the parameter, which may name a language
// that the thing has not.
func Asked(c echo.Context, offers []string, fallback schema.Fallback) (page string, langs []string) {
	h := c.Request().Header
	page = Language(h, offers)
	var first []string
	for l := range strings.SplitSeq(c.QueryParam("lang"), ",") {
		if l = schema.CleanLang(strings.TrimSpace(l)); l != schema.Und {
			first = append(first, l)
		}
	}
	Vary(c.Response().Header(), "Accept-Language")
	if len(first) > 0 && slices.Contains(offers, first[0]) {
		page = first[0]
	}
	langs = Languages(h, first...)
	if len(langs) == 0 {
		langs = []string{page}
	}
	for _, l := range fallback.Chain(langs[0]) {
		if !slices.Contains(langs, l) {
			langs = append(langs, l)
		}
	}
	return page, langs
}

// AskedOrAll is Asked for a document about one thing, which lang=* asks for in
// all its languages: langs is nil then.
func AskedOrAll(c echo.Context, offers []string, fallback schema.Fallback) (page string, langs []string) {
	page, langs = Asked(c, offers, fallback)
	if c.QueryParam("lang") == "*" {
		return page, nil
	}
	return page, langs
}

// ContentLanguage says in which language an answer is given, unless that is not
// known.
func ContentLanguage(h http.Header, lang string) {
	if lang != "" && lang != schema.Und {
		h.Set("Content-Language", lang)
	}
}

// Send answers with a document, or with 304 when the client has it already.
// Caches may keep it if they ask again each time.
func Send(c echo.Context, mediaType string, body []byte, etag string, modified time.Time) error {
	w := c.Response()
	if w.Header().Get("Cache-Control") == "" {
		w.Header().Set("Cache-Control", "public, no-cache")
	}
	if Unchanged(w, c.Request(), etag, modified) {
		return nil
	}
	return c.Blob(http.StatusOK, mediaType, body)
}

// SendPacked is Send for a document that is at hand as gzip too: whoever takes
// that gets it without the work of compressing it again. The entity tag of the
// packed form is weak, as Compress makes it.
func SendPacked(c echo.Context, mediaType string, body, packed []byte, etag string, modified time.Time) error {
	Vary(c.Response().Header(), "Accept-Encoding")
	if len(packed) == 0 || !takesGzip(c.Request().Header) {
		return Send(c, mediaType, body, etag, modified)
	}
	c.Response().Header().Set("Content-Encoding", "gzip")
	if strings.HasPrefix(etag, `"`) {
		etag = "W/" + etag
	}
	return Send(c, mediaType, packed, etag, modified)
}
