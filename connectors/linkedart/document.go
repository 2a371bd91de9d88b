package linkedart

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"

	"moselle/connectors"
	"moselle/connectors/markup"
	"moselle/schema/tree"
)

// expected is what a document should be.
const expected = "Linked Art (JSON-LD)"

// broken is what ends the reading of one document.
type broken struct{ error }

func (b broken) Unwrap() error { return b.error }

// files reads the document, or those of an archive. Of one in an archive that
// breaks off the rest is lost, and no more.
func (r *run) files(ctx context.Context, body *connectors.Body) error {
	for f, err := range markup.FilesOf(ctx, body, exts...) {
		if err == nil {
			err = r.file(ctx, f, body)
			var b broken
			if f.Name != "" && ctx.Err() == nil && errors.As(err, &b) {
				err = connectors.Refuse("", f.Name, "", "", "%s", b.Error())
			}
		}
		if err = r.Refuse(err); err != nil {
			return err
		}
	}
	return nil
}

// file reads one document: a list, a line for each record, or an object.
func (r *run) file(ctx context.Context, f markup.File, body *connectors.Body) error {
	br := connectors.UTF8(f.Reader)
	head, err := br.Peek(4096)
	switch {
	case len(head) == 0 && err != nil && !errors.Is(err, io.EOF):
		return broken{err}
	case isEMu(head):
		return r.rows(ctx, br, f.Name, body.Charset)
	case connectors.FormOf(head) != connectors.JSON:
		return broken{connectors.Instead(head, expected)}
	}
	if trimmed := bytes.TrimSpace(head); trimmed[0] == '[' {
		return r.list(ctx, br, nil, f.Name)
	}
	text, whole, err := connectors.ReadLine(br, connectors.MaxItem)
	if err != nil {
		return broken{err}
	}
	if whole && json.Valid(text) && more(br) {
		return r.lines(ctx, io.MultiReader(bytes.NewReader(text), br), f.Name)
	}
	rest, err := io.ReadAll(io.LimitReader(br, int64(connectors.MaxItem+1-min(len(text), connectors.MaxItem))))
	if err != nil {
		return broken{err}
	}
	if text = append(text, rest...); len(text) > connectors.MaxItem {
		return r.large(ctx, io.MultiReader(bytes.NewReader(text), br), text, f.Name)
	}
	return r.object(ctx, text, f.Name, body)
}

// more reports whether another object follows.
func more(br *bufio.Reader) bool {
	for n := 64; n <= br.Size(); n *= 2 {
		head, err := br.Peek(n)
		if s := bytes.TrimSpace(head); len(s) > 0 {
			return s[0] == '{'
		} else if err != nil {
			return false
		}
	}
	return false
}

// objects is the beginning of a list of objects in an object.
var objects = regexp.MustCompile(`"([^"\\]+)"\s*:\s*\[\s*\{`)

// large reads the first list in an object that is too long for one record.
func (r *run) large(ctx context.Context, doc io.Reader, head []byte, name string) error {
	f := objects.FindSubmatch(head)
	if f == nil {
		return broken{fmt.Errorf("larger than %d MB and no list of records: write each record into a file or a line of its own", connectors.MaxItem>>20)}
	}
	return r.list(ctx, bufio.NewReaderSize(doc, 64<<10), []string{string(f[1])}, name)
}

// list reads the elements of the list that the names lead to.
func (r *run) list(ctx context.Context, br *bufio.Reader, names []string, file string) error {
	s := tree.NewStream(br, connectors.MaxItem)
	if err := s.Enter(names); err != nil {
		return cutOff(err, 0)
	}
	for n := 1; ; n++ {
		e, err := s.Next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return cutOff(err, n-1)
		}
		if err := r.element(ctx, e.Text, place(file, fmt.Sprintf("record %d, line %d", n, e.Line))); err != nil {
			return err
		}
	}
}

// lines reads a record from each line.
func (r *run) lines(ctx context.Context, in io.Reader, file string) error {
	br := bufio.NewReaderSize(in, 64<<10)
	for n := 1; ; n++ {
		line, whole, err := connectors.ReadLine(br, connectors.MaxItem)
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return cutOff(err, n-1)
		}
		if !whole {
			if err := connectors.SkipLine(br, line); err != nil {
				return cutOff(err, n)
			}
			line = nil
		} else if line = bytes.TrimSpace(line); len(line) == 0 {
			continue
		}
		if err := r.element(ctx, line, place(file, fmt.Sprintf("line %d", n))); err != nil {
			return err
		}
	}
}

func place(file, where string) string { return strings.TrimPrefix(file+", "+where, ", ") }

// cutOff says of a list that cannot be read on how far it was read.
func cutOff(err error, n int) error {
	switch {
	case err == io.ErrUnexpectedEOF: // and not what a compressed file says of itself
		return broken{fmt.Errorf("the document breaks off before its end, after record %d; save it again", n)}
	case n == 0:
		return broken{err}
	}
	return broken{fmt.Errorf("after record %d: %w", n, err)}
}
