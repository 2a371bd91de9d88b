package web

import (
	"net/http"
	"strconv"
	"strings"

	"github.com/labstack/echo/v4"

	"moselle/hub/negotiate"
)

// message is the body of a page that tells a failure.
type message struct {
	Text   string
	Detail string // in English, as programs are told it
}

// Fault writes an error as a page for people: what is wrong, in their language.
func (s *Surface) Fault(c echo.Context, f negotiate.Problem) error {
	lang, ok := s.lang(c)
	if !ok {
		lang, _ = negotiate.Asked(c, s.catalog.Langs, s.catalog.Fallback)
	}
	w := s.words[lang]
	m := message{Text: w.Or("error."+strconv.Itoa(f.Status)+".text", w.T("error.400.text")), Detail: f.Detail}
	switch {
	case f.Status == http.StatusNotFound:
		m.Detail = ""
	case f.Status >= http.StatusInternalServerError:
		m.Text = strings.ReplaceAll(m.Text, "{id}", strings.TrimPrefix(f.Instance, "urn:uuid:"))
		m.Detail = ""
	case f.Param != "":
		m.Detail = f.Param + ": " + f.Detail
	}
	return s.tell(c, lang, f.Status, s.title(lang, f.Status), m)
}

// tell writes a message as a page that is part of no section and that no search
// engine is to keep.
func (s *Surface) tell(c echo.Context, lang string, status int, title string, m message) error {
	p := s.newPage(lang, title, "", nil)
	p.Canonical, p.Body = "", m
	for i := range p.Nav {
		p.Nav[i].Current = false
	}
	return s.render(c, status, "error", p)
}

// title names a failure by its status.
func (s *Surface) title(lang string, status int) string {
	w := s.words[lang]
	return w.Or("error."+strconv.Itoa(status), w.T("error.400"))
}
