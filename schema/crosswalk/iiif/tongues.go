package iiif

import (
	"sync"

	"moselle/schema"
)

// tongues are the languages that objects are written in most, as catalogues name
// them.
var tongues = map[string][]string{
	"fr":  {"french", "français", "französisch", "franséisch", "frans", "francese"},
	"de":  {"german", "allemand", "deutsch", "däitsch", "duits", "tedesco"},
	"lb":  {"luxembourgish", "luxembourgeois", "luxemburgisch", "lëtzebuergesch", "luxemburgs"},
	"en":  {"english", "anglais", "englisch", "englesch", "engels", "inglese"},
	"nl":  {"dutch", "néerlandais", "niederländisch", "hollännesch", "nederlands"},
	"la":  {"latin", "latein", "lateinisch", "latäin", "latijn", "latino"},
	"it":  {"italian", "italien", "italienisch", "italiaans", "italiano"},
	"es":  {"spanish", "espagnol", "spanisch", "spuenesch", "spaans", "español"},
	"pt":  {"portuguese", "portugais", "portugiesisch", "portugisesch", "portugees", "português"},
	"el":  {"greek", "grec", "griechisch", "grieks"},
	"he":  {"hebrew", "hébreu", "hebräisch", "hebreeuws"},
	"ar":  {"arabic", "arabe", "arabisch"},
	"gmh": {"middle high german", "mittelhochdeutsch", "moyen haut allemand"},
	"frm": {"middle french", "moyen français", "mittelfranzösisch"},
	"fro": {"old french", "ancien français", "altfranzösisch"},
	"dum": {"middle dutch", "moyen néerlandais", "mittelniederländisch"},
	"ru":  {"russian", "russe", "russisch"},
}

// tongueNamed gives the language tags by folded name. It is made once.
var tongueNamed = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for tag, names := range tongues {
		for _, n := range names {
			out[schema.NameKey(n)] = tag
		}
	}
	return out
})

// tongue returns the tag of a language that is named or tagged; "" for what is
// neither.
func tongue(s string) string {
	if tag := tongueNamed()[schema.NameKey(s)]; tag != "" {
		return tag
	}
	if len(s) == 2 || len(s) == 3 || len(s) > 3 && (s[2] == '-' || s[3] == '-') {
		if tag := langOf(s); tag != schema.Und {
			return tag
		}
	}
	return ""
}
