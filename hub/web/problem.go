package web

import (
	"net/http"
	"slices"

	"github.com/labstack/echo/v4"

	"moselle/hub/fault"
	"moselle/hub/negotiate"
)

// problem describes a kind of failure, at the address that problem documents
// give as their type.
func (s *Surface) problem(c echo.Context) error {
	slug := c.Param("slug")
	i := slices.IndexFunc(negotiate.Answers[:], func(a negotiate.Answer) bool { return a.Slug == slug })
	if i < 0 {
		return fault.New(fault.NotFound, "there is no kind of failure %q", slug)
	}
	answer := negotiate.Answers[i]
	negotiate.Vary(c.Response().Header(), "Accept")
	if chosen, _ := negotiate.Type(c.Request().Header, []string{"application/json", "text/html"}); chosen != "text/html" {
		return c.JSON(http.StatusOK, answer)
	}
	lang, _ := negotiate.Asked(c, s.catalog.Langs, s.catalog.Fallback)
	return s.tell(c, lang, http.StatusOK, s.title(lang, answer.Status), message{Text: s.words[lang].Or("problem."+slug, answer.Doc)})
}
