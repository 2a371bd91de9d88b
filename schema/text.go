package schema

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"
)

// Und is the language tag of text whose language is not known.
const Und = "und"

// CleanText makes text fit to store: valid UTF-8 in NFC, no control characters
// but line ends, no trailing blanks, at most one empty line in a row.
func CleanText(s string) string {
	if !utf8.ValidString(s) {
		s = strings.ToValidUTF8(s, "\uFFFD")
	}
	s = strings.ReplaceAll(s, "\r\n", "\n")
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return r
		case r == '\r':
			return '\n'
		case unicode.IsControl(r):
			return ' '
		case r == '\ufeff', r == '\u200b':
			return -1
		}
		return r
	}, s)
	if strings.Contains(s, "\n") {
		lines := strings.Split(s, "\n")
		for i, l := range lines {
			lines[i] = strings.TrimRightFunc(l, unicode.IsSpace)
		}
		s = strings.Join(lines, "\n")
		for strings.Contains(s, "\n\n\n") {
			s = strings.ReplaceAll(s, "\n\n\n", "\n\n")
		}
	}
	return norm.NFC.String(strings.TrimSpace(s))
}

// CleanLang returns a well-formed language tag in its usual spelling, or "und".
func CleanLang(tag string) string {
	switch tag {
	case "fr", "de", "lb", "en", "nl", Und:
		return tag
	case "", "@none":
		return Und
	case "lu": // what Plurio.net and others write for Luxembourgish
		return "lb"
	}
	t, err := language.Raw.Parse(strings.ReplaceAll(strings.TrimSpace(tag), "_", "-"))
	if err != nil {
		return Und
	}
	return t.String()
}

// CleanURL makes an address that people typed into a valid IRI where that can
// be done without guessing: blanks and forbidden characters percent-encoded,
// "www.…" and "//…" given their scheme.
func CleanURL(s string) string {
	s = strings.TrimSpace(s)
	switch {
	case strings.HasPrefix(s, "//"):
		s = "https:" + s
	case strings.HasPrefix(strings.ToLower(s), "www."):
		s = "https://" + s
	}
	const forbidden = " <>\"{}|^`\\"
	if !strings.ContainsAny(s, forbidden) {
		return s
	}
	var b strings.Builder
	for i := range len(s) {
		if strings.IndexByte(forbidden, s[i]) >= 0 {
			fmt.Fprintf(&b, "%%%02X", s[i])
		} else {
			b.WriteByte(s[i])
		}
	}
	return b.String()
}
