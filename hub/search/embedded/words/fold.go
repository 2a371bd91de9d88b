package words

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

const softHyphen = '\u00ad'

// ligatures are the letters that have no decomposition but that people write
// with others.
var ligatures = map[rune]string{
	'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'đ': "d", 'ð': "d",
	'þ': "th", 'ł': "l", 'ı': "i", 'ŋ': "n", softHyphen: "",
}

// Fold returns text in lower case, without accents and with ligatures as
// separate letters: "Œuvre" is "oeuvre", "Straße" is "strasse", "Ĳ" is "ij".
func Fold(s string) string {
	if isPlain(s) {
		return s
	}
	if isASCII(s) {
		return strings.ToLower(s)
	}
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range norm.NFKD.String(s) {
		r = unicode.ToLower(r)
		if l, ok := ligatures[r]; ok {
			b.WriteString(l)
		} else if !unicode.Is(unicode.Mn, r) && r != utf8.RuneError {
			b.WriteRune(r)
		}
	}
	// Lower case may compose anew (Kelvin sign, dotted capital I): once more,
	// so that folding what is folded changes nothing.
	if out := b.String(); isASCII(out) || norm.NFKD.IsNormalString(out) {
		return out
	}
	return Fold(norm.NFKD.String(b.String()))
}

var umlauts = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "Ä", "ae", "Ö", "oe", "Ü", "ue")

// spell is Fold with umlauts spelled out: "Müller" is "mueller".
func spell(s string) string {
	if isASCII(s) {
		return Fold(s)
	}
	return Fold(umlauts.Replace(norm.NFC.String(s)))
}

// unspell takes spelled-out umlauts back in a folded German word, "mueller" to
// "muller", but leaves "neue" and "quelle": after a vowel or q, ue is no umlaut.
func unspell(s string) string {
	if !strings.Contains(s, "ae") && !strings.Contains(s, "oe") && !strings.Contains(s, "ue") {
		return s
	}
	const (
		plain = iota
		open  // an umlaut may be spelled here
		shut  // none may begin
	)
	out, state := make([]byte, 0, len(s)), plain
	for i := range len(s) {
		switch c := s[i]; {
		case c == 'e' && state == open:
			state = shut
			continue
		case c == 'a' || c == 'o' || c == 'u' && state == plain:
			state = open
		case c == 'e' || c == 'i' || c == 'q' || c == 'y' || c == 'u':
			state = shut
		default:
			state = plain
		}
		out = append(out, s[i])
	}
	return string(out)
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// isPlain reports whether s is folded already.
func isPlain(s string) bool {
	for i := range len(s) {
		if c := s[i]; c >= utf8.RuneSelf || 'A' <= c && c <= 'Z' {
			return false
		}
	}
	return true
}
