package ntriples

// NameStart reports whether a name may begin with r: PN_CHARS_U or a digit,
// without the colon that the errata took out (N-Triples, section 7).
func NameStart(r rune) bool {
	switch {
	case r < 0x80:
		return r|0x20 >= 'a' && r|0x20 <= 'z' || r >= '0' && r <= '9' || r == '_'
	case r < 0x370:
		return r >= 0xC0 && r != 0xD7 && r != 0xF7 && r < 0x300
	case r < 0x3001:
		return r != 0x37E && r < 0x2000 || r == 0x200C || r == 0x200D || r >= 0x2070 && r <= 0x218F || r >= 0x2C00 && r <= 0x2FEF
	}
	return r <= 0xD7FF || r >= 0xF900 && r <= 0xFDCF || r >= 0xFDF0 && r <= 0xFFFD || r >= 0x10000 && r <= 0xEFFFF
}

// NameChar reports whether a name may go on with r: PN_CHARS.
func NameChar(r rune) bool {
	return NameStart(r) || r == '-' || r == 0xB7 || r >= 0x300 && r <= 0x36F || r == 0x203F || r == 0x2040
}
