package iiif

import (
	"fmt"
	"strings"

	"moselle/schema"
	wire "moselle/schema/wire/iiif"
)

// media adds the manifest itself, for viewers, what it offers to download, which
// is the whole of it mostly, then what stands on its canvases.
func (m *reading) media() {
	m.viewer()
	s := &shelf{reading: m, seen: map[string]bool{}}
	for _, o := range append(m.Objects("rendering"), m.One("sequences").Objects("rendering")...) {
		switch p := m.download(o); {
		case p.file == "":
		case strings.HasPrefix(p.format, "text/html"): // a page, not a file
			m.b.Put("url", p.file)
		default:
			s.add(p, o)
		}
	}
	canvases := m.Canvases()
	for _, c := range canvases {
		s.canvas(c)
	}
	switch {
	case len(canvases) == 0:
		m.fault("items", "", "the manifest shows nothing: it has no canvas")
	case s.bare > 0:
		m.fault("items", "", fmt.Sprintf("canvases that show nothing with an address: %d of %d", s.bare, len(canvases)))
	}
	if s.flat > 0 {
		m.fault("items", "", fmt.Sprintf("canvases without a width or a height: %d; viewers cannot show them: write both", s.flat))
	}
	if s.over > 0 {
		m.b.Fault(schema.Fault{Path: "associatedMedia", Severity: schema.Info,
			Message: fmt.Sprintf("pictures, sounds and films beyond the %d that the setting canvases keeps: %d; the manifest has them all", m.Media, s.over)})
	}
}

// viewer adds the manifest as a medium of its own, by which viewers show the work.
func (m *reading) viewer() {
	address := m.Key
	if !wire.IsWeb(address) {
		address = m.At
	}
	if !wire.IsWeb(address) {
		return
	}
	context := "http://iiif.io/api/presentation/" + m.Version() + "/context.json"
	p := m.b.Part("associatedMedia", "Media")
	p.Put("contentUrl", address)
	p.Put("encodingFormat", "application/ld+json;profile='"+context+"'")
	p.Put("conformsTo", context)
	p.Put("license", m.license)
	p.Put("thumbnailUrl", m.thumbnail(m.Object))
	credited(p, m.credit)
}

// download reads what a manifest offers beside what it shows, a text where it does
// not say what it is.
func (m *reading) download(o wire.Object) picture {
	p := picture{file: m.address(o.ID()), format: o.Text("format"), class: "TextObject", license: licence(o), label: o["label"]}
	for _, t := range o.Types() {
		if class := classes[t]; class != "" {
			p.class = class
		}
	}
	return p
}
