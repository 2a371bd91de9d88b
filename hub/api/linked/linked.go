// Package linked publishes records as linked data: /id/… names the thing and
// leads to /doc/…, which gives it in the format that the client asks for, by
// Accept or by suffix.
package linked

import (
	"errors"
	"net/http"
	"strings"
	"time"

	"github.com/labstack/echo/v4"

	"moselle/hub/catalog"
	"moselle/hub/negotiate"
)

// Surface is the linked-data surface.
type Surface struct {
	catalog *catalog.Catalog
	page    Page
}

// Page writes a record as an HTML page, or what is left of it when err says
// that it is gone.
type Page func(c echo.Context, e *catalog.Entity, err error) error

// New returns the surface; page writes its HTML form.
func New(c *catalog.Catalog, page Page) *Surface { return &Surface{c, page} }

// Routes adds the surface's addresses.
func (s *Surface) Routes(g *echo.Group) {
	g.GET("/id/:class/:key", s.id)
	g.GET("/doc/:class/:key", s.doc)
}

// offers are the formats of a document, the preferred first: what a client
// without preference gets is JSON-LD.
var offers = []struct{ ext, mediaType string }{
	{".jsonld", "application/ld+json"},
	{".html", "text/html"},
	{".ttl", "text/turtle"},
	{".nt", "application/n-triples"},
	{".nq", "application/n-quads"},
	{".trig", "application/trig"},
	{".rdf", "application/rdf+xml"},
	{".json", "application/json"},
}

func mediaTypes() []string {
	out := make([]string, len(offers))
	for i, o := range offers {
		out[i] = o.mediaType
	}
	return out
}

// id leads from the thing to a document about it.
func (s *Surface) id(c echo.Context) error {
	e, err := s.catalog.At(c.Request().Context(), c.Param("class"), c.Param("key"))
	if err != nil {
		return s.gone(c, err, extOf(c, ""))
	}
	negotiate.Vary(c.Response().Header(), "Accept")
	c.Response().Header().Set("Cache-Control", "public, max-age=3600")
	return c.Redirect(http.StatusSeeOther, s.catalog.Doc(e.IRI, ""))
}

// doc gives the document.
func (s *Surface) doc(c echo.Context) error {
	key, ext := split(c.Param("key"))
	if chosen := extOf(c, ext); chosen != "" {
		ext = chosen
	} else {
		return negotiate.NotAcceptable(mediaTypes())
	}
	e, err := s.catalog.At(c.Request().Context(), c.Param("class"), key)
	if err != nil {
		return s.gone(c, err, ext)
	}
	s.links(c.Response().Header(), e, ext)
	return s.write(c, e, ext)
}

func (s *Surface) write(c echo.Context, e *catalog.Entity, ext string) error {
	if ext == ".html" {
		return s.page(c, e, nil)
	}
	var r catalog.Rendition
	var err error
	if ext == ".json" {
		page, langs := negotiate.AskedOrAll(c, s.catalog.Langs, s.catalog.Fallback)
		r, err = s.catalog.JSON(c.Request().Context(), e, page, langs)
	} else {
		r, err = s.catalog.Document(c.Request().Context(), e, ext)
	}
	if err != nil {
		return err
	}
	negotiate.ContentLanguage(c.Response().Header(), r.Lang)
	return negotiate.SendPacked(c, mediaType(ext), r.Body, r.Packed, r.ETag, r.Modified)
}

// gone answers for a record that is not there: what is left of a deleted one
// in the asked format, with 410.
func (s *Surface) gone(c echo.Context, err error, ext string) error {
	var t *catalog.Tombstone
	if !errors.As(err, &t) {
		return err
	}
	switch ext {
	case ".html":
		return s.page(c, nil, err)
	case ".json", "":
		return c.JSON(http.StatusGone, map[string]string{"id": s.catalog.ID(t.IRI), "class": t.Class,
			"deleted": t.At.UTC().Format(time.RFC3339), "reason": t.Reason})
	}
	body, err := s.catalog.Remains(t, ext)
	if err != nil {
		return err
	}
	return c.Blob(http.StatusGone, mediaType(ext), body)
}

// links names the thing, the other formats and the licence in Link headers
// (RFC 8288, RFC 8574).
func (s *Surface) links(h http.Header, e *catalog.Entity, ext string) {
	h.Add("Link", "<"+s.catalog.ID(e.IRI)+`>; rel="describes"`)
	h.Add("Link", "<"+s.catalog.ID(e.IRI)+`>; rel="cite-as"`)
	if ext != ".html" { // a page says so itself
		h.Add("Link", "<"+s.catalog.Doc(e.IRI, "")+`>; rel="canonical"`)
	}
	for _, o := range offers {
		h.Add("Link", "<"+s.catalog.Doc(e.IRI, o.ext)+`>; rel="alternate"; type="`+o.mediaType+`"`)
	}
	if l := e.Node.String("sdLicense"); l != "" {
		h.Add("Link", "<"+l+`>; rel="license"`)
	}
}

// split takes a known suffix off a key.
func split(key string) (string, string) {
	for _, o := range offers {
		if rest, ok := strings.CutSuffix(key, o.ext); ok {
			return rest, o.ext
		}
	}
	return key, ""
}

// extOf returns the suffix, or that of the format the client prefers; "" when
// it takes none.
func extOf(c echo.Context, suffix string) string {
	if suffix != "" {
		return suffix
	}
	negotiate.Vary(c.Response().Header(), "Accept")
	chosen, _ := negotiate.Type(c.Request().Header, mediaTypes())
	for _, o := range offers {
		if o.mediaType == chosen {
			return o.ext
		}
	}
	return ""
}

func mediaType(ext string) string {
	for _, o := range offers {
		if o.ext == ext {
			if strings.HasPrefix(o.mediaType, "text/") {
				return o.mediaType + "; charset=utf-8"
			}
			return o.mediaType
		}
	}
	return "application/octet-stream"
}
