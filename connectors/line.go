package connectors

import (
	"bufio"
	"errors"
	"io"
)

// ReadLine reads a line with its end; the last one may have none. Of a line of
// more than max bytes it returns the beginning and whole is false: see SkipLine.
// Behind the last line comes io.EOF.
func ReadLine(br *bufio.Reader, max int) (line []byte, whole bool, err error) {
	for {
		chunk, err := br.ReadSlice('\n')
		line = append(line, chunk...)
		switch {
		case err == nil, err == io.EOF && len(line) > 0:
			return line, len(line) <= max, nil
		case !errors.Is(err, bufio.ErrBufferFull):
			return nil, false, err
		case len(line) > max:
			return line, false, nil
		}
	}
}

// SkipLine passes over the rest of a line of which ReadLine returned the
// beginning.
func SkipLine(br *bufio.Reader, beginning []byte) error {
	if n := len(beginning); n > 0 && beginning[n-1] == '\n' {
		return nil
	}
	for {
		_, err := br.ReadSlice('\n')
		switch {
		case err == nil, err == io.EOF:
			return nil
		case !errors.Is(err, bufio.ErrBufferFull):
			return err
		}
	}
}
