package plurio

import (
	"strings"
	"unicode"
)

// small are the words that names of towns and streets have in lower case.
var small = map[string]bool{"de": true, "du": true, "des": true, "la": true, "le": true, "les": true, "sur": true, "à": true, "aux": true, "et": true, "op": true, "der": true, "den": true}

// capitals writes a name that is all in capitals, as many a town and street is,
// as one is written; any other stays as it is.
func capitals(s string) string {
	if strings.ToUpper(s) != s || !strings.ContainsFunc(s, unicode.IsLetter) {
		return s
	}
	var b strings.Builder
	word := 0 // where the word begins in b
	end := func() {
		text := []rune(strings.ToLower(b.String()[word:]))
		rest := b.String()[:word]
		if len(text) > 0 && !(word > 0 && small[string(text)]) {
			text[0] = unicode.ToUpper(text[0])
		}
		b.Reset()
		b.WriteString(rest + string(text))
		word = b.Len()
	}
	for _, r := range s {
		if !unicode.IsLetter(r) && r != '\'' && r != '’' {
			end()
			b.WriteRune(r)
			word = b.Len()
			continue
		}
		b.WriteRune(r)
	}
	end()
	return b.String()
}
