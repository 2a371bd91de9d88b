package edm

import (
	"cmp"
	"slices"
	"strings"

	"moselle/schema"
)

// aggregation fills in what is said of the files and of who provides them.
func (v *viewer) aggregation(provider string) {
	c, n := v.cho, v.node
	c.Provider = Value{Text: provider}
	publisher := v.party("sdPublisher")
	if c.DataProvider = v.party("holdingArchive"); c.DataProvider == (Value{}) {
		c.DataProvider = publisher
	} else if publisher != c.DataProvider {
		c.IntermediateProvider = publisher
	}
	c.ShownAt = n.String("url")
	for _, m := range n.Nodes("associatedMedia") {
		v.medium(m)
	}
	slices.SortStableFunc(c.Media, func(a, b WebResource) int {
		return cmp.Or(cmp.Compare(rank(b.Rights), rank(a.Rights)), cmp.Compare(b.Pixels(), a.Pixels()))
	})
	for i := range c.Media {
		w := &c.Media[i]
		if c.Object == "" {
			c.Object = w.Thumbnail
		}
		if c.Object == "" && w.Kind == "IMAGE" {
			c.Object = w.URL // Europeana makes a preview of it
		}
	}
	if w := c.ShownBy(); w != nil {
		c.Rights = w.Rights
	}
	c.Type = v.kind()
}

// party names who a property leads to; the link alone when the record is not at
// hand.
func (v *viewer) party(prop string) Value {
	refs := v.node.Values(prop)
	if len(refs) == 0 || refs[0].Ref == "" {
		return Value{}
	}
	if to := v.linked(refs[0].Ref); to != nil {
		text, lang := to.Title()
		return Value{Text: text, Lang: known(lang)}
	}
	return Value{Ref: refs[0].Ref}
}

// medium adds a file; of one that can only be seen in a player, the player's
// page; of a manifest, its address.
func (v *viewer) medium(m *schema.Node) {
	format, _, _ := strings.Cut(m.String("encodingFormat"), ";")
	format = strings.ToLower(strings.TrimSpace(format))
	url := cmp.Or(m.String("contentUrl"), m.String("embedUrl"))
	if strings.Contains(m.String("encodingFormat"), "iiif.io/api/presentation") {
		v.cho.Manifest = cmp.Or(v.cho.Manifest, url)
		return
	}
	if url == "" {
		v.cho.Object = cmp.Or(v.cho.Object, m.String("thumbnailUrl"))
		return
	}
	w := WebResource{URL: url, Format: format, Kind: kindOf(format), Rights: m.String("license"), Thumbnail: m.String("thumbnailUrl"),
		Player: m.String("contentUrl") == ""}
	if w.Kind == "" {
		w.Kind = mediaKinds[m.Type()]
	}
	width, _ := m.Number("width")
	height, _ := m.Number("height")
	w.Width, w.Height = int(width), int(height)
	for _, t := range m.Values("caption") {
		w.Captions = append(w.Captions, Value{Text: t.Text, Lang: known(t.Lang)})
	}
	for _, prop := range []string{"creditText", "copyrightNotice"} {
		for _, t := range m.Values(prop) {
			w.Credits = append(w.Credits, Value{Text: t.Text, Lang: known(t.Lang)})
		}
	}
	for _, f := range facts {
		var values []Value
		for _, t := range m.Values(f.property) {
			values = append(values, Value{Text: t.Text, Ref: t.Ref})
		}
		if len(values) > 0 {
			w.Facts = append(w.Facts, Fact{f.property, values})
		}
	}
	v.cho.Media = append(v.cho.Media, w)
}

// mediaKinds are what media are by their own type.
var mediaKinds = map[string]string{"ImageObject": "IMAGE", "VideoObject": "VIDEO", "AudioObject": "SOUND", "3DModel": "3D", "TextObject": "TEXT"}

// kindOf says what a format holds, as Europeana groups them; "" for others.
func kindOf(format string) string {
	family, sub, _ := strings.Cut(format, "/")
	switch {
	case family == "image":
		return "IMAGE"
	case family == "audio":
		return "SOUND"
	case family == "video", sub == "dash+xml":
		return "VIDEO"
	case family == "model":
		return "3D"
	case family == "text", sub == "pdf", sub == "rtf", sub == "epub", sub == "epub+zip":
		return "TEXT"
	}
	return ""
}

// rank orders licences by how free they are.
func rank(licence string) int {
	switch schema.Reuse(licence) {
	case "open":
		return 3
	case "restricted":
		return 2
	case "":
		return 0
	}
	return 1
}

// kinds are what works of a type are when no file says more.
var kinds = map[string]string{
	"Book": "TEXT", "Manuscript": "TEXT", "ArchiveComponent": "TEXT", "Newspaper": "TEXT", "Article": "TEXT", "Play": "TEXT",
	"MusicComposition": "TEXT", "MusicRecording": "SOUND", "Movie": "VIDEO",
}

// kind is what the object is in EDM: what its source says in EDM's own words; a
// text stays one when pictures show its pages; else what the first file is, or the
// work's type.
func (v *viewer) kind() string {
	for _, t := range v.node.Nodes("additionalType") {
		if s := t.String("termCode"); isKind(s) {
			return s
		}
	}
	own := ""
	for _, t := range v.node.Types {
		own = cmp.Or(own, kinds[t])
	}
	w := v.cho.ShownBy()
	if w == nil || w.Kind == "" || own == "TEXT" && w.Kind == "IMAGE" {
		return cmp.Or(own, "IMAGE")
	}
	for i := range v.cho.Media {
		if v.cho.Media[i].Kind == "3D" {
			return "3D" // its pictures are views of the model
		}
	}
	return w.Kind
}
