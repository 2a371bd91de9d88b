package iiif

import (
	"fmt"
	"slices"
	"strings"

	"moselle/connectors"
	"moselle/schema"
)

// media adds the manifest itself, for viewers, then what stands on its canvases,
// then what it offers to download.
func (m *mapper) media(b *schema.Builder) {
	m.viewer(b)
	s := &shelf{mapper: m, b: b, seen: map[string]bool{}}
	canvases := m.canvases()
	for _, c := range canvases {
		s.canvas(c)
	}
	for _, o := range m.objects("rendering") {
		if p := (picture{file: m.address(o.id()), format: o.text("format"), class: "TextObject", label: o["label"]}); p.file != "" {
			s.add(p, m.object)
		}
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
		b.Fault(schema.Fault{Path: "associatedMedia", Severity: schema.Info,
			Message: fmt.Sprintf("pictures, sounds and films beyond the %d that the setting canvases keeps: %d; the manifest has them all", m.Canvases, s.over)})
	}
}

// viewer adds the manifest as a medium of its own, by which viewers show the work.
func (m *mapper) viewer(b *schema.Builder) {
	address := m.itemKey
	if !connectors.IsWeb(address) {
		address = m.location
	}
	if !connectors.IsWeb(address) {
		return
	}
	context := "http://iiif.io/api/presentation/" + m.version() + "/context.json"
	p := b.Part("associatedMedia", "Media")
	p.Put("contentUrl", address)
	p.Put("encodingFormat", "application/ld+json;profile='"+context+"'")
	p.Put("conformsTo", context)
	p.Put("license", m.license)
	p.Put("thumbnailUrl", m.thumbnail(m.object))
	m.credited(p)
}

// credited adds the line to print beside a medium.
func (m *mapper) credited(p *schema.Builder) {
	for lang, s := range prose(m.credit) {
		p.Text("creditText", lang, s)
	}
}

// canvases returns the canvases of version 2's first sequence, or the canvases,
// timelines and scenes of the later ones.
func (m *mapper) canvases() []object {
	if s := m.one("sequences"); s["canvases"] != nil {
		return s.objects("canvases")
	}
	return m.objects("items")
}

// shelf gathers the media of one work, each file once.
type shelf struct {
	*mapper
	b     *schema.Builder
	seen  map[string]bool
	count int
	over  int // beyond the setting
	bare  int // canvases without a medium
	flat  int // canvases without width or height
}

// canvas adds what is painted on a canvas. Of several that one may choose from
// it is the first.
func (s *shelf) canvas(c object) {
	before := s.count + s.over
	for _, body := range painted(c) {
		if p := s.picture(body); p.file != "" && !s.seen[p.file] {
			p.label = c["label"]
			if p.thumbnail == "" {
				p.thumbnail = s.thumbnail(c)
			}
			s.add(p, c)
		} else if p.file != "" {
			before-- // shown before
		}
	}
	if s.count+s.over == before {
		s.bare++
	}
	_, w := c["width"]
	_, h := c["height"]
	if (w || h) && (c.number("width") < 1 || c.number("height") < 1) {
		s.flat++
	}
}

// add keeps a medium that belongs to an object with rights of its own, perhaps.
func (s *shelf) add(p picture, of object) {
	if s.seen[p.file] {
		return
	}
	s.seen[p.file] = true
	if s.count >= s.Canvases {
		s.over++
		return
	}
	s.count++
	part := s.b.Part("associatedMedia", "Media")
	p.put(part)
	for _, t := range texts(p.label, s.lang) {
		part.Text("name", t.lang, oneLine(t.s))
	}
	license := p.license
	if license == "" {
		license = licence(of)
	}
	if license == "" {
		license = s.license
	}
	part.Put("license", license)
	s.credited(part)
}

// Bounds of what stands on one canvas.
const (
	maxPainted = 50
	maxNested  = 6 // choices, sources and pages in each other
)

// painted returns the bodies of a canvas's painting annotations.
func painted(c object) (out []object) {
	var visit func(o object, depth int)
	visit = func(o object, depth int) {
		switch {
		case depth > maxNested || len(out) >= maxPainted || o == nil:
		case o.is("AnnotationPage"):
			for _, a := range o.objects("items") {
				visit(a, depth+1)
			}
		case o.is("Annotation"):
			if slices.ContainsFunc(o.list("motivation"), func(v any) bool { s, _ := v.(string); return strings.HasSuffix(s, "painting") }) || o["motivation"] == nil {
				for _, b := range o.objects("body", "resource") {
					visit(b, depth+1)
				}
			}
		case o.is("Choice"):
			visit(o.one("default", "items"), depth+1)
		case o.is("SpecificResource"):
			visit(o.one("source", "full"), depth+1)
		default:
			out = append(out, o)
		}
	}
	for _, o := range append(c.objects("images"), c.objects("items")...) {
		visit(o, 0)
	}
	return out
}
