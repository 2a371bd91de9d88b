package openagenda

import (
	"bufio"
	"encoding/json"
	"strings"

	"moselle/connectors"
	"moselle/connectors/table/sheet"
)

// isTable reports whether a document begins with the header of a portal's export
// in CSV, with the names that its JSON has.
func isTable(head []byte) bool {
	line, _, _ := strings.Cut(string(head), "\n")
	return connectors.FormOf(head) == connectors.Text && strings.Contains(line, "uid") && strings.Contains(line, "title_") &&
		(strings.Contains(line, "firstdate_begin") || strings.Contains(line, "timings"))
}

// table reads an export in CSV: each row is what a flat export has as an object.
func (h *harvest) table(br *bufio.Reader, charset string) error {
	return sheet.Each(br, charset, connectors.MaxItem, func(line int, names, cells []string, err error) error {
		if err != nil {
			return h.event(value{line: line, fault: err.Error()}, false)
		}
		o := make(map[string]string, len(names))
		for i, name := range names {
			if cell := strings.TrimSpace(cells[i]); cell != "" {
				o[strings.TrimSpace(name)] = cell
			}
		}
		text, _ := json.Marshal(o) // texts are always JSON
		return h.event(value{text: text, line: line}, false)
	})
}
