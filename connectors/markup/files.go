package markup

import (
	"archive/zip"
	"bufio"
	"bytes"
	"compress/flate"
	"context"
	"encoding/binary"
	"fmt"
	"io"
	"iter"
	"os"
	"path"
	"slices"
	"strings"

	"moselle/connectors"
)

// Bounds of an archive.
const (
	maxFiles    = 100_000
	maxUnpacked = 2 << 30 // bytes, all files together
)

// File is a document: a body itself, then Name is "", or a file in it. Reader
// holds until the next one.
type File struct {
	Name   string
	Reader io.Reader
}

// Files returns the documents of a body: itself, or when it is a zip or a tar file
// the files in it that end in .xml or .rdf, with or without .gz, in its order. A file that
// cannot be opened is a *connectors.Refusal and the next one follows; any other
// error is the last.
func Files(ctx context.Context, body io.Reader) iter.Seq2[File, error] {
	return FilesOf(ctx, body, ".xml", ".rdf")
}

// FilesOf is Files for documents that end in one of other extensions, or in one
// with .gz behind it.
func FilesOf(ctx context.Context, body io.Reader, exts ...string) iter.Seq2[File, error] {
	return func(yield func(File, error) bool) {
		br := bufio.NewReaderSize(body, 64<<10)
		head, _ := br.Peek(block)
		var err error
		switch {
		case bytes.HasPrefix(head, []byte("PK\x03\x04")):
			err = unzip(ctx, br, exts, yield)
		case isTar(head):
			err = untar(ctx, br, exts, yield)
		default:
			yield(File{Reader: br}, nil)
		}
		if err != nil {
			yield(File{}, err)
		}
	}
}

// unzip spools an archive, whose table of contents stands at its end.
func unzip(ctx context.Context, body io.Reader, exts []string, yield func(File, error) bool) error {
	spool, err := os.CreateTemp("", "moselle-*.zip")
	if err != nil {
		return err
	}
	defer os.Remove(spool.Name())
	defer spool.Close()
	size, err := io.Copy(spool, body)
	if err != nil {
		return err
	}
	archive, err := zip.NewReader(spool, size)
	if err != nil {
		return fmt.Errorf("the zip file is damaged or cut off: make it anew")
	}
	left, found := int64(maxUnpacked), 0
	for _, f := range archive.File {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if !isDocument(f.Name, exts) {
			continue
		}
		if found++; found > maxFiles {
			return fmt.Errorf("the zip file holds more than %d documents; make several of it", maxFiles)
		}
		if more, err := open(f, &left, yield); !more || err != nil {
			return err
		}
	}
	if found == 0 {
		return fmt.Errorf("no file in the zip file ends in %s", list(exts))
	}
	return nil
}

// open yields one file of an archive.
func open(f *zip.File, left *int64, yield func(File, error) bool) (more bool, err error) {
	r, err := f.Open()
	if err == nil {
		r, err = connectors.Gunzip(r)
	}
	if err != nil {
		return yield(File{}, connectors.Refuse("", f.Name, "", "", "this file of the zip file is damaged or locked with a password: make it anew")), nil
	}
	defer r.Close()
	limited := &limited{r, left}
	if !yield(File{f.Name, limited}, nil) {
		return false, nil
	}
	if *left < 0 {
		return false, errUnpacked
	}
	return true, nil
}

var errUnpacked = fmt.Errorf("the archive unpacks to more than %d GB; make several of it", maxUnpacked>>30)

// limited takes what is read off a common allowance.
type limited struct {
	r    io.Reader
	left *int64
}

// Read ends in an error when the allowance is used up.
func (l *limited) Read(p []byte) (int, error) {
	if *l.left < 0 {
		return 0, errUnpacked
	}
	n, err := l.r.Read(p)
	*l.left -= int64(n)
	return n, err
}

// list names extensions: ".xml or .rdf".
func list(exts []string) string {
	last := len(exts) - 1
	if last == 0 {
		return exts[0]
	}
	return strings.Join(exts[:last], ", ") + " or " + exts[last]
}

func isDocument(name string, exts []string) bool {
	base := strings.ToLower(path.Base(name))
	return slices.Contains(exts, path.Ext(strings.TrimSuffix(base, ".gz"))) && !strings.HasPrefix(base, ".") && !strings.HasPrefix(name, "__MACOSX/") && base != "[content_types].xml"
}

// Head returns the beginning of a document in UTF-8 for a look at it, of a zip or a
// tar file that of its first document; from the document's first bytes, nil when
// these do not tell.
func Head(head []byte) []byte { return HeadOf(head, ".xml", ".rdf") }

// HeadOf is Head for an archive whose documents end in one of other extensions.
func HeadOf(head []byte, exts ...string) []byte {
	const local = 30 // APPNOTE 4.3.7: the fixed part of what stands before a file
	for range 16 {
		if len(head) < local || !bytes.HasPrefix(head, []byte("PK\x03\x04")) {
			break
		}
		flags, method := binary.LittleEndian.Uint16(head[6:]), binary.LittleEndian.Uint16(head[8:])
		packed := int(binary.LittleEndian.Uint32(head[18:]))
		name := int(binary.LittleEndian.Uint16(head[26:]))
		from := local + name + int(binary.LittleEndian.Uint16(head[28:]))
		if from > len(head) {
			return nil
		}
		if isDocument(string(head[local:local+name]), exts) {
			if method == zip.Deflate { // what was cut off is missing, what came is good
				text, _ := io.ReadAll(io.LimitReader(flate.NewReader(bytes.NewReader(head[from:])), 16<<10))
				return HeadOf(text, exts...)
			}
			return HeadOf(head[from:], exts...)
		}
		if flags&8 != 0 && packed == 0 && !bytes.HasSuffix(head[local:local+name], []byte("/")) || from+packed > len(head) {
			return nil
		}
		head = head[from+packed:]
	}
	if isTar(head) {
		return HeadOf(headOfTar(head, exts), exts...)
	}
	r, err := decode(bytes.NewReader(head), "", nil)
	if err != nil {
		return head
	}
	text, _ := io.ReadAll(r)
	return text
}
