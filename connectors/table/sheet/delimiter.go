package sheet

import "strings"

// Delimiters are those that Delimiter finds, the rarer in texts first.
const Delimiters = "\t|;,"

// sample is how many rows Delimiter looks at.
const sample = 20

// Delimiter finds out what separates the fields of a text by its beginning:
// the character that gives the most rows the same number of fields, two or
// more. It is a comma when none does.
func Delimiter(head []byte) byte {
	best, bestRows, bestFields := byte(','), 0, 1
	for i := range len(Delimiters) {
		comma := Delimiters[i]
		rows, fields := regular(head, comma)
		if fields > 1 && (rows > bestRows || rows == bestRows && fields > bestFields) {
			best, bestRows, bestFields = comma, rows, fields
		}
	}
	return best
}

// regular counts the rows that have as many fields as most have.
func regular(head []byte, comma byte) (rows, fields int) {
	counts := map[int]int{}
	var cells []string
	seen, start, st := 0, 0, fieldStart
	for i := 0; i < len(head) && seen < sample; i++ {
		if st, _ = st.after(head[i:i+1], comma); head[i] != '\n' && i < len(head)-1 || st == quoted {
			continue
		}
		line := strings.TrimRight(string(head[start:i+1]), "\r\n")
		start, st = i+1, fieldStart
		if line == "" {
			continue
		}
		cells = split(cells[:0], line, comma)
		counts[len(cells)]++
		seen++
	}
	for n, c := range counts {
		if n > 1 && (c > rows || c == rows && n > fields) {
			rows, fields = c, n
		}
	}
	return rows, fields
}
