package oaipmh

import (
	"fmt"
	"strings"

	wire "moselle/schema/wire/oaipmh"
)

// advice is what to do about an error of the protocol.
var advice = map[wire.Code]string{
	wire.BadArgument:             "the repository takes the request for a wrong one; look at prefix, sets, from and until in the source's settings",
	wire.BadResumptionToken:      "the repository does not know any more where its list was to go on; harvest again",
	wire.BadVerb:                 "the repository does not understand the request; look whether the address is complete",
	wire.CannotDisseminateFormat: "the repository does not offer its records in this format; verb=ListMetadataFormats names those that it offers, and prefix in the settings chooses one",
	wire.IDDoesNotExist:          "the repository has no such record",
	wire.NoRecordsMatch:          "no record matches; look at sets, from and until in the source's settings",
	wire.NoMetadataFormats:       "the repository offers the record in no format",
	wire.NoSetHierarchy:          "the repository has no sets; take sets out of the source's settings",
}

// explain says what a repository answered, in words and in its own.
func explain(errors []wire.Error, asked string) error {
	var all []string
	for _, e := range errors[:min(len(errors), 5)] {
		s, ok := advice[e.Code]
		if !ok {
			s = "the repository answers with an error that OAI-PMH does not know"
		}
		said := strings.TrimSpace(strings.ToValidUTF8(e.Message, "?"))
		if said != "" {
			s += fmt.Sprintf(" (%s: %.200q)", e.Code, said)
		} else {
			s += fmt.Sprintf(" (%s)", e.Code)
		}
		all = append(all, s)
	}
	if asked != "" {
		asked += ": "
	}
	return fmt.Errorf("%s%s", asked, strings.Join(all, "; "))
}
