package lido

import (
	"net/url"
	"path"
	"regexp"
	"strings"

	"moselle/schema"
	"moselle/schema/dom"
)

// maxResources bounds the pictures kept of one object.
const maxResources = 200

// small marks representations that are there for lists.
var small = regexp.MustCompile(`(?i)thumb|preview|small|lido00451$|vorschau|vignette`)

// manifest marks the addresses and the types of IIIF manifests.
var manifest = regexp.MustCompile(`(?i)iiif\.io/api/presentation|/manifest(?:\.json)?$`)

// formats are the media types by what sources write instead of them and by the
// ends of addresses.
var formats = map[string]string{
	"jpg": "image/jpeg", "jpeg": "image/jpeg", "png": "image/png", "gif": "image/gif", "tif": "image/tiff", "tiff": "image/tiff", "webp": "image/webp", "jp2": "image/jp2",
	"pdf": "application/pdf", "mp3": "audio/mpeg", "wav": "audio/wav", "mp4": "video/mp4", "webm": "video/webm", "glb": "model/gltf-binary", "gltf": "model/gltf+json",
	"html": "text/html", "htm": "text/html", "txt": "text/plain", "image/jpg": "image/jpeg", "image/tif": "image/tiff",
}

// sorts are what media are by the first part of their media type and by words.
var sorts = []struct {
	word *regexp.Regexp
	kind string
}{
	{regexp.MustCompile(`(?i)^image\b|bild|foto|photo|^afbeelding|scan\b`), "ImageObject"},
	{regexp.MustCompile(`(?i)^audio\b|^sound|^ton\b|tonaufnahme`), "AudioObject"},
	{regexp.MustCompile(`(?i)^video\b|film|moving`), "VideoObject"},
	{regexp.MustCompile(`(?i)^model\b|\b3d\b`), "3DModel"},
	{regexp.MustCompile(`(?i)^text$`), "TextObject"},
}

// representation is one file of a resource.
type representation struct {
	address, format string
	small, manifest bool
	width, height   string // in pixels; "" when not said
}

// better reports whether r is the better file: what every browser shows goes
// before what it does not, then the wider one before the other.
func (r representation) better(than representation) bool {
	if r.shown() != than.shown() {
		return r.shown()
	}
	return len(r.width) > len(than.width) || len(r.width) == len(than.width) && r.width > than.width
}

func (r representation) shown() bool { return r.format != "image/tiff" && r.format != "image/jp2" }

// resources adds pictures, sounds, films and models.
func (m *reader) resources(b *schema.Builder, a *dom.Element) {
	sets := a.All("resourceWrap", "resourceSet")
	for i, set := range sets {
		if i == maxResources {
			b.Fault(schema.Fault{Path: "associatedMedia", Message: "more than 200 resources; the first 200 are kept"})
			return
		}
		m.resource(b, set)
	}
}

// resource adds one: its best representation as the file, a small one for lists.
// A page is no file; it becomes the object's page where there is none. A manifest
// is a medium beside it, one for each object.
func (m *reader) resource(b *schema.Builder, set *dom.Element) {
	var file, thumb representation
	for _, r := range representations(set) {
		switch {
		case r.manifest:
			if m.manifest == "" {
				m.manifest = r.address
				m.medium(b, r, representation{}, set)
			}
		case r.format == "text/html":
			b.Put("url", r.address)
		case r.small:
			if thumb.address == "" {
				thumb = r
			}
		case file.address == "" || r.better(file):
			file = r
		}
	}
	if file.address == "" {
		file = thumb
	}
	switch name := first(set.All("resourceID")); {
	case file.address != "":
		m.medium(b, file, thumb, set)
	case name != "" && len(representations(set)) == 0:
		b.Fault(schema.Fault{Path: "associatedMedia", Value: name, Message: "a resource without an address is left out: write where the file is as linkResource"})
	}
}

func (m *reader) medium(b *schema.Builder, file, thumb representation, set *dom.Element) {
	p := b.Part("associatedMedia", "Media")
	p.Put("contentUrl", file.address)
	p.Put("thumbnailUrl", thumb.address)
	p.Put("encodingFormat", file.format)
	p.Put("width", file.width)
	p.Put("height", file.height)
	if !file.manifest {
		p.Type(sortOf(file.format, set.Child("resourceType")))
	}
	m.prose(p, "caption", set.All("resourceDescription"), "; ")
	terms := set.All("rightsResource")
	licence := m.rights(p, "license", terms)
	if licence == "" {
		licence = m.License
	}
	p.Put("license", licence)
	var credit []*dom.Element
	for _, r := range terms {
		credit = append(credit, r.All("creditLine")...)
	}
	if first(credit) == "" {
		credit = set.All("resourceSource", "legalBodyName", "appellationValue")
	}
	m.prose(p, "creditText", credit, "; ")
}

// sortOf returns what a medium is: by its media type, else by what the source
// calls it; "" for unknown.
func sortOf(format string, said *dom.Element) string {
	words := []string{format}
	for _, t := range append(said.All("term"), said) {
		words = append(words, t.Value())
	}
	for _, w := range words {
		for _, s := range sorts {
			if s.word.MatchString(w) {
				return s.kind
			}
		}
	}
	return ""
}

func representations(set *dom.Element) (out []representation) {
	all := set.All("resourceRepresentation")
	if len(all) == 0 { // LIDO 0.9 has the links in the set
		all = []*dom.Element{set}
	}
	for _, e := range all {
		for _, link := range e.All("linkResource") {
			address := schema.CleanURL(link.Value())
			if address == "" {
				continue
			}
			r := representation{address: address, format: formatOf(link.Attr("formatResource"), address), small: small.MatchString(e.Attr("type"))}
			if r.format != "text/html" && (manifest.MatchString(e.Attr("type")) || manifest.MatchString(address)) {
				r.manifest, r.format = true, manifestFormat(e.Attr("type")+" "+address)
			}
			r.width, r.height = pixels(e)
			out = append(out, r)
		}
	}
	return out
}

// manifestFormat returns the media type of a manifest of IIIF Presentation 2 or 3.
func manifestFormat(said string) string {
	version := "3"
	if strings.Contains(said, "presentation/2") || strings.Contains(said, "/v2/") || strings.Contains(said, "/2/") {
		version = "2"
	}
	return "application/ld+json;profile='http://iiif.io/api/presentation/" + version + "/context.json'"
}

// pixels reads the measures of a picture that are whole numbers of pixels.
func pixels(e *dom.Element) (width, height string) {
	for _, x := range e.All("resourceMeasurementsSet") {
		value := x.Child("measurementValue").Value()
		if unit := strings.ToLower(x.Child("measurementUnit").Value()); unit != "px" && !strings.HasPrefix(unit, "pixel") || value == "" || strings.Trim(value, "0123456789") != "" {
			continue
		}
		switch kind := strings.ToLower(x.Child("measurementType").Value()); kind {
		case "width", "breite", "largeur", "breedte":
			width = value
		case "height", "höhe", "hauteur", "hoogte":
			height = value
		}
	}
	return width, height
}

// formatOf returns the media type of a file; "" when nothing tells it.
func formatOf(said, address string) string {
	said = strings.ToLower(strings.TrimSpace(said))
	if f := formats[strings.TrimPrefix(said, ".")]; f != "" {
		return f
	}
	if strings.Count(said, "/") == 1 && !strings.ContainsAny(said, " :") && said != "image/iiif" {
		return said
	}
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return formats[strings.TrimPrefix(strings.ToLower(path.Ext(u.Path)), ".")]
}
