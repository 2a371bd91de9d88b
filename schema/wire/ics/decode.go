package ics

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"
	"unicode/utf8"
)

// Decode reads a file component by component: those directly inside a
// VCALENDAR, or outside of any, each as it ends; and at its own end the
// VCALENDAR with its properties and without what was yielded before. Octets
// that are not UTF-8 are taken in charset, "" for Windows-1252.
//
// An error of type *Error concerns one component and reading goes on. Any
// other (not a calendar at all, cut off, unreadable) is the last thing yielded.
func Decode(r io.Reader, charset string) iter.Seq2[Component, error] {
	return func(yield func(Component, error) bool) {
		d := &decoder{lines: newLines(r), charset: charset, yield: yield}
		if err := d.run(); err != nil {
			yield(Component{}, err)
		}
	}
}

type decoder struct {
	*lines
	charset string
	yield   func(Component, error) bool
	stack   []*open
	stray   bool // text outside of components was told
	foreign bool // that octets are not UTF-8 was told
	begun   bool
	stopped bool
}

// open is a component whose end was not read yet.
type open struct {
	Component
	lines   int    // of the whole block, for the outermost item
	skipped int    // BEGIN lines below it that went too deep
	broken  string // why it cannot be used
}

func (d *decoder) run() error {
	for !d.stopped {
		b, line, err := d.next()
		switch {
		case err == io.EOF:
			return d.end()
		case errors.Is(err, errLong):
			if top := d.top(); top != nil {
				top.fault(line, "a line of more than %d KiB is left out", MaxLine>>10)
			}
		case err != nil:
			return fmt.Errorf("line %d: reading breaks off here: %w", line, err)
		default:
			if err := d.take(b, line); err != nil {
				return err
			}
		}
	}
	return nil
}

// take handles one logical line.
func (d *decoder) take(b []byte, line int) error {
	if name, ok := marker(b, "BEGIN:"); ok {
		d.begin(name, line)
		return nil
	}
	if name, ok := marker(b, "END:"); ok {
		d.finish(name, line)
		return nil
	}
	top := d.top()
	if top == nil {
		return d.outside(b, line)
	}
	if top.skipped > 0 {
		return nil
	}
	if it := d.item(); !d.foreign && d.charset == "" && it.Name == "VEVENT" && !utf8.Valid(b) && !bytes.Contains(b, []byte("CHARSET=")) {
		d.foreign = true
		it.fault(line, "the file is not UTF-8, as a calendar has to be; it is read as Windows-1252")
	}
	p, err := parse(b, d.charset)
	if err != nil {
		top.fault(line, "%v: %q is left out", err, excerpt(b))
		return nil
	}
	p.Line = line
	if d.count() {
		top.Props = append(top.Props, p)
	}
	return nil
}

// marker reads a BEGIN or END. Blanks before it are no fold when nothing stands
// before them.
func marker(b []byte, prefix string) (string, bool) {
	b = bytes.TrimLeft(b, " \t")
	if len(b) < len(prefix) || !bytes.EqualFold(b[:len(prefix)], []byte(prefix)) {
		return "", false
	}
	name := strings.TrimSpace(string(b[len(prefix):]))
	if t, ok := token(name); ok {
		return t, true
	}
	return name, true
}

func excerpt(b []byte) string {
	if len(b) > 60 {
		b = b[:60]
	}
	return strings.ToValidUTF8(string(b), "\uFFFD")
}

func (d *decoder) outside(b []byte, line int) error {
	if len(bytes.TrimSpace(b)) == 0 {
		return nil
	}
	if !d.begun {
		return fmt.Errorf("line %d: not a calendar: it begins with %q where BEGIN:VCALENDAR should stand", line, excerpt(b))
	}
	if !d.stray {
		d.stray = true
		d.give(Component{}, &Error{Line: line, Message: fmt.Sprintf("%q stands outside of every component and is left out", excerpt(b))})
	}
	return nil
}

// item returns the open component that is yielded as a whole, or nil.
func (d *decoder) item() *open {
	for _, o := range d.stack {
		if o.Name != "VCALENDAR" {
			return o
		}
	}
	return d.top()
}

// count books a line on the item; false when there are too many.
func (d *decoder) count() bool {
	it := d.item()
	if it.lines++; it.lines > MaxProperties {
		it.broken = fmt.Sprintf("it has more than %d lines", MaxProperties)
		return false
	}
	return true
}

func (d *decoder) top() *open {
	if len(d.stack) == 0 {
		return nil
	}
	return d.stack[len(d.stack)-1]
}

func (d *decoder) give(c Component, err error) {
	if !d.stopped && !d.yield(c, err) {
		d.stopped = true
	}
}

// alone reports whether components of that name never stand inside one another.
func alone(name string) bool {
	switch name {
	case "VCALENDAR", "VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY", "VTIMEZONE":
		return true
	}
	return false
}

func (d *decoder) begin(name string, line int) {
	d.begun = true
	if alone(name) {
		keep := 0
		if name != "VCALENDAR" && len(d.stack) > 0 && d.stack[0].Name == "VCALENDAR" {
			keep = 1
		}
		for len(d.stack) > keep && slices.ContainsFunc(d.stack[keep:], (*open).alone) {
			d.abandon(line, "BEGIN:"+name)
		}
	}
	if top := d.top(); top != nil && top.Name != "VCALENDAR" && (top.skipped > 0 || len(d.stack) >= MaxDepth || !d.count()) {
		top.skipped++
		if it := d.item(); it.broken == "" {
			it.broken = fmt.Sprintf("components nest more than %d deep", MaxDepth)
		}
		return
	}
	o := &open{Component: Component{Name: name, Line: line}}
	if _, ok := token(name); !ok {
		o.broken = fmt.Sprintf("BEGIN:%s names no component", excerpt([]byte(name)))
	}
	d.stack = append(d.stack, o)
}

func (o *open) alone() bool { return alone(o.Name) }

// finish closes the innermost open component of that name.
func (d *decoder) finish(name string, line int) {
	top := d.top()
	if top != nil && top.skipped > 0 {
		top.skipped--
		return
	}
	at := len(d.stack) - 1
	for at >= 0 && d.stack[at].Name != name {
		at--
	}
	if at < 0 {
		if top != nil {
			top.fault(line, "END:%s without its BEGIN", excerpt([]byte(name)))
		}
		return
	}
	for len(d.stack)-1 > at {
		d.abandon(line, "END:"+name)
	}
	d.close()
}

// close takes the innermost component off the stack, whole.
func (d *decoder) close() {
	o := d.top()
	d.stack = d.stack[:len(d.stack)-1]
	if o.broken != "" {
		if up := d.top(); up != nil && up.Name != "VCALENDAR" {
			up.fault(o.Line, "%s: %s", o.Name, o.broken)
			return
		}
		d.give(Component{}, &Error{Line: o.Line, Name: o.Name, UID: o.Text("UID"), Message: o.broken})
		return
	}
	if up := d.top(); up != nil && up.Name != "VCALENDAR" {
		up.Parts = append(up.Parts, o.Component)
		return
	}
	d.give(o.Component, nil)
}

// abandon closes the innermost component because its END is missing. A calendar
// is none the worse for it; an alarm costs only itself.
func (d *decoder) abandon(line int, instead string) {
	if o := d.top(); o.Name != "VCALENDAR" && o.broken == "" {
		o.broken = fmt.Sprintf("END:%s is missing before %s in line %d", excerpt([]byte(o.Name)), excerpt([]byte(instead)), line)
	}
	d.close()
}

// end handles the end of the file, which leaves nothing open in a whole one.
func (d *decoder) end() error {
	if len(d.stack) == 0 {
		if !d.begun {
			return errors.New("not a calendar: there is no BEGIN:VCALENDAR")
		}
		return nil
	}
	outer := d.stack[0]
	for len(d.stack) > 0 {
		d.abandon(d.line, "the end of the file")
	}
	return fmt.Errorf("line %d: the file is cut off: END:%s of line %d is missing; what comes behind is unknown", d.line, excerpt([]byte(outer.Name)), outer.Line)
}
