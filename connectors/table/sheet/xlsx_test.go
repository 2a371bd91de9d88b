package sheet_test

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"moselle/connectors/table/sheet"
)

// workbook makes a workbook of cells with number formats.
func workbook(t testing.TB, fill func(f *excelize.File, put func(cell string, value any, format string))) []byte {
	t.Helper()
	f := excelize.NewFile()
	put := func(cell string, value any, format string) {
		if err := f.SetCellValue("Sheet1", cell, value); err != nil {
			t.Fatal(err)
		}
		if format == "" {
			return
		}
		style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &format})
		if err != nil {
			t.Fatal(err)
		}
		if err := f.SetCellStyle("Sheet1", cell, cell, style); err != nil {
			t.Fatal(err)
		}
	}
	fill(f, put)
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func rows(t *testing.T, r sheet.Reader) (out []string, err error) {
	t.Helper()
	for {
		row, err := r.Next()
		var bad *sheet.RowError
		if errors.As(err, &bad) {
			out = append(out, "refused "+bad.Error())
			continue
		}
		if err != nil {
			if err == io.EOF {
				err = nil
			}
			return out, err
		}
		cells, note := r.Cells(row)
		s := strings.Join(cells, "|")
		if note != "" {
			s += " (" + note + ")"
		}
		out = append(out, s)
	}
}

func TestBook(t *testing.T) {
	t.Parallel()
	evening := time.Date(2026, 12, 3, 19, 30, 0, 0, time.UTC)
	data := workbook(t, func(f *excelize.File, put func(string, any, string)) {
		put("A1", "Programme", "")
		put("A3", evening.Truncate(24*time.Hour), "dd.mm.yyyy")
		put("B3", evening, `d. mmmm yyyy h:mm`)
		put("C3", 0.8125, "h:mm AM/PM")
		put("D3", 1234.5, `#,##0.00 "EUR"`)
		put("E3", 1234, "00000")
		put("F3", 2026, "")
		put("G3", true, "")
		put("H3", evening, "") // the library's own date format
		put("I3", 1.5, "[h]:mm")
		put("J3", "3/4", "@")
		put("K3", 45000, `[Red]0;"days "0`)
		put("A5", "#N/A", "")
		put("B5", "x", "")
	})
	b, err := sheet.NewBook(bytes.NewReader(data), "")
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	got, err := rows(t, b)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"Programme",
		"2026-12-03|2026-12-03T19:30:00|19:30:00|1234.5|01234|2026|TRUE|2026-12-03T19:30:00|12:00:00|3/4|45000",
		"|x (cell A5 holds the error #N/A and is read as empty)",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("rows (-want +got):\n%s", d)
	}
}

func TestBookErrors(t *testing.T) {
	t.Parallel()
	data := workbook(t, func(_ *excelize.File, put func(string, any, string)) { put("A1", "x", "") })
	for _, c := range []struct {
		name, sheet, want string
		data              []byte
	}{
		{"no such sheet", "Planning", `there is no sheet "Planning"; the workbook has: Sheet1`, data},
		{"damaged", "", "the workbook cannot be opened", data[:len(data)/2]},
		{"empty", "", "no sheet of the workbook holds anything", workbook(t, func(*excelize.File, func(string, any, string)) {})},
	} {
		_, err := sheet.NewBook(bytes.NewReader(c.data), c.sheet)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: NewBook = %v, want %q", c.name, err, c.want)
		}
	}
}
