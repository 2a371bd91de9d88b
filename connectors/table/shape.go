package table

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"moselle/connectors/table/sheet"
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

// has reports whether there is a column of this name.
func (s shape) has(name string) bool {
	want := columnName(name)
	return slices.ContainsFunc(s.names, func(n string) bool { return columnName(n) == want })
}

// under returns the first values of a column.
func (s shape) under(name string) []string {
	for _, c := range s.columns {
		if c.name == name {
			return c.values
		}
	}
	return nil
}

// american returns the layouts of dates that begin with the month, when that of
// an event shows that they do.
func (s shape) american(found map[string]string) []string {
	for _, v := range s.under(found["$start"]) {
		month, rest, _ := strings.Cut(v, "/")
		day, _, slash := strings.Cut(rest, "/")
		m, err := strconv.Atoi(month)
		d, err2 := strconv.Atoi(day)
		if slash && err == nil && err2 == nil && m <= 12 && d > 12 && d <= 31 {
			return []string{"mm/dd/yyyy", "mm/dd/yyyy hh:mm", "mm/dd/yyyy hh:mm:ss", "mm/dd/yy"}
		}
	}
	return nil
}

// repeated reports whether a value comes twice.
func repeated(values []string) bool {
	seen := map[string]bool{}
	for _, v := range values {
		if seen[v] {
			return true
		}
		seen[v] = true
	}
	return false
}

// clocks reports whether a column holds times of the day.
func (c column) clocks() bool {
	if len(c.values) == 0 {
		return false
	}
	from, _ := clocks(c.values[0])
	_, _, _, err := parseClock(from)
	return err == nil && len(from) <= len("19:30:00")
}

// item reports whether a document of several lists is one thing rather than an
// answer with things in it: it has a title or a number of its own.
func (s shape) item() bool {
	for _, p := range presets() {
		for n, f := range p.Words {
			if s.object && (n == 0 || f.Name == "$id") && slices.ContainsFunc(s.columns, func(c column) bool { return !c.listed && slices.Contains(f.Words, solid(c.heads[0])) }) {
				return true
			}
		}
	}
	return false
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
