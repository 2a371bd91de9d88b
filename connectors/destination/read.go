package destination

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"

	"moselle/connectors"
	"moselle/schema/tree"
)

// window is how much of a document is looked at before it is read.
const window = 64 << 10

// document reads one document, whatever of its forms it has, and returns what it
// says of itself and its validator.
func (h *harvest) document(location string, since []byte) (said head, validator []byte, err error) {
	body, err := h.env.Open(h.ctx, h.withKey(location), since)
	if err != nil {
		return said, nil, err
	}
	defer body.Close()
	h.inner, h.twins = 0, 0
	br := connectors.UTF8(body)
	begin, err := br.Peek(window)
	if err != nil && !errors.Is(err, io.EOF) && len(begin) == 0 {
		return said, nil, err
	}
	switch form := connectors.FormOf(begin); {
	case form == connectors.XML:
		return said, nil, errors.New("this is XML; ask for JSON with template=ET2014A.json in the address")
	case form != connectors.JSON:
		return said, nil, connectors.Instead(begin, "a JSON answer of destination.one")
	}
	switch {
	case bytes.HasPrefix(bytes.TrimSpace(begin[:min(len(begin), 1024)]), []byte("[")):
		err = h.list(br, "")
	case isAnswer(begin):
		said = headOf(begin)
		err = h.list(br, "", "items")
		if said.message != "" && h.inner == 0 && err != nil {
			err = said.refused()
		}
	default:
		err = h.objects(br)
	}
	return said, body.Validator, err
}

// list reads a list of items: the document itself, or the member of that name.
// within is where an answer stands that stands in place of an item.
func (h *harvest) list(br *bufio.Reader, within string, member ...string) error {
	s := tree.NewStream(br, connectors.MaxItem)
	if err := s.Enter(member); err != nil {
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
		where := fmt.Sprintf("item %d, line %d", n, e.Line)
		switch {
		case within != "":
			where = fmt.Sprintf("%s, item %d", within, n)
		case h.search:
			where = fmt.Sprintf("page %d, item %d", h.page, n)
		}
		if e.TooLong {
			h.read++
			h.inner++
			err = h.Refuse(connectors.Refuse("", where, "", "", "the item is larger than %d MB", connectors.MaxItem>>20))
		} else {
			err = h.item(e.Text, where, len(member) == 0)
		}
		if err != nil {
			return err
		}
	}
}

// broken says where a document breaks off.
func broken(err error, after int) error {
	if err == io.ErrUnexpectedEOF { // what a decompressor says of a cut stream is its own
		return fmt.Errorf("the document breaks off before its end, after item %d; download it again", after)
	}
	return err
}

// objects reads a document that begins with an object which is no answer: an item
// alone, or an object a line.
func (h *harvest) objects(br *bufio.Reader) error {
	line, whole, err := connectors.ReadLine(br, connectors.MaxItem)
	if err != nil {
		return err
	}
	if next, _ := br.Peek(1); !whole || len(next) == 0 || next[0] != '{' {
		rest, err := io.ReadAll(io.LimitReader(br, connectors.MaxItem+1))
		if err != nil {
			return err
		}
		if line = append(line, rest...); len(line) > connectors.MaxItem {
			return fmt.Errorf("the document is one object larger than %d MB and no answer of destination.one: it has no list of items", connectors.MaxItem>>20)
		}
		return h.item(bytes.TrimSpace(line), "line 1", true)
	}
	for n := 1; ; n++ {
		where := fmt.Sprintf("line %d", n)
		switch {
		case !whole:
			h.read++
			h.inner++
			if err = connectors.SkipLine(br, line); err == nil {
				err = h.Refuse(connectors.Refuse("", where, "", "", "the line is longer than %d MB", connectors.MaxItem>>20))
			}
		case len(bytes.TrimSpace(line)) > 0:
			err = h.item(bytes.TrimSpace(line), where, true)
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
