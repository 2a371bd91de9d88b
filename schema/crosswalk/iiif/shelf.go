package iiif

import (
	"cmp"
	"strings"
	"unicode"

	"moselle/schema"
	wire "moselle/schema/wire/iiif"
)

// shelf gathers the media of one work, each file once.
type shelf struct {
	*reading
	seen  map[string]bool
	count int
	over  int // beyond the setting
	bare  int // canvases without a medium
	flat  int // canvases without width or height
}

// canvas adds what is painted on a canvas, of several that one may choose from the
// first; where nothing is, pictures, sounds and films that it offers to download.
func (s *shelf) canvas(c wire.Object) {
	before := s.count + s.over
	for _, body := range c.Painted() {
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
	if s.count+s.over == before { // the file itself, of what viewers cannot show
		for _, o := range c.Objects("rendering") {
			if p := s.download(o); p.file != "" && p.class != "TextObject" {
				s.add(p, c)
			}
		}
	}
	if s.count+s.over == before {
		s.bare++
	}
	_, w := c["width"]
	_, h := c["height"]
	if (w || h) && (c.Number("width") < 1 || c.Number("height") < 1) {
		s.flat++
	}
}

// add keeps a medium that belongs to an object with rights of its own, perhaps.
func (s *shelf) add(p picture, of wire.Object) {
	if s.seen[p.file] {
		return
	}
	s.seen[p.file] = true
	if s.count >= s.Media {
		s.over++
		return
	}
	s.count++
	part := s.b.Part("associatedMedia", "Media")
	p.put(part)
	for _, t := range texts(p.label, s.lang) {
		if !strings.ContainsFunc(t.s, isWord) {
			continue // "-"
		}
		part.Text("name", t.lang, oneLine(t.s))
	}
	for lang, caption := range prose(texts(first(of, "summary", "description"), s.lang)) {
		part.Text("caption", lang, caption)
	}
	own := s.pairs(s.without(of))
	license := cmp.Or(p.license, licence(of), s.licenceIn(own), s.license)
	part.Put("license", license)
	s.own(part, own, license)
	credit := creditOf(of, s.lang)
	if len(credit) == 0 {
		credit = s.credit
	}
	credited(part, credit)
}

// without returns an object but for the metadata that are the work's.
func (s *shelf) without(of wire.Object) wire.Object {
	if len(s.lifted) == 0 {
		return of
	}
	var own []any
	for _, o := range listed(of) {
		if !s.lifted[keyOf(o)] {
			own = append(own, map[string]any(o))
		}
	}
	return wire.Object{"metadata": own}
}

// own adds what the metadata of a canvas say of who made the file on it and of the
// rights in it; license is the medium's.
func (s *shelf) own(part *schema.Builder, all []pair, license string) {
	for _, p := range all {
		switch p.meaning {
		case maker:
			for _, iri := range s.makers("associatedMedia.creator", p) {
				part.Link("creator", iri)
			}
		case "rights", "licence":
			s.reuse(part, p, license)
		}
	}
}

// creditOf returns the line that an object asks to print beside it.
func creditOf(o wire.Object, lang string) []text {
	if all := texts(o.One("requiredStatement")["value"], lang); len(all) > 0 {
		return all
	}
	return texts(o["attribution"], lang)
}

// credited adds the line to print beside a medium.
func credited(p *schema.Builder, credit []text) {
	for lang, s := range prose(credit) {
		p.Text("creditText", lang, s)
	}
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
