package embedded

import (
	"encoding/binary"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"moselle/hub/search/embedded/words"
)

// maxTitle is the length in bytes to which titles are told apart in order.
const maxTitle = 80

// titles hold what documents are sorted by when sorted by title: for each
// language the folded words of the title.
type titles struct {
	ends   []uint32
	bytes  []byte  // of each document: language, length, key, and again
	length []uint8 // words of the shortest title
	langs  *dict
}

// fallback is the order in which another language stands in for the asker's.
var fallback = []string{"en", "fr", "de", "lb", "nl"}

func newTitles() titles { return titles{langs: newDict()} }

// add appends the next document, its titles in order of preference.
func (ts *titles) add(title map[string]string) {
	type entry struct{ lang, key string }
	var entries []entry
	shortest := 255
	for _, tag := range slices.Sorted(maps.Keys(title)) {
		lang := words.Base(tag)
		key, n := titleKey(title[tag])
		if n == 0 || slices.ContainsFunc(entries, func(e entry) bool { return e.lang == lang }) {
			continue
		}
		entries = append(entries, entry{lang, key})
		shortest = min(shortest, n)
	}
	slices.SortFunc(entries, func(a, b entry) int {
		if c := rank(a.lang) - rank(b.lang); c != 0 {
			return c
		}
		return strings.Compare(a.lang, b.lang)
	})
	for _, e := range entries {
		ts.bytes = binary.AppendUvarint(ts.bytes, uint64(ts.langs.intern(e.lang)))
		ts.bytes = append(ts.bytes, byte(len(e.key)))
		ts.bytes = append(ts.bytes, e.key...)
	}
	ts.ends = append(ts.ends, uint32(len(ts.bytes)))
	ts.length = append(ts.length, uint8(shortest))
}

func rank(lang string) int {
	if i := slices.Index(fallback, lang); i >= 0 {
		return i
	}
	return len(fallback)
}

func titleKey(text string) (key string, n int) {
	var b strings.Builder
	words.Split(text, func(w words.Word) bool {
		if n > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(w.Folded)
		n++
		return n < 255 && b.Len() < maxTitle
	})
	key = b.String()
	if len(key) > maxTitle {
		cut := maxTitle
		for !utf8.RuneStart(key[cut]) {
			cut--
		}
		key = key[:cut]
	}
	return key, n
}

// key returns a document's title in the language, or the one that stands in for
// it; empty for none. own tells whether it is in the language.
func (ts *titles) key(number uint32, lang uint64) (key []byte, own bool) {
	from := uint32(0)
	if number > 0 {
		from = ts.ends[number-1]
	}
	rest := ts.bytes[from:ts.ends[number]]
	for len(rest) > 0 {
		l, n := binary.Uvarint(rest)
		text := rest[n+1 : n+1+int(rest[n])]
		if l == lang {
			return text, true
		}
		if key == nil {
			key = text
		}
		rest = rest[n+1+len(text):]
	}
	return key, false
}

// lang returns the code by which key knows a language.
func (ts *titles) lang(tag string) uint64 {
	if c, ok := ts.langs.code(words.Base(tag)); ok {
		return uint64(c)
	}
	return ^uint64(0)
}

func (ts *titles) keep(numbers []uint32) titles {
	out := titles{langs: ts.langs}
	for _, n := range numbers {
		from := uint32(0)
		if n > 0 {
			from = ts.ends[n-1]
		}
		out.bytes = append(out.bytes, ts.bytes[from:ts.ends[n]]...)
		out.ends = append(out.ends, uint32(len(out.bytes)))
		out.length = append(out.length, ts.length[n])
	}
	return out
}
