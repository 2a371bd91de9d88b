package schema

import "moselle/schema/vocab"

var dataset = &Class{
	Name: "Dataset", IRI: vocab.Schema + "Dataset",
	Doc: "What one source publishes, as a whole.",
	Properties: common(
		name(Must),
		description(Could),
		webPage(),
		Property{Name: "license", IRI: vocab.Schema + "license", Range: URL, Need: Should, Search: Facet, Doc: "Its licence."},
		Property{Name: "publisher", IRI: vocab.Schema + "publisher", Range: Link, Of: []string{"Organization"}, Need: Should, Search: Related, Doc: "Who publishes it."},
		Property{Name: "creator", IRI: vocab.Schema + "creator", Range: Link, Of: []string{"Organization", "Person"}, Many: true, Search: Related, Doc: "Who made it."},
		Property{Name: "distribution", IRI: vocab.Schema + "distribution", Range: Part, Of: []string{"Media"}, Many: true, Doc: "Where it can be had."},
		Property{Name: "temporalCoverage", IRI: vocab.Schema + "temporalCoverage", Range: String, Many: true, Search: Time, Doc: "The time it covers."},
		about(),
		Property{Name: "spatialCoverage", IRI: vocab.Schema + "spatialCoverage", Range: Link, Of: []string{"Place"}, Many: true, Search: Related, Doc: "The places it covers."},
		Property{Name: "datePublished", IRI: vocab.Schema + "datePublished", Range: Year, Doc: "When it was published."},
		Property{Name: "dateModified", IRI: vocab.Schema + "dateModified", Range: Date, Doc: "When it last changed."},
		Property{Name: "accrualPeriodicity", IRI: vocab.DCTerms + "accrualPeriodicity", Range: URL, Doc: "How often it is brought up to date."},
		Property{Name: "includedInDataCatalog", IRI: vocab.Schema + "includedInDataCatalog", Range: URL, Many: true, Doc: "The catalogue that lists it."},
		keywords(),
		inLanguage(),
	),
}
