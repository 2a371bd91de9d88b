package markup

import (
	"bytes"
	"strconv"
)

// reference reads the reference that b begins with: n bytes that stand for the
// character r, or for the entity name when that is not nil.
func (s *Scanner) reference(b []byte, at int) (n int, r rune, name []byte, err error) {
	if len(b) > 1 && b[1] == '#' {
		n = bytes.IndexByte(b[:min(len(b), 16)], ';') + 1
		digits, base := b[2:max(n-1, 2)], 10
		if len(digits) > 0 && digits[0] == 'x' {
			digits, base = digits[1:], 16
		}
		code, err := strconv.ParseUint(string(digits), base, 21)
		if err != nil || digits[0] == '+' || !IsChar(rune(code)) {
			return 0, 0, nil, s.fault(at, "%q begins no reference to a character of XML", b[:min(len(b), max(n, 8))])
		}
		return n, rune(code), nil, nil
	}
	end := nameEnd(b, 1)
	if end == 1 || end == len(b) || b[end] != ';' {
		return 0, 0, nil, s.fault(at, "a bare \"&\" stands here; write &amp;")
	}
	switch name = b[1:end]; string(name) {
	case "amp":
		return end + 1, '&', nil, nil
	case "lt":
		return end + 1, '<', nil, nil
	case "gt":
		return end + 1, '>', nil, nil
	case "quot":
		return end + 1, '"', nil, nil
	case "apos":
		return end + 1, '\'', nil, nil
	}
	return end + 1, 0, name, nil
}
