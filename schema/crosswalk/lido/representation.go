package lido

import (
	"net/url"
	"path"
	"regexp"
	"strings"

	"moselle/schema"
	"moselle/schema/dom"
)

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
