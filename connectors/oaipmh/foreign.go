package oaipmh

import (
	"strings"

	"moselle/connectors/markup"
	"moselle/schema"
)

// known are the names of formats that repositories offer and that are not read, by
// what stands in their namespaces.
var known = []struct{ in, name string }{
	{"MARC21", "MARC 21"}, {"METS", "METS"}, {"isbn:1-931666-22-9", "EAD"}, {"ead3", "EAD"}, {"eac-cpf", "EAC-CPF"}, {"isbn:1-931666-33-4", "EAC-CPF"}, {"tei-c.org", "TEI"},
	{"datacite", "DataCite"}, {"clarin.eu", "CMDI"}, {"ddi:", "DDI"}, {"dspace/dim", "DIM of DSpace"}, {"xoai", "XOAI of DSpace"}, {"DIDL", "DIDL"},
	{"etdms", "ETD-MS"}, {"openaire", "OpenAIRE"}, {"tdwg.org", "Darwin Core"}, {"museumdat", "museumdat"}, {"vraweb", "VRA Core"}, {"CDWA", "CDWA Lite"}, {"jats", "JATS"},
}

// place names an element by its format, its namespace or else its name.
func place(e *markup.Element) string {
	for _, k := range known {
		if strings.Contains(e.Space, k.in) {
			return k.name + ": " + schema.Excerpt(e.Space)
		}
	}
	if e.Space != "" && !own(nameOf(e)) {
		return schema.Excerpt(e.Space)
	}
	return "<" + schema.Excerpt(e.Name) + ">"
}
