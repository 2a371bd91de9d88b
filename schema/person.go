package schema

import "moselle/schema/vocab"

var person = &Class{
	Name: "Person", IRI: vocab.Schema + "Person",
	Doc: "Somebody who makes or performs; of the living, only what the source publishes.",
	Properties: common(
		name(Must),
		alternateName(),
		Property{Name: "birthDate", IRI: vocab.Schema + "birthDate", Range: Year, Doc: "Born: year, month or day."},
		Property{Name: "deathDate", IRI: vocab.Schema + "deathDate", Range: Year, NotBefore: "birthDate", Doc: "Died: year, month or day."},
		Property{Name: "birthPlace", IRI: vocab.Schema + "birthPlace", Range: Link, Of: []string{"Place"}, Search: Related, Doc: "Born where."},
		Property{Name: "deathPlace", IRI: vocab.Schema + "deathPlace", Range: Link, Of: []string{"Place"}, Search: Related, Doc: "Died where."},
		Property{Name: "affiliation", IRI: vocab.Schema + "affiliation", Range: Link, Of: []string{"Organization"}, Many: true, Search: Related, Doc: "The ensemble or institution they belong to."},
		Property{Name: "hasOccupation", IRI: vocab.Schema + "hasOccupation", Range: Part, Of: []string{"DefinedTerm"}, Many: true, Doc: "What they do or did."},
		description(Could),
		webPage(),
		image(),
	),
}
