package fetch_test

import (
	"io"
	"net/http"
	"testing"

	"moselle/connectors"
	"moselle/hub/fetch"
)

// TestOpenAccept asks for a media type when the connector does, also where a
// redirect leads, and else for none.
func TestOpenAccept(t *testing.T) {
	t.Parallel()
	s := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/old" {
			http.Redirect(w, r, "/new", http.StatusFound)
			return
		}
		io.WriteString(w, r.Header.Get("Accept"))
	})
	o, _ := options(t, s)
	open := fetch.New(o).For(s.URL)
	if text, _, err := read(t, open, s.URL+"/old", nil); text != "" || err != nil {
		t.Errorf("Open without WithAccept asks for %q, %v, want nothing", text, err)
	}
	const want = "application/activity+json, application/ld+json;q=0.5"
	body, err := open(connectors.WithAccept(t.Context(), want), s.URL+"/old", nil)
	if err != nil {
		t.Fatal(err)
	}
	defer body.Close()
	if text, err := io.ReadAll(body); string(text) != want || err != nil {
		t.Errorf("Open with WithAccept asks for %q, %v, want %q", text, err, want)
	}
}
