package table

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"time"

	"moselle/connectors"
	"moselle/connectors/table/sheet"
	"moselle/schema"
)

// fits reports whether a shape has all columns of a preset, and which they are
// when it is one with words.
func (p Preset) fits(s shape) (found map[string]string, ok bool) {
	if p.Words != nil {
		found = p.find(s)
	}
	for _, c := range p.Columns {
		if not, without := strings.CutPrefix(c, "!"); without {
			names := strings.Split(not, "|")
			if found[names[0]] != "" && !slices.ContainsFunc(names[1:], func(n string) bool { return found[n] != "" }) {
				return nil, false
			}
			continue
		}
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

// known counts the columns of a shape that a preset's mapping reads.
func (p Preset) known(s shape) (n int) {
	for _, name := range p.names() {
		if !s.exact && s.has(name) || slices.Contains(s.names, name) {
			n++
		}
	}
	return n
}

// onlyYears is a date without a day, and any other number.
var onlyYears = regexp.MustCompile(`^\D*\d{1,4}(?:\D+\d{1,4})?\D*$`)

// dated reports whether what is found as an event's start are days: years alone
// and other numbers make no agenda.
func (p Preset) dated(s shape, found map[string]string) bool {
	if p.settings.Class != "Event" {
		return true
	}
	ls := layouts(append(s.american(found), p.settings.Layout...))
	values, days, years := s.under(found["$start"]), 0, 0
	r := run{plan: &plan{zone: time.UTC}}
	for _, v := range values {
		if _, _, err := r.days(ls, v, false); err == nil {
			days++
		} else if onlyYears.MatchString(v) {
			years++
		}
	}
	return days > years || len(values) == 0
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
// finds out where in it a preset's items stand. in is nil when it is no table.
func (h *harvest) decide(shapes []shape, in *peeked) error {
	s := h.own
	var g guess
	if h.item != nil {
		var ok bool
		if g, ok = h.named(shapes); !ok {
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
	if g.found != nil && s.Key == "" && in != nil {
		s.Group = in.identify(g) || s.Group
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
		if p.Group && !h.own.Group {
			h.notices = append(h.notices, schema.Fault{Path: "group", Value: g.identity(), Severity: schema.Info,
				Message: "rows that have the same in this column tell of the same thing, and are put together"})
		}
	case h.item == nil:
		h.notices = append(h.notices, schema.Fault{Path: "preset", Value: p.Preset, Message: "no mapping is given; the columns are those of this preset, and it is used", Severity: schema.Info})
	}
	h.plan = p
	return nil
}

// named returns how a document is read by the preset that the settings name.
// Of one with words whatever columns are told by their names count: others may
// stand in the settings.
func (h *harvest) named(shapes []shape) (best guess, ok bool) {
	p, named := presetNamed(h.own.Preset)
	if !named || h.Items != "" || h.Format != "auto" && p.Words == nil {
		return guess{}, false
	}
	for _, s := range shapes {
		if p.Words != nil {
			if found := p.find(s); len(found) > len(best.found) {
				best, ok = guess{p, s, found}, true
			}
		} else if _, fits := p.fits(s); fits {
			return guess{Preset: p, at: s}, true
		}
	}
	return best, ok
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
