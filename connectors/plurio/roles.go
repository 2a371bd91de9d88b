package plurio

import (
	"regexp"
	"strings"

	"moselle/schema"
	"moselle/schema/wire/plurio"
)

// words tell what a function means by its name in the list of types, German or
// French.
var words = []struct {
	property string
	names    *regexp.Regexp
}{
	{"superEvent", regexp.MustCompile(`(?i)teil von|gehört zu|fait partie|partie de|im rahmen von|dans le cadre`)},
	{"organizer", regexp.MustCompile(`(?i)organis|veranstalt|träger`)},
	{"sponsor", regexp.MustCompile(`(?i)sponsor|mécén|mécène`)},
	{"funder", regexp.MustCompile(`(?i)förder|subvention|financ|soutien`)},
	{"director", regexp.MustCompile(`(?i)regie|regisseur|mise en scène|metteur en scène|réalisat`)},
	{"actor", regexp.MustCompile(`(?i)schauspiel|darsteller|comédien|acteur|actrice`)},
	{"performer", regexp.MustCompile(`(?i)musik|music|interpret|interprèt|sänger|chant|tänzer|dans(eu|e)|dirigent|chef d.orchestre|solist|künstler|artiste|ensemble|chor|chœur|orchest|moderat|redner|referent|conférenc|intervenant|autor|auteur`)},
}

// meaning returns the property that a function stands for; "" when nobody says.
func (m *mapper) meaning(code string) string {
	if p := m.Roles[code]; p != "" {
		return p
	}
	if code == plurio.Organiser {
		return "organizer"
	}
	for _, name := range m.names.types[code] {
		for _, w := range words {
			if w.names.MatchString(name) {
				return w.property
			}
		}
	}
	return ""
}

// role is meaning for people and organisations: without a function it is usual,
// and of an unknown one they are part of the event all the same, which is told.
func (m *mapper) role(b *schema.Builder, code, usual string) string {
	if code = strings.TrimSpace(code); code == "" {
		return usual
	}
	if p := m.meaning(code); p != "" {
		return p
	}
	value := code
	for _, lang := range []string{"de", "fr"} {
		if name := m.names.types[code][lang]; name != "" {
			value = code + " " + name
			break
		}
	}
	note(b, "contributor", value, "what this function means is not known here; who has it is kept as somebody who takes part: say it in the setting roles of the source")
	return "contributor"
}
