package feed

import (
	"fmt"
	"net/url"
	"path"
	"slices"
	"strings"

	"moselle/connectors/markup"
	"moselle/schema"
)

// medium is a file that belongs to an entry.
type medium struct {
	url, kind, what     string // address, media type, "image", "video" …
	width, height, size string
	title, credit       string
	copyright, license  string
	thumbnail           string
	thumbnails          bool // a thumbnail that stands alone
}

var imageTypes = map[string]string{".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".png": "image/png", ".webp": "image/webp",
	".gif": "image/gif", ".avif": "image/avif", ".svg": "image/svg+xml"}

// isImage tells pictures from other files, by what is said of them, else by the
// ending of the address.
func (m medium) isImage() bool {
	switch {
	case m.what != "":
		return m.what == "image"
	case m.kind != "":
		return strings.HasPrefix(m.kind, "image/")
	}
	return imageTypes[m.ext()] != ""
}

func (m medium) ext() string {
	u, err := url.Parse(m.url)
	if err != nil {
		return ""
	}
	return strings.ToLower(path.Ext(u.Path))
}

// medium adds a file; of one that is named twice what either says counts.
func (n *entry) medium(m medium) {
	if m.url == "" {
		return
	}
	m.kind = strings.ToLower(strings.TrimSpace(m.kind))
	if i := slices.IndexFunc(n.media, func(o medium) bool { return o.url == m.url }); i >= 0 {
		o := &n.media[i]
		for _, f := range [...]struct {
			to   *string
			from string
		}{{&o.kind, m.kind}, {&o.what, m.what}, {&o.width, m.width}, {&o.height, m.height}, {&o.size, m.size}, {&o.title, m.title},
			{&o.credit, m.credit}, {&o.copyright, m.copyright}, {&o.license, m.license}, {&o.thumbnail, m.thumbnail}} {
			*f.to = either(*f.to, f.from)
		}
		o.thumbnails = o.thumbnails && m.thumbnails
		return
	}
	if len(n.media) == maxMedia {
		n.fault("image", m.url, fmt.Sprintf("more than %d files; the first are kept", maxMedia))
		return
	}
	n.media = append(n.media, m)
}

// isMedia reports whether an element is of Media RSS.
func isMedia(e *markup.Element) bool { return undeclared(e, "media", nsMedia) }

// mediaRSS reads an element of Media RSS (1.5.1). What a group or the entry says
// holds for the files that say nothing themselves.
func (n *entry) mediaRSS(e *markup.Element, base string, around medium) {
	switch e.Name {
	case "group":
		around = described(e, around, base)
		for _, c := range e.Children {
			n.mediaRSS(c, base, around)
		}
	case "content":
		m := described(e, around, base)
		m.url = address(base, either(e.Attr("url"), e.Child("player").Attr("url")))
		m.kind, m.what = e.Attr("type"), strings.ToLower(e.Attr("medium"))
		m.width, m.height, m.size = e.Attr("width"), e.Attr("height"), e.Attr("fileSize")
		n.medium(m)
	case "thumbnail":
		m := around
		m.url, m.what, m.thumbnails = address(base, either(e.Attr("url"), e.Value())), "image", true
		m.width, m.height = e.Attr("width"), e.Attr("height")
		n.medium(m)
	}
}

// described is a medium with what the elements in e say of it.
func described(e *markup.Element, m medium, base string) medium {
	for _, c := range e.Children {
		if !isMedia(c) {
			continue
		}
		switch c.Name {
		case "title":
			m.title = lines(textOf(c))
		case "description":
			m.title = either(m.title, lines(textOf(c)))
		case "credit":
			if m.credit == "" || !strings.Contains(m.credit, c.Value()) {
				m.credit = strings.TrimPrefix(m.credit+", "+lines(textOf(c)), ", ")
			}
		case "copyright":
			m.copyright = either(lines(textOf(c)), c.Attr("url"))
		case "license":
			m.license = either(c.Attr("href"), c.Value())
		case "thumbnail":
			m.thumbnail = address(base, c.Attr("url"))
		}
	}
	return m
}

// images adds the pictures of an entry. A thumbnail counts where it is all there
// is.
func (r *run) images(b *schema.Builder, n *entry) {
	all := slices.DeleteFunc(slices.Clone(n.media), func(m medium) bool { return !m.isImage() })
	if large := slices.DeleteFunc(slices.Clone(all), func(m medium) bool { return m.thumbnails }); len(large) > 0 {
		if len(all) == len(large)+1 && len(large) == 1 && large[0].thumbnail == "" {
			i := slices.IndexFunc(all, func(m medium) bool { return m.thumbnails })
			large[0].thumbnail = all[i].url
		}
		all = large
	}
	for _, m := range all {
		p := b.Part("image", "Media")
		p.Type("ImageObject")
		p.Put("contentUrl", m.url)
		p.Put("thumbnailUrl", m.thumbnail)
		p.Put("encodingFormat", either(m.kind, imageTypes[m.ext()]))
		p.Put("license", either(m.license, r.env.License))
		if m.title != n.title {
			p.Text("caption", n.lang, m.title)
		}
		p.Text("creditText", n.lang, m.credit)
		p.Text("copyrightNotice", n.lang, m.copyright)
		for _, side := range []struct{ prop, value string }{{"width", m.width}, {"height", m.height}, {"contentSize", m.size}} {
			if side.value != "0" && side.value != "" {
				p.Put(side.prop, side.value)
			}
		}
	}
}

// fault notes what is left out of an entry, once.
func (n *entry) fault(path, value, message string) {
	f := schema.Fault{Path: path, Value: value, Message: message}
	if !slices.Contains(n.faults, f) {
		n.faults = append(n.faults, f)
	}
}
