package schema

import "strings"

var publicDomain = wording{"public domain", "domaine public", "gemeinfrei", "gemeinfräi", "publiek domein"}

// LicenceName returns what people call a canonical licence, short enough to
// stand beside a picture: "CC BY-SA 3.0 DE", "domaine public", "tous droits
// réservés". What has words is in lang (fr, de, lb, en, nl), else in English;
// an address that is no licence the hub knows is its own name.
func LicenceName(iri, lang string) string {
	switch {
	case iri == ccMark:
		name, _ := publicDomain.in(lang)
		return name
	case iri == ccZero:
		return "CC0 1.0"
	case iri == etalab:
		return "Licence Ouverte"
	case iri == gfdl:
		return "GFDL"
	case iri == artLibre:
		return "Licence Art Libre"
	case strings.HasPrefix(iri, ccLicenses):
		parts := strings.Split(strings.Trim(iri[len(ccLicenses):], "/"), "/")
		return "CC " + strings.ToUpper(strings.Join(parts, " "))
	case strings.HasPrefix(iri, govdata):
		return "dl-de/" + iri[len(govdata):]
	case strings.HasPrefix(iri, openData):
		switch kind, _, _ := strings.Cut(iri[len(openData):], "/"); kind {
		case "odbl":
			return "ODbL 1.0"
		case "pddl":
			return "PDDL 1.0"
		case "by":
			return "ODC-By 1.0"
		}
	}
	if id, ok := statementOf(iri); ok {
		for _, s := range rightsStatements {
			if s.id == id {
				name, _ := s.name.in(lang)
				return name
			}
		}
	}
	return iri
}
