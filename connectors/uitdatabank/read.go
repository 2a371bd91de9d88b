package uitdatabank

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"

	"moselle/connectors"
)

// page is what a document says of itself when it is a page of a search.
type page struct {
	listed  bool // it lists its documents under "member"
	members int
	total   int // of the whole search; 0 when it does not say
}

// readJSON hands each document of a JSON text on as it stands: those under
// "member", those of a list, or the one that the text is. Several texts may
// follow one another, as lines do.
func readJSON(r io.Reader, each func(raw []byte) error) (p page, err error) {
	m := &meter{r: r}
	in := &input{dec: json.NewDecoder(m), meter: m, each: each}
	for {
		in.allow()
		t, err := in.dec.Token()
		switch {
		case err == io.EOF:
			return in.page, nil
		case err != nil:
			return in.page, in.explain(err)
		case t == json.Delim('['):
			err = in.list()
		case t == json.Delim('{'):
			err = in.object()
		default:
			return in.page, fmt.Errorf("byte %d: documents of UiTdatabank are expected here, as objects in braces", in.dec.InputOffset())
		}
		if err != nil {
			return in.page, in.explain(err)
		}
	}
}

type input struct {
	page
	dec   *json.Decoder
	meter *meter
	each  func(raw []byte) error
}

// list reads documents up to the end of a list.
func (in *input) list() error {
	for in.dec.More() {
		in.allow()
		var raw json.RawMessage
		if err := in.dec.Decode(&raw); err != nil {
			return err
		}
		in.members++
		if err := in.each(raw); err != nil {
			return handed{err}
		}
		in.allow()
	}
	_, err := in.dec.Token()
	return err
}

// object reads an object member by member, as it may be a page of any length:
// what turns out to be a document is put together again.
func (in *input) object() error {
	whole := []byte{'{'}
	listed := false
	for in.allow(); in.dec.More(); in.allow() {
		key, err := in.dec.Token()
		if err != nil {
			return err
		}
		name, _ := key.(string)
		var raw json.RawMessage
		if name == "member" {
			t, err := in.dec.Token()
			if err != nil {
				return err
			}
			if t != json.Delim('[') {
				return fmt.Errorf("byte %d: \"member\" is not a list", in.dec.InputOffset())
			}
			listed, in.listed = true, true
			if err := in.list(); err != nil {
				return err
			}
			continue
		}
		if err := in.dec.Decode(&raw); err != nil {
			return err
		}
		if name == "totalItems" {
			in.total, _ = strconv.Atoi(string(raw))
		}
		if len(whole)+len(raw) > connectors.MaxItem {
			return errTooLong
		}
		if len(whole) > 1 {
			whole = append(whole, ',')
		}
		quoted, err := json.Marshal(name)
		if err != nil {
			return err
		}
		whole = append(append(append(whole, quoted...), ':'), raw...)
	}
	if _, err := in.dec.Token(); err != nil || listed {
		return err
	}
	if err := in.each(append(whole, '}')); err != nil {
		return handed{err}
	}
	return nil
}

// handed is an error of whoever a document was handed to.
type handed struct{ error }

// allow lets the decoder read one more item's worth of bytes.
func (in *input) allow() { in.meter.limit = in.dec.InputOffset() + connectors.MaxItem }

// explain says in plain words why the text cannot be read on.
func (in *input) explain(err error) error {
	var own handed
	var syntax *json.SyntaxError
	switch {
	case errors.As(err, &own):
		return own.error
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return fmt.Errorf("the JSON ends early, after %d bytes; it was probably cut off on its way: ask for it again", in.meter.read)
	case errors.As(err, &syntax):
		return fmt.Errorf("byte %d: this is no valid JSON; what stands before it was read: mend it or export it again", syntax.Offset)
	case errors.Is(err, errTooLong):
		return fmt.Errorf("byte %d: %w", in.dec.InputOffset(), err)
	}
	return err
}

var errTooLong = fmt.Errorf("one document is longer than %d MB; split it", connectors.MaxItem>>20)

// meter lets no more than limit bytes be read in all.
type meter struct {
	r           io.Reader
	read, limit int64
}

// Read ends in errTooLong at the limit.
func (m *meter) Read(p []byte) (int, error) {
	left := m.limit - m.read
	if left <= 0 {
		return 0, errTooLong
	}
	n, err := m.r.Read(p[:min(int64(len(p)), left)])
	m.read += int64(n)
	return n, err
}

// unmarked reads past a byte order mark and tells a document's form by its
// beginning.
func unmarked(r io.Reader) (*bufio.Reader, []byte, error) {
	br := bufio.NewReaderSize(r, 64<<10)
	head, err := br.Peek(16 << 10)
	if err != nil && err != io.EOF {
		return nil, nil, err
	}
	if bytes.HasPrefix(head, []byte("\xEF\xBB\xBF")) {
		_, err = br.Discard(3)
		return br, head[3:], err
	}
	return br, head, nil
}
