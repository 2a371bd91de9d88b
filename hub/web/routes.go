package web

import (
	"net/http"

	"github.com/labstack/echo/v4"

	"moselle/hub/catalog"
	"moselle/hub/negotiate"
	"moselle/schema"
	"moselle/schema/derive"
)

// Routes adds the portal's addresses.
func (s *Surface) Routes(g *echo.Group) {
	g.GET("/", s.start)
	g.GET("/assets/:name", s.assets.serve)
	g.GET("/problems/:slug", s.problem)
	for _, lang := range s.catalog.Langs {
		p := g.Group("/" + lang)
		p.GET("", func(c echo.Context) error { return c.Redirect(http.StatusMovedPermanently, "/"+lang+"/") })
		p.GET("/", s.list(lang, agenda))
		for _, l := range []listing{works, places, organizations, persons} {
			p.GET("/"+l.path, s.list(lang, l))
		}
		p.GET(derive.ProfilePath, s.profile(lang))
		p.GET("/sources/:id", s.source(lang))
		for _, class := range schema.Classes {
			segment := class.Segment()
			p.GET("/"+catalog.Plural(segment)+"/:key", s.entity(lang, segment))
		}
	}
}

// start leads to the agenda in the reader's language.
func (s *Surface) start(c echo.Context) error {
	lang, _ := negotiate.Asked(c, s.catalog.Langs, s.catalog.Fallback)
	negotiate.Vary(c.Response().Header(), "Accept-Language")
	return c.Redirect(http.StatusSeeOther, "/"+lang+"/")
}
