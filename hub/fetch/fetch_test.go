package fetch_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"moselle/connectors"
	"moselle/hub/config"
	"moselle/hub/fault"
	"moselle/hub/fetch"
)

// clock counts what was slept instead of sleeping.
type clock struct {
	mu    sync.Mutex
	now   time.Time
	slept []time.Duration
}

func (c *clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

func (c *clock) Sleep(ctx context.Context, d time.Duration) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(d)
	c.slept = append(c.slept, d)
	return ctx.Err()
}

// options are small limits, with the servers of a test allowed.
func options(t testing.TB, servers ...*httptest.Server) (fetch.Options, *clock) {
	limits := config.Default().Fetch
	limits.Pace, limits.Robots = 0, false
	limits.Contact = "hub@region.example"
	for _, s := range servers {
		limits.Allow = append(limits.Allow, s.Listener.Addr().String())
	}
	c := &clock{now: time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC)}
	return fetch.Options{Limits: limits, Version: "1.2", Temp: t.TempDir(), Now: c.Now, Sleep: c.Sleep}, c
}

func serve(t testing.TB, h http.HandlerFunc) *httptest.Server {
	s := httptest.NewServer(h)
	t.Cleanup(s.Close)
	return s
}

// read opens and reads a document to its end.
func read(t testing.TB, open fetch.Open, location string, since []byte) (text string, b *connectors.Body, err error) {
	b, err = open(t.Context(), location, since)
	if err != nil {
		return "", b, err
	}
	defer b.Close()
	data, err := io.ReadAll(b)
	return string(data), b, err
}

// wantFault checks kind and text of an error.
func wantFault(t testing.TB, what string, err error, kind fault.Kind, texts ...string) {
	t.Helper()
	if err == nil || fault.Of(err) != kind {
		t.Errorf("%s: error %v of kind %d, want kind %d", what, err, fault.Of(err), kind)
		return
	}
	for _, text := range texts {
		if !strings.Contains(err.Error(), text) {
			t.Errorf("%s: error %q lacks %q", what, err, text)
		}
	}
}

func gzipped(t testing.TB, text string) []byte {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := io.WriteString(w, text); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestOpenWeb(t *testing.T) {
	t.Parallel()
	zipped := gzipped(t, "a;b\n")
	s := serve(t, func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/old":
			http.Redirect(w, r, "/feed.ics?x=1#top", http.StatusMovedPermanently)
		case "/feed.ics":
			w.Header().Set("Content-Type", "text/calendar; Charset=UTF-8")
			io.WriteString(w, r.UserAgent()+" "+r.Header.Get("Cookie"))
		case "/sent-packed":
			w.Header().Set("Content-Encoding", "gzip")
			w.Header().Set("Content-Type", "text/csv;;")
			w.Write(zipped)
		case "/file.csv.gz":
			w.Write(zipped)
		case "/both.csv.gz":
			w.Header().Set("Content-Encoding", "gzip")
			w.Write(gzipped(t, string(zipped)))
		case "/large":
			io.WriteString(w, strings.Repeat("0123456789", 300_000))
		}
	})
	o, _ := options(t, s)
	open := fetch.New(o).For(s.URL)
	tests := []struct{ path, want, location, mediaType, charset string }{
		{"/old", "Moselle/1.2 (+hub@region.example) ", "/feed.ics?x=1", "text/calendar", "utf-8"},
		{"/sent-packed", "a;b\n", "/sent-packed", "text/csv", ""},
		{"/file.csv.gz", "a;b\n", "/file.csv.gz", "application/x-gzip", ""},
		{"/both.csv.gz", "a;b\n", "/both.csv.gz", "", ""},
		{"/large#part", strings.Repeat("0123456789", 300_000), "/large", "text/plain", "utf-8"},
	}
	for _, tt := range tests {
		text, b, err := read(t, open, s.URL+tt.path, nil)
		if err != nil || text != tt.want || b.Location != s.URL+tt.location || b.MediaType != tt.mediaType || b.Charset != tt.charset {
			t.Errorf("Open(%s) = %.40q, %+v, %v, want %.40q", tt.path, text, b, err, tt.want)
		}
	}
}

func TestOpenWebConditional(t *testing.T) {
	t.Parallel()
	content := "one"
	asked := http.Header{}
	s := serve(t, func(w http.ResponseWriter, r *http.Request) {
		asked = r.Header
		switch r.URL.Path {
		case "/etag":
			tag := `"` + content + `"`
			w.Header().Set("ETag", tag)
			if r.Header.Get("If-None-Match") == tag {
				w.WriteHeader(http.StatusNotModified)
				return
			}
		case "/dated":
			w.Header().Set("Last-Modified", "Sat, 21 Nov 2026 10:00:00 GMT")
			if r.Header.Get("If-Modified-Since") != "" {
				w.WriteHeader(http.StatusNotModified)
				return
			}
		case "/restless": // a new tag each time for the same content
			w.Header().Set("ETag", `"`+time.Now().String()+`"`)
		}
		io.WriteString(w, content)
	})
	o, _ := options(t, s)
	open := fetch.New(o).For(s.URL)
	for _, path := range []string{"/etag", "/dated", "/plain", "/restless"} {
		_, b, err := read(t, open, s.URL+path, []byte("not a validator"))
		if err != nil || len(b.Validator) == 0 {
			t.Fatalf("Open(%s) = %v, %v, want a validator", path, b, err)
		}
		if asked.Get("If-None-Match")+asked.Get("If-Modified-Since") != "" {
			t.Errorf("Open(%s) without a validator is conditional: %v", path, asked)
		}
		if _, _, err := read(t, open, s.URL+path, b.Validator); !errors.Is(err, connectors.ErrUnchanged) {
			t.Errorf("Open(%s) again = %v, want ErrUnchanged", path, err)
		}
	}
	_, b, _ := read(t, open, s.URL+"/plain", nil)
	_, tagged, _ := read(t, open, s.URL+"/etag", nil)
	content = "two"
	for path, since := range map[string][]byte{"/plain": b.Validator, "/etag": tagged.Validator} {
		if text, _, err := read(t, open, s.URL+path, since); err != nil || text != "two" {
			t.Errorf("Open(%s) after a change = %q, %v, want two", path, text, err)
		}
	}
}

func TestOpenWebStatus(t *testing.T) {
	t.Parallel()
	tests := []struct {
		status int
		kind   fault.Kind
		text   string
		asked  int
	}{
		{401, fault.Denied, "asks for a login", 1},
		{403, fault.Denied, `let the user agent "Moselle/1.2 (+hub@region.example)" in`, 1},
		{404, fault.NotFound, "nothing at this address (status 404)", 1},
		{410, fault.Gone, "removed for good", 1},
		{418, fault.Invalid, "does not accept the request (status 418)", 1},
		{429, fault.Unavailable, "receives too many requests (status 429)", 4},
		{500, fault.Unavailable, "the server failed (status 500)", 1},
		{503, fault.Unavailable, "is not available (status 503)", 4},
		{204, fault.Invalid, "answers without a document", 1},
		{206, fault.Invalid, "an answer of status 206", 1},
		{304, fault.Invalid, "an answer of status 304", 1},
		{300, fault.Invalid, "an answer of status 300", 1},
	}
	for _, tt := range tests {
		asked := 0
		s := serve(t, func(w http.ResponseWriter, _ *http.Request) {
			asked++
			w.WriteHeader(tt.status)
		})
		o, _ := options(t, s)
		_, _, err := read(t, fetch.New(o).For(s.URL), s.URL+"/feed?key=abc&api_key=abc&page=2", nil)
		wantFault(t, http.StatusText(tt.status), err, tt.kind, tt.text, "/feed?key=…&api_key=…&page=2: ")
		if asked != tt.asked {
			t.Errorf("status %d: asked %d times, want %d", tt.status, asked, tt.asked)
		}
	}
}

func TestOpenRetries(t *testing.T) {
	t.Parallel()
	answers := 0
	s := serve(t, func(w http.ResponseWriter, r *http.Request) {
		answers++
		switch answers {
		case 1:
			w.Header().Set("Retry-After", "7")
			w.WriteHeader(http.StatusServiceUnavailable)
		case 2:
			w.Header().Set("Retry-After", "Sat, 21 Nov 2026 12:00:20 GMT") // 13 s after the 7
			w.WriteHeader(http.StatusTooManyRequests)
		case 3: // breaks off
			w.Header().Set("Content-Length", "100")
			io.WriteString(w, "half")
			http.NewResponseController(w).Flush()
			panic(http.ErrAbortHandler)
		default:
			io.WriteString(w, "whole")
		}
	})
	o, c := options(t, s)
	text, _, err := read(t, fetch.New(o).For(s.URL), s.URL, nil)
	if err != nil || text != "whole" {
		t.Errorf("Open after three failures = %q, %v, want whole", text, err)
	}
	if len(c.slept) != 3 || c.slept[0] != 7*time.Second || c.slept[1] != 13*time.Second || c.slept[2] < 3*time.Second || c.slept[2] > 5*time.Second {
		t.Errorf("pauses %v, want 7s, 13s and about 4s", c.slept)
	}

	far := serve(t, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Retry-After", "7200")
		w.WriteHeader(http.StatusServiceUnavailable)
	})
	o, c = options(t, far)
	_, _, err = read(t, fetch.New(o).For(far.URL), far.URL, nil)
	wantFault(t, "Retry-After of two hours", err, fault.Unavailable, "asks to come back in 2h0m0s")
	if len(c.slept) != 0 {
		t.Errorf("pauses %v, want none", c.slept)
	}
}

func TestOpenPace(t *testing.T) {
	t.Parallel()
	s := serve(t, func(w http.ResponseWriter, _ *http.Request) {})
	o, c := options(t, s)
	o.Limits.Pace = time.Second
	open := fetch.New(o).For(s.URL)
	for range 3 {
		if _, _, err := read(t, open, s.URL, nil); err != nil {
			t.Fatal(err)
		}
	}
	if len(c.slept) != 2 || c.slept[0] != time.Second || c.slept[1] != time.Second {
		t.Errorf("pauses %v, want 1s twice", c.slept)
	}
}

// TestImmutable hands on what a server promises of an answer (RFC 8246).
func TestImmutable(t *testing.T) {
	t.Parallel()
	for header, want := range map[string]bool{"public, max-age=604800, Immutable": true, "max-age=10": false, "": false, "no-immutable": false} {
		s := serve(t, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Cache-Control", header)
			_, _ = io.WriteString(w, "x")
		})
		o, _ := options(t, s)
		body, err := fetch.New(o).For(s.URL)(t.Context(), s.URL, nil)
		if err != nil {
			t.Fatal(err)
		}
		if body.Close(); body.Immutable != want {
			t.Errorf("Cache-Control %q: immutable %v, want %v", header, body.Immutable, want)
		}
	}
}
