package crosswalk

import (
	"net/url"
	"path"
	"regexp"
	"strings"

	"moselle/schema"
)

// media are the files that are recognised by the ending of their address.
var media = map[string]string{
	".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".png": "image/png", ".gif": "image/gif", ".webp": "image/webp",
	".tif": "image/tiff", ".tiff": "image/tiff", ".jp2": "image/jp2", ".mp3": "audio/mpeg", ".wav": "audio/wav",
	".mp4": "video/mp4", ".webm": "video/webm", ".pdf": "application/pdf", ".glb": "model/gltf-binary",
}

// MediaType returns the media type of a file by the ending of its address; "" for
// what is a page or not known.
func MediaType(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return media[strings.ToLower(path.Ext(u.Path))]
}

var (
	doi      = regexp.MustCompile(`(?i)^(?:doi:\s*|https?://(?:dx\.)?doi\.org/)(10\.\d{4,9}/\S+)$`)
	handle   = regexp.MustCompile(`(?i)^(?:hdl:\s*|https?://hdl\.handle\.net/)(\S+/\S+)$`)
	ark      = regexp.MustCompile(`(?i)^(ark:/?\d{5,}/\S+)$`)
	numbered = regexp.MustCompile(`(?i)^(?:urn:)?(isbn|issn|ismn|inv|ppn|oclc|barcode|call ?number|signatur|cote|shelfmark)(?:[ .-]?(?:no|nr|n°)\.?)?[:\s]\s*(\S.*)$`)
	resolver = regexp.MustCompile(`^https?://(?:(?:dx\.)?doi\.org|hdl\.handle\.net|n2t\.net|purl\.org|nbn-resolving\.(?:org|de)|resolver\.\S+|www\.wikidata\.org|d-nb\.info|viaf\.org)/|/ark:/`)
	address  = regexp.MustCompile(`https?://[^\s<>"]+`)
)

// Permanent returns the address that stands for an identifier wherever the thing
// moves: of a DOI, a handle, an ARK; "" when it is none of these.
func Permanent(id string) string {
	switch {
	case doi.MatchString(id):
		return "https://doi.org/" + doi.FindStringSubmatch(id)[1]
	case handle.MatchString(id):
		return "https://hdl.handle.net/" + handle.FindStringSubmatch(id)[1]
	case ark.MatchString(id):
		return "https://n2t.net/" + ark.FindStringSubmatch(id)[1]
	case IsAddress(id) && resolver.MatchString(id):
		return id
	}
	return ""
}

// AddressIn returns the first address of the web in a text and what stands before
// it; "" when there is none.
func AddressIn(text string) (iri, before string) {
	at := address.FindStringIndex(text)
	if at == nil {
		return "", text
	}
	return strings.TrimRight(text[at[0]:at[1]], ".,;)"), text[:at[0]]
}

// Identifier adds an identifier with its kind ("" for unknown): permanent ones as
// addresses of the same thing, all others as what they are.
func (r Reader) Identifier(b *schema.Builder, kind, id string) {
	if id = OneLine(id); id == "" {
		return
	}
	if iri := Permanent(id); iri != "" {
		b.Put("sameAs", iri)
		return
	}
	if m := numbered.FindStringSubmatch(id); m != nil && kind == "" {
		kind, id = strings.ToUpper(m[1]), m[2]
	}
	v := b.Part("identifier", "PropertyValue")
	v.Put("propertyID", kind)
	v.Put("value", id)
}
