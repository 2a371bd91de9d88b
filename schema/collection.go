package schema

import "moselle/schema/vocab"

var collection = &Class{
	Name: "Collection", IRI: vocab.Schema + "Collection",
	Doc: "Works kept together.",
	Properties: common(
		name(Must),
		alternateName(),
		description(Could),
		webPage(),
		image(),
		Property{Name: "provider", IRI: vocab.Schema + "provider", Range: Link, Of: []string{"Organization"}, Need: Should, Search: Related, Doc: "Who holds it."},
		Property{Name: "collectionSize", IRI: vocab.Schema + "collectionSize", Range: Integer, Doc: "How many works."},
		Property{Name: "temporalCoverage", IRI: vocab.Schema + "temporalCoverage", Range: String, Many: true, Search: Time, Doc: "The time it covers (ISO 8601 interval)."},
		about(),
		additionalType(),
		keywords(),
		Property{Name: "spatialCoverage", IRI: vocab.Schema + "spatialCoverage", Range: Link, Of: []string{"Place"}, Many: true, Search: Related, Doc: "The places it covers."},
	),
}
