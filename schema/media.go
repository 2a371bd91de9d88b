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
		Property{Name: "encodingFormat", IRI: vocab.Schema + "encodingFormat", Range: String, Need: Could, Pattern: "[a-zA-Z0-9!#$&^_.+-]+/[a-zA-Z0-9!#$&^_.+-]+(;.*)?", Doc: "Its media type (IANA)."},
		Property{Name: "width", IRI: vocab.Schema + "width", Range: Integer, Limits: &Limits{1, 1e9}, Doc: "Width in pixels."},
		Property{Name: "height", IRI: vocab.Schema + "height", Range: Integer, Limits: &Limits{1, 1e9}, Doc: "Height in pixels."},
		Property{Name: "duration", IRI: vocab.Schema + "duration", Range: Duration, Doc: "How long it lasts."},
		Property{Name: "contentSize", IRI: vocab.Schema + "contentSize", Range: Integer, Limits: &Limits{0, 1e14}, Doc: "Its size in bytes."},
		Property{Name: "sha256", IRI: vocab.Schema + "sha256", Range: String, Pattern: "[0-9a-fA-F]{64}", Doc: "SHA-256 of the file, in hexadecimal digits."},
		Property{Name: "caption", IRI: vocab.Schema + "caption", Range: Text, Doc: "What it shows."},
		Property{Name: "creditText", IRI: vocab.Schema + "creditText", Range: Text, Doc: "The line to print beside it."},
		Property{Name: "copyrightNotice", IRI: vocab.Schema + "copyrightNotice", Range: Text, Doc: "Who holds the rights."},
		Property{Name: "creator", IRI: vocab.Schema + "creator", Range: Link, Of: []string{"Person", "Organization"}, Many: true, Search: Related, Doc: "Who made it."},
		Property{Name: "validFrom", IRI: vocab.Schema + "validFrom", Range: Date, Doc: "From when it may be shown."},
		Property{Name: "expires", IRI: vocab.Schema + "expires", Range: Date, Doc: "Until when it may be shown: from then on it is not published."},
		Property{Name: "uploadDate", IRI: vocab.Schema + "uploadDate", Range: Date, Doc: "When it was put online."},
		Property{Name: "embedUrl", IRI: vocab.Schema + "embedUrl", Range: URL, Doc: "A player to embed."},
		Property{Name: "digitalSourceType", IRI: vocab.Schema + "digitalSourceType", Range: URL, Doc: "How it came to be digital (IPTC)."},
		Property{Name: "conformsTo", IRI: vocab.DCTerms + "conformsTo", Range: URL, Many: true, Doc: "The standard or profile it keeps to."},
		Property{Name: "polygonCount", IRI: vocab.EDM + "polygonCount", Range: Integer, Limits: &Limits{0, 1e12}, Doc: "Polygons of a model."},
		Property{Name: "vertexCount", IRI: vocab.EDM + "vertexCount", Range: Integer, Limits: &Limits{0, 1e12}, Doc: "Vertices of a model."},
		Property{Name: "pointCount", IRI: vocab.EDM + "pointCount", Range: Integer, Limits: &Limits{0, 1e12}, Doc: "Points of a cloud."},
		Property{Name: "gaussianCount", IRI: vocab.EDM + "gaussianCount", Range: Integer, Limits: &Limits{0, 1e12}, Doc: "Gaussians of a splat."},
		size("The measures of what a model shows."),
		Property{Name: "intendedUsage", IRI: vocab.EDM + "intendedUsage", Range: Text, Doc: "What a model was made for."},
	),
}
