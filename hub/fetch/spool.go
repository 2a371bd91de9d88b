package fetch

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"io"
	"os"
)

// inMemory is the size up to which a document waits in memory; a larger one
// waits on disk.
const inMemory = 1 << 20

// errTooLarge says that a stream went over its limit.
var errTooLarge = errors.New("over the limit")

// spooled is a document that has arrived whole. Only then is it handed on: a
// transfer that breaks off is asked for again instead of being half read, its
// digest is known before anything is parsed, and a slow reader keeps no server
// waiting.
type spooled struct {
	io.ReadCloser
	size int64
	sum  [sha256.Size]byte
}

// spool takes in a stream of at most limit bytes. An error of the stream is
// returned as it is, one of the disk is an *fs.PathError; a longer stream is
// errTooLarge.
func spool(r io.Reader, limit int64, dir string) (*spooled, error) {
	hash := sha256.New()
	in := io.TeeReader(io.LimitReader(r, limit+1), hash)
	var head bytes.Buffer
	n, err := io.CopyN(&head, in, inMemory)
	out := &spooled{ReadCloser: io.NopCloser(&head), size: n}
	switch {
	case err == nil:
		if err := out.toDisk(&head, in, dir); err != nil {
			return nil, err
		}
	case !errors.Is(err, io.EOF):
		return nil, err
	}
	if out.size > limit {
		out.Close()
		return nil, errTooLarge
	}
	hash.Sum(out.sum[:0])
	return out, nil
}

// toDisk writes what has come and what is to come to a file.
func (s *spooled) toDisk(head *bytes.Buffer, rest io.Reader, dir string) error {
	f, err := os.CreateTemp(dir, "moselle-fetch-*")
	if err != nil {
		return err
	}
	file := &tempFile{f}
	if s.size, err = io.Copy(f, io.MultiReader(head, rest)); err == nil {
		_, err = f.Seek(0, io.SeekStart)
	}
	if err != nil {
		file.Close()
		return err
	}
	s.ReadCloser = file
	return nil
}

// tempFile is removed when it is closed.
type tempFile struct{ *os.File }

// Close removes the file.
func (f *tempFile) Close() error {
	return errors.Join(f.File.Close(), os.Remove(f.Name()))
}
