package doctor

import (
	"embed"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"sync"

	"moselle/connectors"
	"moselle/public"
	"moselle/schema"
)

//go:embed lang/*.json
var files embed.FS

// words are what the doctor says in one language.
type words struct {
	lang   string
	texts  map[string]string
	portal map[string]string // what the pages say, for the names of grades
}

// catalogue is read once, by language.
var catalogue = sync.OnceValue(func() map[string]words {
	out := map[string]words{}
	for _, lang := range schema.Languages {
		w := words{lang: lang, texts: map[string]string{}, portal: map[string]string{}}
		data, err := files.ReadFile("lang/" + lang + ".json")
		if err == nil {
			err = json.Unmarshal(data, &w.texts)
		}
		if err == nil {
			data, err = public.Files.ReadFile("lang/" + lang + ".json")
		}
		if err == nil {
			err = json.Unmarshal(data, &w.portal)
		}
		if err != nil {
			panic(fmt.Sprintf("words of the doctor in %s: %v", lang, err)) // a file of the program itself
		}
		out[lang] = w
	}
	return out
})

// wordsIn returns the words of a language, English for one that there is none of.
func wordsIn(lang string) words {
	if w, ok := catalogue()[lang]; ok {
		return w
	}
	return catalogue()["en"]
}

// T returns the text of a key with the given names and values put into it. A
// number that takes the singular chooses the text of key.one where there is one:
// 1, and in French 0 too.
func (w words) T(key string, pairs ...any) string {
	text := w.texts[key]
	for i := 0; i+1 < len(pairs); i += 2 {
		if n, ok := pairs[i+1].(int); ok && (n == 1 || n == 0 && w.lang == "fr") && w.texts[key+".one"] != "" {
			text = w.texts[key+".one"]
		}
	}
	for i := 0; i+1 < len(pairs); i += 2 {
		value, ok := pairs[i+1].(string)
		if n, number := pairs[i+1].(int); number && !ok {
			value = strconv.Itoa(n)
		}
		text = strings.ReplaceAll(text, "{"+pairs[i].(string)+"}", value)
	}
	return text
}

// kind says what a kind reads; in English when no translation is there yet.
func (w words) kind(k connectors.Kind) string {
	if text := w.texts["kind."+k.Name]; text != "" {
		return text
	}
	return strings.TrimSuffix(k.Doc, ".")
}
