package negotiate

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"strings"

	"github.com/labstack/echo/v4"

	"moselle/hub/fault"
)

// statusClosed is what is noted when the client has gone away; nobody reads it.
const statusClosed = 499

// Errors says how failures are told.
type Errors struct {
	Log  *slog.Logger
	Base string // the hub's public address
	// Page writes a problem as a page for people, with the status of the
	// problem; nil for a hub without pages.
	Page func(c echo.Context, p Problem) error
	// Data reports whether a path answers programs only and never with a page;
	// nil for none.
	Data func(path string) bool
}

// ErrorHandler returns the one place where a failed request is answered and
// logged. Failures of a kind are answered by AnswerTo; the framework's own
// (no such route, method not allowed) by their status; all else is internal.
func ErrorHandler(e Errors) echo.HTTPErrorHandler {
	return func(err error, c echo.Context) {
		r := c.Request()
		if errors.Is(err, context.Canceled) && r.Context().Err() != nil {
			if !c.Response().Committed {
				c.Response().WriteHeader(statusClosed)
			}
			return
		}
		id := c.Response().Header().Get(echo.HeaderXRequestID)
		p := e.problem(err, c, id)
		e.log(r, p, err, id)
		if c.Response().Committed {
			return
		}
		Vary(c.Response().Header(), "Accept")
		if e.wantsPage(r) {
			p.Header(c.Response().Header())
			pageErr := e.Page(c, p)
			if pageErr == nil || c.Response().Committed {
				return
			}
			e.log(r, Problem{Status: http.StatusInternalServerError}, pageErr, id)
		}
		if err := p.Write(c.Response()); err != nil && r.Context().Err() == nil {
			e.Log.Debug("problem not delivered", slog.String("request", id), slog.Any("error", err))
		}
	}
}

// problem tells an error, those of the framework included.
func (e Errors) problem(err error, c echo.Context, id string) Problem {
	p := ProblemOf(err, e.Base, id)
	var he *echo.HTTPError
	if p.Status != http.StatusInternalServerError || !errors.As(err, &he) || he.Code < 400 || he.Code >= 500 {
		return p
	}
	p.Type, p.Status, p.Title, p.Detail = "about:blank", he.Code, http.StatusText(he.Code), ""
	if text, ok := he.Message.(string); ok && text != p.Title {
		p.Detail = text
	}
	switch he.Code {
	case http.StatusNotFound:
		if a := AnswerTo(fault.NotFound); e.Base != "" {
			p.Type, p.Title = e.Base+"/problems/"+a.Slug, a.Title
		}
		if p.Detail == "" {
			p.Detail = "there is nothing at this address"
		}
	case http.StatusMethodNotAllowed:
		allow := c.Response().Header().Get(echo.HeaderAllow)
		if strings.Contains(allow, http.MethodGet) && !strings.Contains(allow, http.MethodHead) {
			allow += ", " + http.MethodHead // which Head serves by GET
			c.Response().Header().Set(echo.HeaderAllow, allow)
		}
		p.Detail = fmt.Sprintf("%s is not possible here; possible are %s", c.Request().Method, allow)
	}
	return p
}

// log notes what the operator must look into; a client's mistakes are its own.
func (e Errors) log(r *http.Request, p Problem, err error, id string) {
	level := slog.LevelError
	switch {
	case p.Status < 500:
		return
	case p.Status == http.StatusServiceUnavailable:
		level = slog.LevelWarn
	}
	cause := err
	var known *fault.Error
	if errors.As(err, &known) && known.Err != nil && !strings.Contains(err.Error(), known.Err.Error()) {
		cause = fmt.Errorf("%w: %w", err, known.Err)
	}
	e.Log.LogAttrs(r.Context(), level, "request failed", slog.String("request", id), slog.String("method", r.Method),
		slog.String("path", r.URL.Path), slog.Int("status", p.Status), slog.Any("error", cause))
}

// wantsPage reports whether a person is asking.
func (e Errors) wantsPage(r *http.Request) bool {
	if e.Page == nil || e.Data != nil && e.Data(r.URL.Path) {
		return false
	}
	wanted, _ := Type(r.Header, []string{ProblemType, "application/json", "text/html"})
	return wanted == "text/html"
}

// NotAcceptable is the error of a request whose Accept header excludes all that
// is offered: 406 with the list.
func NotAcceptable(offers []string) error {
	return echo.NewHTTPError(http.StatusNotAcceptable, "none of the media types asked for is offered; offered are "+strings.Join(offers, ", "))
}
