package openagenda

import (
	"strings"

	"moselle/schema"
)

// maxVariants bounds the sizes of a picture that are looked at.
const maxVariants = 50

// images adds an event's picture. Older exports have its address as a text, and
// the larger and the smaller one beside it.
func (m *mapper) images(b *schema.Builder, o object) {
	if file := o.text("originalImage"); file != "" {
		m.image(b, file, either(o.text("thumbnail"), o.text("image")), o)
		return
	}
	m.image(b, o["image"], o.text("thumbnail"), o)
}

func either(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// image adds a picture: an address, the name of a file, or an object with the
// base of the address, a file and its variants, of which the largest is taken.
// credits stands in the thing that it shows.
func (m *mapper) image(b *schema.Builder, v any, thumbnail string, of object) {
	in := object{"": v}
	o := in.object("")
	if o == nil {
		o = object{"filename": plain(v)}
	}
	name := o.text("filename")
	if name == "" || strings.HasPrefix(name, "graylogo") { // OpenAgenda's own sign for no picture
		return
	}
	base := o.text("base")
	if base == "" {
		base = cdn
	}
	best := o
	list := o.list("variants")
	for _, v := range list[:min(len(list), maxVariants)] {
		variant := object(asObject(v))
		switch variant.text("type") {
		case "full":
			if variant.text("filename") != "" {
				best = variant
			}
		case "thumbnail":
			thumbnail = variant.text("filename")
		}
	}
	p := b.Part("image", "Media")
	p.Type("ImageObject")
	p.Put("contentUrl", fileAt(base, best.text("filename")))
	p.Put("thumbnailUrl", fileAt(base, thumbnail))
	if size := best.object("size"); size != nil {
		for _, side := range []string{"width", "height"} {
			if n := size.text(side); n != "0" {
				p.Put(side, n)
			}
		}
	}
	p.Put("license", m.env.License)
	m.put(p, "creditText", of["imageCredits"], false)
}

// fileAt returns the address of a file below a base; one that is complete stays
// as it is.
func fileAt(base, name string) string {
	if name == "" || strings.Contains(name, "://") || strings.HasPrefix(name, "//") {
		return name
	}
	return strings.TrimSuffix(base, "/") + "/" + strings.TrimPrefix(name, "/")
}
