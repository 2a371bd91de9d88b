package fetch

import (
	"context"
	"crypto/sha256"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"moselle/connectors"
	"moselle/hub/fault"
)

// openFile opens path for a source declared at the file or folder declared.
func (c *Client) openFile(ctx context.Context, declared, path string, since validator) (*connectors.Body, error) {
	if path == declared && strings.Contains(path, "://") {
		return nil, fault.New(fault.Denied, "%s: an address begins with https:// or http:// here", withoutUser(path))
	}
	if strings.Contains(path, "://") {
		return nil, fault.New(fault.Denied, "%s: not opened, because a source on disk may open only files", withoutUser(path))
	}
	f, err := locate(declared, path)
	if err != nil {
		return nil, explainFile(path, err)
	}
	sum, err := digest(ctx, f, int64(c.Limits.MaxBytes))
	if err == nil && since.matches(sum) {
		err = connectors.ErrUnchanged
	}
	if err != nil {
		f.Close()
		if errors.Is(err, errTooLarge) {
			return nil, c.tooLarge(path)
		}
		return nil, explainFile(path, err)
	}
	content, err := unpack(f, path, 1, c.Limits)
	if err != nil {
		return nil, err
	}
	return &connectors.Body{ReadCloser: content, Location: path, Validator: validatorOf(nil, sum).bytes()}, nil
}

// locate opens the declared file, or a file below the declared folder.
func locate(declared, path string) (*os.File, error) {
	info, err := os.Stat(declared)
	if err != nil {
		return nil, err
	}
	if !info.IsDir() {
		if filepath.Clean(path) != filepath.Clean(declared) {
			return nil, fault.New(fault.Denied, "%s: not opened, because the source is the file %s alone", path, declared)
		}
		if !info.Mode().IsRegular() {
			return nil, fault.New(fault.Invalid, "%s: not a file that can be read to its end", path)
		}
		return os.Open(declared)
	}
	inside, err := filepath.Rel(declared, path)
	if (err != nil || !filepath.IsLocal(inside)) && !filepath.IsAbs(path) {
		inside = filepath.Clean(path)
	}
	if !filepath.IsLocal(inside) {
		return nil, fault.New(fault.Denied, "%s: not opened, because it lies outside the source's folder %s", path, declared)
	}
	root, err := os.OpenRoot(declared) // a link that leads out of it is refused
	if err != nil {
		return nil, err
	}
	defer root.Close()
	info, err = root.Stat(inside)
	switch {
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, fault.New(fault.Invalid, "%s: not a file that can be read to its end", path)
	}
	return root.Open(inside)
}

// digest reads a file of at most limit bytes and goes back to its beginning.
func digest(ctx context.Context, f *os.File, limit int64) (sum [sha256.Size]byte, err error) {
	info, err := f.Stat()
	if err != nil {
		return sum, err
	}
	if info.Size() > limit {
		return sum, errTooLarge
	}
	hash := sha256.New()
	for remaining := limit; remaining >= 0; remaining -= 1 << 20 {
		if err := ctx.Err(); err != nil {
			return sum, err
		}
		if _, err := io.CopyN(hash, f, 1<<20); errors.Is(err, io.EOF) {
			hash.Sum(sum[:0])
			_, err := f.Seek(0, io.SeekStart)
			return sum, err
		} else if err != nil {
			return sum, err
		}
	}
	return sum, errTooLarge // it grew meanwhile
}

// explainFile turns an error of the file system into a sentence.
func explainFile(path string, err error) error {
	var known *fault.Error
	switch {
	case errors.As(err, &known), errors.Is(err, connectors.ErrUnchanged), errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return err
	case errors.Is(err, fs.ErrNotExist):
		return because(err, fault.NotFound, "%s: there is no such file; check the path and its spelling", path)
	case errors.Is(err, fs.ErrPermission):
		return because(err, fault.Denied, "%s: the hub may not read this file; let its user do so", path)
	case strings.Contains(err.Error(), "escapes from parent"): // os.Root exports no error of its own for it
		return because(err, fault.Denied, "%s: not opened, because it leads outside the source's folder", path)
	default:
		return fault.New(fault.Unavailable, "%s: cannot be read: %w", path, err)
	}
}

// tooLarge says that a document is over the limit.
func (c *Client) tooLarge(name string) error {
	return fault.New(fault.TooLarge, "%s: larger than %s, the limit set by fetch.max_bytes", name, c.Limits.MaxBytes)
}
