package table

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"moselle/connectors"
	"moselle/connectors/table/sheet"
	"moselle/schema"
)

// shape is what may be rows or items in a document: the names of their columns
// or members, and where the list stands.
type shape struct {
	names  []string
	items  string // the member that holds the list; "" for the document itself
	object bool   // the document is no list but one object
}

// fits reports whether a shape has all columns of a preset.
func (p Preset) fits(s shape) bool {
	for _, c := range p.Columns {
		if !slices.ContainsFunc(strings.Split(c, "|"), func(want string) bool {
			want = columnName(want)
			return slices.ContainsFunc(s.names, func(n string) bool { return columnName(n) == want })
		}) {
			return false
		}
	}
	return len(p.Columns) > 0
}

// recognise returns the preset for a document, that with the most columns when
// several fit, and which of its shapes it fits.
func recognise(shapes []shape) (best Preset, at shape, ok bool) {
	for _, s := range shapes {
		for _, p := range presets() {
			if len(p.Columns) > len(best.Columns) && p.fits(s) {
				best, at, ok = p, s, true
			}
		}
	}
	return best, at, ok
}

// decide chooses the preset when the settings leave it to the document, and
// finds out where in it a preset's items stand.
func (h *harvest) decide(shapes []shape) error {
	s := h.own
	if h.item != nil {
		p, named := presetNamed(s.Preset)
		i := slices.IndexFunc(shapes, p.fits)
		if !named || h.Items != "" || h.Format != "auto" || i < 0 {
			return nil
		}
		s.place(shapes[i])
	} else if p, at, ok := recognise(shapes); ok {
		s.place(at)
		s.Preset = p.Name
	} else {
		var names []string
		if len(shapes) > 0 {
			names = shapes[0].names
		}
		return fmt.Errorf("no preset is for a table of this shape: say in the settings what a row is (class), what identifies it (key) and where its properties stand (map); the table has: %s", list(names))
	}
	p, err := newPlan(s, h.env)
	if err != nil {
		return err
	}
	if h.item == nil {
		h.notice = &schema.Fault{Path: "preset", Value: p.Preset, Message: "no mapping is given; the columns are those of this preset, and it is used", Severity: schema.Info}
	}
	h.plan = p
	return nil
}

// place says where the items stand.
func (s *Settings) place(at shape) {
	if at.items != "" {
		s.Items = at.items
	}
	if at.object {
		s.Format = "object"
	}
}

// peeked is a table whose first rows were looked at.
type peeked struct {
	sheet.Reader
	ahead []read
}

// peek returns the rows among which a header may stand as shapes, and the table
// to read on from the first of them.
func peek(in sheet.Reader) ([]shape, sheet.Reader) {
	p := &peeked{Reader: in}
	var shapes []shape
	for range maxHeader {
		row, err := in.Next()
		p.ahead = append(p.ahead, read{row, err})
		if err != nil {
			if bad := (*sheet.RowError)(nil); errors.As(err, &bad) {
				continue
			}
			break
		}
		cells, _ := in.Cells(row)
		shapes = append(shapes, shape{names: slices.Clone(cells)})
	}
	return shapes, p
}

// Next returns what was looked at, then what follows.
func (p *peeked) Next() (sheet.Row, error) {
	if len(p.ahead) == 0 {
		return p.Reader.Next()
	}
	r := p.ahead[0]
	p.ahead = p.ahead[1:]
	return r.row, r.err
}

// Recognise returns the preset for a document by its beginning, a text in any
// encoding; false when it has the columns or members of none.
func Recognise(head []byte) (Preset, bool) {
	text, err := sheet.NewText(bufio.NewReaderSize(bytes.NewReader(head), sheet.Head), "auto", "")
	if err != nil {
		return Preset{}, false
	}
	head, err = text.Peek(sheet.Head)
	if err != nil && err != io.EOF && len(head) == 0 {
		return Preset{}, false
	}
	var shapes []shape
	if connectors.FormOf(head) == connectors.JSON {
		shapes = members(head, true)
	} else {
		shapes, _ = peek(sheet.NewCSV(text, 0, connectors.MaxItem))
	}
	p, _, ok := recognise(shapes)
	return p, ok
}
