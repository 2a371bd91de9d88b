package activitypub

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"moselle/connectors"
	"moselle/schema/tree"
	wire "moselle/schema/wire/activitypub"
)

// expected is what a document ought to be, for messages.
const expected = "a document of ActivityPub (an account, an outbox, an event)"

// element is one of what a document lists, or all of it.
type element struct {
	text  []byte // nil when it is too long
	where string
}

// document is an opened document.
type document struct {
	body  *connectors.Body
	br    *bufio.Reader
	whole []byte          // of a single object, all of it
	list  wire.Collection // what a single object says of itself as a list
	lines bool            // objects follow one another, a line each
	path  []string        // the member that lists; nil when the document is the list itself
}

// read opens a document and tells its form by its beginning. The error is a page
// when it is one for people.
func (h *harvest) read(location string, since []byte) (*document, error) {
	body, err := h.env.Open(h.ctx, location, since)
	if err != nil {
		return nil, err
	}
	d := &document{body: body, br: bufio.NewReaderSize(body, 64<<10)}
	if err := d.begin(); err != nil {
		body.Close()
		return nil, err
	}
	return d, nil
}

// page is an error of what is a page for people where a document was expected.
type page struct{ error }

func (d *document) begin() error {
	d.br = connectors.UTF8(d.br)
	head, err := d.br.Peek(4096)
	switch form := connectors.FormOf(head); {
	case len(head) == 0 && err != nil && err != io.EOF:
		return err
	case form == connectors.HTML && !bytes.Contains(head, []byte("<XRD")):
		return page{connectors.Instead(head, expected)}
	case bytes.Contains(head, []byte("<XRD")):
		return errors.New("this is a host-meta document, which only says where accounts are asked for: give the account as @name@host, or its address")
	case form != connectors.JSON:
		return connectors.Instead(head, expected)
	}
	if bytes.HasPrefix(bytes.TrimSpace(head), []byte("[")) {
		return nil
	}
	return d.object()
}

// object reads a single object, unless a line each holds one, or it is too long
// to be anything but a list.
func (d *document) object() error {
	line, whole, err := connectors.ReadLine(d.br, connectors.MaxItem)
	if err != nil {
		return err
	}
	if whole && d.more() && json.Valid(line) {
		d.lines = true
		d.br = bufio.NewReaderSize(io.MultiReader(bytes.NewReader(line), d.br), 64<<10)
		return nil
	}
	rest, err := io.ReadAll(io.LimitReader(d.br, int64(connectors.MaxItem+1-min(len(line), connectors.MaxItem))))
	if err != nil {
		return err
	}
	text := append(line, rest...)
	if len(text) > connectors.MaxItem {
		d.path = []string{"orderedItems"}
		d.br = bufio.NewReaderSize(io.MultiReader(bytes.NewReader(text), d.br), 64<<10)
		return nil
	}
	d.whole = text
	if d.list, err = wire.ParseCollection(text); err != nil {
		if cut := (&tree.SyntaxError{}); errors.As((&tree.Tree{}).JSON(string(text)), &cut) && cut.Short {
			return errors.New("the document breaks off before its end: save it again")
		}
		return nil // what is wrong with an object is told of it
	}
	if d.list.Page != nil && d.list.Items == "" { // the first page stands inside
		inner, err := wire.ParseCollection(d.list.Page)
		if err == nil && inner.Items != "" {
			d.list.Next, d.list.Items, d.path = inner.Next, inner.Items, []string{"first", inner.Items}
		}
	} else if d.list.Items != "" {
		d.path = []string{d.list.Items}
	}
	return nil
}

// more reports whether another object follows.
func (d *document) more() bool {
	for n := 64; n <= d.br.Size(); n *= 2 {
		head, err := d.br.Peek(n)
		if s := strings.TrimSpace(string(head)); s != "" {
			return s[0] == '{'
		} else if err != nil {
			return false
		}
	}
	return false
}

// lone reports whether the document is one object and no list.
func (d *document) lone() bool { return d.whole != nil && d.path == nil }

// newestFirst reports whether what stands first is the newest, as in an outbox.
func (d *document) newestFirst() bool { return d.path != nil }

// each hands on what the document lists, in its order.
func (d *document) each(do func(element) error) error {
	if d.lines {
		return d.eachLine(do)
	}
	if d.whole != nil {
		d.br = bufio.NewReader(bytes.NewReader(d.whole))
	}
	s := tree.NewStream(d.br, connectors.MaxItem)
	if err := s.Enter(d.path); err != nil {
		return brokenOff(err, 0)
	}
	for n := 1; ; n++ {
		e, err := s.Next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return brokenOff(err, n-1)
		}
		if err := do(element{e.Text, fmt.Sprintf("activity %d, line %d", n, e.Line)}); err != nil {
			return err
		}
	}
}

func (d *document) eachLine(do func(element) error) error {
	for n := 1; ; n++ {
		line, whole, err := connectors.ReadLine(d.br, connectors.MaxItem)
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return brokenOff(err, n-1)
		}
		if !whole {
			if err := connectors.SkipLine(d.br, line); err != nil {
				return err
			}
			line = nil
		} else if line = bytes.TrimSpace(line); len(line) == 0 {
			continue
		}
		if err := do(element{line, fmt.Sprintf("line %d", n)}); err != nil {
			return err
		}
	}
}

// brokenOff says of a list that cannot be read on how far it was read.
func brokenOff(err error, n int) error {
	switch {
	case err == io.ErrUnexpectedEOF: // and not what a compressed file says of itself
		return fmt.Errorf("the document breaks off before its end, after activity %d; save it again", n)
	case n == 0:
		return err
	}
	return fmt.Errorf("after activity %d: %w", n, err)
}
