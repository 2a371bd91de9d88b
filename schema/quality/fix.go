package quality

import (
	"embed"
	"encoding/json"
	"fmt"
	"strings"
	"sync"

	"moselle/schema"
)

// Codes are the codes of all fixes. They are stable: institutions and programs
// remember them.
var Codes = []string{
	"accessibility.missing", "alternative.language", "category.vocabulary", "created.missing", "creator.life", "creator.missing",
	"depicted.missing", "depicted.position", "description.language", "description.missing", "end.missing", "genre.language",
	"geo.country", "geo.missing", "geo.precision", "geo.swapped", "geo.zero", "id.unproven", "image.licence", "image.missing",
	"image.size", "languages.second", "location.language", "location.missing", "material.language", "material.missing",
	"media.file", "media.licence", "media.missing", "name.missing", "organizer.missing", "performer.authority", "period.language",
	"period.span", "place.authority", "place.language", "place.missing", "price.missing", "rights.language", "start.missing",
	"status.missing", "subject.authority", "subject.language", "subject.missing", "thumbnail.missing", "time.long", "time.offset",
	"time.placeholder", "time.reversed", "title.language", "type.language", "type.missing", "updates.late", "url.missing",
	"video.size", "works.missing",
}

// Text says what a fix is about, why it matters and how to mend it, each in a
// sentence or two.
type Text struct {
	What string `json:"what"`
	Why  string `json:"why"`
	How  string `json:"how"`
}

//go:embed lang/*.json
var files embed.FS

// language are the texts in one language: by code, or for codes that differ in
// the property alone under a common name with the property's name in fields.
type language struct {
	Fields map[string]string
	Fixes  map[string]Text
}

// languages are read once.
var languages = sync.OnceValue(func() map[string]language {
	out := map[string]language{}
	for _, lang := range schema.Languages {
		var l language
		data, err := files.ReadFile("lang/" + lang + ".json")
		if err == nil {
			err = json.Unmarshal(data, &l)
		}
		if err != nil {
			panic(fmt.Sprintf("fixes in %s: %v", lang, err)) // a file of the program itself
		}
		out[lang] = l
	}
	return out
})

// TextOf returns a fix's text in the first of the languages that it is there in,
// which are those of the interface, else in English.
func TextOf(code string, langs ...string) Text {
	l := languages()["en"]
	for _, lang := range langs {
		if found, ok := languages()[lang]; ok {
			l = found
			break
		}
	}
	if t, ok := l.Fixes[code]; ok {
		return t
	}
	field, lack, _ := strings.Cut(code, ".")
	shared := "element"
	if lack == "language" {
		shared = "language"
	}
	t := l.Fixes[shared]
	t.What = strings.ReplaceAll(t.What, "{field}", l.Fields[field])
	return t
}
