package shacl

import (
	"strings"

	"moselle/schema/rdf"
)

// LanguageIn asks each value to be text in one of some languages, by basic
// filtering (RFC 4647, section 3.3.1): "de" takes "de-LU" too (section 4.4.4).
type LanguageIn []string

// UniqueLang allows a property shape one text a language (section 4.4.5). There
// is one result for every language that has more.
type UniqueLang struct{}

// IRI returns sh:LanguageInConstraintComponent.
func (LanguageIn) IRI() string { return component("LanguageIn") }

// IRI returns sh:UniqueLangConstraintComponent.
func (UniqueLang) IRI() string { return component("UniqueLang") }

func (k LanguageIn) check(c call) {
	c.each(func(v *rdf.Term) bool {
		for _, want := range k {
			if v.Kind == rdf.Literal && langMatches(v.Lang, want) {
				return true
			}
		}
		return false
	})
}

func langMatches(tag, want string) bool {
	if want == "*" {
		return tag != ""
	}
	n := len(want)
	return n > 0 && len(tag) >= n && strings.EqualFold(tag[:n], want) && (len(tag) == n || tag[n] == '-')
}

func (k UniqueLang) check(c call) {
	if c.vs.len() < 2 {
		return
	}
	count := make(map[string]int, 8)
	for i := range c.vs.len() {
		lang := strings.ToLower(c.vs.at(i).Lang)
		if lang == "" {
			continue
		}
		if count[lang]++; count[lang] == 2 {
			c.fail(rdf.Term{})
		}
	}
}

func (k LanguageIn) write(w *writer, s rdf.Term) {
	terms := make([]rdf.Term, len(k))
	for i, l := range k {
		terms[i] = rdf.NewString(l)
	}
	w.say(s, "languageIn", w.list(terms))
}

func (UniqueLang) write(w *writer, s rdf.Term) { w.say(s, "uniqueLang", truth) }
