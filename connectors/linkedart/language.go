package linkedart

import (
	"strings"

	"golang.org/x/text/language"
)

// languages are those of the thesaurus that texts of collections are in, by number.
var languages = map[string]string{
	"300388277": "en", "300388306": "fr", "300388344": "de", "300388256": "nl", "300389311": "es", "300388474": "it", "300389115": "pt", "300388693": "la",
	"300387827": "grc", "300388361": "el", "300389168": "ru", "300388486": "ja", "300388633": "ko", "300388113": "zh",
}

// langOf returns the language of a name or a statement (BCP 47).
func (m *mapper) langOf(n *node) string {
	for _, l := range n.all("language") {
		if tag := tagOf(l); tag != "" {
			return tag
		}
	}
	for _, v := range n.all("content", "value") {
		if v.lang != "" {
			return v.lang
		}
	}
	return m.tag(n)
}

// tag returns the language that a text has itself, else that of the source.
func (m *mapper) tag(n *node) string {
	if n.lang != "" {
		return n.lang
	}
	return m.lang
}

// tagOf returns the language that a thing stands for; "" for one that is not
// known.
func tagOf(l *node) string {
	iri := l.iri()
	if tag, ok := byName[strings.ToLower(firstWord(l.label()))]; ok {
		return tag
	}
	if tag, ok := languages[inAAT(iri)]; ok {
		return tag
	}
	for _, s := range []string{localOf(iri), l.text} {
		if tag, err := language.Parse(s); err == nil && len(s) <= 8 && s != "" {
			return tag.String()
		}
	}
	return ""
}

// byName are languages by their English names, as they are labelled.
var byName = map[string]string{
	"english": "en", "french": "fr", "german": "de", "dutch": "nl", "spanish": "es", "italian": "it", "portuguese": "pt", "latin": "la", "greek": "el",
	"danish": "da", "swedish": "sv", "norwegian": "no", "finnish": "fi", "polish": "pl", "czech": "cs", "russian": "ru", "japanese": "ja", "korean": "ko",
	"chinese": "zh", "arabic": "ar", "hebrew": "he", "turkish": "tr", "luxembourgish": "lb",
}

func firstWord(s string) string {
	word, _, _ := strings.Cut(s, " ")
	return word
}
