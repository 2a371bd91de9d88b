package words_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/hub/fault"
	"moselle/hub/search/embedded/words"
)

func split(text string) []string {
	var out []string
	words.Split(text, func(w words.Word) bool {
		s := w.Folded
		if w.Spelled != "" {
			s += "/" + w.Spelled
		}
		out = append(out, s)
		return true
	})
	return out
}

func TestSplit(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ text, want string }{
		{"L'Œuvre d’art", "oeuvre art"},
		{"l'été aujourd'hui", "ete aujourd hui"},
		{"the museum's halls", "the museum halls"},
		{"Straße, Müller", "strasse muller/mueller"},
		{"Mu\u0308ller", "muller/mueller"},
		{"Lëtzebuerg", "letzebuerg"},
		{"ĳsvogel ǅ ﬁn", "ijsvogel dz fin"},
		{"avant-garde (1913–1920)", "avant garde 1913 1920"},
		{"*?!\u200b…", ""},
		{"a\xffb", "a b"},
		{"so\u00adnate", "sonate"},
		{"İstanbul", "istanbul"},
	} {
		if got := strings.Join(split(c.text), " "); got != c.want {
			t.Errorf("Split(%q) = %q, want %q", c.text, got, c.want)
		}
	}
}

func TestSplitCutsLongWords(t *testing.T) {
	t.Parallel()
	got := split(strings.Repeat("é", 10_000))
	if len(got) != 1 || len(got[0]) != words.MaxLen {
		t.Errorf("Split(a word of 10000 letters) = %d words, want one of %d bytes", len(got), words.MaxLen)
	}
}

// Words that must meet in the language's own index.
func TestStemsMeet(t *testing.T) {
	t.Parallel()
	s := words.NewStemmer()
	for _, c := range []struct{ lang, a, b string }{
		{"fr", "musée", "musées"},
		{"fr", "œuvre", "oeuvres"},
		{"fr", "cheval", "chevaux"},
		{"fr", "exposition", "expositions"},
		{"de", "Konzert", "Konzerte"},
		{"de", "Ausstellung", "Ausstellungen"},
		{"de", "Müller", "Mueller"},
		{"de", "Haus", "Häuser"},
		{"nl", "tentoonstelling", "tentoonstellingen"},
		{"en", "exhibition", "exhibitions"},
		{"en", "painting", "paintings"},
	} {
		a, b := s.Stem(c.lang, words.Fold(c.a)), s.Stem(c.lang, words.Fold(c.b))
		if a != b || a == "" {
			t.Errorf("Stem(%s, %s) = %q, Stem(%s) = %q, want the same", c.lang, c.a, a, c.b, b)
		}
	}
	if got := s.Stem("de", "neue"); got == s.Stem("de", "nu") {
		t.Errorf("Stem(de, neue) = %q, want the diphthong kept", got)
	}
	if got := s.Stem("fr", "les"); got != "" {
		t.Errorf("Stem(fr, les) = %q, want a stop word", got)
	}
}

func TestParse(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ text, want string }{
		{"", ""},
		{"musée mer", "musee mer*"},
		{"musée mer ", "musee mer"},
		{"le musée de la mer ", "musee mer"},
		{"the of ", "the of"},
		{`"la belle époque" paris `, `"la belle epoque" paris`},
		{`"belle époque`, `"belle epoque"`},
		{"«belle époque» x ", `"belle epoque" x`},
		{"konzert -rock ", "konzert !rock"},
		{`-"hard rock"`, `!"hard rock"`},
		{"avant-garde", "avant garde*"},
		{"foo--bar ", "foo bar"},
		{"l'été", "ete*"},
		{"*:*?~^() - \" ' \xff", ""},
	} {
		q, err := words.Parse(c.text)
		if err != nil {
			t.Fatal(err)
		}
		if got := show(q); got != c.want {
			t.Errorf("Parse(%q) = %s, want %s", c.text, got, c.want)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	t.Parallel()
	for _, text := range []string{strings.Repeat("a ", 10_000), strings.Repeat("mot ", 100), `"` + strings.Repeat("mot ", 100) + `"`} {
		_, err := words.Parse(text)
		var f *fault.Error
		if !errors.As(err, &f) || f.Kind != fault.Invalid || f.Param != "text" {
			t.Errorf("Parse(%.20q…) = %v, want fault.Invalid about text", text, err)
		}
	}
}

func show(q words.Query) string {
	var out []string
	for _, t := range q.Terms {
		s := ""
		for i, w := range t.Words {
			if i > 0 {
				s += " "
			}
			s += w.Folded
		}
		if len(t.Words) > 1 {
			s = `"` + s + `"`
		}
		if t.Not {
			s = "!" + s
		}
		if t.Prefix {
			s += "*"
		}
		out = append(out, s)
	}
	return strings.Join(out, " ")
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"l'œuvre", `-"belle époque" x`, "a'b'c", "\xff\"", "İ K ß ĳ", "--a -b"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		q, err := words.Parse(text)
		if err != nil {
			return
		}
		n := 0
		for i, term := range q.Terms {
			if term.Prefix && i != len(q.Terms)-1 {
				t.Errorf("Parse(%q): term %d of %d is a prefix", text, i, len(q.Terms))
			}
			for _, w := range term.Words {
				n++
				if w.Folded == "" || words.Fold(w.Folded) != w.Folded || len(w.Folded) > words.MaxLen {
					t.Errorf("Parse(%q): word %q is not folded", text, w.Folded)
				}
			}
		}
		if n > words.MaxTerms {
			t.Errorf("Parse(%q) = %d words", text, n)
		}
		again, err := words.Parse(text)
		if err != nil || !cmp.Equal(q, again) {
			t.Errorf("Parse(%q) twice: %v and %v (%v)", text, q, again, err)
		}
	})
}
