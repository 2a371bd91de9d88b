package schema

import "moselle/schema/vocab"

var dataset = &Class{
	Name: "Dataset", IRI: vocab.Schema + "Dataset",
	Doc: "What one source publishes, as a whole.",
	Properties: common(
		name(Must),
		description(),
		webPage(),
		Property{Name: "license", IRI: vocab.Schema + "license", Range: URL, Need: Should, Search: Facet, Doc: "Its licence."},
		Property{Name: "publisher", IRI: vocab.Schema + "publisher", Range: Link, Of: []string{"Organization"}, Need: Should, Search: Related, Doc: "Who publishes it."},
		Property{Name: "creator", IRI: vocab.Schema + "creator", Range: Link, Of: []string{"Organization", "Person"}, Many: true, Search: Related, Doc: "Who made it."},
		Property{Name: "distribution", IRI: vocab.Schema + "distribution", Range: Part, Of: []string{"Media"}, Many: true, Doc: "Where it can be had."},
		Property{Name: "temporalCoverage", IRI: vocab.Schema + "temporalCoverage", Range: String, Many: true, Search: Time, Doc: "The time it covers."},
		keywords(),
		inLanguage(),
	),
}
