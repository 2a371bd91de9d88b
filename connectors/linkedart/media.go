package linkedart

import (
	"cmp"
	"net/url"
	"path"
	"strings"

	"moselle/connectors"
	"moselle/schema"
)

// maxMedia bounds the files of one thing.
const maxMedia = 500

const (
	manifestFormat = "application/ld+json;profile='http://iiif.io/api/presentation/3/context.json'"
	olderManifest  = "application/ld+json;profile='http://iiif.io/api/presentation/2/context.json'"
)

// picture is a file that shows a thing.
type picture struct {
	file, thumb, format, class string
	about                      *node // the digital object that says its size
	image                      *node // the image that it is of
}

// media adds the files that show a thing, and its IIIF manifest.
func (m *mapper) media(b *schema.Builder, n *node) {
	prop := "associatedMedia"
	if b.Class().Property(prop) == nil {
		prop = "image"
	}
	if b.Class().Property(prop) == nil {
		return
	}
	var all []picture
	for _, v := range n.all("representation", "digitally_shown_by", "digitally_carried_by") {
		all = append(all, m.pictures(v, nil)...)
	}
	for _, image := range n.all("shows") {
		for _, v := range image.all("digitally_shown_by") {
			all = append(all, m.pictures(v, image)...)
		}
	}
	if len(all) > maxMedia {
		b.Fault(schema.Fault{Path: prop, Message: "more than 500 files; the first are kept"})
		all = all[:maxMedia]
	}
	shared := m.env.License
	for i, p := range all {
		if l := m.file(b, prop, p, n); i == 0 {
			shared = l
		}
	}
	for _, v := range append(n.all("subject_of"), n.all("representation")...) {
		if at, format := manifestOf(v); at != "" && prop == "associatedMedia" {
			p := b.Part(prop, "Media")
			p.Put("contentUrl", at)
			p.Put("encodingFormat", format)
			p.Put("license", cmp.Or(m.licence(v), shared)) // it shows the same pictures
		}
	}
}

// pictures returns the files of an image or a digital object. One that is an
// address alone is the file.
func (m *mapper) pictures(v, image *node) (out []picture) {
	if at, _ := manifestOf(v); at != "" {
		return nil
	}
	if inner := v.all("digitally_shown_by", "digitally_carried_by"); len(inner) > 0 {
		for _, d := range inner {
			out = append(out, m.pictures(d, v)...)
		}
		return out
	}
	points := v.all("access_point")
	for _, service := range v.all("digitally_available_via") {
		for _, a := range service.all("access_point") {
			points = append(points, &node{id: a.web(), types: service.types, members: []member{{"conforms_to", service.all("conforms_to")}}})
		}
	}
	if len(points) == 0 && v.web() != "" {
		points = []*node{v}
	}
	p := picture{about: v, image: image, format: v.one("format").content()}
	for _, a := range points {
		at, format := a.web(), cmp.Or(a.one("format").content(), formatsByEnd[ending(a.web())])
		switch {
		case at == "":
		case isImageService(a):
			at = strings.TrimSuffix(strings.TrimSuffix(at, "/info.json"), "/")
			if p.file == "" {
				p.file, p.format = at+"/full/max/0/default.jpg", "image/jpeg"
			}
			if p.thumb == "" {
				p.thumb = at + "/full/400,/0/default.jpg"
			}
		case a.aat(thumbnail) || strings.Contains(strings.ToLower(typed(a)), "thumbnail"):
			p.thumb = at
		case format == "text/html", strings.HasSuffix(format, "json"):
		case p.file == "" || strings.HasSuffix(p.file, "/full/max/0/default.jpg"):
			p.file, p.format = at, cmp.Or(format, p.format)
		}
	}
	if p.file == "" && p.thumb == "" {
		return nil
	}
	return []picture{p}
}

// isImageService reports whether an address is one of IIIF's Image API, also where
// only its path says so, as in older records.
func isImageService(a *node) bool {
	for _, c := range a.all("conforms_to") {
		if strings.Contains(c.iri()+c.content(), "iiif.io/api/image") {
			return true
		}
	}
	return strings.Contains(a.id, "/iiif/") && ending(a.id) == "" && !strings.Contains(a.id, "manifest") && len(a.types) > 0
}

// manifestOf returns the address of a IIIF manifest that a thing is, or leads to.
func manifestOf(v *node) (at, format string) {
	for _, d := range append([]*node{v}, v.all("digitally_carried_by")...) {
		for _, c := range d.all("conforms_to") {
			profile := c.iri() + c.content()
			if !strings.Contains(profile, "iiif.io/api/presentation") {
				continue
			}
			if at = cmp.Or(d.one("access_point").web(), d.web()); strings.Contains(profile+d.one("format").content(), "presentation/2") {
				return at, olderManifest
			}
			return at, manifestFormat
		}
	}
	return "", ""
}

var formatsByEnd = map[string]string{".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".png": "image/png", ".tif": "image/tiff", ".tiff": "image/tiff", ".gif": "image/gif", ".webp": "image/webp",
	".mp3": "audio/mpeg", ".mp4": "video/mp4", ".pdf": "application/pdf", ".glb": "model/gltf-binary", ".html": "text/html", ".htm": "text/html", ".json": "application/json"}

func ending(at string) string {
	u, err := url.Parse(at)
	if err != nil {
		return ""
	}
	return strings.ToLower(path.Ext(u.Path))
}

// file adds one and returns on what terms.
func (m *mapper) file(b *schema.Builder, prop string, f picture, of *node) (licence string) {
	p := b.Part(prop, "Media")
	p.Put("contentUrl", f.file)
	p.Put("thumbnailUrl", f.thumb)
	return m.describe(p, f, of)
}

// describe adds what is said of a file, and returns on what terms it is given.
func (m *mapper) describe(p *schema.Builder, f picture, of *node) (licence string) {
	format := strings.ToLower(f.format)
	if f.file != "" && strings.Contains(format, "/") {
		p.Put("encodingFormat", format)
	}
	switch kind, _, _ := strings.Cut(format, "/"); kind {
	case "video":
		p.Type("VideoObject")
	case "audio":
		p.Type("AudioObject")
	case "model":
		p.Type("3DModel")
	case "text", "application":
		p.Type("TextObject")
	default:
		p.Type("ImageObject")
	}
	for _, d := range f.about.all("dimension") {
		if value, _, _ := strings.Cut(d.one("value").content(), "."); is(d.one("unit").orNone(), "300266190") {
			switch {
			case d.aat("300055644"):
				p.Put("height", value)
			case d.aat("300055647"):
				p.Put("width", value)
			}
		}
	}
	if of != nil && !of.is("VisualItem", "DigitalObject") { // rights in an object are not those in its pictures
		of = nil
	}
	licence = m.licence(f.about, f.image, of)
	p.Put("license", licence)
	for _, v := range []*node{f.about, f.image} {
		for _, s := range append(v.all("referred_to_by"), v.all("subject_of")...) {
			switch what, _ := kindOf(s); what {
			case "creditText", "copyrightNotice":
				p.Text(what, m.langOf(s), s.content())
			case "description":
				p.Text("caption", m.langOf(s), s.content())
			}
		}
		for _, r := range v.all("subject_to") {
			for _, s := range r.all("subject_of", "referred_to_by") {
				if what, _ := kindOf(s); what == "creditText" {
					p.Text("creditText", m.langOf(s), s.content())
				}
			}
		}
	}
	return licence
}

// digital maps a digital object that stands in its own record.
func (m *mapper) digital(b *schema.Builder, n *node) {
	for _, f := range m.pictures(n, nil) {
		b.Put("contentUrl", f.file)
		b.Put("thumbnailUrl", f.thumb)
		m.describe(b, f, nil)
	}
}

// pages adds the page on the web that shows a thing.
func (m *mapper) pages(b *schema.Builder, n *node) {
	if b.Class().Property("url") == nil {
		return
	}
	for _, v := range n.all("homepage") {
		b.Put("url", v.web())
	}
	for _, v := range n.all("subject_of") {
		for _, d := range append([]*node{v}, v.all("digitally_carried_by")...) {
			format := d.one("format").content()
			at := cmp.Or(d.one("access_point").web(), d.web())
			if !b.Has("url") && connectors.IsWeb(at) && (strings.HasPrefix(format, "text/html") || d.aat(webPages) || v.aat(webPages) || strings.Contains(strings.ToLower(typed(d)), "web page")) {
				b.Put("url", at)
			}
		}
	}
}
