package as2

import (
	"strings"

	"moselle/schema"
)

// maxImages bounds the pictures of an event.
const maxImages = 50

// banner is what Mobilizon calls the picture of an event: no caption.
const banner = "Banner"

// picture is a file that an object shows.
type picture struct {
	address, mediaType, width, height, caption string
}

// pictureOf reads a picture: an address, a Link, or an Image or Document with its
// address as a text, a Link or several. What is none has no address.
func pictureOf(v any) (p picture) {
	switch v := v.(type) {
	case string:
		if isWeb(v) {
			p.address = v
		}
		return p
	case []any:
		for _, e := range v[:min(len(v), maxImages)] {
			if p := pictureOf(e); p.address != "" {
				return p
			}
		}
		return p
	}
	o := object(v)
	if o == nil {
		return p
	}
	p = picture{mediaType: o.Text("mediaType"), width: o.Text("width"), height: o.Text("height"), caption: oneLine(o.Text("summary", "name"))}
	if strings.EqualFold(p.caption, banner) {
		p.caption = ""
	}
	for _, u := range o.list("url") {
		link := object(u)
		if p.address = addressOf(u); p.address == "" {
			continue
		}
		p.mediaType = either(link.Text("mediaType"), p.mediaType)
		p.width, p.height = either(link.Text("width"), p.width), either(link.Text("height"), p.height)
		break
	}
	if p.address == "" && o.Type() != "Document" {
		p.address = o.Text("href")
	}
	if !isWeb(p.address) {
		p.address = ""
	}
	return p
}

// images adds the pictures of an event: what is called its banner, what stands
// under image, then the other pictures attached to it. Each file comes once.
func (r *Reader) images(b *schema.Builder, o Object, lang string) {
	var first, rest []picture
	for _, v := range o.list("attachment") {
		a := object(v)
		p := pictureOf(v)
		isPicture := a.Type() == "Image" || a.Type() == "Document" && (p.mediaType == "" || strings.HasPrefix(p.mediaType, "image/"))
		switch {
		case !isPicture || p.address == "":
		case strings.EqualFold(a.Text("name"), banner):
			first = append(first, p)
		default:
			rest = append(rest, p)
		}
	}
	for _, v := range o.list("image") {
		if p := pictureOf(v); p.address != "" {
			first = append(first, p)
		}
	}
	seen := map[string]bool{}
	for _, p := range append(first, rest...) {
		if seen[p.address] || len(seen) == maxImages {
			continue
		}
		seen[p.address] = true
		r.picture(b.Part("image", "Media"), p, lang)
	}
}

func (r *Reader) picture(m *schema.Builder, p picture, lang string) {
	m.Type("ImageObject")
	m.Put("contentUrl", p.address)
	if strings.Contains(p.mediaType, "/") {
		m.Put("encodingFormat", p.mediaType)
	}
	if p.width != "0" && p.height != "0" {
		m.Put("width", p.width)
		m.Put("height", p.height)
	}
	m.Text("caption", lang, p.caption)
	m.Put("license", r.License)
}

func either(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
