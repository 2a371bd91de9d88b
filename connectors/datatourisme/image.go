package datatourisme

import (
	"fmt"
	"path"
	"strings"

	"moselle/schema"
	"moselle/schema/tree"
)

// maxImages bounds the pictures kept of one object.
const maxImages = 100

// images adds the pictures, the main one first. What is no picture (brochures,
// tracks) is told and left out.
func (m *mapper) images(b *schema.Builder, o tree.Node) {
	seen := map[string]bool{}
	others := 0
	for _, p := range []string{"hasMainRepresentation", "hasRepresentation"} {
		for v := range tree.Values(get(o, p)) {
			for f := range tree.Values(get(v, "hasRelatedResource")) {
				file, format := plain(get(f, "locator")), mime(f)
				switch {
				case file == "" || seen[file]:
				case !picture(file, format):
					seen[file] = true
					others++
				case len(seen)-others >= maxImages:
					b.Fault(schema.Fault{Path: "image", Message: fmt.Sprintf("more than %d pictures; the first are kept", maxImages)})
					return
				default:
					seen[file] = true
					m.image(b, file, format, get(v, "hasAnnotation"))
				}
			}
		}
	}
	if others > 0 {
		b.Fault(schema.Fault{Path: "hasRepresentation", Severity: schema.Info, Message: fmt.Sprintf("files that are no pictures, left out: %d", others)})
	}
}

// mime returns the media type of a file, as the vocabulary labels it; "" when
// nothing is said.
func mime(f tree.Node) string {
	format := first(get(f, "hasMimeType"))
	for _, s := range []string{plain(get(format, "label")), get(format, "key").Text(), format.Text()} {
		if strings.Contains(s, "/") && !strings.Contains(s, ":") {
			return strings.ToLower(s)
		}
	}
	switch s := strings.ToUpper(code(format)); s {
	case "JPEG", "PNG", "GIF", "WEBP":
		return "image/" + strings.ToLower(s)
	case "":
		return ""
	default:
		return "application/octet-stream"
	}
}

// picture reports whether a file is one by its media type, else by its name.
func picture(file, format string) bool {
	if format != "" {
		return strings.HasPrefix(format, "image/")
	}
	file, _, _ = strings.Cut(file, "?")
	switch strings.ToLower(path.Ext(file)) {
	case ".pdf", ".gpx", ".kml", ".mp3", ".mp4", ".doc", ".docx", ".html", ".htm":
		return false
	}
	return true
}

// image adds one picture with its credits and the days on which it may be shown.
func (m *mapper) image(b *schema.Builder, file, format string, notes tree.Node) {
	p := b.Part("image", "Media")
	p.Type("ImageObject")
	p.Put("contentUrl", file)
	p.Put("encodingFormat", format)
	for n := range tree.Values(notes) {
		m.texts(p, "name", get(n, "title"))
		m.texts(p, "creditText", get(n, "credits"))
		p.Put("validFrom", plain(get(n, "rightsStartDate")))
		p.Put("expires", plain(get(n, "rightsEndDate")))
		if iri, ok := schema.CanonicalLicence(plain(get(n, "isCoveredBy"))); ok && !p.Has("license") {
			p.Put("license", iri)
		}
	}
	if !p.Has("license") {
		p.Put("license", m.license)
	}
}
