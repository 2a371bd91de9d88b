// Package rest is the REST API under /api/v1: searches, records, the change
// log and the quality of sources as JSON. Errors are problem documents (RFC 9457); parameters that it does
// not know are refused by name.
package rest

import (
	"slices"

	"github.com/labstack/echo/v4"

	"moselle/hub/catalog"
	"moselle/schema"
)

// Surface is the REST surface.
type Surface struct{ catalog *catalog.Catalog }

// New returns the surface.
func New(c *catalog.Catalog) *Surface { return &Surface{c} }

// Routes adds the surface's addresses.
func (s *Surface) Routes(g *echo.Group) {
	api := g.Group("/api/v1")
	api.GET("", s.index)
	api.GET("/search", s.search(""))
	api.GET("/changes", s.changes)
	api.GET("/sources", s.sources)
	api.GET("/sources/:id/quality", s.quality)
	for _, c := range schema.Classes {
		segment := c.Segment()
		api.GET("/"+catalog.Plural(segment), s.search(segment))
		api.GET("/"+catalog.Plural(segment)+"/:key", s.record(segment))
	}
}

// index lists what there is.
func (s *Surface) index(c echo.Context) error {
	base := s.catalog.Base
	lists := map[string]string{"search": base + "/api/v1/search", "changes": base + "/api/v1/changes", "sources": base + "/api/v1/sources",
		"graphql": base + "/graphql", "context": s.catalog.Context(), "profile": s.catalog.Profile()}
	for _, c := range schema.Classes {
		p := catalog.Plural(c.Segment())
		lists[p] = base + "/api/v1/" + p
	}
	return c.JSON(200, map[string]any{"addresses": lists, "parameters": slices.Concat(catalog.Params, catalog.AnswerParams)})
}
