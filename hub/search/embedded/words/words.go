// Package words turns text into the words that are indexed and looked for:
// folding of case, accents and ligatures, splitting, stems by language, stop
// words, and the reading of what somebody typed. Index and query go through the
// same functions, so that whatever is folded away is folded away on both sides.
package words

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// MaxLen is the length in bytes from which a word is cut off.
const MaxLen = 64

// Word is a word in the forms it is indexed under.
type Word struct {
	Folded  string // lower case, without accents: "muller", "oeuvre", "strasse"
	Spelled string // with umlauts spelled out, "mueller"; "" when it has none
}

// elided are the particles that lose their vowel before another word. The
// apostrophe splits, and they are dropped: "l'été" is the word "ete".
var elided = set("l d j m n s t c z qu jusqu lorsqu puisqu quoiqu quelqu")

// Split calls yield with each word of the text, in order, until it returns
// false. Whatever is neither letter nor digit separates; what is not UTF-8
// separates too.
func Split(text string, yield func(Word) bool) {
	start := -1
	after := false // an apostrophe stands right before start
	for i, r := range text {
		if inWord(r) {
			if start < 0 {
				start = i
			}
			continue
		}
		joins := isApostrophe(r)
		if start >= 0 && !emit(text[start:i], after, joins && wordFollows(text[i:]), yield) {
			return
		}
		after = joins && start >= 0
		start = -1
	}
	if start >= 0 {
		emit(text[start:], after, false, yield)
	}
}

func emit(raw string, after, before bool, yield func(Word) bool) bool {
	w := newWord(raw)
	if w.Folded == "" || before && elided[w.Folded] || after && w.Folded == "s" {
		return true
	}
	return yield(w)
}

func newWord(raw string) Word {
	w := Word{Folded: cut(Fold(raw))}
	if spelled := cut(spell(raw)); spelled != w.Folded {
		w.Spelled = spelled
	}
	return w
}

func wordFollows(s string) bool {
	_, n := utf8.DecodeRuneInString(s)
	r, _ := utf8.DecodeRuneInString(s[n:])
	return inWord(r)
}

func inWord(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r) || r == softHyphen
}

func isApostrophe(r rune) bool {
	return r == '\'' || r == '’' || r == '‘' || r == 'ʼ' || r == '`' || r == '´'
}

func cut(s string) string {
	if len(s) <= MaxLen {
		return s
	}
	n := MaxLen
	for !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

// Base returns the language of a BCP 47 tag without region and script: "fr".
func Base(tag string) string {
	tag, _, _ = strings.Cut(strings.ToLower(tag), "-")
	return tag
}

func set(list string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(list) {
		m[w] = true
	}
	return m
}
