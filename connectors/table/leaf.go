package table

import (
	"moselle/connectors/table/sheet"
	"moselle/schema"
)

// leaf turns a workbook to the sheet that is read when the settings name none,
// and says which others are not.
func (h *harvest) leaf(book *sheet.Book) error {
	sheets := book.Sheets()
	if len(sheets) < 2 {
		return nil
	}
	best, most, alike := sheets[0], 0, false
	for _, name := range sheets {
		if err := book.Turn(name); err != nil {
			return err
		}
		shapes, _ := peek(book)
		n := h.knows(shapes)
		alike = alike || n > 0 && most > 0
		if n > most {
			best, most = name, n
		}
	}
	var others []string
	for _, name := range sheets {
		if name != best {
			others = append(others, name)
		}
	}
	f := schema.Fault{Path: "sheet", Value: best, Severity: schema.Info,
		Message: "this sheet alone is read; others of the workbook are not: " + some(others) + "; make a source of each that is to be read, with its name under sheet in the settings"}
	if alike {
		f.Severity = schema.Warning // there is more of the same
	}
	h.notices = append(h.notices, f)
	return book.Turn(best)
}

// knows says how well a sheet is known by its first rows: by how many columns
// that the mapping reads, or 1 when a preset fits.
func (h *harvest) knows(shapes []shape) (most int) {
	if h.item == nil {
		if _, ok := recognise(shapes); ok {
			return 1
		}
		return 0
	}
	if p, _ := presetNamed(h.own.Preset); p.Words != nil {
		for _, s := range shapes {
			most = max(most, len(p.find(s)))
		}
		return most
	}
	for _, s := range shapes {
		_, absent := columns(h.paths, s.names)
		most = max(most, len(h.paths)-len(absent))
	}
	return most
}
