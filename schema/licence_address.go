package schema

import (
	"regexp"
	"slices"
	"strings"
)

var (
	ccPath        = regexp.MustCompile(`^licenses/(by(?:-nc)?(?:-nd|-sa)?)(?:/([1-4]\.[0-9]))?(?:/([a-z]+))?(?:[/.?#].*)?$`)
	statementPath = regexp.MustCompile(`^(?:vocab|page|data)/([a-z-]+)(?:/1\.0.*)?$`)
	govdataPath   = regexp.MustCompile(`^dl-de/(zero-2-0|by-[12]-0|by-nc-1-0)/?$`)
	openDataPath  = regexp.MustCompile(`^licenses/(odbl|by|pddl)(?:[/.]|$)`)
)

// ccPorts are the jurisdictions that Creative Commons 1.0 to 3.0 were ported
// to; from 4.0 on there is one wording for all.
const ccPorts = " am ar at au az be bg br ca ch cl cn co cr cz de dk ec ee eg es fi fr ge gr gt hk hr hu ie igo il in it jp " +
	"kr lu mk mt mx my ng nl no nz pe ph pl pr pt ro rs scotland se sg si th tw ua ug uk us ve vn za "

func ccPort(s string) bool { return s != "" && strings.Contains(ccPorts, " "+s+" ") }

// licenceVocabularies are lists of licences that end their addresses with the
// short name of one.
var licenceVocabularies = []string{
	"spdx.org/licenses/",
	"dcat-ap.de/def/licenses/",
	"publications.europa.eu/resource/authority/licence/",
	"w3id.org/italia/controlled-vocabulary/licences/",
}

// europeanaRights are the statements that Europeana minted itself and replaced.
var europeanaRights = map[string]string{
	"rr-f": "InC", "rr-p": "InC", "rr-r": "InC",
	"unknown":                         "CNE",
	"out-of-copyright-non-commercial": "NoC-NC",
	"orphan-work-eu":                  "InC-OW-EU",
	"test-orphan-work-eu":             "InC-OW-EU",
}

// webPath takes scheme and "www." off an address; false for what is none.
func webPath(s string) (string, bool) {
	low := strings.ToLower(s)
	for _, scheme := range []string{"https://", "http://", "//"} {
		if rest, ok := strings.CutPrefix(low, scheme); ok {
			return strings.TrimPrefix(rest, "www."), true
		}
	}
	host, _, path := strings.Cut(strings.TrimPrefix(low, "www."), "/")
	return strings.TrimPrefix(low, "www."), path && slices.Contains([]string{"creativecommons.org", "rightsstatements.org", "europeana.eu", "etalab.gouv.fr"}, host)
}

// licenceAt returns the licence that an address without its scheme stands for.
func licenceAt(address string) (string, bool) {
	for _, v := range licenceVocabularies {
		if name, ok := strings.CutPrefix(address, v); ok {
			return licenceCalled(strings.TrimSuffix(name, ".html"))
		}
	}
	host, path, _ := strings.Cut(address, "/")
	switch host {
	case "creativecommons.org":
		return ccAt(path)
	case "rightsstatements.org":
		if m := statementPath.FindStringSubmatch(path); m != nil {
			return rightsStatement(m[1])
		}
	case "europeana.eu":
		if name, ok := strings.CutPrefix(path, "rights/"); ok {
			return rightsStatement(europeanaRights[strings.TrimSuffix(name, "/")])
		}
	case "etalab.gouv.fr":
		if strings.Contains(path, "licence-ouverte") || strings.Contains(path, "licence_ouverte") {
			return etalab, true
		}
	case "govdata.de":
		if m := govdataPath.FindStringSubmatch(path); m != nil {
			return govdata + m[1], true
		}
	case "opendatacommons.org":
		if m := openDataPath.FindStringSubmatch(path); m != nil {
			return openData + m[1] + "/1-0/", true
		}
	case "gnu.org":
		if strings.HasPrefix(path, "licenses/fdl") || strings.HasPrefix(path, "copyleft/fdl") {
			return gfdl, true
		}
	case "artlibre.org":
		if strings.HasPrefix(path, "licence/lal") {
			return artLibre, true
		}
	}
	return "", false
}

func ccAt(path string) (string, bool) {
	switch {
	case strings.HasPrefix(path, "publicdomain/zero"):
		return ccZero, true
	case strings.HasPrefix(path, "publicdomain/mark"):
		return ccMark, true
	}
	m := ccPath.FindStringSubmatch(path)
	if m == nil {
		return "", false
	}
	return ccLicence(m[1], m[2], m[3]), true
}

// ccLicence makes the address of a Creative Commons licence: without a version
// the newest of its port, or of all.
func ccLicence(kind, version, port string) string {
	if !ccPort(port) || version == "4.0" {
		port = ""
	}
	switch {
	case version == "" && port != "":
		version = "3.0"
	case version == "":
		version = "4.0"
	}
	iri := ccLicenses + kind + "/" + version + "/"
	if port != "" {
		iri += port + "/"
	}
	return iri
}
