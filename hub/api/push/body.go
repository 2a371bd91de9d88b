package push

import (
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/gzip"
	"github.com/labstack/echo/v4"

	"moselle/hub/fault"
)

// The media types that are taken: JSON, and JSON of which each line is a record.
var (
	jsonTypes = []string{"application/json", "application/ld+json"}
	lineTypes = []string{"application/x-ndjson", "application/ndjson", "application/jsonl", "application/x-jsonlines"}
)

// idle is how long a client may send nothing, or take no answer.
const idle = 30 * time.Second

// mediaType returns what a request holds, one of offers.
func mediaType(r *http.Request, offers []string) (string, error) {
	given := r.Header.Get("Content-Type")
	t, params, err := mime.ParseMediaType(given)
	switch charset := strings.ToLower(params["charset"]); {
	case err != nil, !slices.Contains(offers, t):
		return "", echo.NewHTTPError(http.StatusUnsupportedMediaType,
			fmt.Sprintf("the Content-Type is %q; say what is sent, one of %s", given, strings.Join(offers, ", ")))
	case charset != "" && charset != "utf-8" && charset != "utf8" && charset != "us-ascii":
		return "", echo.NewHTTPError(http.StatusUnsupportedMediaType, fmt.Sprintf("the charset is %q; JSON is sent as UTF-8", params["charset"]))
	}
	return t, nil
}

// body returns what a request holds, unpacked and within bounds; the server's own
// limit on the time of a whole request gives way to one on silence.
func body(c echo.Context, most int64) (io.Reader, error) {
	r := c.Request()
	control := http.NewResponseController(c.Response())
	var in io.Reader = &patient{r.Body, control}
	switch coding := strings.ToLower(strings.TrimSpace(r.Header.Get("Content-Encoding"))); coding {
	case "", "identity":
	case "gzip", "x-gzip":
		in = &unpacker{from: in}
	default:
		return nil, echo.NewHTTPError(http.StatusUnsupportedMediaType, fmt.Sprintf("the Content-Encoding is %q; send gzip, or nothing packed", coding))
	}
	return &bounded{http.MaxBytesReader(c.Response(), io.NopCloser(in), most)}, nil
}

// bounded tells in plain words what is wrong with a request that breaks off.
type bounded struct{ io.Reader }

// Read reads on.
func (b *bounded) Read(p []byte) (int, error) {
	n, err := b.Reader.Read(p)
	var large *http.MaxBytesError
	switch {
	case errors.As(err, &large):
		err = fault.New(fault.TooLarge, "more than %d bytes in one request; send it in several", large.Limit)
	case errors.Is(err, os.ErrDeadlineExceeded):
		err = fault.New(fault.Unavailable, "nothing came for %d seconds; send the rest again", int(idle.Seconds()))
	case errors.Is(err, io.ErrUnexpectedEOF):
		err = fault.New(fault.Invalid, "it ends in the middle; it was probably cut off on its way")
	case errors.Is(err, gzip.ErrHeader), errors.Is(err, gzip.ErrChecksum), errors.As(err, new(flate.CorruptInputError)):
		err = fault.New(fault.Invalid, "what is said to be packed by gzip is not, or is damaged")
	}
	return n, err
}

// patient reads as long as something comes.
type patient struct {
	io.Reader
	control *http.ResponseController
}

// Read reads on. A server that knows no deadlines has none to move.
func (p *patient) Read(b []byte) (int, error) {
	_ = p.control.SetReadDeadline(time.Now().Add(idle))
	return p.Reader.Read(b)
}

// unpacker begins to unpack with the first read, since that may wait.
type unpacker struct {
	from io.Reader
	zip  *gzip.Reader
}

// Read reads on.
func (u *unpacker) Read(b []byte) (n int, err error) {
	if u.zip == nil {
		if u.zip, err = gzip.NewReader(u.from); err != nil {
			return 0, err
		}
	}
	return u.zip.Read(b)
}
