package edm

import (
	"slices"
	"strings"

	"golang.org/x/text/language"

	"moselle/schema"
	"moselle/schema/crosswalk/edm"
)

// notLanguages are the codes that stand for no language: no words, several, any.
var notLanguages = []string{"", "zxx", "mul", "und", "mis", "n/a", "-"}

// languages adds the languages that the object is in.
func (m *mapper) languages(b *schema.Builder) {
	for _, v := range m.cho.Values(edm.Language) {
		said := strings.TrimSpace(v.Text)
		if ref := address(v); ref != "" { // an address of a list of languages ends in the code
			said = ref[strings.LastIndexAny(ref, "/#")+1:]
		}
		if slices.Contains(notLanguages, strings.ToLower(said)) {
			continue
		}
		if code := languageNames[schema.NameKey(said)]; code != "" {
			said = code
		}
		if tag, err := language.Parse(said); err == nil {
			b.Put("inLanguage", tag.String())
			continue
		}
		b.Fault(schema.Fault{Path: "inLanguage", Value: said, Message: "not the code of a language: write fr, de or lb in dc:language"})
	}
	if m.cho.Type == "TEXT" && len(m.cho.Values(edm.Language)) == 0 {
		b.Fault(schema.Fault{Path: "inLanguage", Message: "a text without its language: write its code into dc:language, zxx when there are no words in it"})
	}
}

// languageNames are the codes of languages that sources call by name, in English
// or in the language itself, as schema.NameKey has them.
var languageNames = map[string]string{
	"arabic": "ar", "bulgarian": "bg", "catalan": "ca", "catala": "ca", "croatian": "hr", "hrvatski": "hr", "czech": "cs", "cestina": "cs",
	"danish": "da", "dansk": "da", "dutch": "nl", "nederlands": "nl", "english": "en", "estonian": "et", "eesti": "et", "finnish": "fi",
	"suomi": "fi", "french": "fr", "francais": "fr", "german": "de", "deutsch": "de", "greek": "el", "hebrew": "he", "hungarian": "hu",
	"magyar": "hu", "irish": "ga", "gaeilge": "ga", "italian": "it", "italiano": "it", "latin": "la", "latvian": "lv", "lithuanian": "lt",
	"luxembourgish": "lb", "letzebuergesch": "lb", "maltese": "mt", "norwegian": "no", "norsk": "no", "polish": "pl", "polski": "pl",
	"portuguese": "pt", "portugues": "pt", "romanian": "ro", "romana": "ro", "russian": "ru", "slovak": "sk", "slovenian": "sl", "spanish": "es",
	"espanol": "es", "swedish": "sv", "svenska": "sv", "turkish": "tr", "ukrainian": "uk", "welsh": "cy", "cymraeg": "cy", "yiddish": "yi",
}
