package words

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"moselle/hub/fault"
)

// The bounds of what one may ask for.
const (
	MaxTerms = 48   // words, those in phrases too
	MaxText  = 4096 // bytes
)

// Query is what somebody typed: all terms must be found in a document, those
// with Not must not.
type Query struct{ Terms []Term }

// Term is a word, or several that must follow one another.
type Term struct {
	Words  []Word
	Not    bool
	Prefix bool // the last word typed: words that begin with it are meant too
}

// Parse reads a query: words, "phrases in quotes", and -word or -"phrase" for
// what must not be there. Stop words are passed over unless there is nothing
// else, and so is everything that is neither letter nor digit; a text without
// words is a query without terms. More than MaxText bytes or MaxTerms terms are
// fault.Invalid.
func Parse(text string) (Query, error) {
	if len(text) > MaxText {
		return Query{}, fault.Param("text", "too long: %d bytes, of which at most %d can be searched for", len(text), MaxText)
	}
	var q Query
	for q.words() <= MaxTerms {
		rest := strings.TrimLeftFunc(text, separates)
		if rest == "" {
			break
		}
		// A dash excludes when it begins a word, not inside "avant-garde".
		before, _ := utf8.DecodeLastRuneInString(text[:len(text)-len(rest)])
		between := text[:len(text)-len(rest)]
		not := before == '-' && (len(q.Terms) == 0 || strings.ContainsFunc(between, unicode.IsSpace))
		text = q.take(rest, not)
	}
	if q.words() > MaxTerms {
		return Query{}, fault.Param("text", "too many words: at most %d can be searched for at once", MaxTerms)
	}
	q.dropStops()
	return q, nil
}

func (q *Query) words() int {
	n := 0
	for _, t := range q.Terms {
		n += len(t.Words)
	}
	return n
}

// take reads the phrase or the word that s begins with and returns the rest.
func (q *Query) take(s string, not bool) string {
	if r, n := utf8.DecodeRuneInString(s); isQuote(r) {
		phrase, rest := s[n:], ""
		if end := strings.IndexFunc(phrase, isQuote); end >= 0 {
			_, n = utf8.DecodeRuneInString(phrase[end:])
			phrase, rest = phrase[:end], phrase[end+n:]
		}
		if words := list(phrase); len(words) > 0 {
			q.Terms = append(q.Terms, Term{Words: words, Not: not})
		}
		return rest
	}
	end := strings.IndexFunc(s, func(r rune) bool { return !inWord(r) && !isApostrophe(r) })
	last := end < 0
	if last {
		end = len(s)
	}
	words := list(s[:end])
	for i, w := range words {
		t := Term{Words: []Word{w}, Not: not}
		t.Prefix = last && !not && i == len(words)-1 && utf8.RuneCountInString(w.Folded) > 1
		q.Terms = append(q.Terms, t)
	}
	return s[end:]
}

func list(s string) []Word {
	var out []Word
	Split(s, func(w Word) bool {
		out = append(out, w)
		return len(out) <= MaxTerms
	})
	return out
}

// dropStops leaves out stop words when a term that says more remains.
func (q *Query) dropStops() {
	says := func(t Term) bool { return t.Not || len(t.Words) > 1 || !IsStop(t.Words[0].Folded) }
	var kept []Term
	found := false
	for _, t := range q.Terms {
		if says(t) {
			kept = append(kept, t)
			found = found || !t.Not
		}
	}
	if found {
		q.Terms = kept
	}
}

func separates(r rune) bool { return !inWord(r) && !isQuote(r) }

func isQuote(r rune) bool {
	return r == '"' || unicode.Is(unicode.Quotation_Mark, r) && !isApostrophe(r)
}
