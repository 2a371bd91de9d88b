package negotiate_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"testing"
	"time"

	"moselle/hub/fault"
	"moselle/hub/negotiate"
)

func TestETag(t *testing.T) {
	t.Parallel()
	a, b, c := negotiate.ETag("digest", "text/turtle"), negotiate.ETag("digest", "text/html"), negotiate.ETag("digesttext", "/turtle")
	if a == b || a == c || a != negotiate.ETag("digest", "text/turtle") || a[0] != '"' || len(a) != 26 {
		t.Errorf("ETag gives %s, %s, %s", a, b, c)
	}
}

func TestUnchanged(t *testing.T) {
	t.Parallel()
	modified := time.Date(2026, 11, 21, 12, 0, 0, 500, time.UTC)
	const date = "Sat, 21 Nov 2026 12:00:00 GMT"
	tests := []struct {
		name, method string
		header       http.Header
		etag         string
		want         bool
	}{
		{"no condition", "GET", nil, `"a"`, false},
		{"same tag", "GET", header("If-None-Match", `"a"`), `"a"`, true},
		{"HEAD", "HEAD", header("If-None-Match", `"a"`), `"a"`, true},
		{"POST", "POST", header("If-None-Match", `"a"`), `"a"`, false},
		{"other tag", "GET", header("If-None-Match", `"b"`), `"a"`, false},
		{"list", "GET", header("If-None-Match", `"x,y", W/"b" ,"a"`), `"a"`, true},
		{"two headers", "GET", header("If-None-Match", `"b"`, `"a"`), `"a"`, true},
		{"weak against strong", "GET", header("If-None-Match", `W/"a"`), `"a"`, true},
		{"strong against weak", "GET", header("If-None-Match", `"a"`), `W/"a"`, true},
		{"comma inside", "GET", header("If-None-Match", `"a,b"`), `"a"`, false},
		{"any", "GET", header("If-None-Match", "*"), `"a"`, true},
		{"malformed", "GET", header("If-None-Match", `"a`), `"a"`, false},
		{"empty", "GET", header("If-None-Match", ""), "", false},
		{"same date", "GET", header("If-Modified-Since", date), `"a"`, true},
		{"later date", "GET", header("If-Modified-Since", "Sun, 22 Nov 2026 12:00:00 GMT"), `"a"`, true},
		{"earlier date", "GET", header("If-Modified-Since", "Sat, 21 Nov 2026 11:59:59 GMT"), `"a"`, false},
		{"no date", "GET", header("If-Modified-Since", "yesterday"), `"a"`, false},
		{"tag before date", "GET", http.Header{"If-None-Match": {`"b"`}, "If-Modified-Since": {date}}, `"a"`, false},
	}
	for _, tt := range tests {
		r := httptest.NewRequest(tt.method, "/", nil)
		for name, values := range tt.header {
			r.Header[name] = values
		}
		w := httptest.NewRecorder()
		w.Header().Set("Content-Type", "text/turtle")
		got := negotiate.Unchanged(w, r, tt.etag, modified)
		if got != tt.want || got != (w.Code == http.StatusNotModified) || got && w.Header().Get("Content-Type") != "" {
			t.Errorf("%s: Unchanged = %v, status %d, want %v", tt.name, got, w.Code, tt.want)
		}
		if w.Header().Get("ETag") != tt.etag || w.Header().Get("Last-Modified") != date {
			t.Errorf("%s: headers %v", tt.name, w.Header())
		}
	}
	r := httptest.NewRequest("GET", "/", nil)
	r.Header.Set("If-Modified-Since", date)
	if negotiate.Unchanged(httptest.NewRecorder(), r, "", time.Time{}) {
		t.Errorf("Unchanged without a date = true")
	}
}

func TestVary(t *testing.T) {
	t.Parallel()
	h := header("Vary", "accept, Origin", "Accept-Encoding")
	negotiate.Vary(h, "Accept", "accept-language")
	if got := h.Values("Vary"); len(got) != 1 || got[0] != "Accept, Origin, Accept-Encoding, Accept-Language" {
		t.Errorf("Vary = %q", got)
	}
	negotiate.Vary(h, "*")
	negotiate.Vary(h, "Accept")
	if got := h.Values("Vary"); len(got) != 1 || got[0] != "*" {
		t.Errorf("Vary with * = %q", got)
	}
}

func TestUnknown(t *testing.T) {
	t.Parallel()
	known := []string{"from", "to", "lang"}
	tests := []struct{ query, want string }{
		{"", ""},
		{"from=1&to=2&to=3", ""},
		{"form=1", `form: there is no such parameter; did you mean "from"?`},
		{"colour=blue&zebra=1", "colour: there is no such parameter; known are from, to, lang"},
	}
	for _, tt := range tests {
		values, err := url.ParseQuery(tt.query)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		if err := negotiate.Unknown(values, known); err != nil {
			got = err.Error()
			if fault.Of(err) != fault.Invalid {
				t.Errorf("Unknown(%s) is of kind %d", tt.query, fault.Of(err))
			}
		}
		if got != tt.want {
			t.Errorf("Unknown(%s) = %q, want %q", tt.query, got, tt.want)
		}
	}
	if err := negotiate.Unknown(url.Values{"a": nil}, nil); err == nil || err.Error() != "a: there is no such parameter; none is taken here" {
		t.Errorf("Unknown without known ones = %v", err)
	}
}
