package schema

import (
	"regexp"
	"strings"
)

const (
	ccLicenses = "https://creativecommons.org/licenses/"
	ccPublic   = "https://creativecommons.org/publicdomain/"
	rights     = "http://rightsstatements.org/vocab/"
)

var (
	ccPath     = regexp.MustCompile(`^(?:https?://)?(?:www\.)?creativecommons\.org/(licenses|publicdomain)/([a-z-]+)/(\d\.\d)(?:/([a-z]{2})(?:/|$))?`)
	ccName     = regexp.MustCompile(`^(?:cc|creative-?commons)-?(by(?:-nc)?(?:-nd|-sa)?)(?:-(\d\.\d))?$`)
	rightsPath = regexp.MustCompile(`^(?:https?://)?(?:www\.)?rightsstatements\.org/(?:vocab|page)/([A-Za-z-]+)/1\.0`)
)

// CanonicalLicence turns the ways sources write a licence ("CC BY 4.0",
// "cc-by-sa", "http://creativecommons.org/licenses/by/4.0/deed.fr", "InC") into
// its canonical IRI: Creative Commons with https and a final slash,
// rightsstatements.org as they mint it. ok is false when it is none of these.
func CanonicalLicence(s string) (iri string, ok bool) {
	s = strings.TrimSpace(s)
	if m := rightsPath.FindStringSubmatch(s); m != nil {
		return rights + m[1] + "/1.0/", true
	}
	low := strings.ToLower(s)
	if m := ccPath.FindStringSubmatch(low); m != nil {
		iri := "https://creativecommons.org/" + m[1] + "/" + m[2] + "/" + m[3] + "/"
		if m[4] != "" && m[1] == "licenses" {
			iri += m[4] + "/"
		}
		return iri, true
	}
	flat := strings.Join(strings.FieldsFunc(low, func(r rune) bool { return r == ' ' || r == '_' || r == '-' }), "-")
	switch flat {
	case "cc0", "cc0-1.0", "cc-0", "cc-zero", "cc0-public-domain-dedication":
		return ccPublic + "zero/1.0/", true
	case "pdm", "public-domain", "public-domain-mark", "public-domain-mark-1.0", "pdm-1.0", "cc-pdm-1.0", "domaine-public", "gemeinfrei":
		return ccPublic + "mark/1.0/", true
	case "licence-ouverte-2.0", "licence-ouverte", "etalab-2.0":
		return "https://www.etalab.gouv.fr/licence-ouverte-open-licence/", true
	case "inc", "in-copyright", "all-rights-reserved", "tous-droits-réservés", "alle-rechte-vorbehalten":
		return rights + "InC/1.0/", true
	}
	if m := ccName.FindStringSubmatch(flat); m != nil {
		version := m[2]
		if version == "" {
			version = "4.0"
		}
		return ccLicenses + m[1] + "/" + version + "/", true
	}
	return "", false
}

// Reuse says what group a licence falls in: "open" (any use, with credit at
// most), "restricted" (some uses), "closed" (with permission only), or "" when
// it is not known. The groups are those of Europeana's content tier.
func Reuse(iri string) string {
	switch {
	case strings.HasPrefix(iri, ccPublic), strings.HasPrefix(iri, "https://www.etalab.gouv.fr/licence-ouverte"):
		return "open"
	case strings.HasPrefix(iri, ccLicenses):
		kind, _, _ := strings.Cut(strings.TrimPrefix(iri, ccLicenses), "/")
		if kind == "by" || kind == "by-sa" {
			return "open"
		}
		return "restricted"
	case strings.HasPrefix(iri, rights):
		switch kind, _, _ := strings.Cut(strings.TrimPrefix(iri, rights), "/"); kind {
		case "NoC-NC", "NoC-OKLR", "InC-EDU":
			return "restricted"
		case "InC", "InC-OW-EU", "InC-NC", "InC-RUU", "CNE", "UND", "NKC", "NoC-CR", "NoC-US":
			return "closed"
		}
	}
	return ""
}
