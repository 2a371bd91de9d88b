package crosswalk

import (
	"slices"
	"strings"
	"unicode"
)

// bodies are words that only the names of institutions have, in lower case; begins
// and ends are what such words begin with and, in German, end in; phrases are
// several words.
var (
	bodies = wordsOf(`museum museums musée musées museo muzeum library libraries universiteit société societe sociétés society press gmbh ltd inc corp sàrl
		foundation fondation stichting stadt gemeente commune département academy académie akademie atelier ateliers association associations center centre
		centrum theater theatre théâtre ensemble mediateka company compagnie firma studio studios church kirche abbaye abbey school schools college
		école lycée collège service services committee commission comité council conseil board bureau office agency agence imprimerie éditions brothers club
		league congress convention government mairie galerie gallery cie army constabulary factory manufacture manufactory brewery brasserie`)
	begins  = []string{"bibliot", "archiv", "universit", "institut", "orchest", "minist", "department", "departement"}
	ends    = []string{"museum", "archiv", "bibliothek", "verlag", "druckerei", "werkstatt", "verein", "verband", "gesellschaft", "stiftung", "institut", "hochschule", "zentrum", "fabrik", "manufaktur", "brauerei", "giesserei", "gießerei", "landesamt"}
	phrases = []string{"ville de ", "city of ", " co. ", "& sons", "& söhne", "& fils", "s.à r.l", "s.à.r.l"}
)

func wordsOf(text string) map[string]bool {
	all := map[string]bool{}
	for _, w := range strings.Fields(text) {
		all[w] = true
	}
	return all
}

// IsBody reports whether a name is that of an institution, by its words. A single
// one before a comma is a family name, whatever it says.
func IsBody(name string) bool {
	name = strings.ToLower(name)
	if family, given, ok := strings.Cut(name, ", "); ok && !strings.ContainsRune(family, ' ') {
		name = given
	}
	if slices.ContainsFunc(phrases, func(p string) bool { return strings.Contains(name, p) }) || strings.HasSuffix(name, " co") || strings.HasSuffix(name, " co.") {
		return true
	}
	for word := range strings.FieldsFuncSeq(name, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if bodies[word] || slices.ContainsFunc(begins, func(b string) bool { return strings.HasPrefix(word, b) }) ||
			slices.ContainsFunc(ends, func(e string) bool { return strings.HasSuffix(word, e) }) {
			return true
		}
	}
	return false
}
