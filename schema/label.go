package schema

import (
	"embed"
	"encoding/json"
	"fmt"
	"strings"
	"sync"
	"unicode"
)

//go:embed lang/*.json
var langFiles embed.FS

// labels are the names of classes, properties and values that people read, by
// language and name. They are read once.
var labels = sync.OnceValue(func() map[string]map[string]string {
	out := map[string]map[string]string{}
	for _, lang := range Languages {
		data, err := langFiles.ReadFile("lang/" + lang + ".json")
		words := map[string]string{}
		if err == nil {
			err = json.Unmarshal(data, &words)
		}
		if err != nil {
			panic(fmt.Sprintf("labels in %s: %v", lang, err)) // a file of the program itself
		}
		out[lang] = words
	}
	return out
})

// Languages are those of the interface.
var Languages = []string{"en", "fr", "de", "lb"}

// Label returns what a class, a property or a value of a Code is called in a
// language of the interface; its name in words when the language has no label.
func Label(name, lang string) string {
	if s := labels()[lang][name]; s != "" {
		return s
	}
	return inWords(name)
}

// inWords takes a name apart: "startDate" is "start date".
func inWords(name string) string {
	var b strings.Builder
	for i, r := range name {
		if unicode.IsUpper(r) && i > 0 {
			b.WriteByte(' ')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}
