package table

import (
	"cmp"
	"errors"
	"slices"
	"strings"

	"moselle/connectors/table/sheet"
)

// peeked is a table whose first rows were looked at.
type peeked struct {
	sheet.Reader
	ahead []read
}

// peek returns the rows among which a header may stand as shapes, and the table
// to read on from the first of them.
func peek(in sheet.Reader) ([]shape, *peeked) {
	p := &peeked{Reader: in}
	var shapes []shape
	for range maxHeader {
		row, err := in.Next()
		p.ahead = append(p.ahead, read{row, err})
		if err != nil {
			if isRow(err) {
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

// The bounds of what is looked at to find out what identifies a row.
const (
	maxSample      = 1000
	maxSampleBytes = 4 << 20
)

// sample returns the first rows of a table, with those looked at before.
func (p *peeked) sample() []read {
	size := 0
	for _, r := range p.ahead {
		size += len(r.row.Raw)
	}
	for len(p.ahead) < maxSample && size < maxSampleBytes {
		if n := len(p.ahead); n > 0 && p.ahead[n-1].err != nil && !isRow(p.ahead[n-1].err) {
			break
		}
		row, err := p.Reader.Next()
		p.ahead = append(p.ahead, read{row, err})
		size += len(row.Raw)
	}
	return p.ahead
}

// isRow reports whether an error concerns one row alone.
func isRow(err error) bool {
	bad := (*sheet.RowError)(nil)
	return errors.As(err, &bad)
}

// identity returns the column that says which thing a row tells of; "" for none.
func (g guess) identity() string { return cmp.Or(g.found["$id"], g.found["$number"]) }

// identify reports whether rows with the same number tell of the same thing: a
// further date, a further picture. When their titles differ the number is none
// of the things, and what it was found as is forgotten.
func (p *peeked) identify(g guess) (group bool) {
	column := func(name string) int {
		return slices.IndexFunc(g.at.columns, func(c column) bool { return name != "" && c.name == name })
	}
	id, title := column(g.identity()), column(g.found[g.Words[0].Name])
	if id < 0 {
		return false
	}
	titles := map[string]string{}
	for _, r := range p.sample() {
		if r.err != nil {
			continue
		}
		cells, _ := p.Cells(r.row)
		if id >= len(cells) || strings.TrimSpace(cells[id]) == "" {
			continue
		}
		key, name := strings.TrimSpace(cells[id]), ""
		if title >= 0 && title < len(cells) {
			name = fold(cells[title])
		}
		before, again := titles[key]
		if again && before != name {
			delete(g.found, "$id")
			return false
		}
		group = group || again
		titles[key] = name
	}
	return group
}
