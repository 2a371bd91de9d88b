package schema

import "strings"

// Where licences and rights statements live.
const (
	ccLicenses = "https://creativecommons.org/licenses/"
	ccZero     = "https://creativecommons.org/publicdomain/zero/1.0/"
	ccMark     = "https://creativecommons.org/publicdomain/mark/1.0/"
	statements = "http://rightsstatements.org/vocab/"
	etalab     = "https://www.etalab.gouv.fr/licence-ouverte-open-licence/"
	govdata    = "https://www.govdata.de/dl-de/"
	openData   = "https://opendatacommons.org/licenses/"
	gfdl       = "https://www.gnu.org/licenses/fdl-1.3.html"
	artLibre   = "https://artlibre.org/licence/lal/"
)

// maxLicence bounds what is read as a licence, in bytes: whoever writes more
// writes terms of use.
const maxLicence = 300

// CanonicalLicence turns the ways sources write a licence ("CC BY 4.0",
// "Namensnennung 3.0 Deutschland", an address with its deed, "InC") into one
// IRI: Creative Commons with https and a final slash, in their own wording
// where no version is named in 4.0; rightsstatements.org as they mint it; of
// other licences the page of who issues them. ok is false for what is none of
// these: a licence is never guessed.
func CanonicalLicence(s string) (iri string, ok bool) {
	s = strings.TrimSpace(s)
	if s == "" || len(s) > maxLicence {
		return "", false
	}
	if rest, ok := webPath(s); ok {
		return licenceAt(rest)
	}
	return licenceCalled(s)
}

// Groups of licences, as Reuse names them.
const (
	ReuseOpen       = "open"       // any use, with credit at most
	ReuseRestricted = "restricted" // some uses
	ReusePermission = "permission" // none without asking
	ReuseUnknown    = "unknown"    // no licence is named, or none that is known
)

// Reuse says which group a canonical licence falls in: ReuseOpen,
// ReuseRestricted, ReusePermission, or "" when that is not known. The groups
// are those by which Europeana caps its content tier; statements that Europeana
// does not take fall under permission.
func Reuse(iri string) string {
	switch {
	case iri == ccZero, iri == ccMark, iri == etalab, iri == gfdl, iri == artLibre, strings.HasPrefix(iri, openData):
		return ReuseOpen
	case strings.HasPrefix(iri, ccLicenses):
		if kind, _, _ := strings.Cut(iri[len(ccLicenses):], "/"); kind == "by" || kind == "by-sa" {
			return ReuseOpen
		}
		return ReuseRestricted
	case strings.HasPrefix(iri, govdata):
		if strings.HasPrefix(iri, govdata+"by-nc") {
			return ReuseRestricted
		}
		return ReuseOpen
	}
	kind, ok := statementOf(iri)
	switch {
	case !ok:
		return ReuseUnknown
	case kind == "NoC-NC", kind == "NoC-OKLR", kind == "InC-EDU":
		return ReuseRestricted
	}
	return ReusePermission
}

// statementOf returns the name of a canonical rights statement.
func statementOf(iri string) (string, bool) {
	rest, ok := strings.CutPrefix(iri, statements)
	if !ok {
		return "", false
	}
	name, version, _ := strings.Cut(rest, "/")
	_, known := rightsStatement(name)
	return name, known && version == "1.0/"
}
