package plurio

import (
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"

	"moselle/schema"
	"moselle/schema/wire/plurio"
)

// file is a picture, a sound or a film, however it was listed.
type file struct {
	address, place, name, caption, about, notice string
}

// pictures adds pictures, the main one first, then the files of collections and
// films.
func (m *mapper) pictures(b *schema.Builder, list []plurio.Picture, collections []plurio.Collection, movies []plurio.Movie) {
	var files []file
	for _, p := range list {
		f := file{address(p.Domain, p.Path), p.Position + p.Place + p.PositionOut, p.Name + p.TitleOut, p.AltText + p.AltOut, p.Description + p.TextOut, ""}
		if p.URL != "" {
			f.address = schema.CleanURL(p.URL)
		}
		if f.address == "" {
			if p.PictureID != "" {
				warn(b, "relations.pictures.picture.pictureId", p.PictureID, "a number in Plurio.net's own store, which cannot be looked up any more; give the picture by domain and path")
			}
			continue
		}
		files = append(files, f)
	}
	slices.SortStableFunc(files, func(x, y file) int { return rank(x.place) - rank(y.place) })
	for _, c := range collections {
		for _, i := range c.Items {
			if at := address(i.Domain, i.Path); at != "" {
				files = append(files, file{at, i.Position, i.Name, i.AltText, i.Description, i.Copyright})
			}
		}
	}
	if len(files) > maxList {
		warn(b, "relations.pictures", "", fmt.Sprintf("more than %d pictures; the first are kept", maxList))
		files = files[:maxList]
	}
	for _, f := range files {
		m.file(b, f)
	}
	for _, v := range movies[:min(len(movies), maxList)] {
		if at := webAddress(v.Default); at != "" {
			p := b.Part("image", "Media")
			p.Type("VideoObject")
			p.Put("contentUrl", at)
			p.Put("thumbnailUrl", webAddress(v.Preview))
			p.Put("license", m.env.License)
		}
	}
}

// rank puts the picture that is the entry's own first.
func rank(place string) int {
	if place == "default" {
		return 0
	}
	return 1
}

// address returns the address of a path at a domain, which may come without its
// scheme and with a slash at its end.
func address(domain, path string) string {
	switch {
	case path == "" || strings.Contains(path, "://"):
		return schema.CleanURL(path)
	case domain == "":
		return ""
	}
	domain = strings.TrimRight(domain, "/")
	if !strings.Contains(domain, "://") {
		domain = "http://" + strings.TrimLeft(domain, "/")
	}
	return schema.CleanURL(domain + "/" + strings.TrimLeft(path, "/"))
}

// rights tells a text about rights from one about what is to be seen.
var rights = regexp.MustCompile(`(?i)©|\(c\)|copyright|\bfotos?:|\bphotos?:|crédits?\b|all rights`)

// kinds are the types of files by how their names end.
var kinds = map[string]string{".mp4": "VideoObject", ".mov": "VideoObject", ".avi": "VideoObject", ".flv": "VideoObject", ".mp3": "AudioObject", ".wav": "AudioObject", ".pdf": "TextObject"}

func (m *mapper) file(b *schema.Builder, f file) {
	p := b.Part("image", "Media")
	kind := kinds[strings.ToLower(path.Ext(f.address))]
	if kind == "" {
		kind = "ImageObject"
	}
	p.Type(kind)
	p.Put("contentUrl", f.address)
	p.Text("name", m.lang, schema.PlainText(f.name))
	caption, about := schema.PlainText(f.caption), schema.PlainText(f.about)
	if rights.MatchString(about) && len(about) <= 255 {
		f.notice, about = strings.TrimSpace(f.notice+" "+about), ""
	}
	if caption != "" && about != "" && !strings.Contains(about, caption) {
		caption += ". " + about
	} else if about != "" {
		caption = about
	}
	p.Text("caption", m.lang, caption)
	p.Text("copyrightNotice", m.lang, schema.PlainText(f.notice))
	p.Put("license", m.env.License)
}
