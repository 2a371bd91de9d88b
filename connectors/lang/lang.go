// Package lang says in French, German and Luxembourgish what connectors, the
// fetching and the schema say in English of a source. It knows the formats that
// sentences are made of and finds them again in the finished sentence, so that
// whoever writes a connector writes English alone; fr.json, de.json and lb.json
// hold the translations by English format, words.json those of words that are put
// into sentences, places.json those of what places in a source are counted by. The
// feed doctor and the pages about sources call it.
package lang

import (
	"embed"
	"encoding/json"
	"fmt"
	"strings"
	"sync"
)

// Languages are those that there are translations in, beside English.
var Languages = []string{"fr", "de", "lb"}

//go:embed *.json
var files embed.FS

// In returns the message of a fault, a refusal or an error in a language. What
// is put into it is translated too when it is a sentence itself, as a wrapped
// error is. A message or a part of one that is not known stays in English.
func In(lang, message string) string {
	c := catalogues()[lang]
	if c == nil {
		return message
	}
	lines := strings.Split(message, "\n") // errors that were found together
	for i, line := range lines {
		s := speaker{c, maxParts}
		lines[i], _ = s.say(line, maxDepth)
	}
	return strings.Join(lines, "\n")
}

// maxDepth and maxParts bound how deep sentences stand in each other, and how many
// parts of one are looked up: what was put into it is foreign.
const (
	maxDepth = 6
	maxParts = 300
)

// catalogue is what one language says.
type catalogue struct {
	colon string            // what stands between a place and what is said of it
	exact map[string]string // of formats without a verb, and of words
	begun map[string][]pattern
	loose []pattern         // those that begin with a verb, or nearly so
	nouns map[string]string // what places are counted by
}

// begins is how many bytes of its beginning a pattern is found by.
const begins = 4

// catalogues are read and compiled once.
var catalogues = sync.OnceValue(func() map[string]*catalogue {
	out := map[string]*catalogue{}
	words, nouns := table("words.json"), table("places.json")
	for _, lang := range Languages {
		texts := map[string]string{}
		data, err := files.ReadFile(lang + ".json")
		if err == nil {
			err = json.Unmarshal(data, &texts)
		}
		if err != nil {
			panic(fmt.Sprintf("sentences of connectors in %s: %v", lang, err)) // a file of the program itself
		}
		for word, in := range words {
			texts[word] = in[lang]
		}
		out[lang] = compile(lang, texts)
		for noun, in := range nouns {
			out[lang].nouns[noun] = in[lang]
		}
	}
	return out
})

// table reads the words of a file, by their English and then by language.
func table(name string) map[string]map[string]string {
	out := map[string]map[string]string{}
	if data, err := files.ReadFile(name); err != nil || json.Unmarshal(data, &out) != nil {
		panic(name + " cannot be read") // a file of the program itself
	}
	return out
}

func compile(lang string, texts map[string]string) *catalogue {
	c := &catalogue{colon: ": ", exact: map[string]string{}, begun: map[string][]pattern{}, nouns: map[string]string{}}
	if lang == "fr" {
		c.colon = "\u00a0: "
	}
	for from, to := range texts {
		p := newPattern(from, to)
		switch first := p.from[0]; {
		case len(p.from) == 1 && first.verb == 0:
			c.exact[first.text] = p.print(nil)
		case first.verb == 0 && len(first.text) >= begins:
			c.begun[first.text[:begins]] = append(c.begun[first.text[:begins]], p)
		default:
			c.loose = append(c.loose, p)
		}
	}
	for _, list := range c.begun {
		sortPatterns(list)
	}
	sortPatterns(c.loose)
	return c
}

// speaker says one message.
type speaker struct {
	*catalogue
	left int // parts that may still be looked up
}

// say translates a message whose parts stand in each other depth deep at most,
// and returns how much of the English it knew, in bytes.
func (s *speaker) say(message string, depth int) (said string, sure int) {
	if s.left--; depth == 0 || message == "" || s.left < 0 {
		return message, 0
	}
	if text, ok := s.exact[message]; ok {
		return text, len(message)
	}
	loose := true
	for _, m := range s.find(message) {
		known := m.weight
		for i, a := range m.args {
			part, more := s.say(a, depth-1)
			m.args[i], known = part, known+more
		}
		if known > sure {
			said, sure = m.print(m.args), known
		}
		loose = m.from[0].verb != 0
	}
	if !loose {
		return said, sure
	}
	// What seems to be put in first may be a place and the beginning of a sentence.
	if text, known := s.pieces(message, depth); known > sure || sure == 0 {
		return text, known
	}
	return said, sure
}

// match is a pattern that a sentence is of, with what is put into it.
type match struct {
	pattern
	args []string
}

// find returns the surest patterns that a whole sentence is of: several that are
// equally sure, none of a sentence that is not known.
func (c *catalogue) find(message string) (best []match) {
	try := func(list []pattern) {
		for _, p := range list {
			if len(best) > 0 && p.weight < best[0].weight {
				return
			}
			if args, ok := p.match(message, c.known); ok {
				if len(best) > 0 && p.weight > best[0].weight {
					best = nil
				}
				best = append(best, match{p, args})
			}
		}
	}
	if len(message) >= begins {
		try(c.begun[message[:begins]])
	}
	try(c.loose)
	return best
}

// known reports whether a text is a part of sentences.
func (c *catalogue) known(text string) bool { return c.exact[text] != "" }

// pieces translates what stands behind a place ("line 3: …") or behind another
// sentence, as say does.
func (s *speaker) pieces(message string, depth int) (said string, sure int) {
	if place, rest := s.counted(message); place != "" && strings.HasPrefix(rest, ", ") {
		tail, known := s.say(rest[2:], depth-1)
		return place + ", " + tail, len(message) - len(rest) + known
	}
	for _, mark := range [...]string{": ", "; ", ", "} {
		for at, tries := 0, 0; tries < 3; tries++ {
			i := strings.Index(message[at:], mark)
			if i < 0 {
				break
			}
			at += i + len(mark)
			head, tail := message[:at-len(mark)], message[at:]
			hint := s.exact[mark+tail]
			said, sure = hint, len(mark)+len(tail)
			if hint == "" {
				said, sure = s.say(tail, depth-1)
			}
			if sure == 0 {
				continue
			}
			first, known := s.say(head, depth-1)
			if hint == "" {
				first += s.between(mark)
			}
			return first + said, sure + known
		}
	}
	if said = s.place(message); said != message {
		sure = len(message)
	}
	return said, sure
}

// between returns what stands between two sentences in the language.
func (c *catalogue) between(mark string) string {
	switch mark {
	case ": ":
		return c.colon
	case "; ":
		return strings.Replace(c.colon, ":", ";", 1)
	}
	return mark
}
