package embedded

import (
	"context"
	"fmt"
	"slices"
	"unicode/utf8"

	"github.com/RoaringBitmap/roaring/v2"
	segment "github.com/blevesearch/scorch_segment_api/v2"
	"github.com/blevesearch/vellum/levenshtein"

	"moselle/hub/search"
	"moselle/hub/search/embedded/words"
)

// The bounds of an expansion in one field of one segment: terms beyond them are
// not looked at, until another letter is typed. A short prefix is that of so
// many words that it is looked for in titles alone.
const (
	maxPrefixTerms = 512
	shortPrefix    = 2 // letters
	maxTypoTerms   = 64
	minTypoLetters = 5
)

// Points of a match by weight. A title counts more than a keyword, a keyword
// more than the body, however they match; within a weight the word as it was
// typed leads, then its other forms, words that begin with it, and words that
// differ by a typo.
var (
	pointsExact  = [3]int{95, 38, 11}
	pointsForm   = [3]int{90, 36, 10}
	pointsPrefix = [3]int{70, 28, 8}
	pointsTypo   = [3]int{60, 24, 6}
)

// lookup is a term made ready to be looked for.
type lookup struct {
	term  words.Term
	stems map[string]string // by language
	typo  *levenshtein.DFA  // set: words that differ by one typo alone
}

func newLookup(t words.Term, s *words.Stemmer) lookup {
	l := lookup{term: t, stems: map[string]string{}}
	if len(t.Words) == 1 {
		for _, lang := range words.Languages {
			if stem := s.Stem(lang, t.Words[0].Folded); stem != "" {
				l.stems[lang] = stem
			}
		}
	}
	return l
}

func (l *lookup) mayHaveTypo() bool {
	return !l.term.Not && len(l.term.Words) == 1 && utf8.RuneCountInString(l.term.Words[0].Folded) >= minTypoLetters
}

// levels are the documents of a segment that have a term, most points first.
type levels []level

type level struct {
	points int
	docs   *roaring.Bitmap
}

// alive reports whether one of the documents is alive.
func (ls levels) alive(numbers []uint32, live *roaring.Bitmap) bool {
	for _, l := range ls {
		for it := l.docs.Iterator(); it.HasNext(); {
			if n := numbers[it.Next()]; n != nowhere && live.Contains(n) {
				return true
			}
		}
	}
	return false
}

// in looks the term up in a segment.
func (l *lookup) in(ctx context.Context, s segment.Segment) (levels, error) {
	var out levels
	add := func(points int, docs *roaring.Bitmap) {
		if docs != nil && !docs.IsEmpty() {
			out = append(out, level{points, docs})
		}
	}
	for weight, name := range foldedFields {
		folded, err := s.Dictionary(name)
		if err != nil {
			return nil, fmt.Errorf("text index: %w", err)
		}
		d := fieldTerms{folded}
		switch {
		case l.typo != nil:
			docs, err := d.walk(l.typo, nil, nil, maxTypoTerms)
			if err != nil {
				return nil, err
			}
			add(pointsTypo[weight], docs)
			continue
		case len(l.term.Words) > 1:
			docs, err := d.phrase(ctx, l.term.Words)
			if err != nil {
				return nil, err
			}
			add(pointsExact[weight], docs)
			continue
		}
		if err := l.word(s, weight, d, add); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// word adds the levels of a single word in the fields of a weight. A word that
// is its own stem is in the folded field alone.
func (l *lookup) word(s segment.Segment, weight int, folded fieldTerms, add func(int, *roaring.Bitmap)) error {
	word := l.term.Words[0]
	for _, form := range []string{word.Folded, word.Spelled} {
		docs, err := folded.exactly(form)
		if err != nil {
			return err
		}
		add(pointsExact[weight], docs)
	}
	tried := []string{word.Folded}
	for lang, stem := range l.stems {
		d, err := s.Dictionary(stemFields[lang][weight])
		if err != nil {
			return fmt.Errorf("text index: %w", err)
		}
		docs, err := fieldTerms{d}.exactly(stem)
		if err != nil {
			return err
		}
		add(pointsForm[weight], docs)
		if slices.Contains(tried, stem) {
			continue
		}
		tried = append(tried, stem)
		if docs, err = folded.exactly(stem); err != nil {
			return err
		}
		add(pointsForm[weight], docs)
	}
	if l.term.Prefix && (weight == int(search.InTitle) || utf8.RuneCountInString(word.Folded) > shortPrefix) {
		docs, err := folded.walk(nil, []byte(word.Folded), after(word.Folded), maxPrefixTerms)
		if err != nil {
			return err
		}
		add(pointsPrefix[weight], docs)
	}
	return nil
}
