package sheet

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// Book reads an Office Open XML workbook, one sheet at a time. Dates and times come as
// ISO 8601 ("2026-12-03", "2026-12-03T19:30:00", "19:30:00"), numbers as they
// are and not as they are shown, formulas as their last result.
type Book struct {
	file   *excelize.File
	sheets []string // that it may be turned to
	rows   *excelize.Rows
	name   string
	row    int
}

// The limits of a workbook: its unpacked size, the size of a sheet above which
// it goes to a temporary file, the rows the format allows, and the sheets that
// are looked at.
const (
	maxUnpacked = 512 << 20
	maxInMemory = 32 << 20
	maxRows     = 1 << 20
	maxSheets   = 100
)

// NewBook opens a workbook. sheet is the name or the number, from 1, of the
// sheet to read; "" is the first visible one that holds anything.
func NewBook(r io.Reader, sheet string) (b *Book, err error) {
	defer rescue(&err)
	f, err := excelize.OpenReader(r, excelize.Options{UnzipSizeLimit: maxUnpacked, UnzipXMLSizeLimit: maxInMemory})
	if err != nil {
		if strings.Contains(err.Error(), "exceeds") {
			return nil, fmt.Errorf("the workbook holds more than %d MB when it is unpacked", maxUnpacked>>20)
		}
		return nil, errors.New("the workbook cannot be opened: it is cut off or damaged; save it anew")
	}
	defer func() {
		if b == nil {
			_ = f.Close()
		}
	}()
	if err := plainFormats(f); err != nil {
		return nil, err
	}
	names := f.GetSheetList()
	if sheet != "" {
		i := slices.IndexFunc(names, func(n string) bool { return strings.EqualFold(n, strings.TrimSpace(sheet)) })
		if n, err := strconv.Atoi(sheet); i < 0 && err == nil && n >= 1 && n <= len(names) {
			i = n - 1
		}
		if i < 0 {
			return nil, fmt.Errorf("there is no sheet %q; the workbook has: %s", sheet, strings.Join(names, ", "))
		}
		return open(f, names[i])
	}
	for _, name := range names[:min(len(names), maxSheets)] {
		if visible, err := f.GetSheetVisible(name); err != nil || !visible {
			continue
		}
		one, err := open(f, name)
		if err != nil {
			continue // a sheet of charts
		}
		if _, err := one.Next(); err != nil {
			_ = one.rows.Close()
			continue
		}
		if b == nil {
			b = one
		} else {
			_ = one.rows.Close()
		}
		b.sheets = append(b.sheets, name)
	}
	if b == nil {
		return nil, fmt.Errorf("no sheet of the workbook holds anything")
	}
	if err := b.Turn(b.name); err != nil {
		return nil, err
	}
	return b, nil
}

func open(f *excelize.File, name string) (*Book, error) {
	rows, err := f.Rows(name)
	if err != nil {
		return nil, fmt.Errorf("sheet %s holds no table", name)
	}
	return &Book{file: f, rows: rows, name: name}, nil
}

// Sheets returns the visible sheets that hold anything, in their order; none
// when the book was opened at one sheet.
func (b *Book) Sheets() []string { return b.sheets }

// Turn goes to the first row of another sheet.
func (b *Book) Turn(name string) (err error) {
	defer rescue(&err)
	other, err := open(b.file, name)
	if err != nil {
		return err
	}
	_ = b.rows.Close()
	b.rows, b.name, b.row = other.rows, name, 0
	return nil
}

// errDamaged stands for whatever the library says of a workbook's inside.
var errDamaged = errors.New("the workbook is damaged: save it anew")

// rescue turns a panic into an error: excelize takes a workbook's parts at
// their word and may stumble over a damaged one.
func rescue(err *error) {
	if r := recover(); r != nil {
		*err = errDamaged
	}
}

// Name returns the name of the sheet.
func (b *Book) Name() string { return b.name }

// Close removes what was unpacked.
func (b *Book) Close() error {
	_ = b.rows.Close()
	return b.file.Close()
}

// Next returns the next row.
func (b *Book) Next() (row Row, err error) {
	defer rescue(&err)
	for b.row < maxRows && b.rows.Next() {
		b.row++
		cells, err := b.rows.Columns()
		if err != nil {
			return Row{}, fmt.Errorf("row %d: %w", b.row, errDamaged)
		}
		for i, c := range cells {
			cells[i] = strings.TrimSuffix(c, "T00:00:00")
		}
		if slices.ContainsFunc(cells, func(c string) bool { return strings.TrimSpace(c) != "" }) {
			return Row{Number: b.row, Raw: []byte(strings.Join(cells, "\x1f")), cells: cells}, nil
		}
	}
	if b.rows.Error() != nil {
		return Row{}, fmt.Errorf("behind row %d: %w", b.row, errDamaged)
	}
	return Row{}, io.EOF
}

// Cells returns the row's cells; those that hold an error of the spreadsheet
// count as empty.
func (b *Book) Cells(row Row) (cells []string, note string) {
	for i, c := range row.cells {
		switch c {
		case "#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!":
			column, _ := excelize.ColumnNumberToName(i + 1)
			note = fmt.Sprintf("cell %s%d holds the error %s and is read as empty", column, row.Number, c)
			row.cells[i] = ""
		}
	}
	return row.cells, note
}
