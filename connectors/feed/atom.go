package feed

import (
	"strings"

	"moselle/connectors/markup"
)

// atom reads an entry of Atom.
func (r *run) atom(e *markup.Element) *entry {
	n := &entry{raw: e.Raw, lang: either(e.Lang, r.channel.lang), license: r.channel.license, rights: r.channel.rights}
	base := baseOf(e, r.channel.base)
	around := described(e, medium{}, base)
	for _, c := range e.Children {
		own := baseOf(c, base)
		if len(c.Attrs) == 0 {
			own = base
		}
		switch {
		case isAtom(c), c.Space == "":
			n.atomPart(c, own)
		case isDublinCore(c):
			n.dublinCore(c)
		case isMedia(c):
			n.mediaRSS(c, own, around)
		default:
			n.extension(c, own)
		}
	}
	return n
}

// atomPart takes over one element of Atom, be it in an entry or in an item of
// RSS.
func (n *entry) atomPart(e *markup.Element, base string) {
	switch e.Name {
	case "id":
		n.id = either(n.id, e.Value())
	case "title":
		n.title = either(n.title, titled(construct(e)))
		n.lang = either(e.Lang, n.lang)
	case "summary", "subtitle":
		n.summary = either(n.summary, construct(e))
	case "content":
		n.content = either(n.content, construct(e))
	case "link":
		n.atomLink(e, base)
	case "category":
		n.category(e)
	case "published", "issued", "created":
		n.published = either(n.published, e.Value())
	case "rights", "copyright":
		n.rights = construct(e)
	case "updated", "modified", "author", "contributor", "source", "generator":
	default:
		n.extension(e, base)
	}
}

// atomLink takes over a link by what it leads to (RFC 4287, section 4.2.7).
func (n *entry) atomLink(e *markup.Element, base string) {
	to := address(base, e.Attr("href"))
	kind := strings.ToLower(e.Attr("type"))
	switch e.Attr("rel") {
	case "", "alternate":
		if n.link == "" || kind == "text/html" {
			n.link = to
		}
	case "enclosure":
		n.medium(medium{url: to, kind: kind, size: e.Attr("length"), title: e.Attr("title")})
	case "license":
		n.license = to
	}
}
