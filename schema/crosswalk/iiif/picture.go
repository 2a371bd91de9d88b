package iiif

import (
	"fmt"
	"math"
	"mime"
	"path"
	"strconv"
	"strings"

	"moselle/schema"
	wire "moselle/schema/wire/iiif"
)

// picture is one medium: a file with what the manifest says of it.
type picture struct {
	file, thumbnail, format, class, license, profile string
	width, height                                    float64 // pixels
	seconds                                          float64
	label                                            any
}

// classes are the kinds of media by their types in all versions.
var classes = map[string]string{
	"Image": "ImageObject", "StillImage": "ImageObject", "Video": "VideoObject", "MovingImage": "VideoObject",
	"Sound": "AudioObject", "Audio": "AudioObject", "Model": "3DModel", "PhysicalObject": "3DModel", "Text": "TextObject",
}

// picture reads the body of an annotation or a thumbnail. Of an image that only
// a service delivers it is the full size; its file is "" when nothing has an
// address.
func (m *reading) picture(o wire.Object) picture {
	p := picture{format: o.Text("format"), width: o.Number("width"), height: o.Number("height"), seconds: o.Number("duration"), license: licence(o)}
	for _, t := range o.Types() {
		if p.class == "" {
			p.class = classes[t]
		}
	}
	if p.class == "" && len(o.Types()) > 0 {
		return picture{} // a text, a light, a camera
	}
	s := o.ImageService(m.base())
	id := strings.TrimSuffix(m.address(o.ID()), "/info.json")
	switch {
	case s.ID != "" && formatOf(id) == "" && !wire.IsImage(id): // the service's own address, a page, none
		p.file = s.Full()
	case strings.HasSuffix(o.ID(), "/info.json"):
		p.file = wire.ImageService{ID: id, Version: 2}.Full()
	default:
		p.file = id
	}
	if p.width < 1 || p.height < 1 {
		p.width, p.height = s.Width, s.Height
	}
	if s.ID != "" {
		p.thumbnail, p.profile = s.Small(), s.Profile()
		if p.class == "" {
			p.class = "ImageObject"
		}
	}
	if p.format == "" && p.file != "" {
		p.format = formatOf(p.file)
	}
	return p
}

// formats are media types of extensions that hold wherever the program runs.
var formats = map[string]string{
	".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".png": "image/png", ".gif": "image/gif", ".webp": "image/webp", ".tif": "image/tiff", ".jp2": "image/jp2",
	".mp4": "video/mp4", ".webm": "video/webm", ".mp3": "audio/mpeg", ".m4a": "audio/mp4", ".wav": "audio/wav", ".ogg": "audio/ogg", ".flac": "audio/flac",
	".glb": "model/gltf-binary", ".gltf": "model/gltf+json", ".pdf": "application/pdf",
}

// formatOf returns the media type of a file by its name; "" when that says none.
func formatOf(address string) string {
	address, _, _ = strings.Cut(address, "?")
	return formats[strings.ToLower(path.Ext(address))]
}

// thumbnail returns the address of an object's small picture; "" for none.
func (m *reading) thumbnail(o wire.Object) string {
	t := o.One("thumbnail")
	if p := m.picture(t); p.thumbnail != "" && m.address(t.ID()) == "" {
		return p.thumbnail
	} else if p.file != "" {
		return p.file
	}
	return ""
}

// image adds a collection's thumbnail as its picture.
func (m *reading) image() {
	if p := m.picture(m.One("thumbnail")); p.file != "" {
		part := m.b.Part("image", "Media")
		p.put(part)
		part.Put("license", m.license)
		credited(part, m.credit)
	}
}

// put fills a part.
func (p picture) put(part *schema.Builder) {
	part.Type(p.class)
	part.Put("contentUrl", p.file)
	if p.thumbnail != p.file {
		part.Put("thumbnailUrl", p.thumbnail)
	}
	part.Put("conformsTo", p.profile)
	if t, _, err := mime.ParseMediaType(p.format); err == nil && strings.Contains(t, "/") {
		part.Put("encodingFormat", t)
	}
	for side, n := range map[string]float64{"width": p.width, "height": p.height} {
		if n >= 1 && n <= 1e9 && p.class != "TextObject" {
			part.Put(side, strconv.Itoa(int(n)))
		}
	}
	if p.seconds > 0 && p.seconds < 1e7 {
		part.Put("duration", duration(p.seconds))
	}
}

// duration writes seconds as ISO 8601 does, to the millisecond: PT9M32.034S.
func duration(seconds float64) string {
	ms := int64(math.Round(seconds * 1000))
	out := "PT"
	if h := ms / 3_600_000; h > 0 {
		out += fmt.Sprintf("%dH", h)
	}
	if min := ms / 60_000 % 60; min > 0 {
		out += fmt.Sprintf("%dM", min)
	}
	if rest := ms % 60_000; rest > 0 || out == "PT" {
		out += strconv.FormatFloat(float64(rest)/1000, 'f', -1, 64) + "S"
	}
	return out
}
