package table

import (
	"bufio"
	"bytes"
	"fmt"
	"io"

	"moselle/connectors"
	"moselle/connectors/table/sheet"
)

// open finds out what a document is and returns its reader.
func (h *harvest) open(src *bufio.Reader, body *connectors.Body) (reader, error) {
	head, err := src.Peek(sheet.Head)
	if err != nil && err != io.EOF && len(head) == 0 {
		return nil, err
	}
	if err := foreign(head); err != nil {
		return nil, err
	}
	if bytes.HasPrefix(head, []byte("PK")) {
		if h.Format != "auto" && h.Format != "xlsx" {
			return nil, fmt.Errorf("this is an Excel workbook, not %s; set format to xlsx or auto", h.Format)
		}
		book, err := sheet.NewBook(src, h.Sheet)
		if err != nil {
			return nil, err
		}
		if err := h.leaf(book); err != nil {
			_ = book.Close()
			return nil, err
		}
		return h.table(book, false, func(n int) string { return fmt.Sprintf("sheet %s row %d", book.Name(), n) })
	}
	if h.Format == "xlsx" {
		return nil, fmt.Errorf("this is no Excel workbook (.xlsx)")
	}
	text, err := sheet.NewText(src, h.Encoding, body.Charset)
	if err != nil {
		return nil, fmt.Errorf("encoding: %w", err)
	}
	head, _ = text.Peek(sheet.Head)
	if err := foreign(head); err != nil {
		return nil, err
	}
	if begin := head[:min(len(head), 4096)]; bytes.Count(begin, []byte{0}) > len(begin)/20 {
		return nil, fmt.Errorf("this is a binary file, not a table; CSV, Excel (.xlsx) and JSON are read")
	}
	if connectors.FormOf(head) == connectors.JSON && h.Format != "csv" {
		if err := h.decide(members(head, textFormat(head, false) == "lines"), nil); err != nil {
			if emptyList(head) {
				return nil, io.EOF
			}
			return nil, err
		}
	}
	format := h.Format
	if format == "auto" {
		format = textFormat(head, len(h.items) > 0)
	}
	switch format {
	case "csv":
		return h.table(sheet.NewCSV(text, h.comma, connectors.MaxItem), true, func(n int) string { return fmt.Sprintf("line %d", n) })
	case "json":
		return h.elements(text)
	case "object":
		return h.object(text)
	}
	if err := h.waysThrough(); err != nil {
		return nil, err
	}
	return &lines{text: text}, nil
}

// table opens a table of rows. A preset is chosen by its header.
func (h *harvest) table(in sheet.Reader, strict bool, place func(int) string) (reader, error) {
	if p, _ := presetNamed(h.own.Preset); h.item == nil || p.Words != nil {
		shapes, from := peek(in)
		in = from
		if err := h.decide(shapes, from); err != nil {
			_ = in.Close()
			return nil, err
		}
	}
	return h.rows(in, strict, place)
}

// textFormat tells csv, json and lines apart. A text that begins with an
// object is JSON lines when that object ends where its line does.
func textFormat(head []byte, items bool) string {
	if connectors.FormOf(head) != connectors.JSON {
		return "csv"
	}
	head = bytes.TrimLeft(head, " \t\r\n")
	switch {
	case head[0] == '[' || items:
		return "json"
	}
	depth, quoted := 0, false
	for i := 0; i < len(head); i++ {
		switch c := head[i]; {
		case quoted && c == '\\':
			i++
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '\n':
			return "json" // laid out over several lines
		case c == '{':
			depth++
		case c == '}':
			if depth--; depth == 0 {
				return "lines"
			}
		}
	}
	return "lines"
}

// foreign recognises what is often found where a table should be.
func foreign(head []byte) error {
	switch connectors.FormOf(head) {
	case connectors.Text, connectors.JSON, connectors.Workbook:
		return nil
	}
	return connectors.Instead(head, "a table (CSV, Excel .xlsx or JSON)")
}
