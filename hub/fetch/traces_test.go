package fetch_test

import (
	"bytes"
	"io"
	"log/slog"
	"net/http"
	"strings"
	"testing"

	"moselle/hub/fetch"
)

// The hub keeps no cookies, says nothing of where it comes from, and tells no
// key that stands in an address to anybody but the server.
func TestNoTraces(t *testing.T) {
	t.Parallel()
	asked := 0
	s := serve(t, func(w http.ResponseWriter, r *http.Request) {
		asked++
		for _, name := range []string{"Cookie", "Referer", "Authorization", "X-Forwarded-For"} {
			if v := r.Header.Get(name); v != "" {
				t.Errorf("request %d has %s: %s", asked, name, v)
			}
		}
		http.SetCookie(w, &http.Cookie{Name: "id", Value: "1", Path: "/"})
		switch {
		case r.URL.Path == "/old":
			http.Redirect(w, r, "/new?"+r.URL.RawQuery, http.StatusFound)
		case r.URL.Path == "/new" && r.URL.Query().Get("key") != "hunter2":
			t.Errorf("the server was asked for %s, want the key in it", r.URL)
		case r.URL.Path == "/none":
			w.WriteHeader(http.StatusNotFound)
		default:
			io.WriteString(w, "text")
		}
	})
	o, _ := options(t, s)
	var log bytes.Buffer
	o.Log = slog.New(slog.NewTextHandler(&log, &slog.HandlerOptions{Level: slog.LevelDebug}))
	open := fetch.New(o).For(s.URL + "/old?key=hunter2")
	for range 2 {
		if _, _, err := read(t, open, s.URL+"/old?key=hunter2", nil); err != nil {
			t.Fatal(err)
		}
	}
	if _, _, err := read(t, open, s.URL+"/none?accessToken=hunter2&page=2", nil); err == nil || strings.Contains(err.Error(), "hunter2") {
		t.Errorf("Open() = %v, want an error without the key", err)
	}
	if text := log.String(); !strings.Contains(text, "fetched") || strings.Contains(text, "hunter2") {
		t.Errorf("the log is %q, want the document without the key", text)
	}
}
