package destination

import (
	"cmp"
	"fmt"
	"math"
	"path"
	"slices"
	"strconv"
	"strings"

	"moselle/schema"
	"moselle/schema/tree"
)

// maxImages bounds the pictures kept of one item.
const maxImages = 100

// links are the rels of media that are addresses and no files, and of logos,
// which are no pictures of the item.
var links = map[string]bool{"logo": true, "venuewebsite": true, "canonical": true, "socialmedia": true, "booking": true, "price_kartenlink": true, "ticket": true}

// images adds the pictures, in the order of their prio where they have one. What
// is no picture (brochures, tracks, films) is told and left out.
func (m *mapper) images(b *schema.Builder) {
	var all []tree.Node
	others := 0
	for v := range tree.Values(get(m.o, "media_objects")) {
		switch file := text(get(v, "url")); {
		case file == "", links[strings.ToLower(text(get(v, "rel")))]:
		case !strings.HasPrefix(strings.ToLower(text(get(v, "type"))), "image/"):
			others++
		default:
			all = append(all, v)
		}
	}
	slices.SortStableFunc(all, func(a, b tree.Node) int { return cmp.Compare(prio(a), prio(b)) })
	if len(all) > maxImages {
		b.Fault(schema.Fault{Path: "image", Message: fmt.Sprintf("more than %d pictures; the first are kept", maxImages)})
		all = all[:maxImages]
	}
	for _, v := range all {
		m.image(b, v)
	}
	if others > 0 {
		b.Fault(schema.Fault{Path: "media_objects", Severity: schema.Info, Message: fmt.Sprintf("files that are no pictures, left out: %d", others)})
	}
}

// prio returns the place of a picture among the others; those without come last.
func prio(v tree.Node) int {
	if n, err := strconv.Atoi(text(get(v, "prio"))); err == nil {
		return n
	}
	return math.MaxInt
}

// image adds one picture. Its value is its title or the name of its file.
func (m *mapper) image(b *schema.Builder, v tree.Node) {
	p := b.Part("image", "Media")
	p.Type("ImageObject")
	p.Put("contentUrl", text(get(v, "url")))
	p.Put("encodingFormat", strings.ToLower(text(get(v, "type"))))
	for _, side := range []string{"width", "height"} {
		if n := text(get(v, side)); n != "0" {
			p.Put(side, n)
		}
	}
	name := plain(get(v, "value"))
	if ext := strings.ToLower(path.Ext(name)); ext == ".jpg" || ext == ".jpeg" || ext == ".png" || ext == ".webp" || ext == ".gif" {
		name = name[:len(name)-len(ext)]
	}
	p.Text("name", m.lang, name)
	p.Text("caption", m.lang, plain(get(v, "description")))
	p.Text("copyrightNotice", m.lang, plain(get(v, "copyrightText")))
	for _, member := range []string{"copyrightText", "source"} {
		p.Text("creditText", m.lang, plain(get(v, member))) // the first counts
	}
	licence := get(v, "license", "licence")
	if licence.Kind() == tree.Object {
		licence = get(licence, "value", "url", "id")
	}
	switch iri, ok := schema.CanonicalLicence(text(licence)); {
	case ok:
		p.Put("license", iri)
	case text(licence) != "":
		b.Fault(schema.Fault{Path: "image.license", Value: text(licence), Message: "not a licence that is known; the picture is kept without one"})
	default:
		p.Put("license", m.env.License)
	}
}

// medium returns the first address with a rel.
func (m *mapper) medium(rel string) string {
	for v := range tree.Values(get(m.o, "media_objects")) {
		if strings.EqualFold(text(get(v, "rel")), rel) {
			if s := text(get(v, "url")); s != "" {
				return s
			}
		}
	}
	return ""
}
