package table

import (
	"regexp"
	"strings"
	"unicode"

	"moselle/schema"
)

// heading makes the names of columns comparable with words: without case,
// accents and signs, and with blanks between words that are written as one:
// "Event_Title*", "eventTitle" and "Event title" are the same.
func heading(name string) string {
	if len(name) > maxHeading {
		return ""
	}
	var b strings.Builder
	lower := false
	for _, r := range name {
		if lower && unicode.IsUpper(r) {
			b.WriteByte(' ')
		}
		lower = unicode.IsLower(r)
		b.WriteRune(r)
	}
	return schema.NameKey(b.String())
}

// The bounds of what is compared with words: columns, and the length of a name.
const (
	maxColumns = 500
	maxHeading = 100
)

var (
	aside  = regexp.MustCompile(`\s*[(\[].*?[)\]]\s*`)
	nameOf = regexp.MustCompile(`^(nom|name|titre|titel) (?:du|de la|de l|des|der|of the|of) \S+$`)
	whose  = regexp.MustCompile(`^(?:event|object|objekt|objet|item|artwork|work|werk|museum|musee|place|site|veranstaltung|dublin core|dcterms|dc|schema) (.+)$`)
)

// otherwise returns what may be meant by a name: what stands in brackets is
// left out ("Code postal (siège)"), and so is whose it is ("Objekt: Titel").
func otherwise(name string) []string {
	if len(name) > maxHeading {
		return nil
	}
	h := heading(aside.ReplaceAllString(name, " "))
	out := []string{h}
	for _, form := range []*regexp.Regexp{nameOf, whose} {
		if m := form.FindStringSubmatch(h); m != nil {
			out = append(out, m[1])
		}
	}
	return out
}

// solid leaves the blanks out: to a table "start date" is as good as "startdate".
func solid(s string) string { return strings.ReplaceAll(s, " ", "") }
