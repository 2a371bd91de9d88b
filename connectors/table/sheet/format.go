package sheet

import (
	"strings"

	"github.com/xuri/excelize/v2"
)

// The formats in which dates are read whatever the workbook shows them in.
const (
	isoDate = `yyyy-mm-dd`
	isoBoth = `yyyy-mm-dd"T"hh:mm:ss`
	isoTime = `hh:mm:ss`
)

// plainFormats replaces the number format of every cell style: dates and times
// by ISO 8601, numbers by the bare number. Only so can rows be streamed: the
// row reader tells neither a cell's style nor its type, and what a date looks
// like in the workbook cannot be undone.
func plainFormats(f *excelize.File) error {
	if f.Styles == nil || f.Styles.CellXfs == nil {
		return nil // some programs write no styles: no cell is a date then
	}
	var ids [bothShown + 1]int
	for shows, code := range map[shown]string{dateShown: isoDate, timeShown: isoTime, bothShown: isoBoth} {
		style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &code})
		if err != nil {
			return err
		}
		ids[shows] = *f.Styles.CellXfs.Xf[style].NumFmtID
	}
	codes := map[int]string{}
	for _, n := range f.Styles.NumFmts.NumFmt {
		codes[n.NumFmtID] = n.FormatCode
	}
	for i := range f.Styles.CellXfs.Xf {
		xf := &f.Styles.CellXfs.Xf[i]
		if xf.NumFmtID == nil {
			continue
		}
		code, custom := codes[*xf.NumFmtID]
		shows := builtIn(*xf.NumFmtID)
		if custom {
			shows = showing(code)
		}
		if shows != codeShown {
			id := ids[shows]
			xf.NumFmtID = &id
		}
	}
	return nil
}

// shown is what a number format shows.
type shown uint8

const (
	numberShown shown = iota
	dateShown
	timeShown
	bothShown
	codeShown // digits with leading zeros: a postal code, an inventory number
)

// builtIn returns what the formats without a code of their own show (ECMA-376
// part 1, section 18.8.30).
func builtIn(id int) shown {
	switch {
	case id == 22:
		return bothShown
	case id >= 14 && id <= 17, id >= 27 && id <= 31, id == 36, id >= 50 && id <= 54, id == 57, id == 58:
		return dateShown
	case id >= 18 && id <= 21, id >= 32 && id <= 35, id >= 45 && id <= 47, id == 55, id == 56:
		return timeShown
	}
	return numberShown
}

// showing returns what a format code shows.
func showing(code string) shown {
	code, _, _ = strings.Cut(code, ";")
	if len(code) > 1 && strings.HasPrefix(code, "00") && strings.Trim(code, "0- ") == "" {
		return codeShown
	}
	var date, time, month bool
	for i := 0; i < len(code); i++ {
		switch code[i] {
		case '"':
			if end := strings.IndexByte(code[i+1:], '"'); end >= 0 {
				i += end + 1
			}
		case '\\', '_', '*':
			i++
		case '[':
			end := strings.IndexByte(code[i:], ']')
			if end < 0 {
				continue
			}
			// [h] is elapsed hours; everything else is a colour or a condition.
			inner := strings.ToLower(code[i+1 : i+end])
			time = time || inner != "" && strings.Trim(inner, "hms") == ""
			i += end
		case 'y', 'Y', 'd', 'D':
			date = true
		case 'h', 'H', 's', 'S':
			time = true
		case 'm', 'M':
			month = true
		}
	}
	switch {
	case date && time:
		return bothShown
	case date, month && !time:
		return dateShown
	case time:
		return timeShown
	}
	return numberShown
}
