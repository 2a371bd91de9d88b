package ntriples

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"

	"moselle/schema/rdf"
)

// MaxLine bounds a line, in bytes.
const MaxLine = 8 << 20

// ReadLines yields the statements of r as it reads, as Format's Decode does.
// With graphs, a statement may name a graph: N-Quads.
func ReadLines(r io.Reader, graphs bool) iter.Seq2[rdf.Quad, error] {
	return func(yield func(rdf.Quad, error) bool) {
		in := lines{r: bufio.NewReaderSize(r, 64<<10)}
		for {
			line, err := in.next()
			if err == io.EOF {
				return
			}
			if err != nil {
				yield(rdf.Quad{}, fmt.Errorf("line %d: %w", in.n, err))
				return
			}
			// A carriage return on its own ends a line too.
			for len(line) > 0 {
				var stmt []byte
				stmt, line, _ = bytes.Cut(line, []byte{'\r'})
				q, ok, err := parseLine(stmt, graphs)
				if err != nil {
					err.Line = in.n
					if !yield(rdf.Quad{}, err) {
						return
					}
				} else if ok && !yield(q, nil) {
					return
				}
			}
		}
	}
}

var errLong = errors.New("longer than 8 MB: not a line of N-Triples or N-Quads")

// lines cuts a document at its line feeds.
type lines struct {
	r    *bufio.Reader
	n    int    // number of the line last returned
	long []byte // holds a line that does not fit the reader's buffer
}

// next returns the line without its line feed, valid until the next call.
func (l *lines) next() ([]byte, error) {
	l.n++
	line, err := l.r.ReadSlice('\n')
	if err == bufio.ErrBufferFull {
		l.long = l.long[:0]
		for err == bufio.ErrBufferFull {
			if len(l.long)+len(line) > MaxLine {
				return nil, errLong
			}
			l.long = append(l.long, line...)
			line, err = l.r.ReadSlice('\n')
		}
		l.long = append(l.long, line...)
		line = l.long
	}
	if err == io.EOF && len(line) > 0 {
		err = nil
	}
	if err != nil {
		return nil, err
	}
	if l.n == 1 {
		line = bytes.TrimPrefix(line, []byte("\ufeff")) // the mark of an encoding, not a part of the text
	}
	return bytes.TrimSuffix(line, []byte{'\n'}), nil
}
