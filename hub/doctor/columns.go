package doctor

import (
	"bytes"
	"encoding/csv"
	"strings"
	"unicode/utf8"

	"moselle/connectors"
	"moselle/schema"
)

// maxColumns bounds the columns of a table that are named.
const maxColumns = 60

// columnsOf returns the fields of the first line of a table of text, parted by
// whatever parts it most often; nil for what is no such table.
func columnsOf(head []byte) []string {
	line, _, _ := bytes.Cut(bytes.TrimPrefix(head, []byte("\xEF\xBB\xBF")), []byte("\n"))
	if connectors.FormOf(head) != connectors.Text || !utf8.Valid(line) {
		return nil
	}
	best := ','
	for _, mark := range ";|\t" {
		if strings.Count(string(line), string(mark)) > strings.Count(string(line), string(best)) {
			best = mark
		}
	}
	r := csv.NewReader(bytes.NewReader(line))
	r.Comma, r.LazyQuotes = best, true
	fields, err := r.Read()
	if err != nil {
		return nil
	}
	fields = fields[:min(len(fields), maxColumns)]
	for i, f := range fields {
		fields[i] = schema.Excerpt(f)
	}
	return fields
}
