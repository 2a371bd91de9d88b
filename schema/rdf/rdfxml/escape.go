package rdfxml

// The escapes are those of Canonical XML (section 2.3): they keep every
// character that XML can hold, whatever a reader does to white space.

func appendText[T string | []byte](buf []byte, s T) []byte {
	start := 0
	for i := 0; i < len(s); i++ {
		var e string
		switch s[i] {
		case '&':
			e = "&amp;"
		case '<':
			e = "&lt;"
		case '>':
			e = "&gt;"
		case '\r':
			e = "&#xD;"
		default:
			continue
		}
		buf = append(append(buf, s[start:i]...), e...)
		start = i + 1
	}
	return append(buf, s[start:]...)
}

func appendValue(buf []byte, s string) []byte {
	start := 0
	for i := 0; i < len(s); i++ {
		var e string
		switch s[i] {
		case '&':
			e = "&amp;"
		case '<':
			e = "&lt;"
		case '"':
			e = "&quot;"
		case '\t':
			e = "&#x9;"
		case '\n':
			e = "&#xA;"
		case '\r':
			e = "&#xD;"
		default:
			continue
		}
		buf = append(append(buf, s[start:i]...), e...)
		start = i + 1
	}
	return append(buf, s[start:]...)
}
