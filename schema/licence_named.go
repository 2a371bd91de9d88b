package schema

import (
	"strings"
	"sync"
)

// licenceNames gives the licences that have a name of their own, folded.
var licenceNames = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for iri, names := range namedLicences {
		for _, name := range names {
			out[strings.Join(licenceFold(strings.ToLower(name)), " ")] = iri
		}
	}
	for _, s := range rightsStatements {
		for _, name := range append(s.also, s.id, s.name.en, s.name.fr, s.name.de, s.name.lb, s.name.nl) {
			out[strings.Join(licenceFold(strings.ToLower(name)), " ")] = statements + s.id + "/1.0/"
		}
	}
	return out
})

// namedLicences are what people call them; the fold does away with case,
// accents and punctuation.
var namedLicences = map[string][]string{
	ccZero: {"CC0", "CC 0", "CC0 1.0", "CC 0 1.0", "CC Zero", "CC Zero 1.0", "CCZero", "Creative Commons Zero", "Creative Commons Zero 1.0", "Creative Commons CC0",
		"Creative Commons 0", "Creative Commons CC0 1.0", "CC0 1.0 Universal", "CC0 Universal", "CC0 1.0 Universel", "CC0 1.0 universell", "CC0 1.0 Universeel",
		"Creative Commons Zero v1.0 Universal", "CC0 Public Domain Dedication", "CC0 1.0 Universal Public Domain Dedication",
		"CC0 1.0 Universal (CC0 1.0) Public Domain Dedication", "CC0 1.0 Universel (CC0 1.0) Transfert dans le Domaine Public"},
	ccMark: {"PDM", "PDM 1.0", "CC PDM", "CC PDM 1.0", "CC PDM 1.0 DEED", "Public Domain", "Public Domain Mark", "Public Domain Mark 1.0", "Public Domain Mark 1.0 Universal",
		"Creative Commons Public Domain Mark 1.0", "Domaine public", "Dans le domaine public", "Marque du domaine public", "Marque du Domaine Public 1.0",
		"gemeinfrei", "Gemeinfrei (Public Domain)", "Publiek domein", "Publiek Domein Merk 1.0", "Ëffentlech Domän"},
	etalab: {"Licence Ouverte", "Licence Ouverte 1.0", "Licence Ouverte 2.0", "Licence Ouverte / Open Licence", "Licence Ouverte / Open Licence 1.0",
		"Licence Ouverte / Open Licence 2.0", "Licence Ouverte / Open Licence version 2.0", "Licence Ouverte version 1.0", "Licence Ouverte version 2.0",
		"Licence Ouverte Etalab", "Licence Ouverte Etalab 1.0", "Licence Ouverte Etalab 2.0", "Licence Ouverte 2.0 (Etalab)", "Licence Ouverte de Etalab",
		"Licence Etalab", "Etalab", "Etalab 1.0", "Etalab 2.0", "etalab-2.0", "Open Licence 2.0", "LO 2.0", "LOv2", "fr-lo", "Offene Lizenz (Licence Ouverte)"},
	govdata + "by-2-0": {"dl-de/by-2-0", "dl-de-by-2.0", "dl-by-de/2.0", "Datenlizenz Deutschland Namensnennung 2.0", "Datenlizenz Deutschland – Namensnennung – Version 2.0",
		"Data licence Germany – attribution – version 2.0", "Data licence Germany – attribution 2.0"},
	govdata + "zero-2-0": {"dl-de/zero-2-0", "dl-de-zero-2.0", "dl-zero-de/2.0", "Datenlizenz Deutschland Zero 2.0", "Datenlizenz Deutschland – Zero – Version 2.0",
		"Data licence Germany – Zero – version 2.0", "Data licence Germany Zero 2.0"},
	govdata + "by-1-0":    {"dl-de/by-1-0", "dl-by-de/1.0", "Datenlizenz Deutschland – Namensnennung – Version 1.0"},
	govdata + "by-nc-1-0": {"dl-de/by-nc-1-0", "dl-by-nc-de/1.0", "Datenlizenz Deutschland – Namensnennung – nicht kommerziell – Version 1.0"},
	openData + "odbl/1-0/": {"ODbL", "ODbL 1.0", "odc-odbl", "Open Database License", "Open Database License 1.0", "ODC Open Database License",
		"ODC Open Database License v1.0", "Open Data Commons Open Database License", "Open Data Commons Open Database License v1.0",
		"Open Data Commons Open Database License (ODbL)", "Open Database Licence"},
	openData + "by/1-0/":   {"ODC-By", "ODC-By 1.0", "Open Data Commons Attribution License", "Open Data Commons Attribution License v1.0"},
	openData + "pddl/1-0/": {"PDDL", "PDDL 1.0", "odc-pddl", "Open Data Commons Public Domain Dedication and License", "Open Data Commons Public Domain Dedication & License 1.0"},
	gfdl: {"GFDL", "GFDL 1.1", "GFDL 1.2", "GFDL 1.3", "GFDL-1.2-or-later", "GFDL-1.3-or-later", "GFDL-1.2-only", "GFDL-1.3-only", "GNU FDL", "GNU Free Documentation License",
		"GNU Free Documentation License 1.2", "GNU Free Documentation License 1.3", "Licence de documentation libre GNU", "GNU-Lizenz für freie Dokumentation"},
	artLibre: {"Licence Art Libre", "Licence Art Libre 1.3", "LAL", "LAL 1.3", "Free Art License", "Free Art License 1.3", "FAL", "FAL 1.3", "Lizenz Freie Kunst"},
}
