package sheet

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"slices"
)

// Each hands on the rows of delimited text whose first row names the fields, in
// order. A row of more than max bytes, and one that has not as many fields as
// there are names, comes with an error and without cells; the error of row ends
// it. names and cells are good until it returns. charset is the server's word.
func Each(r *bufio.Reader, charset string, max int, row func(line int, names, cells []string, err error) error) error {
	text, err := NewText(r, "auto", charset)
	if err != nil {
		return err
	}
	rows := NewCSV(text, 0, max)
	first, err := rows.Next()
	if err != nil {
		return err
	}
	cells, _ := rows.Cells(first)
	names := slices.Clone(cells)
	for {
		at, err := rows.Next()
		line, bad := at.Number, (*RowError)(nil)
		switch {
		case err == io.EOF:
			return nil
		case errors.As(err, &bad):
			line, cells = bad.Number, nil
		case err != nil:
			return err
		default:
			if cells, _ = rows.Cells(at); len(cells) != len(names) {
				err = fmt.Errorf("the line has %d fields and the header %d: a comma or a quotation mark is missing or too much", len(cells), len(names))
				cells = nil
			}
		}
		if err := row(line, names, cells, err); err != nil {
			return err
		}
	}
}
