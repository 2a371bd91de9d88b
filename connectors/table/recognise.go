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
	names   []string
	columns []column // those names, and the ways to what stands in members
	items   string   // the member that holds the list; "" for the document itself
	object  bool     // the document is no list but one object
	exact   bool     // capitals make other names, as they do in JSON
}

// column is a column of a table, or a way to single values in an item.
type column struct {
	name   string   // as a mapping names it
	heads  []string // what it is called, as heading makes it
	others []string // what may be meant by that, when nothing else is
	values []string // of the first rows
	listed bool     // the way goes through a list
}

// fits reports whether a shape has all columns of a preset, and which they are
// when it is one with words.
func (p Preset) fits(s shape) (found map[string]string, ok bool) {
	if p.Words != nil {
		found = p.find(s)
	}
	for _, c := range p.Columns {
		if !slices.ContainsFunc(strings.Split(c, "|"), func(want string) bool {
			if p.Words != nil {
				return found[want] != ""
			}
			return s.has(want)
		}) {
			return nil, false
		}
	}
	return found, len(p.Columns) > 0 && (p.Words == nil || p.dated(s, found))
}

// has reports whether there is a column of this name.
func (s shape) has(name string) bool {
	want := columnName(name)
	return slices.ContainsFunc(s.names, func(n string) bool { return columnName(n) == want })
}

// known counts the columns of a shape that a preset's mapping reads.
func (p Preset) known(s shape) (n int) {
	for _, name := range p.names() {
		if !s.exact && s.has(name) || slices.Contains(s.names, name) {
			n++
		}
	}
	return n
}

// guess is how a document is read when nobody says how.
type guess struct {
	Preset
	at    shape
	found map[string]string // by a preset with words
}

// recognise returns the preset for a document: that with the most columns when
// several fit. One with words counts when there is no other, or when another
// would leave out half of what it reads.
func recognise(shapes []shape) (best guess, ok bool) {
	for _, s := range shapes {
		for _, p := range presets() {
			if p.Words != nil || len(p.Columns) <= len(best.Columns) {
				continue
			}
			if _, fits := p.fits(s); fits && (!s.exact || p.known(s) > 0) {
				best, ok = guess{Preset: p, at: s}, true
			}
		}
	}
	if len(shapes) > 2 && shapes[0].item() {
		shapes = shapes[:1] // what it lists belongs to it
	}
	least := 0
	if ok {
		least = 2 * best.known(best.at)
	}
	for _, s := range shapes {
		for _, p := range presets() {
			// What has a title and a date, or a title and a technique, is no list of
			// places whatever else it tells of those: works alone come before events.
			if p.Words == nil || best.found != nil && p.settings.Class != "Work" {
				continue
			}
			if found, fits := p.fits(s); fits && len(found) > max(least, len(best.found)) {
				best, ok = guess{p, s, found}, true
			}
		}
		if best.found != nil {
			break // the rows below a header are none
		}
	}
	return best, ok
}

// decide chooses the preset when the settings leave it to the document, and
// finds out where in it a preset's items stand.
func (h *harvest) decide(shapes []shape) error {
	s := h.own
	var g guess
	if h.item != nil {
		p, named := presetNamed(s.Preset)
		if !named || h.Items != "" || h.Format != "auto" && p.Words == nil {
			return nil
		}
		for _, at := range shapes {
			if found, ok := p.fits(at); ok && p.Columns != nil {
				g = guess{p, at, found}
				break
			}
		}
		if g.Name == "" {
			return nil
		}
		s.place(g.at)
	} else if known, ok := recognise(shapes); ok {
		g = known
		s.place(g.at)
		s.Preset = g.Name
	} else {
		var names []string // of the widest row: a title above the header has one
		for _, at := range shapes {
			if len(at.names) > len(names) {
				names = at.names
			}
		}
		return fmt.Errorf("no preset is for a table of this shape: say in the settings what a row is (class), what identifies it (key) and where its properties stand (map); the table has: %s", list(names))
	}
	if g.found != nil {
		s.Layout = append(g.at.american(g.found), append(s.Layout, g.settings.Layout...)...)
	}
	p, err := newPlan(s, h.env, g.found)
	if err != nil {
		return err
	}
	switch {
	case g.found != nil:
		h.notices = append(h.notices, g.notices()...)
	case h.item == nil:
		h.notices = append(h.notices, schema.Fault{Path: "preset", Value: p.Preset, Message: "no mapping is given; the columns are those of this preset, and it is used", Severity: schema.Info})
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
		cells = cells[:min(len(cells), maxColumns)]
		next := shape{names: slices.Clone(cells)}
		for i, name := range next.names {
			next.columns = append(next.columns, column{name: name, heads: []string{heading(name)}, others: otherwise(name)})
			for _, above := range shapes {
				if v := strings.TrimSpace(name); i < len(above.columns) && v != "" {
					above.columns[i].values = append(above.columns[i].values, v)
				}
			}
		}
		shapes = append(shapes, next)
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
	g, ok := recognise(shapes)
	return g.Preset, ok
}
