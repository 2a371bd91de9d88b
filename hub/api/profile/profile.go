// Package profile publishes the profile, which is what the hub's data is made
// of, for programs: at /profile as RDF, and below it, under its version, the
// documents that are derived from it. Its page for people is the portal's.
package profile

import (
	"bytes"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/labstack/echo/v4"

	"moselle/hub/catalog"
	"moselle/hub/negotiate"
	"moselle/schema/derive"
	"moselle/schema/rdf/formats"
)

// Surface is the profile's surface. Its documents are made once.
type Surface struct {
	catalog *catalog.Catalog
	derived []document // under the version
	forms   []document // of the vocabulary
}

// document is one that is served as it is.
type document struct {
	path, mediaType string
	body            []byte
}

// New makes the documents. An error is a fault of the class tables.
func New(c *catalog.Catalog) (*Surface, error) {
	s := &Surface{catalog: c, derived: []document{
		{derive.ContextPath, "application/ld+json", derive.Context()},
		{derive.SchemaPath, "application/schema+json", derive.JSONSchema(c.Base)},
		{derive.ShapesPath, "text/turtle", derive.Shapes()},
		{derive.SearchPath, "application/json", derive.SearchMapping()},
	}}
	vocabulary := derive.Vocabulary()
	for _, f := range formats.All() {
		var b bytes.Buffer
		if err := f.Encode(&b, vocabulary); err != nil {
			return nil, fmt.Errorf("profile as %s: %w", f.Name, err)
		}
		s.forms = append(s.forms, document{derive.ProfilePath + f.Ext, f.MediaType, b.Bytes()})
	}
	return s, nil
}

// Routes adds the surface's addresses.
func (s *Surface) Routes(g *echo.Group) {
	g.GET(derive.ProfilePath, s.profile)
	for _, d := range s.forms {
		g.GET(d.path, d.send)
	}
	for _, d := range s.derived {
		g.GET(d.path, d.keep)
	}
}

// profile leads people to the page in their language, and gives programs the
// vocabulary in the format they prefer.
func (s *Surface) profile(c echo.Context) error {
	offers := []string{"text/html"}
	for _, d := range s.forms {
		offers = append(offers, d.mediaType)
	}
	h := c.Response().Header()
	negotiate.Vary(h, "Accept")
	chosen, ok := negotiate.Type(c.Request().Header, offers)
	if !ok {
		return negotiate.NotAcceptable(offers)
	}
	if i := slices.IndexFunc(s.forms, func(d document) bool { return d.mediaType == chosen }); i >= 0 {
		h.Set("Content-Location", s.forms[i].path)
		return s.forms[i].send(c)
	}
	lang, _ := negotiate.Asked(c, s.catalog.Langs, s.catalog.Fallback)
	negotiate.Vary(h, "Accept-Language")
	return c.Redirect(http.StatusSeeOther, "/"+lang+derive.ProfilePath)
}

// send answers with the document; caches ask again each time.
func (d document) send(c echo.Context) error {
	contentType := d.mediaType
	if strings.HasPrefix(contentType, "text/") {
		contentType += "; charset=utf-8"
	}
	return negotiate.Send(c, contentType, d.body, negotiate.ETag(string(d.body)), time.Time{})
}

// keep is send for a document that caches may keep for good: what its address
// says does not change within a version.
func (d document) keep(c echo.Context) error {
	c.Response().Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	return d.send(c)
}
