package edm

import (
	"cmp"
	"net/url"
	"path"
	"strconv"
	"strings"

	"moselle/connectors"
	"moselle/schema"
	"moselle/schema/crosswalk/edm"
)

// formatsByEnd are the media types by the ends of addresses.
var formatsByEnd = map[string]string{
	".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".png": "image/png", ".gif": "image/gif", ".tif": "image/tiff", ".tiff": "image/tiff", ".webp": "image/webp", ".jp2": "image/jp2",
	".pdf": "application/pdf", ".mp3": "audio/mpeg", ".wav": "audio/wav", ".mp4": "video/mp4", ".webm": "video/webm", ".glb": "model/gltf-binary", ".gltf": "model/gltf+json",
	".htm": "text/html", ".html": "text/html", ".txt": "text/plain",
}

// types are what media are by what Europeana groups them under.
var types = map[string]string{"IMAGE": "ImageObject", "VIDEO": "VideoObject", "SOUND": "AudioObject", "3D": "3DModel", "TEXT": "TextObject"}

const manifestFormat = "application/ld+json;profile='http://iiif.io/api/presentation/3/context.json'"

// media adds the files that show the object, its preview and its manifest.
func (m *mapper) media(b *schema.Builder) {
	c := m.cho
	if c.Rights == "" && m.env.License == "" {
		b.Fault(schema.Fault{Path: "associatedMedia.license", Message: "no edm:rights in the ore:Aggregation: say on what terms the files may be used, for example by https://creativecommons.org/licenses/by/4.0/"})
	}
	if c.ShownAt == "" && len(c.Media) == 0 {
		b.Fault(schema.Fault{Path: "associatedMedia", Message: "neither edm:isShownAt nor edm:isShownBy in an ore:Aggregation of the object: give the address of its page or of a file"})
	}
	for i := range c.Media {
		m.file(b, &c.Media[i], i == 0)
	}
	preview := absolute(c.Object)
	if !b.Has("associatedMedia") && preview != "" {
		p := b.Part("associatedMedia", "Media")
		p.Type("ImageObject")
		p.Put("thumbnailUrl", preview)
		p.Put("license", cmp.Or(c.Rights, m.env.License))
	}
	if manifest := absolute(c.Manifest); manifest != "" {
		p := b.Part("associatedMedia", "Media")
		p.Put("contentUrl", manifest)
		p.Put("encodingFormat", manifestFormat)
		p.Put("license", cmp.Or(c.Rights, m.env.License))
	}
}

// file adds one; the first, which stands for the object, has its preview.
func (m *mapper) file(b *schema.Builder, w *edm.WebResource, first bool) {
	c := m.cho
	at, player := played(w)
	if at = absolute(at); at == "" {
		b.Fault(schema.Fault{Path: "associatedMedia", Value: strings.TrimPrefix(w.URL, base), Message: "not the address of a file: write it with https://"})
		return
	}
	format := w.Format
	if u, err := url.Parse(at); err == nil && (format == "" || strings.Contains(format, "oembed")) {
		format = formatsByEnd[strings.ToLower(path.Ext(u.Path))]
	}
	if w.URL == c.ShownAt && (format == "" || format == "text/html") {
		return // the object's page, which is no file of it
	}
	p := b.Part("associatedMedia", "Media")
	if player || format == "text/html" {
		p.Put("embedUrl", at)
	} else {
		p.Put("contentUrl", at)
		p.Put("encodingFormat", format)
	}
	p.Type(types[kindOf(w, format, c.Type, first)])
	if preview := absolute(c.Object); first && preview != at {
		p.Put("thumbnailUrl", preview)
	}
	m.measures(p, w)
	p.Put("license", cmp.Or(w.Rights, c.Rights, m.env.License))
	m.text(p, "caption", "; ", w.Captions)
	m.text(p, "copyrightNotice", "; ", w.Credits)
}

// measures adds the size of a file and what else is known of it.
func (m *mapper) measures(p *schema.Builder, w *edm.WebResource) {
	if w.Width > 0 && w.Height > 0 {
		p.Put("width", strconv.Itoa(w.Width))
		p.Put("height", strconv.Itoa(w.Height))
	}
	for _, f := range w.Facts {
		for _, v := range f.Values {
			switch s := cmp.Or(v.Text, string(v.Ref)); {
			case relative(s) != "":
				p.Fault(schema.Fault{Path: f.Property, Value: relative(s), Message: "not a complete address: write it with https://"})
			case f.Property == "intendedUsage":
				p.Text(f.Property, schema.Und, s)
			default:
				p.Put(f.Property, s)
			}
		}
	}
}

// kindOf says what a file is: by its own format, by the end of its address, and
// of the first one by what the object is.
func kindOf(w *edm.WebResource, format, object string, first bool) string {
	family, _, _ := strings.Cut(format, "/")
	kind := map[string]string{"image": "IMAGE", "audio": "SOUND", "video": "VIDEO", "model": "3D"}[family]
	if format == "application/pdf" || format == "text/plain" {
		kind = "TEXT"
	}
	if first {
		return cmp.Or(kind, w.Kind, object)
	}
	return cmp.Or(kind, w.Kind)
}

// played returns the address of what a web resource is: of one that oEmbed
// answers for, the page or the file that it was asked about.
func played(w *edm.WebResource) (at string, player bool) {
	if !w.Player {
		return w.URL, false
	}
	u, err := url.Parse(w.URL)
	if err != nil {
		return w.URL, true
	}
	asked := u.Query().Get("url")
	if !connectors.IsWeb(asked) {
		return w.URL, true
	}
	if f, err := url.Parse(asked); err == nil && formatsByEnd[strings.ToLower(path.Ext(f.Path))] != "" {
		return asked, false
	}
	return asked, true
}
