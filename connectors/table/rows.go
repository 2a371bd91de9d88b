package table

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"moselle/connectors"
	"moselle/connectors/table/sheet"
	"moselle/schema"
	"moselle/schema/tree"
)

// rows reads the entries of a table.
type rows struct {
	in     sheet.Reader
	place  func(number int) string
	strict bool     // a row longer than the header is out of step
	names  []string // of the columns
	fields int      // in the header, unnamed ones at its end included
	digest [8]byte  // of the names: what a row means depends on them
	ahead  []read   // while the header was looked for
}

// read is a row that was read, or what stands in its way.
type read struct {
	row sheet.Row
	err error
}

// maxHeader is how far down the header may stand.
const maxHeader = 20

// rows returns a table's reader, with the header found.
func (h *harvest) rows(in sheet.Reader, strict bool, place func(int) string) (reader, error) {
	if h.each && h.optional == nil {
		return nil, fmt.Errorf("each: a table has no lists to walk through; use split for several values in a cell")
	}
	r := &rows{in: in, place: place, strict: strict}
	if err := h.tie(r); err != nil {
		_ = in.Close()
		return nil, err
	}
	return r, nil
}

// tie finds the header and says which column each path is.
func (h *harvest) tie(r *rows) error {
	first, err := h.header(r)
	if err != nil {
		return err
	}
	if r.names == nil {
		return fmt.Errorf("none of the columns %s is in the first %d rows; the first row has: %s", pathNames(h.paths), maxHeader, list(first))
	}
	r.fields = len(r.names)
	for len(r.names) > 0 && strings.TrimSpace(r.names[len(r.names)-1]) == "" {
		r.names = r.names[:len(r.names)-1]
	}
	means := r.names
	if h.found != nil { // the first rows tell how dates are written, and what identifies a row
		means = slices.Concat(r.names, h.Layout, []string{h.Key})
	}
	sum := sha256.Sum256([]byte(strings.Join(means, "\x1f")))
	r.digest = [8]byte(sum[:8])
	var absent []*path
	h.columns, absent = columns(h.paths, r.names)
	for _, p := range h.item.key {
		if !p.optional && p.from != nil && !slices.ContainsFunc(p.from, func(p *path) bool { return !slices.Contains(absent, p) }) {
			if strings.HasPrefix(p.from[0].name, "$") {
				return fmt.Errorf("the names of the columns do not tell which identifies a row: say it under key in the settings; the file has: %s", list(r.names))
			}
			return fmt.Errorf("the key's column %s is not in the file, which has: %s", p.from[0].name, list(r.names))
		}
	}
	absent = slices.DeleteFunc(absent, func(p *path) bool { return slices.Contains(h.optional, p.name) })
	if len(absent) > 0 {
		h.notices = append(h.notices, schema.Fault{Path: "header", Value: pathNames(absent), Message: "columns of the mapping that the file does not have; it has: " + list(r.names)})
	}
	return nil
}

// header reads on until the row that names the columns: the one the settings
// say, or the first that holds most of the names the mapping uses.
func (h *harvest) header(r *rows) (first []string, err error) {
	most := 0
	for i := 1; i <= max(maxHeader, h.Header) && (h.Header == 0 || i <= h.Header); i++ {
		row, err := r.in.Next()
		var bad *sheet.RowError
		if errors.As(err, &bad) {
			r.ahead = append(r.ahead, read{err: err})
			continue
		}
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, err
		}
		cells, _ := r.in.Cells(row)
		if first == nil {
			first = slices.Clone(cells)
		}
		_, absent := columns(h.paths, cells)
		found := len(h.paths) - len(absent)
		if i == h.Header || h.Header == 0 && found > most {
			most = found
			r.names, r.ahead = slices.Clone(cells), nil
			if len(absent) == 0 {
				break
			}
			continue
		}
		r.ahead = append(r.ahead, read{row: row})
	}
	if first == nil {
		return nil, fmt.Errorf("the table has no rows")
	}
	if h.Header > 0 && r.names == nil {
		return nil, fmt.Errorf("header: there is no row %d", h.Header)
	}
	return first, nil
}

// columns returns where each path's column stands, -1 for nowhere, and the
// paths that stand nowhere.
func columns(paths []*path, names []string) (at []int, absent []*path) {
	at = make([]int, len(paths))
	for i, p := range paths {
		called := func(want string) int {
			want = columnName(want)
			return slices.IndexFunc(names, func(n string) bool { return columnName(n) == want })
		}
		at[i] = called(p.name)
		if way, ok := p.Names(); at[i] < 0 && ok && len(way) == 1 {
			at[i] = called(way[0]) // a name in quotation marks
		}
		if at[i] < 0 && p.name != "." {
			absent = append(absent, p)
		}
	}
	return at, absent
}

// columnName makes names of columns comparable.
func columnName(s string) string { return strings.Join(strings.Fields(fold(s)), " ") }

func pathNames(paths []*path) string {
	names := make([]string, len(paths))
	for i, p := range paths {
		names[i] = p.name
	}
	return list(names)
}

func list(names []string) string { return schema.Excerpt(strings.Join(names, ", ")) }

func (r *rows) where(number int) string { return r.place(number) }

func (r *rows) close() error { return r.in.Close() }

func (r *rows) next() (entry, error) {
	var row sheet.Row
	var err error
	if len(r.ahead) > 0 {
		row, err = r.ahead[0].row, r.ahead[0].err
		r.ahead = r.ahead[1:]
	} else {
		row, err = r.in.Next()
	}
	var bad *sheet.RowError
	if errors.As(err, &bad) {
		return entry{}, connectors.Refuse("", r.place(bad.Number), "", "", "%s", bad.Message)
	}
	if err != nil {
		return entry{}, err
	}
	return entry{number: row.Number, raw: append(r.digest[:len(r.digest):len(r.digest)], row.Raw...), row: row}, nil
}

func (r *rows) fill(t *tree.Tree, e entry) (note string, err error) {
	cells, note := r.in.Cells(e.row)
	n := len(cells)
	for n > 0 && strings.TrimSpace(cells[n-1]) == "" {
		n--
	}
	switch {
	case !r.strict:
	case n > len(r.names), e.row.Doubtful && len(cells) != r.fields:
		return "", fmt.Errorf("%d fields where the header names %d columns; put quotation marks around a value that holds the delimiter or a line break", len(cells), len(r.names))
	case len(cells) < len(r.names) && note == "":
		note = fmt.Sprintf("%d fields where the header names %d columns; the rest counts as empty", len(cells), len(r.names))
	}
	t.Row(nil, cells)
	return note, nil
}
