package formats

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"io"
	"path"
	"strings"

	"moselle/schema/rdf"
)

// Open finds out the format of a document that is called name (a file's or an
// address's path, "" for none) and sent as mediaType ("" for unknown), and
// returns it with the whole document to read. What is compressed with gzip is
// read as what it holds.
func Open(r io.Reader, mediaType, name string) (rdf.Format, io.Reader, error) {
	in := bufio.NewReaderSize(r, 64<<10)
	if magic, _ := in.Peek(2); string(magic) == "\x1f\x8b" {
		z, err := gzip.NewReader(in)
		if err != nil {
			return rdf.Format{}, nil, fmt.Errorf("compressed with gzip, but: %w", err)
		}
		in = bufio.NewReaderSize(z, 64<<10)
		name = strings.TrimSuffix(name, ".gz")
	}
	head, err := in.Peek(SniffBytes)
	if err != nil && err != io.EOF {
		return rdf.Format{}, nil, err
	}
	f, ok := Sniff(head, mediaType, path.Ext(name))
	if !ok {
		return f, nil, fmt.Errorf("the format cannot be told from name or contents; say which: %s", strings.Join(Names(), ", "))
	}
	return f, in, nil
}

// Names returns the name of every format, the preferred first.
func Names() []string {
	var out []string
	for _, f := range All() {
		out = append(out, f.Name)
	}
	return out
}
