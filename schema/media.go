package schema

import "moselle/schema/vocab"

var media = &Class{
	Name: "Media", IRI: vocab.Schema + "MediaObject",
	Doc:        "A picture, a sound, a film, a text or a model; as a part of a record or on its own.",
	Subclasses: []string{"ImageObject", "VideoObject", "AudioObject", "3DModel", "TextObject"},
	Properties: common(
		name(May),
		Property{Name: "contentUrl", IRI: vocab.Schema + "contentUrl", Range: URL, Need: Should, Doc: "The file."},
		Property{Name: "thumbnailUrl", IRI: vocab.Schema + "thumbnailUrl", Range: URL, Doc: "A small picture of it."},
		Property{Name: "license", IRI: vocab.Schema + "license", Range: URL, Need: Should, Search: Facet, Doc: "The licence of the file (canonical Creative Commons or rightsstatements.org IRI)."},
		Property{Name: "encodingFormat", IRI: vocab.Schema + "encodingFormat", Range: String, Doc: "Its media type (IANA)."},
		Property{Name: "width", IRI: vocab.Schema + "width", Range: Integer, Doc: "Width in pixels."},
		Property{Name: "height", IRI: vocab.Schema + "height", Range: Integer, Doc: "Height in pixels."},
		Property{Name: "duration", IRI: vocab.Schema + "duration", Range: Duration, Doc: "How long it lasts."},
		Property{Name: "contentSize", IRI: vocab.Schema + "contentSize", Range: Integer, Doc: "Its size in bytes."},
		Property{Name: "sha256", IRI: vocab.Schema + "sha256", Range: String, Doc: "SHA-256 of the file."},
		Property{Name: "caption", IRI: vocab.Schema + "caption", Range: Text, Doc: "What it shows."},
		Property{Name: "creditText", IRI: vocab.Schema + "creditText", Range: Text, Doc: "The line to print beside it."},
		Property{Name: "copyrightNotice", IRI: vocab.Schema + "copyrightNotice", Range: Text, Doc: "Who holds the rights."},
	),
}
