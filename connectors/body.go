package connectors

import (
	"bufio"
	"bytes"
	"errors"
	"io"

	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/gzip"
)

// Gunzip decompresses a body that begins like gzip and hands on any other as
// it is. A stream that is cut off ends in an error that is
// io.ErrUnexpectedEOF, a damaged one in another; both say how to mend it.
func Gunzip(r io.ReadCloser) (io.ReadCloser, error) {
	br := bufio.NewReaderSize(r, 64<<10)
	head, err := br.Peek(2)
	if err != nil && err != io.EOF {
		return nil, err
	}
	if !bytes.Equal(head, []byte{0x1f, 0x8b}) {
		return wrapped{br, r}, nil
	}
	zr, err := gzip.NewReader(br)
	if err != nil {
		return nil, explain(err)
	}
	return wrapped{gunzipper{zr}, r}, nil
}

type wrapped struct {
	io.Reader
	io.Closer
}

// gunzipper says in plain words what is wrong with a stream.
type gunzipper struct{ r io.Reader }

func (g gunzipper) Read(p []byte) (int, error) {
	n, err := g.r.Read(p)
	if err == io.EOF {
		return n, err
	}
	return n, explain(err)
}

func explain(err error) error {
	var corrupt flate.CorruptInputError
	switch {
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return &plain{"the compressed file ends early; it was probably cut off on its way: export it and upload it again", io.ErrUnexpectedEOF}
	case errors.Is(err, gzip.ErrHeader), errors.Is(err, gzip.ErrChecksum), errors.As(err, &corrupt):
		return &plain{"the compressed file is damaged: export it and upload it again", err}
	}
	return err
}

// plain is an error told in other words.
type plain struct {
	message string
	cause   error
}

func (p *plain) Error() string { return p.message }
func (p *plain) Unwrap() error { return p.cause }
