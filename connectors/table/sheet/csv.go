package sheet

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
)

// CSV reads delimited text (RFC 4180, and what else is called CSV): quotation
// marks around a field, doubled inside it; line ends inside quoted fields; line
// ends of any kind; a quotation mark elsewhere stands for itself.
type CSV struct {
	in      *Text
	comma   byte
	max     int
	line    int // of what comes next, from 1
	cells   []string
	repairs int
	doubt   int   // rows before this line were read once before, as part of another
	broken  error // what Next returns at the end instead of io.EOF
}

// maxRepairs bounds how often the reader goes back over an unclosed quotation
// mark, each time over no more than a row's greatest length.
const maxRepairs = 16

// NewCSV reads rows of up to max bytes. A comma of 0 is found out.
func NewCSV(in *Text, comma byte, max int) *CSV {
	head, _ := in.Peek(Head)
	if bytes.IndexByte(head, '\n') < 0 && bytes.IndexByte(head, '\r') >= 0 {
		in.Reader = bufio.NewReaderSize(oldLines{in.Reader}, Head)
		head, _ = in.Peek(Head)
	}
	c := &CSV{in: in, comma: comma, max: max, line: 1}
	if rest, ok := bytes.CutPrefix(head, []byte("sep=")); ok && len(rest) > 1 && (rest[1] == '\n' || rest[1] == '\r') {
		if comma == 0 {
			c.comma = rest[0]
		}
		_, _ = in.ReadSlice('\n')
		c.line++
	} else if comma == 0 {
		c.comma = Delimiter(head)
	}
	return c
}

// oldLines turns the line ends of old Macintosh files, CR alone, into LF.
type oldLines struct{ r io.Reader }

func (o oldLines) Read(p []byte) (int, error) {
	n, err := o.r.Read(p)
	for i, c := range p[:n] {
		if c == '\r' {
			p[i] = '\n'
		}
	}
	return n, err
}

// Close does nothing.
func (c *CSV) Close() error { return nil }

// Next returns the next row.
func (c *CSV) Next() (Row, error) {
	for {
		start := c.line
		raw, err := c.record()
		if err == io.EOF && c.broken != nil {
			err = c.broken
		}
		if err != nil {
			return Row{}, err
		}
		legacy := c.in.judge(raw)
		if !c.empty(raw) {
			return Row{Number: start, Raw: raw, Doubtful: start < c.doubt, legacy: legacy}, nil
		}
	}
}

// record reads one row with its line end.
func (c *CSV) record() ([]byte, error) {
	var buf []byte
	start, st := c.line, fieldStart
	for {
		chunk, err := c.in.ReadSlice('\n')
		buf = append(buf, chunk...)
		var stray bool
		st, stray = st.after(chunk, c.comma)
		if err == nil {
			c.line++
		} else if !errors.Is(err, bufio.ErrBufferFull) && err != io.EOF {
			return nil, err
		}
		switch {
		case len(buf) > c.max && st != quoted:
			return nil, c.skip(start, err == nil)
		case stray && len(buf) > len(chunk):
			// Behind a line end, a quotation mark that closes nothing is far
			// rather the first of another field.
			return nil, c.repair(buf, start)
		case st == quoted && (len(buf) > c.max || err == io.EOF):
			c.broken = fmt.Errorf("line %d: a quotation mark is opened and not closed; the file may be cut off", start)
			return nil, c.repair(buf, start)
		case err == nil && st != quoted, err == io.EOF && len(buf) > 0:
			return buf, nil
		case err == io.EOF:
			return nil, io.EOF
		}
	}
}

// skip passes over the rest of a line that is too long.
func (c *CSV) skip(start int, ended bool) error {
	for !ended {
		_, err := c.in.ReadSlice('\n')
		switch {
		case err == nil:
			c.line++
			ended = true
		case err == io.EOF:
			ended = true
		case !errors.Is(err, bufio.ErrBufferFull):
			return err
		}
	}
	return &RowError{start, fmt.Sprintf("the row is longer than %d MB", c.max>>20)}
}

// repair gives up the line on which a quotation mark was opened and never
// closed, and goes back to the one after it. Where there is none the file may
// as well be cut off: the end of the file is then an error.
func (c *CSV) repair(buf []byte, start int) error {
	bad := &RowError{start, "a quotation mark is opened and not closed"}
	line := bytes.IndexByte(buf, '\n')
	if line < 0 || line == len(buf)-1 {
		return c.broken
	}
	if c.repairs++; c.repairs > maxRepairs {
		return fmt.Errorf("line %d: %s, and not for the first time; is the delimiter right?", start, bad.Message)
	}
	c.in.Reader = bufio.NewReaderSize(io.MultiReader(bytes.NewReader(buf[line+1:]), c.in.Reader), Head)
	c.doubt, c.line = max(c.doubt, c.line), start+1
	return bad
}

// empty reports whether a row holds nothing.
func (c *CSV) empty(raw []byte) bool {
	for _, b := range raw {
		if b != c.comma && b != ' ' && b != '\t' && b != '\r' && b != '\n' && b != '"' {
			return false
		}
	}
	for _, cell := range split(nil, strings.TrimRight(string(raw), "\r\n"), c.comma) {
		if strings.Trim(cell, " \t\r\n\"") != "" {
			return false // a delimiter between quotation marks
		}
	}
	return true
}

// Cells splits a row.
func (c *CSV) Cells(row Row) ([]string, string) {
	s, note := c.in.text(row.Raw, row.legacy)
	c.cells = split(c.cells[:0], strings.TrimRight(s, "\r\n"), c.comma)
	return c.cells, note
}

// state is where in a row the reader stands.
type state uint8

const (
	fieldStart state = iota
	plain
	quoted
	quote // after a quotation mark in a quoted field: it closes or is the first of two
)

// after returns the state behind b, and whether a quotation mark in it stands in
// a quoted field without closing it or being doubled.
func (s state) after(b []byte, comma byte) (next state, stray bool) {
	if (s == plain || s == fieldStart) && len(b) > 1 && bytes.IndexByte(b, '"') < 0 {
		if b[len(b)-1] == comma {
			return fieldStart, false
		}
		return plain, false
	}
	for _, c := range b {
		switch {
		case s == quoted:
			if c == '"' {
				s = quote
			}
		case c == comma:
			s = fieldStart
		case c == '"' && (s == fieldStart || s == quote):
			s = quoted
		case c == '\n' || c == '\r' || c == ' ' && s != plain:
		case s == quote:
			s, stray = quoted, true
		default:
			s = plain
		}
	}
	return s, stray
}

// split appends the fields of a row without its line end, by the same rules.
func split(cells []string, s string, comma byte) []string {
	for {
		open := 0
		for open < len(s) && s[open] == ' ' && comma != ' ' {
			open++
		}
		if open == len(s) || s[open] != '"' {
			end := strings.IndexByte(s, comma)
			if end < 0 {
				return append(cells, s)
			}
			cells = append(cells, s[:end])
			s = s[end+1:]
			continue
		}
		cell, rest, more := unquote(s[open+1:], comma)
		if cells = append(cells, cell); !more {
			return cells
		}
		s = rest
	}
}

// unquote reads a quoted field from behind its first quotation mark.
func unquote(s string, comma byte) (cell, rest string, more bool) {
	var b strings.Builder
	for {
		end := strings.IndexByte(s, '"')
		if end < 0 {
			b.WriteString(s)
			return b.String(), "", false
		}
		after := strings.TrimLeft(s[end+1:], " ")
		switch {
		case after == "" || after[0] == comma:
			cell = s[:end]
			if b.Len() > 0 {
				b.WriteString(cell)
				cell = b.String()
			}
			if after == "" {
				return cell, "", false
			}
			return cell, after[1:], true
		case s[end+1] == '"':
			b.WriteString(s[:end+1])
			s = s[end+2:]
		default:
			b.WriteString(s[:end+1])
			s = s[end+1:]
		}
	}
}
