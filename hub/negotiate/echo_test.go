package negotiate_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/labstack/echo/v4"

	"moselle/hub/fault"
	"moselle/hub/negotiate"
)

// server answers each path of handlers, with all middleware, and keeps the log.
func server(t *testing.T, handlers map[string]echo.HandlerFunc) (*echo.Echo, *bytes.Buffer) {
	t.Helper()
	var log bytes.Buffer
	e := echo.New()
	e.HTTPErrorHandler = negotiate.ErrorHandler(negotiate.Errors{
		Log:  slog.New(slog.NewTextHandler(&log, nil)),
		Base: "https://hub.example",
		Data: func(path string) bool { return strings.HasPrefix(path, "/api/") },
		Page: func(c echo.Context, p negotiate.Problem) error {
			if c.Path() == "/broken-page" {
				return errors.New("template is broken")
			}
			return c.HTML(p.Status, "<h1>"+p.Title+"</h1>")
		},
	})
	e.Use(negotiate.RequestID(), negotiate.Compress(), negotiate.Secure(), negotiate.CORS(), negotiate.Recover())
	for path, h := range handlers {
		e.GET(path, h)
	}
	return e, &log
}

func do(e *echo.Echo, method, path string, h http.Header) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, path, nil)
	for name, values := range h {
		r.Header[name] = values
	}
	w := httptest.NewRecorder()
	e.ServeHTTP(w, r)
	return w
}

func failing(err error) echo.HandlerFunc {
	return func(c echo.Context) error {
		c.Response().Header().Set("ETag", `"x"`)
		return err
	}
}

func TestErrorHandler(t *testing.T) {
	t.Parallel()
	const types = "https://hub.example/problems/"
	tests := []struct {
		name, method string
		err          error
		want         negotiate.Problem
		logged       string // "" for nothing
	}{
		{"not found", "GET", fmt.Errorf("store: %w", fault.New(fault.NotFound, "there is no record a")),
			negotiate.Problem{Type: types + "not-found", Title: "Not found", Status: 404, Detail: "there is no record a"}, ""},
		{"gone", "GET", fault.New(fault.Gone, "deleted"), negotiate.Problem{Type: types + "gone", Title: "Gone", Status: 410, Detail: "deleted"}, ""},
		{"parameter", "GET", fault.Param("from", "%q is no date", "x"),
			negotiate.Problem{Type: types + "invalid", Title: "Invalid request", Status: 400, Detail: `"x" is no date`, Param: "from"}, ""},
		{"conflict", "GET", fault.New(fault.Conflict, "c"), negotiate.Problem{Type: types + "conflict", Title: "Conflict", Status: 409, Detail: "c"}, ""},
		{"denied", "GET", fault.New(fault.Denied, "d"), negotiate.Problem{Type: types + "denied", Title: "Not allowed", Status: 403, Detail: "d"}, ""},
		{"too large", "GET", fault.New(fault.TooLarge, "l"), negotiate.Problem{Type: types + "too-large", Title: "Too large", Status: 413, Detail: "l"}, ""},
		{"unavailable, with a cause", "GET", &fault.Error{Kind: fault.Unavailable, Message: "the index is being built", Err: errors.New("lock held")},
			negotiate.Problem{Type: types + "unavailable", Title: "Not available now", Status: 503, Detail: "the index is being built"}, "lock held"},
		{"deadline", "GET", context.DeadlineExceeded,
			negotiate.Problem{Type: types + "unavailable", Title: "Not available now", Status: 503, Detail: "the answer took too long; ask for less, or later"}, "deadline exceeded"},
		{"internal", "GET", errors.New("table records: disk full"),
			negotiate.Problem{Type: types + "internal", Title: "Internal error", Status: 500, Detail: "internal error; quote the instance when you report it"}, "disk full"},
		{"internal by kind", "GET", &fault.Error{Message: "secret"},
			negotiate.Problem{Type: types + "internal", Title: "Internal error", Status: 500, Detail: "internal error; quote the instance when you report it"}, "secret"},
		{"body too large", "GET", &http.MaxBytesError{Limit: 5},
			negotiate.Problem{Type: types + "too-large", Title: "Too large", Status: 413, Detail: "the request is larger than the hub takes"}, ""},
		{"method", "POST", nil, negotiate.Problem{Type: "about:blank", Title: "Method Not Allowed", Status: 405,
			Detail: "POST is not possible here; possible are OPTIONS, GET, HEAD"}, ""},
		{"media type", "GET", negotiate.NotAcceptable([]string{"text/html", "text/turtle"}), negotiate.Problem{Type: "about:blank", Title: "Not Acceptable", Status: 406,
			Detail: "none of the media types asked for is offered; offered are text/html, text/turtle"}, ""},
		{"framework's, with a kind inside", "GET", echo.NewHTTPError(400, "bad").SetInternal(fault.New(fault.Conflict, "c")),
			negotiate.Problem{Type: types + "conflict", Title: "Conflict", Status: 409, Detail: "c"}, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			e, log := server(t, map[string]echo.HandlerFunc{"/api/x": failing(tt.err)})
			w := do(e, tt.method, "/api/x", header("Accept", "text/html"))
			var got negotiate.Problem
			if err := json.Unmarshal(w.Body.Bytes(), &got); err != nil {
				t.Fatalf("body %s: %v", w.Body, err)
			}
			id := w.Header().Get("X-Request-Id")
			if len(id) != 36 || got.Instance != "urn:uuid:"+id {
				t.Errorf("instance %q of request %q", got.Instance, id)
			}
			got.Instance = ""
			if d := cmp.Diff(tt.want, got); d != "" {
				t.Errorf("problem differs (-want +got):\n%s", d)
			}
			if w.Code != tt.want.Status || w.Header().Get("Content-Type") != "application/problem+json" || w.Header().Get("ETag") != "" {
				t.Errorf("status %d, headers %v", w.Code, w.Header())
			}
			if lines := strings.Count(log.String(), "\n"); tt.logged == "" && lines > 0 || tt.logged != "" && lines != 1 {
				t.Errorf("log has %d lines:\n%s", lines, log)
			}
			if !strings.Contains(log.String(), tt.logged) || tt.logged != "" && !strings.Contains(log.String(), id) {
				t.Errorf("log lacks %q or the request's id:\n%s", tt.logged, log)
			}
		})
	}
}

func TestErrorPage(t *testing.T) {
	t.Parallel()
	e, log := server(t, map[string]echo.HandlerFunc{
		"/broken-page": failing(fault.New(fault.NotFound, "none")),
		"/panic":       func(echo.Context) error { panic("boom") },
		"/late": func(c echo.Context) error {
			return errors.Join(c.String(http.StatusOK, "begun"), errors.New("failed late"))
		},
	})
	const browser = "text/html,application/xhtml+xml,*/*;q=0.8"
	if w := do(e, "GET", "/nothing", header("Accept", browser)); w.Code != 404 || w.Body.String() != "<h1>Not found</h1>" {
		t.Errorf("a browser gets %d %s", w.Code, w.Body)
	}
	if w := do(e, "GET", "/nothing", header("Accept", "*/*")); w.Code != 404 || !strings.Contains(w.Body.String(), `"detail":"there is nothing at this address"`) {
		t.Errorf("a program gets %d %s", w.Code, w.Body)
	}
	if w := do(e, "GET", "/broken-page", header("Accept", browser)); w.Code != 404 || !strings.Contains(w.Body.String(), `"status":404`) {
		t.Errorf("a browser gets %d %s for want of a page", w.Code, w.Body)
	}
	if w := do(e, "GET", "/panic", nil); w.Code != 500 || strings.Contains(w.Body.String(), "boom") || w.Header().Get("Cache-Control") != "no-store" {
		t.Errorf("a panic gives %d %s", w.Code, w.Body)
	}
	if w := do(e, "GET", "/late", nil); w.Code != 200 || w.Body.String() != "begun" {
		t.Errorf("a late failure gives %d %s", w.Code, w.Body)
	}
	for _, want := range []string{"template is broken", "panic: boom", "failed late"} {
		if !strings.Contains(log.String(), want) {
			t.Errorf("log lacks %q:\n%s", want, log)
		}
	}
}

func TestClientGone(t *testing.T) {
	t.Parallel()
	e, log := server(t, map[string]echo.HandlerFunc{"/x": func(c echo.Context) error { return c.Request().Context().Err() }})
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	w := httptest.NewRecorder()
	e.ServeHTTP(w, httptest.NewRequestWithContext(ctx, "GET", "/x", nil))
	if w.Code != 499 || w.Body.Len() > 0 || log.Len() > 0 {
		t.Errorf("a client that has gone gives %d %s and the log %s", w.Code, w.Body, log)
	}
}

func TestHead(t *testing.T) {
	t.Parallel()
	e, _ := server(t, map[string]echo.HandlerFunc{"/x": func(c echo.Context) error { return c.String(http.StatusOK, "hello") }})
	s := httptest.NewServer(negotiate.Head(e))
	defer s.Close()
	res, err := http.Head(s.URL + "/x")
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	if body, err := io.ReadAll(res.Body); err != nil || len(body) > 0 || res.StatusCode != 200 {
		t.Errorf("HEAD = %d %q, %v, want 200 and no body", res.StatusCode, body, err)
	}
}
