package fetch

import (
	"errors"
	"io"

	"moselle/connectors"
	"moselle/hub/config"
	"moselle/hub/fault"
)

// freeGrowth is what a document may grow to before its ratio counts, in bytes:
// a small file of blanks harms nobody.
const freeGrowth = 1 << 20

// unpack decompresses a document that begins like gzip, layers times at most,
// and hands on any other as it is. Growth beyond the limits, a cut-off and a
// damaged stream end in an error that names the document.
func unpack(doc io.ReadCloser, name string, layers int, limits config.Fetch) (io.ReadCloser, error) {
	u := &unpacker{Closer: doc, packed: &counter{r: doc}, name: name, limits: limits}
	r := io.NopCloser(u.packed)
	for range layers {
		var err error
		if r, err = connectors.Gunzip(r); err != nil {
			doc.Close()
			return nil, u.explain(err)
		}
	}
	u.r = r
	return u, nil
}

// unpacker watches how a document grows.
type unpacker struct {
	io.Closer
	r      io.Reader
	packed *counter
	size   int64
	name   string
	limits config.Fetch
}

// Read decompresses.
func (u *unpacker) Read(p []byte) (int, error) {
	n, err := u.r.Read(p)
	u.size += int64(n)
	switch {
	case u.size > int64(u.limits.MaxUnpacked):
		return 0, fault.New(fault.TooLarge, "%s: larger than %s when decompressed, the limit set by fetch.max_unpacked", u.name, u.limits.MaxUnpacked)
	case u.size > freeGrowth && u.size/max(1, u.packed.n) > int64(u.limits.MaxRatio):
		return 0, fault.New(fault.TooLarge, "%s: grows to more than %d times its size when decompressed, the limit set by fetch.max_ratio; this is no honest file", u.name, u.limits.MaxRatio)
	case err != nil && err != io.EOF:
		err = u.explain(err)
	}
	return n, err
}

// explain says what is wrong with a compressed document.
func (u *unpacker) explain(err error) error {
	switch {
	case u.packed.err != nil: // the disk's, not the document's
		return err
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return fault.New(fault.Invalid, "%s: the compressed file ends early, after %d bytes; it was probably cut off on its way: export it and upload it again", u.name, u.packed.n)
	default:
		return fault.New(fault.Invalid, "%s: %w", u.name, err)
	}
}

// counter counts what is read of the packed document.
type counter struct {
	r   io.Reader
	n   int64
	err error // other than the end
}

// Read reads on.
func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	if err != io.EOF {
		c.err = err
	}
	return n, err
}
