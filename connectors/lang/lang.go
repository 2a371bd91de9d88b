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
		lines[i] = c.say(line, maxDepth)
	}
	return strings.Join(lines, "\n")
}

// maxDepth bounds how deep sentences stand in each other.
const maxDepth = 6

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

// say translates a message whose parts stand in each other depth deep at most.
func (c *catalogue) say(message string, depth int) string {
	if depth == 0 || message == "" {
		return message
	}
	if text, ok := c.exact[message]; ok {
		return text
	}
	best, args := c.find(message)
	if best.from == nil {
		return c.pieces(message, depth)
	}
	if best.from[0].verb != 0 && strings.Contains(args[best.from[0].arg], ": ") {
		// What seems to be put in first is the place of a sentence and its beginning.
		if said := c.pieces(message, depth); said != message {
			return said
		}
	}
	for i, a := range args {
		args[i] = c.say(a, depth-1)
	}
	return best.print(args)
}

// find returns the surest pattern that a whole sentence is of, and what is put
// into it; the zero pattern when there is none.
func (c *catalogue) find(message string) (best pattern, args []string) {
	try := func(list []pattern) {
		for _, p := range list {
			if p.weight <= best.weight {
				return
			}
			if found, ok := p.match(message, c.known); ok {
				best, args = p, found
				return
			}
		}
	}
	if len(message) >= begins {
		try(c.begun[message[:begins]])
	}
	try(c.loose)
	return best, args
}

// known reports whether a text is a part of sentences.
func (c *catalogue) known(text string) bool { return c.exact[text] != "" }

// pieces translates what stands behind a place ("line 3: …") or behind another
// sentence.
func (c *catalogue) pieces(message string, depth int) string {
	if said, rest := c.counted(message); said != "" && strings.HasPrefix(rest, ", ") {
		return said + ", " + c.say(rest[2:], depth-1)
	}
	for _, mark := range [...]string{": ", "; ", ", "} {
		for at, tries := 0, 0; tries < 3; tries++ {
			i := strings.Index(message[at:], mark)
			if i < 0 {
				break
			}
			at += i + len(mark)
			head, tail := message[:at-len(mark)], message[at:]
			if hint := c.exact[mark+tail]; hint != "" {
				return c.say(head, depth-1) + hint
			}
			if said := c.say(tail, depth-1); said != tail {
				between := mark
				switch mark {
				case ": ":
					between = c.colon
				case "; ":
					between = strings.Replace(c.colon, ":", ";", 1)
				}
				return c.say(head, depth-1) + between + said
			}
		}
	}
	return message
}
