package schema

import "strings"

// wording is a text of the hub's own in the languages of the region.
type wording struct{ en, fr, de, lb, nl string }

// in returns the text in lang, by its primary language, and whether it is there.
func (t wording) in(lang string) (string, bool) {
	primary, _, _ := strings.Cut(lang, "-")
	switch primary {
	case "en":
		return t.en, true
	case "fr":
		return t.fr, true
	case "de":
		return t.de, true
	case "lb":
		return t.lb, true
	case "nl":
		return t.nl, true
	}
	return t.en, false
}

// rightsStatements are the twelve of rightsstatements.org, with a short name
// for people and what sources call them besides.
var rightsStatements = []struct {
	id   string
	name wording
	also []string
}{
	{"InC", wording{"all rights reserved", "tous droits réservés", "alle Rechte vorbehalten", "all Rechter virbehalen", "alle rechten voorbehouden"},
		[]string{"In Copyright", "InC 1.0", "Rights reserved", "Droits réservés", "Rechte vorbehalten", "Rechten voorbehouden", "Copyright", "©", "Sous droits",
			"Soumis au droit d’auteur", "Protégé par le droit d’auteur", "Urheberrechtlich geschützt", "Urheberrechtsschutz", "Auteursrechtelijk beschermd",
			"All rechter reservéiert", "© All rights reserved", "© Tous droits réservés", "© Alle Rechte vorbehalten",
			"Rights Reserved - Free Access", "Rechte vorbehalten - Freier Zugang", "Accès libre - droits réservés"}},
	{"InC-OW-EU", wording{"in copyright – EU orphan work", "sous droits – œuvre orpheline (UE)", "urheberrechtlich geschützt – verwaistes Werk (EU)",
		"urheberrechtlech geschützt – verwaist Wierk (EU)", "auteursrechtelijk beschermd – verweesd werk (EU)"},
		[]string{"EU Orphan Work"}},
	{"InC-EDU", wording{"in copyright – educational use permitted", "sous droits – usage pédagogique autorisé", "urheberrechtlich geschützt – Nutzung zu Bildungszwecken erlaubt",
		"urheberrechtlech geschützt – Notzung fir d’Bildung erlaabt", "auteursrechtelijk beschermd – gebruik voor onderwijs toegestaan"}, nil},
	{"InC-NC", wording{"in copyright – non-commercial use permitted", "sous droits – usage non commercial autorisé", "urheberrechtlich geschützt – nicht kommerzielle Nutzung erlaubt",
		"urheberrechtlech geschützt – net kommerziell Notzung erlaabt", "auteursrechtelijk beschermd – niet-commercieel gebruik toegestaan"}, nil},
	{"InC-RUU", wording{"in copyright – rights-holder(s) unlocatable or unidentifiable", "sous droits – ayants droit introuvables ou non identifiés",
		"urheberrechtlich geschützt – Rechteinhaber nicht auffindbar oder identifizierbar", "urheberrechtlech geschützt – Rechtshalter net ze fannen",
		"auteursrechtelijk beschermd – rechthebbende onvindbaar of onbekend"}, nil},
	{"NoC-CR", wording{"no copyright – contractual restrictions", "sans droit d’auteur – restrictions contractuelles", "kein Urheberrechtsschutz – vertragliche Beschränkungen",
		"kee Copyright – vertraglech Restriktiounen", "geen auteursrecht – contractuele beperkingen"}, nil},
	{"NoC-NC", wording{"no copyright – non-commercial use only", "sans droit d’auteur – usage non commercial uniquement", "kein Urheberrechtsschutz – nur nicht kommerzielle Nutzung erlaubt",
		"kee Copyright – nëmmen net kommerziell Notzung", "geen auteursrecht – uitsluitend niet-commercieel gebruik"},
		[]string{"Out of copyright - non commercial re-use", "No Copyright - Non-Commercial Use Only"}},
	{"NoC-OKLR", wording{"no copyright – other known legal restrictions", "sans droit d’auteur – autres restrictions légales", "kein Urheberrechtsschutz – andere rechtliche Beschränkungen",
		"kee Copyright – aner gesetzlech Restriktiounen", "geen auteursrecht – andere wettelijke beperkingen"}, nil},
	{"NoC-US", wording{"no copyright – United States", "sans droit d’auteur – États-Unis", "kein Urheberrechtsschutz – Vereinigte Staaten",
		"kee Copyright – Vereenegt Staaten", "geen auteursrecht – Verenigde Staten"}, nil},
	{"CNE", wording{"copyright not evaluated", "droit d’auteur non évalué", "Urheberrechtsschutz nicht bewertet", "Copyright net gepréift", "auteursrecht niet onderzocht"},
		[]string{"Copyright not evaluated 1.0", "Auteursrecht niet geëvalueerd"}},
	{"UND", wording{"copyright undetermined", "droit d’auteur indéterminé", "Urheberrechtsschutz ungeklärt", "Copyright ongekläert", "auteursrecht onbepaald"}, nil},
	{"NKC", wording{"no known copyright", "aucun droit d’auteur connu", "kein Urheberrechtsschutz bekannt", "kee Copyright bekannt", "geen auteursrecht bekend"},
		[]string{"No known copyright restrictions", "No known restrictions", "Aucune restriction de droit d’auteur connue"}},
}

// rightsStatement returns the IRI of a statement by its short name, whatever
// its case.
func rightsStatement(id string) (string, bool) {
	for _, s := range rightsStatements {
		if strings.EqualFold(s.id, id) {
			return statements + s.id + "/1.0/", true
		}
	}
	return "", false
}
