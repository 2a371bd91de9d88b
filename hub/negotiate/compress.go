package negotiate

import (
	"net/http"
	"slices"
	"strings"
	"sync"

	"github.com/klauspost/compress/gzip"
	"github.com/labstack/echo/v4"
)

// minCompressed is the size from which compression is worth it, in bytes.
const minCompressed = 1024

// level is where smaller still costs little time, of 1 to 9.
const level = 5

// Compress sends answers of some size as gzip to whoever takes it, except what
// is compressed by nature. The entity tag of a compressed answer is made weak,
// since its bytes are others. (Echo's own middleware takes "gzip;q=0" for a
// wish and leaves the tag strong.)
func Compress() echo.MiddlewareFunc {
	pool := &sync.Pool{New: func() any {
		w, err := gzip.NewWriterLevel(nil, level)
		if err != nil {
			panic(err) // the level is a constant
		}
		return w
	}}
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c echo.Context) error {
			res := c.Response()
			Vary(res.Header(), "Accept-Encoding")
			if !takesGzip(c.Request().Header) {
				return next(c)
			}
			plain := res.Writer
			z := &zipper{ResponseWriter: plain, pool: pool}
			res.Writer = z
			defer func() { res.Writer = plain }()
			err := next(c)
			if err != nil {
				c.Error(err) // while the answer can still be compressed
			}
			return z.finish()
		}
	}
}

// takesGzip reads Accept-Encoding (RFC 9110, section 12.5.3).
func takesGzip(h http.Header) bool {
	taken := false
	for _, e := range elements(h, "Accept-Encoding") {
		switch e.value {
		case "gzip", "x-gzip":
			return e.q > 0
		case "*":
			taken = e.q > 0
		}
	}
	return taken
}

// zipper holds an answer back until it is known to be worth compressing.
type zipper struct {
	http.ResponseWriter
	pool   *sync.Pool
	zip    *gzip.Writer // once the answer is being compressed
	held   []byte
	status int  // 0 before WriteHeader
	plain  bool // once the answer is passed on as it is
}

// WriteHeader keeps the status until the way is decided.
func (z *zipper) WriteHeader(status int) {
	if z.status != 0 {
		return
	}
	z.status = status
	h := z.Header()
	if status < 200 || status == http.StatusNoContent || status == http.StatusNotModified ||
		h.Get("Content-Encoding") != "" || h.Get("Content-Range") != "" || compressed(h.Get("Content-Type")) {
		z.plain = true
		z.ResponseWriter.WriteHeader(status)
	}
}

// Write takes a piece of the answer.
func (z *zipper) Write(p []byte) (int, error) {
	if z.status == 0 {
		z.WriteHeader(http.StatusOK)
	}
	switch {
	case z.plain:
		return z.ResponseWriter.Write(p)
	case z.zip != nil:
		return z.zip.Write(p)
	case len(z.held)+len(p) < minCompressed:
		z.held = append(z.held, p...)
		return len(p), nil
	}
	if err := z.start(); err != nil {
		return 0, err
	}
	return z.zip.Write(p)
}

// start sends the header of a compressed answer and what was held back.
func (z *zipper) start() error {
	h := z.Header()
	h.Set("Content-Encoding", "gzip")
	h.Del("Content-Length")
	if tag := h.Get("ETag"); strings.HasPrefix(tag, `"`) {
		h.Set("ETag", "W/"+tag)
	}
	z.ResponseWriter.WriteHeader(z.status)
	z.zip = z.pool.Get().(*gzip.Writer)
	z.zip.Reset(z.ResponseWriter)
	_, err := z.zip.Write(z.held)
	return err
}

// Flush sends what there is: an answer that is sent in pieces is a long one.
func (z *zipper) Flush() {
	if z.status == 0 {
		z.WriteHeader(http.StatusOK)
	}
	if z.zip == nil && !z.plain && z.start() != nil {
		return
	}
	if z.zip != nil && z.zip.Flush() != nil {
		return
	}
	// A writer that cannot flush sends when it will; there is nothing to tell.
	_ = http.NewResponseController(z.ResponseWriter).Flush()
}

// finish ends the answer.
func (z *zipper) finish() error {
	switch {
	case z.zip != nil:
		err := z.zip.Close()
		z.pool.Put(z.zip)
		return err
	case z.plain, z.status == 0:
		return nil
	}
	z.ResponseWriter.WriteHeader(z.status)
	_, err := z.ResponseWriter.Write(z.held)
	return err
}

// Unwrap lets http.ResponseController reach the server's own writer.
func (z *zipper) Unwrap() http.ResponseWriter { return z.ResponseWriter }

// compressed reports whether a media type is compressed by nature.
func compressed(mediaType string) bool {
	kind, sub, _ := strings.Cut(mediaType, "/")
	sub, _, _ = strings.Cut(sub, ";")
	switch kind {
	case "image":
		return sub != "svg+xml"
	case "audio", "video", "font":
		return true
	}
	return slices.Contains([]string{"zip", "gzip", "x-gzip", "vnd.openxmlformats-officedocument.spreadsheetml.sheet"}, sub)
}
