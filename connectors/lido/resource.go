package lido

import (
	"net/url"
	"path"
	"regexp"
	"strings"

	"moselle/connectors/markup"
	"moselle/schema"
)

// maxResources bounds the pictures kept of one object.
const maxResources = 200

// small marks representations that are there for lists.
var small = regexp.MustCompile(`(?i)thumb|preview|small|lido00451$|vorschau|vignette`)

// formats are the media types by what sources write instead of them and by the
// ends of addresses.
var formats = map[string]string{
	"jpg": "image/jpeg", "jpeg": "image/jpeg", "png": "image/png", "gif": "image/gif", "tif": "image/tiff", "tiff": "image/tiff", "webp": "image/webp", "jp2": "image/jp2",
	"pdf": "application/pdf", "mp3": "audio/mpeg", "wav": "audio/wav", "mp4": "video/mp4", "webm": "video/webm", "glb": "model/gltf-binary", "gltf": "model/gltf+json",
	"html": "text/html", "htm": "text/html", "txt": "text/plain",
}

// representation is one file of a resource.
type representation struct {
	address, format string
	small           bool
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
func (m *mapper) resources(b *schema.Builder, a *markup.Element) {
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
// A page is no file; it becomes the object's page where there is none.
func (m *mapper) resource(b *schema.Builder, set *markup.Element) {
	var file, thumb representation
	for _, r := range representations(set) {
		switch {
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
	if file.address == "" {
		return
	}
	p := b.Part("associatedMedia", "Media")
	p.Put("contentUrl", file.address)
	p.Put("thumbnailUrl", thumb.address)
	p.Put("encodingFormat", file.format)
	p.Put("width", file.width)
	p.Put("height", file.height)
	switch kind, _, _ := strings.Cut(file.format, "/"); kind {
	case "image":
		p.Type("ImageObject")
	case "audio":
		p.Type("AudioObject")
	case "video":
		p.Type("VideoObject")
	case "model":
		p.Type("3DModel")
	}
	m.prose(p, "caption", set.All("resourceDescription"), "; ")
	licence := ""
	var credit []*markup.Element
	for _, r := range set.All("rightsResource") {
		if licence == "" {
			licence = m.licence(p, "license", r)
		}
		m.notice(p, r)
		credit = append(credit, r.All("creditLine")...)
	}
	if licence == "" {
		licence = m.env.License
	}
	p.Put("license", licence)
	if first(credit) == "" {
		credit = set.All("resourceSource", "legalBodyName", "appellationValue")
	}
	m.prose(p, "creditText", credit, "; ")
}

func representations(set *markup.Element) (out []representation) {
	all := set.All("resourceRepresentation")
	if len(all) == 0 { // LIDO 0.9 has the links in the set
		all = []*markup.Element{set}
	}
	for _, e := range all {
		for _, link := range e.All("linkResource") {
			address := schema.CleanURL(link.Value())
			if address == "" {
				continue
			}
			r := representation{address: address, format: formatOf(link.Attr("formatResource"), address), small: small.MatchString(e.Attr("type"))}
			r.width, r.height = pixels(e)
			out = append(out, r)
		}
	}
	return out
}

// pixels reads the measures of a picture that are whole numbers of pixels.
func pixels(e *markup.Element) (width, height string) {
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
	if strings.Count(said, "/") == 1 && !strings.ContainsAny(said, " :") {
		return said
	}
	if f := formats[strings.TrimPrefix(said, ".")]; f != "" {
		return f
	}
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return formats[strings.TrimPrefix(strings.ToLower(path.Ext(u.Path)), ".")]
}
