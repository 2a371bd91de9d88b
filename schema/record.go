package schema

import "moselle/schema/vocab"

// common returns a class's own properties followed by those every record has:
// where it comes from and on what terms it may be reused.
func common(own ...Property) []Property {
	return append(own,
		Property{Name: "sameAs", IRI: vocab.Schema + "sameAs", Range: URL, Many: true, Search: Facet, Record: true, Doc: "The same thing, as others identify it."},
		Property{Name: "sourceIdentifier", IRI: vocab.DCTerms + "identifier", Range: String, Many: true, Need: Must, Record: true, Doc: "The source's own identifier."},
		Property{Name: "derivedFrom", IRI: vocab.PROV + "wasDerivedFrom", Range: URL, Record: true, Doc: "Where the source published it."},
		Property{Name: "isPartOf", IRI: vocab.Schema + "isPartOf", Range: Link, Of: []string{"Dataset", "Collection", "Work"}, Many: true, Search: Related, Record: true, Doc: "The dataset or collection it belongs to."},
		Property{Name: "sdPublisher", IRI: vocab.Schema + "sdPublisher", Range: Link, Of: []string{"Organization"}, Record: true, Doc: "The institution that publishes this record."},
		Property{Name: "sdLicense", IRI: vocab.Schema + "sdLicense", Range: URL, Record: true, Doc: "The licence of this record's text and data."},
		Property{Name: "sdDatePublished", IRI: vocab.Schema + "sdDatePublished", Range: Date, Record: true, Doc: "When this record last changed in the hub."},
	)
}

// name, description, webPage, keywords, additionalType and image are rows that
// several classes share.
func name(need Need) Property {
	return Property{Name: "name", IRI: vocab.Schema + "name", Range: Text, Need: need, Search: Title, Doc: "What it is called."}
}

func description(need Need) Property {
	return Property{Name: "description", IRI: vocab.Schema + "description", Range: Text, Need: need, Search: Body, Doc: "What it is about."}
}

func webPage() Property {
	return Property{Name: "url", IRI: vocab.Schema + "url", Range: URL, Doc: "Its page on the web."}
}

func keywords() Property {
	return Property{Name: "keywords", IRI: vocab.Schema + "keywords", Range: Text, Many: true, Search: Keyword, Doc: "Free keywords."}
}

func additionalType() Property {
	return Property{Name: "additionalType", IRI: vocab.Schema + "additionalType", Range: Part, Of: []string{"DefinedTerm"}, Many: true, Search: Facet, Doc: "What kind of thing it is, in the source's own terms."}
}

func image() Property {
	return Property{Name: "image", IRI: vocab.Schema + "image", Range: Part, Of: []string{"Media"}, Many: true, Doc: "Pictures of it."}
}

func inLanguage() Property {
	return Property{Name: "inLanguage", IRI: vocab.Schema + "inLanguage", Range: String, Many: true, Search: Facet, Doc: "Languages it is held or written in (BCP 47)."}
}

func size(doc string) Property {
	return Property{Name: "size", IRI: vocab.Schema + "size", Range: Text, Doc: doc}
}

func alternateName() Property {
	return Property{Name: "alternateName", IRI: vocab.Schema + "alternateName", Range: Text, Many: true, Search: Keyword, Doc: "What else it is called."}
}

func contributor() Property {
	return Property{Name: "contributor", IRI: vocab.Schema + "contributor", Range: Link, Of: []string{"Person", "Organization"}, Many: true, Search: Related, Doc: "Who else had a part in it."}
}

func about() Property {
	return Property{Name: "about", IRI: vocab.Schema + "about", Range: Part, Of: []string{"DefinedTerm"}, Many: true, Search: Keyword, Doc: "What it is about."}
}

func freeOfCharge() Property {
	return Property{Name: "isAccessibleForFree", IRI: vocab.Schema + "isAccessibleForFree", Range: Boolean, Search: Facet, Doc: "Whether it costs nothing."}
}
