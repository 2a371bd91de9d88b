package schema

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// NameKey returns a name as it is compared, and the key of a thing that its
// source knows by name alone: lower case, without accents, ligatures opened,
// each run of blanks and punctuation one blank. "Café  Müller, Esch/Alzette" is
// "cafe muller esch alzette". A name of nothing but signs stays as it is.
func NameKey(name string) string {
	var b strings.Builder
	b.Grow(len(name))
	gap := false
	for _, r := range norm.NFKD.String(name) {
		switch {
		case unicode.Is(unicode.Mn, r):
			continue
		case unicode.IsLetter(r), unicode.IsDigit(r):
			if gap && b.Len() > 0 {
				b.WriteByte(' ')
			}
			gap = false
			r = unicode.ToLower(r)
			if l, ok := ligatures[r]; ok {
				b.WriteString(l)
			} else {
				b.WriteRune(r)
			}
		default:
			gap = true
		}
	}
	if b.Len() == 0 {
		return strings.TrimSpace(name)
	}
	return b.String()
}

// ligatures are the letters that compatibility decomposition leaves whole.
var ligatures = map[rune]string{'ß': "ss", 'œ': "oe", 'æ': "ae", 'ø': "o", 'đ': "d", 'ł': "l", 'ı': "i"}

// PlaceKey returns the key of a place that its source names without identifying
// it: name and town, so that the same venue of the same town is one record
// however it is written. The locality may be "".
func PlaceKey(name, locality string) string { return NameKey(name) + "|" + NameKey(locality) }
