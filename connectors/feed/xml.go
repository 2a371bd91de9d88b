package feed

import (
	"bufio"
	"encoding/xml"
	"errors"
	"fmt"
	"slices"
	"strings"

	"moselle/connectors"
	"moselle/connectors/markup"
	"moselle/schema"
)

// Namespaces that are read by name. Those of RSS itself are many and do not
// matter; of all others what stands in them counts (extension.go).
const (
	nsAtom    = "http://www.w3.org/2005/Atom"
	nsAtom03  = "http://purl.org/atom/ns#"
	nsDC      = "http://purl.org/dc/elements/1.1/"
	nsTerms   = "http://purl.org/dc/terms/"
	nsMedia   = "http://search.yahoo.com/mrss"
	nsContent = "http://purl.org/rss/1.0/modules/content/"
	nsHistory = "http://purl.org/syndication/history/1.0"
	nsXML     = "http://www.w3.org/XML/1998/namespace"
)

// isOf reports whether a namespace is the one that is meant: of some, spellings
// with another scheme or without the final sign are about.
func isOf(space, want string) bool {
	if space == want {
		return true
	}
	return len(space) > 8 && strings.EqualFold(bare(space), bare(want))
}

func bare(space string) string {
	if _, rest, ok := strings.Cut(space, "://"); ok {
		space = rest
	}
	return strings.TrimRight(space, "/#")
}

// isAtom reports whether an element is of Atom, of any version.
func isAtom(e *markup.Element) bool {
	return undeclared(e, "atom", nsAtom) || isOf(e.Space, nsAtom03)
}

// undeclared reports prefixes that stand for a namespace though the document does
// not declare them.
func undeclared(e *markup.Element, prefix, space string) bool {
	return e.Space == prefix || isOf(e.Space, space)
}

// roots are the names of the elements that a feed begins with.
var roots = []string{"rss", "feed", "RDF", "rdf", "channel", "RSS", "entry"}

// pieces reports whether the path leads to an entry or to what the feed says of
// itself.
func pieces(path []xml.Name) bool {
	name := path[0].Local
	switch len(path) {
	case 1:
		return name == "entry"
	case 2:
		return slices.Contains(roots, name) && (path[1].Local != "channel" || strings.EqualFold(name, "RDF"))
	}
	return len(path) == 3 && slices.Contains(roots, name) && path[1].Local == "channel"
}

// xml reads a document in RSS or Atom.
func (r *run) xml(doc *bufio.Reader, charset string) error {
	name := ""
	options := markup.Options{
		Charset: charset,
		Match: func(path []xml.Name) bool {
			name = path[0].Local
			return pieces(path)
		},
		Warn: func(message string) { r.mended = append(r.mended, schema.Fault{Message: message}) },
	}
	for e, err := range markup.Elements(r.ctx, doc, options) {
		var refusal *connectors.Refusal
		switch {
		case errors.As(err, &refusal):
			refusal.Where = r.where(refusal.Where)
			err = r.Refuse(refusal)
		case err == nil:
			err = r.piece(e)
		}
		if err != nil {
			return err
		}
	}
	if !slices.Contains(roots, name) {
		return fmt.Errorf("this is XML of <%s> and no feed: a feed begins with <rss>, <rdf:RDF> or <feed>", name)
	}
	return nil
}

// where names the document, of several, that a place is in.
func (r *run) where(place string) string {
	if r.page == 1 {
		return place
	}
	return fmt.Sprintf("document %d, %s", r.page, place)
}

// piece reads an entry, or what the feed says of itself.
func (r *run) piece(e *markup.Element) error {
	where := r.where(fmt.Sprintf("line %d", e.Line))
	switch e.Name {
	case "item":
		return r.each(r.rss(e), where)
	case "entry":
		return r.each(r.atom(e), where)
	case "deleted-entry":
		return r.each(&entry{id: strings.TrimSpace(e.Attr("ref")), deleted: true}, where)
	case "channel": // of RSS 1.0, all in one
		for _, c := range e.Children {
			r.channel.learn(c)
		}
		return nil
	}
	r.channel.learn(e)
	return nil
}

// learn takes over what one element says of the feed.
func (c *channel) learn(e *markup.Element) {
	switch e.Name {
	case "language":
		c.lang = either(c.lang, e.Value())
	case "link":
		c.link(e)
	case "copyright", "rights":
		c.rights = either(c.rights, textOf(e))
	case "license":
		c.license = either(c.license, either(e.Attr("resource"), e.Value()))
	case "complete":
		c.complete = c.complete || isOf(e.Space, nsHistory)
	}
}

// link takes over where else the feed goes on, and of RSS its page, from which
// relative addresses are meant.
func (c *channel) link(e *markup.Element) {
	to := address(baseOf(e, c.base), either(e.Attr("href"), e.Value()))
	switch e.Attr("rel") {
	case "next":
		c.next = to
	case "prev-archive":
		c.older = to
	case "license":
		c.license = either(c.license, to)
	case "":
		if !isAtom(e) && strings.Contains(to, "://") {
			c.base = to
		}
	}
}

// baseOf returns what relative addresses in an element begin with: the xml:base
// around it, each relative to the next, within that of the document.
func baseOf(e *markup.Element, document string) string {
	if e == nil {
		return document
	}
	around := baseOf(e.Parent, document)
	for _, a := range e.Attrs {
		if a.Name == "base" && a.Space == nsXML {
			return address(around, a.Value)
		}
	}
	return around
}

func either(a, b string) string {
	if a = strings.TrimSpace(a); a != "" {
		return a
	}
	return strings.TrimSpace(b)
}
