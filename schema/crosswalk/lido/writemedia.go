package lido

import (
	"strings"

	"moselle/schema"
	"moselle/schema/dom"
)

// mediaWords are what media are called, by their types.
var mediaWords = map[string]string{"ImageObject": "image", "AudioObject": "audio", "VideoObject": "video", "3DModel": "3D model", "TextObject": "text"}

// resources writes the media that have a file.
func (w Writer) resources(e *dom.Element, n *schema.Node) {
	for _, m := range n.Nodes("associatedMedia") {
		if m.String("contentUrl") == "" {
			continue
		}
		set := e.Add("resourceSet")
		format := m.String("encodingFormat")
		kind := provided
		if manifest.MatchString(format) {
			_, kind, _ = strings.Cut(strings.Trim(format, "'\""), "profile=")
			kind = strings.Trim(kind, "'\"")
		}
		file := set.Add("resourceRepresentation").Set("type", kind)
		file.AddText("linkResource", ref(m, "contentUrl")).Set("formatResource", format)
		pixelsOf(file, "width", m)
		pixelsOf(file, "height", m)
		set.Add("resourceRepresentation").Set("type", thumbnail).AddText("linkResource", ref(m, "thumbnailUrl"))
		set.Add("resourceType").AddText("term", mediaWords[m.Type()]).SetLang("en")
		texts(set, "resourceDescription", m.Values("caption"))
		w.rights(set.Add("rightsResource"), m, "license")
	}
}

func ref(n *schema.Node, prop string) string { return string(firstOf(n.Refs(prop))) }

func pixelsOf(e *dom.Element, prop string, m *schema.Node) {
	value := m.String(prop)
	if value == "" {
		return
	}
	set := e.Add("resourceMeasurementsSet")
	set.AddText("measurementType", prop).SetLang("en")
	set.AddText("measurementUnit", "pixel").SetLang("en")
	set.AddText("measurementValue", value)
}

// rights writes the terms that a property leads to, who holds the rights and the
// line to print.
func (w Writer) rights(e *dom.Element, n *schema.Node, prop string) {
	for _, iri := range n.Refs(prop) {
		e.Add("rightsType").AddText("conceptID", string(iri)).Set("type", byAddress)
	}
	texts(e.Add("rightsHolder").Add("legalBodyName"), "appellationValue", n.Values("copyrightNotice"))
	texts(e, "creditLine", n.Values("creditText"))
}
