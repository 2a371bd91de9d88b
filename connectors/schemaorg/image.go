package schemaorg

import (
	"strconv"
	"strings"

	"moselle/schema"
)

// maxImages bounds the pictures kept of one thing.
const maxImages = 100

// images adds pictures and other media. license is that of the work they show;
// what neither says, the source's declaration does.
func (m *mapper) images(b *schema.Builder, prop string, values []value, license string) {
	for i, v := range values {
		if i == maxImages {
			b.Fault(schema.Fault{Path: prop, Message: "more than 100 pictures; the first 100 are kept"})
			return
		}
		m.image(b, prop, v, license)
	}
}

func (m *mapper) image(b *schema.Builder, prop string, v value, license string) {
	file := m.absolute(v.text)
	if v.node != nil {
		if file = m.address(v.node.all("contentUrl")); file == "" {
			if file = m.address(v.node.all("url")); file == "" {
				file = m.absolute(v.node.stable())
			}
		}
		if own := m.licence(v.node); own != "" {
			license = own
		}
	}
	if file == "" {
		if s := strings.TrimSpace(v.text); s != "" && s != "false" { // PHP's word for none
			b.Fault(schema.Fault{Path: prop, Value: s, Message: "not the address of a picture"})
		}
		return
	}
	p := b.Part(prop, "Media")
	p.Put("contentUrl", file)
	if license == "" {
		license = m.license
	}
	p.Put("license", license)
	if v.node == nil {
		return
	}
	n := v.node
	for _, t := range n.types {
		p.Type(t)
	}
	p.Put("thumbnailUrl", m.address(n.all("thumbnailUrl", "thumbnail")))
	p.Put("encodingFormat", m.plain(n.all("encodingFormat")))
	for _, side := range []string{"width", "height"} {
		pixels := strings.TrimSuffix(strings.TrimSuffix(m.plain(n.all(side)), "px"), " ")
		if f, err := strconv.ParseFloat(pixels, 64); err == nil && f >= 1 && f < 1e6 {
			p.Put(side, strconv.Itoa(int(f)))
		}
	}
	m.texts(p, "name", n.all("name"), title)
	m.texts(p, "caption", n.all("caption", "description"), title)
	m.texts(p, "creditText", n.all("creditText"), title)
	m.texts(p, "copyrightNotice", n.all("copyrightNotice"), title)
}

// licence returns the licence of a thing: its address, or what a name stands for.
func (m *mapper) licence(n *node) string {
	for _, v := range n.all("license") {
		if iri, ok := schema.CanonicalLicence(m.label(v)); ok {
			return iri
		}
	}
	return m.address(n.all("license"))
}
