package feed

import (
	"fmt"
	"slices"
	"strings"

	"moselle/connectors/markup"
)

// rss reads an item of RSS, of any version.
func (r *run) rss(e *markup.Element) *entry {
	base := baseOf(e, r.channel.base)
	n := &entry{raw: e.Raw, lang: either(e.Lang, r.channel.lang), license: r.channel.license, rights: r.channel.rights}
	guid, permalink := "", false
	around := described(e, medium{}, base)
	for _, c := range e.Children {
		switch {
		case c.Name == "title" && isOwn(c):
			n.title = either(n.title, lines(textOf(c)))
		case c.Name == "link" && (isOwn(c) || isAtom(c)):
			n.rssLink(c, base)
		case c.Name == "guid" && isOwn(c):
			guid, permalink = c.Value(), !strings.EqualFold(strings.TrimSpace(c.Attr("isPermaLink")), "false")
		case c.Name == "description" && isOwn(c):
			n.summary = either(n.summary, textOf(c))
		case c.Name == "encoded" && undeclared(c, "content", nsContent), c.Name == "encoded" && isOwn(c), c.Name == "body" && strings.Contains(c.Space, "xhtml"):
			n.content = either(n.content, textOf(c))
		case c.Name == "category" && (isOwn(c) || isAtom(c)):
			n.category(c)
		case c.Name == "pubDate" && isOwn(c):
			n.published = either(n.published, c.Value())
		case c.Name == "enclosure" && isOwn(c):
			n.medium(medium{url: address(base, c.Attr("url")), kind: c.Attr("type"), size: c.Attr("length")})
		case c.Name == "image" && isOwn(c):
			n.medium(medium{url: address(base, either(c.Child("url").Value(), either(c.Attr("href"), c.Value()))), what: "image"})
		case isAtom(c):
			n.atomPart(c, base)
		case isDublinCore(c):
			n.dublinCore(c)
		case isMedia(c):
			n.mediaRSS(c, base, around)
		default:
			n.extension(c, base)
		}
	}
	switch {
	case guid != "":
		n.id = guid
	case e.Attr("about") != "":
		n.id = strings.TrimSpace(e.Attr("about"))
	}
	if n.link == "" && permalink && strings.Contains(guid, "://") {
		n.link = guid
	}
	return n
}

// isOwn reports whether an element is of RSS itself: in no namespace or in one of
// its versions.
func isOwn(e *markup.Element) bool {
	switch s := e.Space; {
	case s == "", strings.Contains(s, "netscape.com"), strings.Contains(s, "backend.userland.com"),
		strings.Contains(s, "blogs.law.harvard.edu"), strings.Contains(s, "www.rssboard.org"):
		return true
	default:
		return strings.HasPrefix(s, "http://purl.org/") && strings.Contains(s, "/rss/") && !strings.Contains(s, "modules") ||
			strings.HasPrefix(s, "http://my.netscape") || strings.Contains(s, "purl.org/net/rss1.1")
	}
}

// rssLink takes over the page of an item: RSS's own link before one of Atom.
func (n *entry) rssLink(e *markup.Element, base string) {
	if isAtom(e) {
		n.atomLink(e, base)
		return
	}
	if to := either(e.Value(), either(e.Attr("href"), e.Attr("resource"))); to != "" {
		n.link = address(base, to)
	}
}

// category takes over a category, of RSS or Atom.
func (n *entry) category(e *markup.Element) {
	term := either(e.Attr("term"), textOf(e))
	n.addCategory(category{either(e.Attr("domain"), e.Attr("scheme")), lines(term), lines(e.Attr("label"))})
}

func (n *entry) addCategory(c category) {
	if c.term = strings.TrimSpace(c.term); c.term == "" {
		c.term = c.label
	}
	if c.term == "" {
		return
	}
	name := either(c.label, c.term)
	if i := slices.IndexFunc(n.categories, func(o category) bool { return either(o.label, o.term) == name }); i >= 0 {
		if c.label != "" { // it says more than the name
			n.categories[i] = c
		}
		return
	}
	if len(n.categories) == maxCategories {
		n.fault("category", "", fmt.Sprintf("more than %d categories; the first are kept", maxCategories))
		return
	}
	n.categories = append(n.categories, c)
}

// isDublinCore reports whether an element is of Dublin Core.
func isDublinCore(e *markup.Element) bool {
	return undeclared(e, "dc", nsDC) || undeclared(e, "dcterms", nsTerms)
}

// dublinCore takes over what Dublin Core says of an entry. Who wrote it organises
// nothing and is left out.
func (n *entry) dublinCore(e *markup.Element) {
	switch e.Name {
	case "title":
		n.title = either(n.title, lines(textOf(e)))
	case "description", "abstract":
		n.summary = either(n.summary, textOf(e))
	case "date", "issued", "created":
		n.published = either(n.published, e.Value())
	case "subject":
		n.addCategory(category{term: lines(textOf(e))})
	case "language":
		n.lang = either(e.Value(), n.lang)
	case "rights", "rightsHolder":
		n.rights = textOf(e)
	case "license":
		n.license = either(e.Attr("resource"), e.Value())
	case "temporal":
		n.about.period(e.Value())
	case "spatial", "coverage":
		n.about.take("location", e.Value())
	case "identifier":
		n.id = either(n.id, e.Value())
	}
}
