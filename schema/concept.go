package schema

import "moselle/schema/vocab"

var concept = &Class{
	Name: "Concept", IRI: vocab.SKOS + "Concept",
	Doc: "A term of a vocabulary.",
	Properties: common(
		prefLabel(),
		Property{Name: "altLabel", IRI: vocab.SKOS + "altLabel", Range: Text, Many: true, Search: Keyword, Doc: "Other labels."},
		Property{Name: "hiddenLabel", IRI: vocab.SKOS + "hiddenLabel", Range: Text, Many: true, Search: Keyword, Doc: "Labels to find it by that are not shown."},
		Property{Name: "notation", IRI: vocab.SKOS + "notation", Range: String, Many: true, Search: Keyword, Doc: "Its code."},
		Property{Name: "definition", IRI: vocab.SKOS + "definition", Range: Text, Search: Body, Doc: "What it means."},
		Property{Name: "scopeNote", IRI: vocab.SKOS + "scopeNote", Range: Text, Doc: "What it is used for."},
		Property{Name: "inScheme", IRI: vocab.SKOS + "inScheme", Range: Link, Of: []string{"ConceptScheme"}, Many: true, Need: Must, Search: Related, Doc: "The scheme it belongs to."},
		Property{Name: "topConceptOf", IRI: vocab.SKOS + "topConceptOf", Range: Link, Of: []string{"ConceptScheme"}, Doc: "The scheme that begins with it."},
		Property{Name: "broader", IRI: vocab.SKOS + "broader", Range: Link, Of: []string{"Concept"}, Many: true, Search: Related, Doc: "What it falls under."},
		Property{Name: "narrower", IRI: vocab.SKOS + "narrower", Range: Link, Of: []string{"Concept"}, Many: true, Doc: "What falls under it."},
		Property{Name: "related", IRI: vocab.SKOS + "related", Range: Link, Of: []string{"Concept"}, Many: true, Doc: "What goes with it."},
		match("exactMatch", "The same concept elsewhere."),
		match("closeMatch", "Nearly the same concept elsewhere."),
		match("broadMatch", "A wider concept elsewhere."),
		match("narrowMatch", "A narrower concept elsewhere."),
		match("relatedMatch", "A concept elsewhere that goes with it."),
	),
}

var conceptScheme = &Class{
	Name: "ConceptScheme", IRI: vocab.SKOS + "ConceptScheme",
	Doc: "A vocabulary: terms that belong together.",
	Properties: common(
		prefLabel(),
		Property{Name: "definition", IRI: vocab.SKOS + "definition", Range: Text, Search: Body, Doc: "What it is for."},
		Property{Name: "hasTopConcept", IRI: vocab.SKOS + "hasTopConcept", Range: Link, Of: []string{"Concept"}, Many: true, Doc: "The terms it begins with."},
	),
}

func prefLabel() Property {
	return Property{Name: "prefLabel", IRI: vocab.SKOS + "prefLabel", Range: Text, Need: Must, Search: Title, Doc: "Its preferred label."}
}

func match(name, doc string) Property {
	return Property{Name: name, IRI: vocab.SKOS + name, Range: URL, Many: true, Doc: doc}
}
