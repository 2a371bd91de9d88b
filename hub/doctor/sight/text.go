package sight

import (
	"bytes"
	"encoding/binary"
	"encoding/hex"
	"slices"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"moselle/schema"
)

// sampled is how much of a text decides what it is, in bytes.
const sampled = 16 << 10

// plain returns a text as UTF-8 without a byte order mark; what is no UTF-16 is
// handed on as it is.
func plain(data []byte) []byte {
	switch {
	case bytes.HasPrefix(data, []byte("\xFF\xFE")):
		return wide(data[2:], binary.LittleEndian)
	case bytes.HasPrefix(data, []byte("\xFE\xFF")):
		return wide(data[2:], binary.BigEndian)
	case len(data) > 3 && data[0] != 0 && data[1] == 0 && data[2] != 0 && data[3] == 0:
		return wide(data, binary.LittleEndian)
	case len(data) > 3 && data[0] == 0 && data[1] != 0 && data[2] == 0 && data[3] != 0:
		return wide(data, binary.BigEndian)
	}
	return bytes.TrimPrefix(data, []byte("\xEF\xBB\xBF"))
}

func wide(data []byte, order binary.ByteOrder) []byte {
	units := make([]uint16, len(data)/2)
	for i := range units {
		units[i] = order.Uint16(data[2*i:])
	}
	return []byte(string(utf16.Decode(units)))
}

// textOf tells a table from other text, and text from what is none.
func textOf(data []byte) Sight {
	text := plain(data[:min(len(data), sampled)])
	switch readable(text) {
	case Data:
		return Sight{Form: Data, Begins: hex.EncodeToString(data[:min(len(data), 8)])}
	case Garbled:
		return Sight{Form: Garbled}
	}
	if columns := columnsOf(text); len(columns) > 0 {
		return Sight{Form: Table, Columns: columns}
	}
	return Sight{Form: Text, Begins: excerpt(text)}
}

// readable tells text from what is none: by control characters, which texts do
// not have, and by the share of bytes above ASCII in what is no UTF-8, which in
// the languages around is small.
func readable(text []byte) Form {
	control, high := 0, 0
	for _, b := range text {
		switch {
		case b < ' ' && !slices.Contains([]byte("\t\r\n\f\v\x1b\x1a"), b):
			control++
		case b >= utf8.RuneSelf:
			high++
		}
	}
	cut := max(0, len(text)-utf8.UTFMax) // the last character may be cut in two
	switch {
	case control > 0 && control*50 > len(text):
		return Data
	case !utf8.Valid(text[:cut]) && high*3 > len(text):
		return Garbled
	}
	return Text
}

// separators part the columns of tables.
const separators = "\t;,|"

// maxLines is how many lines decide whether a text is a table.
const maxLines = 10

// columnsOf returns the names of the columns when the first lines are rows: as
// many separators in each as in the first, quoted ones not counted. A text whose
// lines are all words by themselves is a table of one column.
func columnsOf(text []byte) []string {
	lines := strings.FieldsFunc(string(text), func(r rune) bool { return r == '\n' || r == '\r' })
	if len(lines) < 2 {
		return nil
	}
	lines = lines[:min(len(lines), maxLines)]
	for _, sep := range separators {
		want := count(lines[0], sep)
		if want == 0 || slices.ContainsFunc(lines, func(l string) bool { return count(l, sep) != want }) {
			continue
		}
		var out []string
		for name := range strings.SplitSeq(lines[0], string(sep)) {
			if len(out) < maxNames {
				out = append(out, schema.Excerpt(strings.Trim(strings.TrimSpace(name), `"`)))
			}
		}
		return out
	}
	if slices.ContainsFunc(lines, func(l string) bool { return strings.ContainsAny(l, separators+".:{}()<>=#") || len(l) > 60 }) {
		return nil
	}
	return []string{schema.Excerpt(strings.TrimSpace(lines[0]))}
}

// count counts separators outside of quotation marks.
func count(line string, sep rune) (n int) {
	quoted := false
	for _, r := range line {
		switch {
		case r == '"':
			quoted = !quoted
		case r == sep && !quoted:
			n++
		}
	}
	return n
}
