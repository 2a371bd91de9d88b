package words

import (
	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/analysis/lang/de"
	"github.com/blevesearch/bleve/v2/analysis/lang/fr"
	"github.com/blevesearch/bleve/v2/analysis/lang/nl"
	"github.com/blevesearch/bleve/v2/analysis/token/porter"
)

// Languages are the languages whose words have stems. Luxembourgish has none:
// its words, and those of all other languages, stand as they are.
var Languages = []string{"fr", "de", "nl", "en"}

// cacheSize bounds the stems that are remembered for a language.
const cacheSize = 1 << 15

// Stemmer finds stems and remembers them. Not for concurrent use.
type Stemmer struct {
	filters map[string]analysis.TokenFilter
	known   map[string]map[string]string
}

// NewStemmer returns a stemmer for Languages.
func NewStemmer() *Stemmer {
	s := &Stemmer{known: map[string]map[string]string{}, filters: map[string]analysis.TokenFilter{
		"fr": fr.NewFrenchLightStemmerFilter(),
		"de": de.NewGermanLightStemmerFilter(),
		"nl": nl.NewDutchStemmerFilter(),
		"en": porter.NewPorterStemmer(),
	}}
	for _, lang := range Languages {
		s.known[lang] = map[string]string{}
	}
	return s
}

// Stem returns the stem of a folded word in a language of Languages, "" for a
// stop word.
func (s *Stemmer) Stem(lang, folded string) string {
	known := s.known[lang]
	if stem, ok := known[folded]; ok {
		return stem
	}
	if len(known) >= cacheSize {
		clear(known)
	}
	stem := s.stem(lang, folded)
	known[folded] = stem
	return stem
}

func (s *Stemmer) stem(lang, folded string) string {
	if stops[lang][folded] {
		return ""
	}
	if lang == "de" {
		folded = unspell(folded)
	}
	// The filters write into the term they are given.
	return string(s.filters[lang].Filter(analysis.TokenStream{{Term: []byte(folded)}})[0].Term)
}
