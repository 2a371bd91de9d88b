package schema

import "moselle/schema/vocab"

var work = &Class{
	Name: "Work", IRI: vocab.Schema + "CreativeWork",
	Doc: "A heritage object or another work: a painting, a photograph, a manuscript, a film.",
	Subclasses: []string{"VisualArtwork", "Photograph", "Sculpture", "Map", "Book", "Manuscript", "ArchiveComponent", "Painting",
		"Drawing", "Poster", "Movie", "MusicRecording", "MusicComposition", "Play", "Newspaper", "Article"},
	AnyOf: []string{"about", "additionalType", "contentLocation", "temporalCoverage"},
	Properties: common(
		name(Must),
		alternateName(),
		Property{Name: "creator", IRI: vocab.Schema + "creator", Range: Link, Of: []string{"Person", "Organization"}, Many: true, Need: Should, Search: Related, Doc: "Who made it."},
		contributor(),
		Property{Name: "publisher", IRI: vocab.Schema + "publisher", Range: Link, Of: []string{"Organization", "Person"}, Search: Related, Doc: "Who published it."},
		Property{Name: "datePublished", IRI: vocab.Schema + "datePublished", Range: Year, Doc: "When it was published."},
		Property{Name: "creditText", IRI: vocab.Schema + "creditText", Range: Text, Doc: "The line to print beside it."},
		Property{Name: "dateCreated", IRI: vocab.Schema + "dateCreated", Range: Year, Search: Time, Doc: "When it was made: one year, month or day."},
		Property{Name: "temporalCoverage", IRI: vocab.Schema + "temporalCoverage", Range: String, Many: true, Search: Time, Doc: "The time it is from or about (ISO 8601 interval, years astronomical)."},
		Property{Name: "dateText", IRI: vocab.Moselle + "dateText", Range: Text, Doc: "Its date as the source words it."},
		Property{Name: "locationCreated", IRI: vocab.Schema + "locationCreated", Range: Link, Of: []string{"Place"}, Search: Related, Doc: "Where it was made."},
		Property{Name: "contentLocation", IRI: vocab.Schema + "contentLocation", Range: Link, Of: []string{"Place"}, Many: true, Search: Related, Doc: "The place it shows."},
		Property{Name: "cameraPosition", IRI: vocab.Moselle + "cameraPosition", Range: Part, Of: []string{"GeoCoordinates"}, Doc: "Where the camera stood and which way it looked."},
		Property{Name: "material", IRI: vocab.Schema + "material", Range: Part, Of: []string{"DefinedTerm"}, Many: true, Search: Keyword, Doc: "What it is made of."},
		Property{Name: "genre", IRI: vocab.Schema + "genre", Range: Part, Of: []string{"DefinedTerm"}, Many: true, Search: Facet, Doc: "Its genre."},
		size("Its measures as the source words them."),
		about(),
		description(Should),
		Property{Name: "abstract", IRI: vocab.Schema + "abstract", Range: Text, Search: Body, Doc: "A short description."},
		Property{Name: "text", IRI: vocab.Schema + "text", Range: Text, Search: Body, Doc: "Its transcription."},
		Property{Name: "provenance", IRI: vocab.DCTerms + "provenance", Range: Text, Search: Body, Doc: "Where it comes from: how it was found, bought or given, moved and restored."},
		Property{Name: "identifier", IRI: vocab.Schema + "identifier", Range: Part, Of: []string{"PropertyValue"}, Many: true, Doc: "Inventory numbers."},
		Property{Name: "holdingArchive", IRI: vocab.Schema + "holdingArchive", Range: Link, Of: []string{"Organization"}, Search: Related, Doc: "Who holds it."},
		Property{Name: "itemLocation", IRI: vocab.Schema + "itemLocation", Range: Link, Of: []string{"Place"}, Search: Related, Doc: "Where it can be seen."},
		Property{Name: "onView", IRI: vocab.Moselle + "onView", Range: Boolean, Search: Facet, Doc: "Whether it is on view now."},
		Property{Name: "associatedMedia", IRI: vocab.Schema + "associatedMedia", Range: Part, Of: []string{"Media"}, Many: true, Need: Should, Doc: "Pictures, sounds, films and models of it."},
		Property{Name: "copyrightNotice", IRI: vocab.Schema + "copyrightNotice", Range: Text, Doc: "Rights in the work itself."},
		Property{Name: "usageInfo", IRI: vocab.Schema + "usageInfo", Range: URL, Doc: "On what terms the work itself may be used."},
		Property{Name: "conditionsOfAccess", IRI: vocab.Schema + "conditionsOfAccess", Range: Text, Doc: "How to get to see it."},
		Property{Name: "isBasedOn", IRI: vocab.Schema + "isBasedOn", Range: Link, Of: []string{"Work"}, Many: true, Search: Related, Doc: "What it is made after."},
		webPage(),
		additionalType(),
		keywords(),
		inLanguage(),
	),
}

var definedTerm = &Class{
	Name: "DefinedTerm", IRI: vocab.Schema + "DefinedTerm", Part: true,
	Doc: "A controlled value, named and tied to an authority.",
	Properties: []Property{
		{Name: "name", IRI: vocab.Schema + "name", Range: Text, Need: Must, Doc: "What it is called."},
		{Name: "termCode", IRI: vocab.Schema + "termCode", Range: String, Doc: "The source's code for it."},
		{Name: "sameAs", IRI: vocab.Schema + "sameAs", Range: URL, Many: true, Doc: "The same concept at an authority."},
	},
}

var propertyValue = &Class{
	Name: "PropertyValue", IRI: vocab.Schema + "PropertyValue", Part: true,
	Doc: "An identifier with its kind.",
	Properties: []Property{
		{Name: "propertyID", IRI: vocab.Schema + "propertyID", Range: String, Doc: "What kind of identifier."},
		{Name: "value", IRI: vocab.Schema + "value", Range: String, Need: Must, Doc: "The identifier."},
	},
}
