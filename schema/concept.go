package schema

import "moselle/schema/vocab"

var concept = &Class{
	Name: "Concept", IRI: vocab.SKOS + "Concept",
	Doc: "A term of a vocabulary.",
	Properties: common(
		Property{Name: "prefLabel", IRI: vocab.SKOS + "prefLabel", Range: Text, Need: Must, Search: Title, Doc: "Its preferred label."},
		Property{Name: "altLabel", IRI: vocab.SKOS + "altLabel", Range: Text, Many: true, Search: Keyword, Doc: "Other labels."},
		Property{Name: "inScheme", IRI: vocab.SKOS + "inScheme", Range: URL, Need: Must, Search: Facet, Doc: "The scheme it belongs to."},
		Property{Name: "broader", IRI: vocab.SKOS + "broader", Range: Link, Of: []string{"Concept"}, Many: true, Search: Related, Doc: "What it falls under."},
		Property{Name: "exactMatch", IRI: vocab.SKOS + "exactMatch", Range: URL, Many: true, Doc: "The same concept elsewhere."},
		Property{Name: "closeMatch", IRI: vocab.SKOS + "closeMatch", Range: URL, Many: true, Doc: "Nearly the same concept elsewhere."},
	),
}
