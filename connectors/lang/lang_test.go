package lang_test

import (
	"encoding/json"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"moselle/connectors/lang"
)

// texts returns the translations into a language.
func texts(t *testing.T, language string) map[string]string {
	t.Helper()
	out := map[string]string{}
	data, err := os.ReadFile(language + ".json")
	if err == nil {
		err = json.Unmarshal(data, &out)
	}
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// TestFormats compares the translations with the sentences of the source: none
// is of a sentence that is there no more, and what is put in is the same.
func TestFormats(t *testing.T) {
	t.Parallel()
	source := formats(t)
	for _, language := range lang.Languages {
		for from, to := range texts(t, language) {
			if source[from] == "" {
				t.Errorf("%s.json: no source says %q any more: take it out", language, from)
			}
			if got, want := verbs(to), verbs(from); !slices.Equal(got, want) {
				t.Errorf("%s.json: %q puts in %v, in English %v", language, from, got, want)
			}
			if to == "" || strings.TrimRight(to, " ") != to {
				t.Errorf("%s.json: %q = %q", language, from, to)
			}
			if language == "fr" && narrow.MatchString(strings.NewReplacer("&lt;", "", "&gt;", "").Replace(to)) {
				t.Errorf("fr.json: %q has a plain blank, or none, before a mark: %q", from, to)
			}
		}
	}
}

// narrow finds French marks without a no-break space before them, but for those
// of settings, addresses and times.
var narrow = regexp.MustCompile(` [;:?!»]|« |[a-zé][;?!](?: |$)`)

// verbs returns the numbers of what a format puts in, in order.
func verbs(format string) []int {
	var out []int
	next := 0
	for _, v := range verb.FindAllString(format, -1) {
		if v == "%%" {
			continue
		}
		if at, ok := strings.CutPrefix(v, "%["); ok {
			next = int(at[0] - '1')
		}
		out = append(out, next)
		next++
	}
	slices.Sort(out)
	return out
}

// TestMissing prints, with -v, the sentences that have no translation, by
// language, as JSON: what is to be filled in and put into the files.
func TestMissing(t *testing.T) {
	t.Parallel()
	source := formats(t)
	missing := map[string][]string{}
	for _, language := range lang.Languages {
		have := texts(t, language)
		for _, format := range slices.Sorted(maps.Keys(source)) {
			if have[format] == "" {
				missing[language] = append(missing[language], format)
			}
		}
		if n := len(missing[language]); n > 0 {
			t.Errorf("%d sentences have no translation in %s.json; go test ./connectors/lang -run Missing -v lists them", n, language)
		}
	}
	if testing.Verbose() && len(missing) > 0 {
		out, err := json.MarshalIndent(missing, "", " ")
		if err != nil {
			t.Fatal(err)
		}
		t.Logf("%d sentences, without a translation:\n%s", len(source), out)
	}
}

// TestWords: each word is translated into every language, and somebody says it
// still; months are said by package time. What places are counted by stands in
// sentences or alone.
func TestWords(t *testing.T) {
	t.Parallel()
	said := literals(t)
	for m := time.January; m <= time.December; m++ {
		said[m.String()] = true
	}
	places := strings.Join(slices.Concat(slices.Collect(maps.Keys(said)), slices.Collect(maps.Keys(formats(t)))), "\n")
	for file, isSaid := range map[string]func(string) bool{
		"words.json":  func(word string) bool { return said[word] },
		"places.json": func(word string) bool { return said[word] || strings.Contains(places, word+" %") },
	} {
		words := map[string]map[string]string{}
		data, err := os.ReadFile(file)
		if err == nil {
			err = json.Unmarshal(data, &words)
		}
		if err != nil {
			t.Fatal(err)
		}
		for word, in := range words {
			if !isSaid(word) {
				t.Errorf("%s: no source says %q any more: take it out", file, word)
			}
			for _, language := range lang.Languages {
				if in[language] == "" {
					t.Errorf("%s: %q has no translation into %s", file, word, language)
				}
			}
			if len(in) != len(lang.Languages) {
				t.Errorf("%s: %q is translated into %d languages, want %d", file, word, len(in), len(lang.Languages))
			}
		}
	}
}

func TestIn(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct{ name, lang, message, want string }{
		{"English", "en", "not a number", "not a number"},
		{"no such language", "nl", "not a number", "not a number"},
		{"a whole sentence", "de", "not a number", "keine Zahl"},
		{"not known", "fr", "the cat sat on the mat", "the cat sat on the mat"},
		{"nothing", "fr", "", ""},
		{"with numbers", "fr", "more than 500 dates; the others are left out", "plus de 500 dates\u00a0; les autres sont laissées de côté"},
		{"with any number", "de", `the same key as item … of the list; the first is kept`, "dieselbe Kennung wie Eintrag … der Liste; der erste bleibt"},
		{"behind any place", "fr", "line …: not a number", "ligne …\u00a0: pas un nombre"},
		{"a number that is none", "fr", "more than many dates; the others are left out", "more than many dates; the others are left out"},
		{"quoted", "de", `TZID "Moon/Sea" is neither a known time zone nor defined in the file: taken as Europe/Paris`,
			"TZID „Moon/Sea“ ist weder eine bekannte Zeitzone noch in der Datei erklärt: als Europe/Paris gelesen"},
		{"wrapped", "lb", "line 3, DTSTART: not a date: write it as 2026-12-31", "Zeil 3, DTSTART: keen Datum: schreift 2026-12-31"},
		{"behind a place", "fr", "programme.ics: not a calendar: there is no BEGIN:VCALENDAR", "programme.ics\u00a0: pas un calendrier\u00a0: il n’y a pas de BEGIN:VCALENDAR"},
		{"a part of it", "de", "this is XML, not a calendar", "das ist XML, nicht ein Kalender"},
		{"with a hint", "de", "this is an HTML page, not a calendar; the address may have moved or ask for a login",
			"das ist eine HTML-Seite, nicht ein Kalender; die Adresse hat sich vielleicht geändert oder verlangt eine Anmeldung"},
		{"in another order", "de", `expected a comma or "}" after the value of "name", found a`, "nach dem Wert von „name“ wird ein Komma oder „}“ erwartet, gefunden a"},
		{"a word", "fr", `class: expected a list, found a text`, "class\u00a0: on attend une liste, on trouve un texte"},
		{"a month", "de", "DTSTART: 31 February 2027 does not exist", "DTSTART: den 31. Februar 2027 gibt es nicht"},
		{"a place before a sentence with a part", "fr", "a.jsonld: line 1: the JSON-LD cannot be read: expected a value, found the end",
			"a.jsonld\u00a0: ligne 1\u00a0: le JSON-LD est illisible\u00a0: on attend une valeur, on trouve la fin"},
		{"two parts side by side", "de", "line 8, column 6: the document is no RDF/XML from here on: the attribute id has no namespace, so that it names no property: mend it there, or export it again",
			"Zeile 8, Spalte 6: ab hier ist das Dokument kein RDF/XML: das Attribut id hat keinen Namensraum und benennt daher keine Eigenschaft: beheben Sie es dort oder exportieren Sie noch einmal"},
		{"a sentence and its hint", "fr", `a statement is left out: "" is not an absolute IRI; write it with https://, or say under base where the document was published`,
			"un énoncé est laissé de côté\u00a0: «\u00a0\u00a0» n’est pas un IRI absolu\u00a0; écrivez-la avec https://, ou dites sous base où le document a été publié"},
		{"behind a file, another sentence than the shortest", "de", `a.jsonld, line 1, the term "x" has no @id, and is no address itself`,
			"a.jsonld, Zeile 1, der Begriff „x“ hat kein @id und ist selbst keine Adresse"},
		{"in a sentence with a hint or without", "de", `a statement is left out: the term "x" has no @id, and there is no @vocab`,
			"eine Aussage entfällt: der Begriff „x“ hat kein @id, und es gibt kein @vocab"},
		{"behind a file and its line", "fr", `a.jsonld line 4: the term "x" has no @id, and there is no @vocab`,
			"a.jsonld ligne 4\u00a0: le terme «\u00a0x\u00a0» n’a pas de @id, et il n’y a pas de @vocab"},
		{"a place in a place", "de", "event 1, line 3, uid 9906334", "Veranstaltung 1, Zeile 3, uid 9906334"},
		{"a place with a name", "fr", "line 6, Woodstock", "ligne 6, Woodstock"},
		{"foreign signs", "fr", "not one of %s %d [1] 100 %", "pas l’un de %s %d [1] 100 %"},
	} {
		if got := lang.In(tc.lang, tc.message); got != tc.want {
			t.Errorf("%s: In(%q, %q) = %q, want %q", tc.name, tc.lang, tc.message, got, tc.want)
		}
	}
}

// FuzzIn puts anything into sentences: they are found again, and nothing panics
// or takes long.
func FuzzIn(f *testing.F) {
	f.Add("line 3, DTSTART: x")
	f.Add(strings.Repeat("; the end is left out: ", 50))
	f.Fuzz(func(t *testing.T, s string) {
		lang.In("fr", s)
		lang.In("lb", "END:"+s+" without its BEGIN; the end is left out")
	})
}

func BenchmarkIn(b *testing.B) {
	for b.Loop() {
		lang.In("fr", "programme.ics: line 3, DTSTART: not a date: write it as 2026-12-31")
	}
}
