package lido

import (
	"regexp"

	"moselle/schema"
	"moselle/schema/dom"
)

// maxResources bounds the pictures kept of one object.
const maxResources = 200

// sorts are what media are by the first part of their media type and by words.
var sorts = []struct {
	word *regexp.Regexp
	kind string
}{
	{regexp.MustCompile(`(?i)^image\b|bild|foto|photo|^afbeelding|scan\b`), "ImageObject"},
	{regexp.MustCompile(`(?i)^audio\b|^sound|^ton\b|tonaufnahme`), "AudioObject"},
	{regexp.MustCompile(`(?i)^video\b|film|moving`), "VideoObject"},
	{regexp.MustCompile(`(?i)^model\b|\b3d\b`), "3DModel"},
	{regexp.MustCompile(`(?i)^text$`), "TextObject"},
}

// resources adds pictures, sounds, films and models.
func (m *reader) resources(b *schema.Builder, a *dom.Element) {
	sets := a.All("resourceWrap", "resourceSet")
	for i, set := range sets {
		if i == maxResources {
			b.Fault(schema.Fault{Path: "associatedMedia", Message: "more than 200 resources; the first 200 are kept"})
			return
		}
		m.resource(b, set)
	}
}

// resource adds one: its best representation as the file, a small one for lists.
// A page is no file; it becomes the object's page where there is none. A manifest
// is a medium beside it, one for each object.
func (m *reader) resource(b *schema.Builder, set *dom.Element) {
	var file, thumb representation
	for _, r := range representations(set) {
		switch {
		case r.manifest:
			if m.manifest == "" {
				m.manifest = r.address
				m.medium(b, r, representation{}, set)
			}
		case r.format == "text/html":
			b.Put("url", r.address)
		case r.small:
			if thumb.address == "" {
				thumb = r
			}
		case file.address == "" || r.better(file):
			file = r
		}
	}
	if file.address == "" {
		file = thumb
	}
	switch name := first(set.All("resourceID")); {
	case file.address != "":
		m.medium(b, file, thumb, set)
	case name != "" && len(representations(set)) == 0:
		b.Fault(schema.Fault{Path: "associatedMedia", Value: name, Message: "a resource without an address is left out: write where the file is as linkResource"})
	}
}

func (m *reader) medium(b *schema.Builder, file, thumb representation, set *dom.Element) {
	p := b.Part("associatedMedia", "Media")
	p.Put("contentUrl", file.address)
	p.Put("thumbnailUrl", thumb.address)
	p.Put("encodingFormat", file.format)
	p.Put("width", file.width)
	p.Put("height", file.height)
	if !file.manifest {
		p.Type(sortOf(file.format, set.Child("resourceType")))
	}
	m.prose(p, "caption", set.All("resourceDescription"), "; ")
	terms := set.All("rightsResource")
	licence := m.rights(p, "license", terms)
	if licence == "" {
		licence = m.License
	}
	p.Put("license", licence)
	var credit []*dom.Element
	for _, r := range terms {
		credit = append(credit, r.All("creditLine")...)
	}
	if first(credit) == "" {
		credit = set.All("resourceSource", "legalBodyName", "appellationValue")
	}
	m.prose(p, "creditText", credit, "; ")
}

// sortOf returns what a medium is: by its media type, else by what the source
// calls it; "" for unknown.
func sortOf(format string, said *dom.Element) string {
	words := []string{format}
	for _, t := range append(said.All("term"), said) {
		words = append(words, t.Value())
	}
	for _, w := range words {
		for _, s := range sorts {
			if s.word.MatchString(w) {
				return s.kind
			}
		}
	}
	return ""
}
