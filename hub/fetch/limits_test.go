package fetch_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"os"
	"strings"
	"testing"
	"time"

	"moselle/hub/fault"
	"moselle/hub/fetch"
)

// zeros is a stream without an end.
type zeros struct{}

func (zeros) Read(p []byte) (int, error) { clear(p); return len(p), nil }

func TestTooLarge(t *testing.T) {
	t.Parallel()
	var sent int64
	s := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/said" {
			w.Header().Set("Content-Length", "200000000")
		}
		sent, _ = io.Copy(w, io.LimitReader(zeros{}, 200_000_000))
	})
	o, _ := options(t, s)
	open := fetch.New(o).For(s.URL)
	for _, path := range []string{"/said", "/unsaid"} {
		_, _, err := read(t, open, s.URL+path, nil)
		wantFault(t, path, err, fault.TooLarge, s.URL+path+": larger than 50MB, the limit set by fetch.max_bytes")
	}
	s.Close() // waits for the handler
	if sent > 80_000_000 {
		t.Errorf("%d bytes were taken of a document over the limit of 50 MB", sent)
	}
	if left, err := os.ReadDir(o.Temp); err != nil || len(left) > 0 {
		t.Errorf("%d files left behind, %v", len(left), err)
	}
}

func TestTempFileIsRemoved(t *testing.T) {
	t.Parallel()
	s := serve(t, func(w http.ResponseWriter, _ *http.Request) { io.CopyN(w, zeros{}, 3<<20) })
	o, _ := options(t, s)
	open := fetch.New(o).For(s.URL)
	text, b, err := read(t, open, s.URL, nil)
	if err != nil || len(text) != 3<<20 {
		t.Fatalf("Open = %d bytes, %v", len(text), err)
	}
	if _, _, err := read(t, open, s.URL, b.Validator); err == nil {
		t.Errorf("Open again = nil, want ErrUnchanged")
	}
	if left, err := os.ReadDir(o.Temp); err != nil || len(left) > 0 {
		t.Errorf("%d files left behind, %v", len(left), err)
	}
	o.Temp += "/missing"
	_, _, err = read(t, fetch.New(o).For(s.URL), s.URL, nil)
	wantFault(t, "no temporary folder", err, fault.Unavailable, "no room to keep it")
}

func TestGzip(t *testing.T) {
	t.Parallel()
	bomb := gzipped(t, string(make([]byte, 20<<20)))
	honest := gzipped(t, strings.Repeat("2026-11-21;Concert\n", 1000))
	damaged := bytes.Clone(honest)
	damaged[len(damaged)/2] ^= 0xff
	tests := []struct {
		name  string
		data  []byte
		kind  fault.Kind
		texts []string
	}{
		{"bomb", bomb, fault.TooLarge, []string{"more than 200 times its size when decompressed", "fetch.max_ratio"}},
		{"cut", honest[:len(honest)/2], fault.Invalid, []string{"the compressed file ends early, after", "upload it again"}},
		{"cut in the header", honest[:5], fault.Invalid, []string{"the compressed file ends early, after 5 bytes"}},
		{"cut in the checksum", honest[:len(honest)-3], fault.Invalid, []string{"the compressed file ends early"}},
		{"damaged", damaged, fault.Invalid, []string{"the compressed file is damaged"}},
	}
	for _, tt := range tests {
		s := serve(t, func(w http.ResponseWriter, _ *http.Request) { w.Write(tt.data) })
		o, _ := options(t, s)
		_, _, err := read(t, fetch.New(o).For(s.URL), s.URL+"/x.gz", nil)
		wantFault(t, tt.name, err, tt.kind, append(tt.texts, s.URL+"/x.gz: ")...)
	}
	s := serve(t, func(w http.ResponseWriter, _ *http.Request) { w.Write(gzipped(t, strings.Repeat("abcdefgh", 10_000))) })
	o, _ := options(t, s)
	o.Limits.MaxUnpacked = 50_000
	_, _, err := read(t, fetch.New(o).For(s.URL), s.URL, nil)
	wantFault(t, "unpacked", err, fault.TooLarge, "larger than 50KB when decompressed, the limit set by fetch.max_unpacked")
	br := serve(t, func(w http.ResponseWriter, _ *http.Request) { w.Header().Set("Content-Encoding", "br") })
	o, _ = options(t, br)
	_, _, err = read(t, fetch.New(o).For(br.URL), br.URL, nil)
	wantFault(t, "brotli", err, fault.Invalid, `compressed as "br"`)
}

func TestSlow(t *testing.T) {
	t.Parallel()
	stop := make(chan struct{})
	s := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/trickle" {
			io.WriteString(w, "a")
			http.NewResponseController(w).Flush()
		}
		select {
		case <-r.Context().Done():
		case <-stop:
		}
	})
	t.Cleanup(func() { close(stop) })
	o, _ := options(t, s)
	o.Limits.Idle = 30 * time.Millisecond
	for _, path := range []string{"/silent", "/trickle"} {
		_, _, err := read(t, fetch.New(o).For(s.URL), s.URL+path, nil)
		wantFault(t, path, err, fault.Unavailable, "sent nothing for 30ms, the limit set by fetch.idle")
	}
	o.Limits.Idle, o.Limits.Timeout = time.Minute, 30*time.Millisecond
	_, _, err := read(t, fetch.New(o).For(s.URL), s.URL, nil)
	wantFault(t, "timeout", err, fault.Unavailable, "within 30ms, the limit set by fetch.timeout")

	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := fetch.New(o).For(s.URL)(ctx, s.URL, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("Open with a cancelled context = %v, want context.Canceled", err)
	}
}
