package apitest

import (
	"bytes"
	"encoding/json"
	"strings"
)

// width is how long a line of JSON may be.
const width = 120

// layOut writes compact JSON over as few lines as are easy to read: what fits
// into one line stands on one.
func layOut(data []byte, indent string) string {
	if len(data)+len(indent) <= width || data[0] != '{' && data[0] != '[' {
		return string(data)
	}
	deeper := indent + " "
	var lines []string
	for part := range parts(data) {
		name, value := splitName(part, data[0] == '{')
		lines = append(lines, deeper+name+layOut(value, deeper))
	}
	return string(data[0]) + "\n" + strings.Join(lines, ",\n") + "\n" + indent + string(data[len(data)-1])
}

// parts yields the members of an object or an array.
func parts(data []byte) func(func([]byte) bool) {
	return func(yield func([]byte) bool) {
		depth, start, quoted := 0, 1, false
		for i := 1; i < len(data); i++ {
			switch c := data[i]; {
			case quoted && c == '\\':
				i++
			case c == '"':
				quoted = !quoted
			case quoted:
			case c == '{' || c == '[':
				depth++
			case depth > 0 && (c == '}' || c == ']'):
				depth--
			case depth == 0 && (c == ',' || i == len(data)-1):
				if !yield(data[start:i]) {
					return
				}
				start = i + 1
			}
		}
	}
}

// splitName parts a member of an object from its name.
func splitName(part []byte, named bool) (string, []byte) {
	if !named {
		return "", part
	}
	var name string
	d := json.NewDecoder(bytes.NewReader(part))
	if d.Decode(&name) != nil {
		return "", part
	}
	at := int(d.InputOffset()) + 1
	return string(part[:at]) + " ", part[at:]
}
