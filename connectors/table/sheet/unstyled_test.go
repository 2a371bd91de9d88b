package sheet_test

import (
	"archive/zip"
	"bytes"
	"io"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"moselle/connectors/table/sheet"
)

// TestUnstyled reads a workbook without styles, as some programs write them.
func TestUnstyled(t *testing.T) {
	t.Parallel()
	f := excelize.NewFile()
	if err := f.SetSheetRow("Sheet1", "A1", &[]string{"id", "title"}); err != nil {
		t.Fatal(err)
	}
	var whole, bare bytes.Buffer
	if err := f.Write(&whole); err != nil {
		t.Fatal(err)
	}
	in, err := zip.NewReader(bytes.NewReader(whole.Bytes()), int64(whole.Len()))
	if err != nil {
		t.Fatal(err)
	}
	out := zip.NewWriter(&bare)
	for _, part := range in.File {
		if part.Name == "xl/styles.xml" {
			continue
		}
		r, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		w, err := out.Create(part.Name)
		if err == nil {
			_, err = io.Copy(w, r)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	b, err := sheet.NewBook(&bare, "")
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	row, err := b.Next()
	if d := cmp.Diff("id\x1ftitle", string(row.Raw)); err != nil || d != "" {
		t.Errorf("Next() = %v, %v, want the names of the columns", row, err)
	}
}
