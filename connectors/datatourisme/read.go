package datatourisme

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"moselle/connectors"
	"moselle/schema/tree"
)

// expected names what the source may be, for the message that it is not.
const expected = "a flux of DATAtourisme (a ZIP archive, its index.json, objects as JSON, or a table as CSV)"

// maxDocument bounds a JSON document that has to be held as a whole: a page of
// the API, or an object that is laid out over several lines.
const maxDocument = 64 << 20

// read reads the location and finds out what it is from how it begins. It
// returns the cursor of a document that is the whole source.
func (r *run) read(from connectors.Cursor) (connectors.Cursor, error) {
	body, err := r.open(from)
	if err != nil {
		return nil, err
	}
	defer body.Close()
	r.base = body.Location
	br := bufio.NewReaderSize(body, 64<<10)
	head, err := br.Peek(1024)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	if isTable(head) {
		if err := r.table(br, body.Charset); err != nil {
			return nil, err
		}
		return body.Validator, nil
	}
	if bytes.HasPrefix(head, []byte("\xff\xfe")) || bytes.HasPrefix(head, []byte("\xfe\xff")) {
		return nil, errors.New("the text is UTF-16, where JSON has to be UTF-8: save it as UTF-8")
	}
	form := connectors.FormOf(head)
	switch {
	case form == connectors.Workbook, bytes.HasPrefix(head, []byte("PK\x05\x06")): // the latter is an empty archive
		if err := r.flux(br); err != nil {
			return nil, err
		}
	case form == connectors.JSON:
		if bytes.HasPrefix(head, []byte("\xef\xbb\xbf")) {
			_, _ = br.Discard(3)
		}
		first, err := firstByte(br)
		if err != nil {
			return nil, err
		}
		if first != '[' {
			return r.objects(br, body)
		}
		if err := r.list(br); err != nil {
			return nil, err
		}
	default:
		return nil, connectors.Instead(head, expected)
	}
	return body.Validator, nil
}

// open opens the location, and of a folder its index.
func (r *run) open(from connectors.Cursor) (*connectors.Body, error) {
	body, err := r.env.Open(r.ctx, r.env.Location, from)
	if err == nil || connectors.IsWeb(r.env.Location) || filepath.Ext(r.env.Location) != "" || errors.Is(err, connectors.ErrUnchanged) {
		return body, err
	}
	if body, err := r.env.Open(r.ctx, filepath.Join(r.env.Location, "index.json"), from); err == nil || errors.Is(err, connectors.ErrUnchanged) {
		return body, err
	}
	return nil, err
}

// firstByte returns the first byte that is no blank, and leaves it to be read.
func firstByte(br *bufio.Reader) (byte, error) {
	for {
		c, err := br.ReadByte()
		if err != nil {
			return 0, err
		}
		if !strings.ContainsRune(" \t\r\n\f", rune(c)) {
			return c, br.UnreadByte()
		}
	}
}

// list reads a list of objects, or the index of a flux, whose objects stand in
// files beside it.
func (r *run) list(br *bufio.Reader) error {
	s := tree.NewStream(br, connectors.MaxItem)
	if err := s.Enter(nil); err != nil {
		return broken(err, 0)
	}
	for n := 1; ; n++ {
		e, err := s.Next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return broken(err, n-1)
		}
		where := fmt.Sprintf("object %d (line %d)", n, e.Line)
		switch file, listed := r.listed(e.Text); {
		case e.TooLong:
			err = r.Refuse(connectors.Refuse("", where, "", "", "the object is larger than %d MB", connectors.MaxItem>>20))
		case listed:
			err = r.beside(file)
		default:
			err = r.object(e.Text, where)
		}
		if err != nil {
			return err
		}
	}
}

// broken says where a list breaks off.
func broken(err error, after int) error {
	if err == io.ErrUnexpectedEOF { // what a decompressor says of a cut stream is its own
		return fmt.Errorf("the file breaks off before its end, after object %d; download it again", after)
	}
	return err
}

// objects reads a document that begins with an object: one, one a line, or a
// page of the API with the pages behind it.
func (r *run) objects(br *bufio.Reader, body *connectors.Body) (connectors.Cursor, error) {
	first, whole, err := connectors.ReadLine(br, connectors.MaxItem)
	if err != nil {
		return nil, err
	}
	if next, _ := br.Peek(1); whole && len(next) > 0 && next[0] == '{' {
		err := r.lines(first, br)
		return body.Validator, err
	}
	rest, err := io.ReadAll(io.LimitReader(br, maxDocument+1))
	if err != nil {
		return nil, err
	}
	text := append(first, rest...)
	if len(text) > maxDocument {
		return nil, fmt.Errorf("the document is larger than %d MB; ask for smaller pages (page_size)", maxDocument>>20)
	}
	if p, ok := pageOf(text); ok {
		return nil, r.pages(p, body.Location)
	}
	return body.Validator, r.object(text, "line 1")
}

// lines reads an object a line.
func (r *run) lines(first []byte, br *bufio.Reader) error {
	line, whole := first, true
	for n := 1; ; n++ {
		where := fmt.Sprintf("line %d", n)
		var err error
		switch {
		case !whole:
			if err = connectors.SkipLine(br, line); err == nil {
				err = r.Refuse(connectors.Refuse("", where, "", "", "the line is longer than %d MB", connectors.MaxItem>>20))
			}
		case len(bytes.TrimSpace(line)) > 0:
			err = r.object(bytes.TrimSpace(line), where)
		}
		if err != nil {
			return err
		}
		if line, whole, err = connectors.ReadLine(br, connectors.MaxItem); err == io.EOF {
			return nil
		} else if err != nil {
			return fmt.Errorf("after line %d: %w", n, err)
		}
	}
}
