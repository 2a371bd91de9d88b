package uitdatabank

import (
	"slices"
	"strings"

	"moselle/schema"
)

// media adds pictures and films. UiTdatabank says who holds the rights and not
// under which licence: that is the source's.
func (m *mapper) media(b *schema.Builder, d *document) {
	all := slices.Concat(d.MediaObject, d.Images)
	if d.Image != "" && !slices.ContainsFunc(all, func(x medium) bool { return x.ContentURL == d.Image || x.ThumbnailURL == d.Image }) {
		all = append(all, medium{Type: words{"schema:ImageObject"}, ContentURL: d.Image})
	}
	for _, v := range d.Videos {
		v.Type = words{"VideoObject"}
		all = append(all, v)
	}
	if len(all) > maxMedia {
		fault(b, "image", "", "more than 100 pictures and films; the first are kept")
		all = all[:maxMedia]
	}
	for _, x := range all {
		p := b.Part("image", "Media")
		for _, t := range x.Type {
			p.Type(strings.TrimPrefix(t, "schema:"))
		}
		if len(x.Type) == 0 {
			p.Type("ImageObject")
		}
		p.Put("contentUrl", schema.CleanURL(x.ContentURL))
		if x.ContentURL == "" {
			p.Put("contentUrl", schema.CleanURL(x.URL))
		}
		if !p.Has("contentUrl") {
			continue
		}
		p.Put("thumbnailUrl", schema.CleanURL(x.ThumbnailURL))
		p.Put("embedUrl", schema.CleanURL(x.EmbedURL))
		p.Put("license", m.env.License)
		lang := m.lang(x.InLanguage + x.Language)
		p.Text("caption", lang, schema.PlainText(x.Description.in(lang)))
		p.Text("copyrightNotice", lang, x.CopyrightHolder)
	}
}
