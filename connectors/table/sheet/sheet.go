// Package sheet reads tables, row by row and without looking at what they
// mean: delimited text in whatever delimiter and encoding it comes, and
// spreadsheets. It keeps at most one row of a text in memory; of a spreadsheet
// what excelize needs.
package sheet

// Row is a row as it stands in the file.
type Row struct {
	Number int    // of its first line, or of the row in the sheet, from 1
	Raw    []byte // its bytes, as they stand; the caller's
	// Doubtful says that the file was out of step before this row, so that a
	// row which does not fit the header is rather no row at all.
	Doubtful bool

	legacy bool
	cells  []string
}

// Reader reads the rows of a table. Rows that are empty, or of empty cells
// alone, are passed over.
type Reader interface {
	// Next returns the next row, io.EOF after the last. A *RowError concerns
	// that row alone; any other error ends the table.
	Next() (Row, error)
	// Cells splits a row. They are good until the next call. note is what a
	// reader of the report should know about how the row was read; "" as a rule.
	Cells(Row) (cells []string, note string)
	// Close frees what the table holds, not the reader below it.
	Close() error
}

// RowError says why one row could not be read.
type RowError struct {
	Number  int
	Message string
}

// Error gives the reason alone; the place is for the caller to name.
func (e *RowError) Error() string { return e.Message }
