package negotiate_test

import (
	"compress/gzip"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/labstack/echo/v4"

	"moselle/hub/fault"
)

func TestHeaders(t *testing.T) {
	t.Parallel()
	e, _ := server(t, map[string]echo.HandlerFunc{"/x": func(c echo.Context) error { return c.NoContent(http.StatusOK) }})
	w := do(e, "GET", "/x", header("X-Request-Id", "forged"))
	for name, want := range map[string]string{
		"Content-Security-Policy":       "default-src 'self';",
		"X-Content-Type-Options":        "nosniff",
		"Referrer-Policy":               "strict-origin-when-cross-origin",
		"Permissions-Policy":            "camera=()",
		"Access-Control-Allow-Origin":   "*",
		"Access-Control-Expose-Headers": "ETag",
		"Vary":                          "Accept-Encoding",
	} {
		if got := w.Header().Get(name); !strings.Contains(got, want) {
			t.Errorf("%s = %q, want %q in it", name, got, want)
		}
	}
	if id := w.Header().Get("X-Request-Id"); len(id) != 36 {
		t.Errorf("X-Request-Id = %q, want one of the hub's own", id)
	}
	if got := w.Header().Get("Access-Control-Allow-Credentials"); got != "" {
		t.Errorf("Access-Control-Allow-Credentials = %q, want none", got)
	}
	w = do(e, "OPTIONS", "/x", http.Header{"Origin": {"https://app.example"}, "Access-Control-Request-Method": {"GET"}})
	if w.Code != http.StatusNoContent || w.Header().Get("Access-Control-Allow-Methods") != "GET, HEAD, POST" {
		t.Errorf("preflight = %d %v", w.Code, w.Header())
	}
}

func TestCompress(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("culture ", 1000)
	e, _ := server(t, map[string]echo.HandlerFunc{
		"/long": func(c echo.Context) error {
			c.Response().Header().Set("ETag", `"a"`)
			return c.String(http.StatusOK, long)
		},
		"/short": func(c echo.Context) error { return c.String(http.StatusTeapot, "short") },
		"/image": func(c echo.Context) error { return c.Blob(http.StatusOK, "image/png", []byte(long)) },
		"/none":  func(c echo.Context) error { return c.NoContent(http.StatusNotModified) },
		"/fails": func(echo.Context) error { return fault.New(fault.Invalid, "%s", long) },
		"/pieces": func(c echo.Context) error {
			c.Response().Header().Set("Content-Type", "text/event-stream")
			for range 3 {
				io.WriteString(c.Response(), "piece ")
				c.Response().Flush()
			}
			return nil
		},
	})
	tests := []struct {
		path, accept string
		status       int
		zipped       bool
		etag, body   string
	}{
		{"/long", "gzip, br", 200, true, `W/"a"`, long},
		{"/long", "br, *;q=0.1", 200, true, `W/"a"`, long},
		{"/long", "gzip;q=0, *", 200, false, `"a"`, long},
		{"/long", "", 200, false, `"a"`, long},
		{"/short", "gzip", 418, false, "", "short"},
		{"/image", "gzip", 200, false, "", long},
		{"/none", "gzip", 304, false, "", ""},
		{"/fails", "gzip", 400, true, "", `"detail":"culture culture`},
		{"/pieces", "gzip", 200, true, "", "piece piece piece "},
	}
	for _, tt := range tests {
		w := do(e, "GET", tt.path, header("Accept-Encoding", tt.accept))
		var body io.Reader = w.Body
		if got := w.Header().Get("Content-Encoding") == "gzip"; got != tt.zipped {
			t.Errorf("%s for %q: compressed %v, want %v", tt.path, tt.accept, got, tt.zipped)
			continue
		}
		if tt.zipped {
			z, err := gzip.NewReader(w.Body)
			if err != nil {
				t.Fatal(err)
			}
			body = z
		}
		text, err := io.ReadAll(body)
		if err != nil || !strings.Contains(string(text), tt.body) || w.Code != tt.status || w.Header().Get("ETag") != tt.etag {
			t.Errorf("%s for %q = %d %.40q, ETag %s, %v", tt.path, tt.accept, w.Code, text, w.Header().Get("ETag"), err)
		}
		if got := w.Header().Get("Vary"); !strings.Contains(got, "Accept-Encoding") {
			t.Errorf("%s: Vary = %q", tt.path, got)
		}
	}
}
