package destination

import (
	"regexp"
	"slices"
	"strings"

	"moselle/schema"
)

// Features are words that the keepers of a pool tick. They are compared as names
// are, without accents and capitals.
var (
	accessible = regexp.MustCompile(`barriere?frei|rollstuhl|stufenlos|behindert|behinderung|sehbehindert|blinden|gehorlos|horbehindert|horschleife|induktions|gebarden|leichte sprache|reisen fur alle|wheelchair|accessible`)
	denied     = regexp.MustCompile(`^(?:nicht|kein|keine|not|no) `)
	meantFor   = regexp.MustCompile(`^(?:zielgruppe|geeignet fur|fur|for|suitable for) | geeignet$`)
	visitors   = []string{"familie", "familien", "kind", "kinder", "kleinkinder", "jugendliche", "jugend", "erwachsene", "senioren", "gruppen", "schulklassen", "schuler", "paare",
		"singles", "alleinreisende", "frauen", "manner", "families", "children", "seniors", "groups", "adults", "teenagers"}
)

// free reports whether what is ticked is that it costs nothing.
func free(name string) bool {
	price, ok := schema.ParsePrice(name)
	return ok && price.Free()
}

// features sorts what is ticked into what makes a thing accessible, whom it is
// for, that it costs nothing, and the rest: what a place offers, and keywords of
// an event.
func (m *mapper) features(b *schema.Builder) {
	for w := range words(m.o, "features") {
		name := schema.NameKey(w.name)
		group := meantFor.ReplaceAllString(name, "")
		switch {
		case accessible.MatchString(name):
			m.feature(b, "accessibilityFeature", w, denied.MatchString(name))
		case free(name):
			b.Put("isAccessibleForFree", "true")
		case b.Class().Name == "Event" && slices.Contains(visitors, group):
			b.Term("audience", m.lang, strings.TrimPrefix(w.name, "Zielgruppe "), w.code)
		case b.Class().Name == "Event":
			b.Text("keywords", m.lang, w.name)
		default:
			m.feature(b, "amenityFeature", w, false)
		}
	}
}

func (m *mapper) feature(b *schema.Builder, prop string, w word, absent bool) {
	p := b.Part(prop, "Feature")
	p.Text("name", m.lang, w.name)
	p.Put("termCode", w.code)
	if absent {
		p.Put("present", "false")
	}
}
