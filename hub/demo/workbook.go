package demo

import (
	"bytes"
	"encoding/csv"
	"time"

	"github.com/xuri/excelize/v2"
)

// workbook makes an XLSX file of comma-separated rows. A cell that reads as a
// day becomes a date as spreadsheets keep it: a number of days with a format.
func workbook(rows []byte) ([]byte, error) {
	table, err := csv.NewReader(bytes.NewReader(rows)).ReadAll()
	if err != nil {
		return nil, err
	}
	f := excelize.NewFile()
	defer f.Close()
	layout := "dd/mm/yyyy"
	dated, err := f.NewStyle(&excelize.Style{CustomNumFmt: &layout})
	if err != nil {
		return nil, err
	}
	sheet := f.GetSheetName(0)
	for y, row := range table {
		for x, text := range row {
			cell, err := excelize.CoordinatesToCellName(x+1, y+1)
			if err != nil {
				return nil, err
			}
			var value any = text
			if day, err := time.Parse(time.DateOnly, text); err == nil {
				value = day
			}
			if err := f.SetCellValue(sheet, cell, value); err != nil {
				return nil, err
			}
			if value != any(text) {
				if err := f.SetCellStyle(sheet, cell, cell, dated); err != nil {
					return nil, err
				}
			}
		}
	}
	b, err := f.WriteToBuffer()
	if err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}
