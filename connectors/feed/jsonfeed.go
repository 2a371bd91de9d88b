package feed

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"moselle/connectors"
	"moselle/schema"
	"moselle/schema/tree"
)

// json reads a document in JSON Feed 1.0 or 1.1.
func (r *run) json(doc *bufio.Reader) error {
	s := tree.NewStream(connectors.UTF8(doc), connectors.MaxItem)
	s.Aside = r.channel.member
	err := s.Enter([]string{"items"})
	for n := 1; err == nil; n++ {
		var item tree.Element
		if item, err = s.Next(); err == nil {
			err = r.jsonItem(item, r.where(fmt.Sprintf("item %d, line %d", n, item.Line)))
		}
	}
	switch {
	case errors.Is(err, io.ErrUnexpectedEOF):
		return fmt.Errorf("the file breaks off before its end; it was probably cut off on its way: export it and upload it again")
	case err == io.EOF:
		return nil
	}
	return err
}

// member takes over what a JSON Feed says of itself.
func (c *channel) member(name string, value []byte) {
	var t tree.Tree
	if t.JSON(string(value)) != nil {
		return
	}
	switch text := t.Root().Text(); name {
	case "language":
		c.lang = text
	case "next_url":
		c.next = address(c.base, text)
	case "home_page_url":
		if connectors.IsWeb(text) {
			c.base = text
		}
	}
}

// jsonItem reads one item.
func (r *run) jsonItem(item tree.Element, where string) error {
	if item.TooLong {
		return r.Refuse(connectors.Refuse("", where, "", "", "larger than %d MB; keep pictures and other files out of it", connectors.MaxItem>>20))
	}
	text, mended := item.Text, false
	if !utf8.Valid(text) {
		text, _ = charmap.Windows1252.NewDecoder().Bytes(text)
		mended = true
	}
	var t tree.Tree
	if err := t.JSON(string(text)); err != nil {
		return r.Refuse(connectors.Refuse("", where, "", string(text), "this is no JSON: %v", err))
	}
	if t.Root().Kind() != tree.Object {
		return r.Refuse(connectors.Refuse("", where, "", string(text), "an item is an object, this is %s", t.Root().Kind()))
	}
	e := r.channel.item(t.Root())
	e.raw = item.Text
	if mended {
		e.fault("", "", "the text is not UTF-8, as JSON has to be; it was read as Windows-1252")
	}
	return r.each(e, where)
}

// item reads an item with its extensions, which begin with an underscore.
func (c *channel) item(n tree.Node) *entry {
	text := func(key string) string { return strings.TrimSpace(n.Member(key).Text()) }
	e := &entry{
		id: text("id"), link: address(c.base, either(text("url"), text("external_url"))),
		title: lines(schema.PlainText(text("title"))), summary: schema.PlainText(text("summary")),
		content: schema.PlainText(text("content_html")), lang: either(text("language"), c.lang),
		published: text("date_published"),
	}
	if plain := schema.CleanText(text("content_text")); plain != "" {
		e.content = plain
	}
	for tag := range n.Member("tags").Children() {
		e.addCategory(category{term: lines(tag.Text())})
	}
	e.medium(medium{url: address(c.base, text("image")), what: "image"})
	e.medium(medium{url: address(c.base, text("banner_image")), what: "image"})
	for a := range n.Member("attachments").Children() {
		e.medium(medium{url: address(c.base, a.Member("url").Text()), kind: a.Member("mime_type").Text(), title: a.Member("title").Text(),
			size: a.Member("size_in_bytes").Text()})
	}
	for m := range n.Children() {
		if !ofItem[m.Key()] {
			e.member(m, "", maxNested)
		}
	}
	return e
}

// ofItem are the members of an item that the format has itself.
var ofItem = map[string]bool{"id": true, "url": true, "external_url": true, "title": true, "summary": true, "content_html": true,
	"content_text": true, "language": true, "date_published": true, "date_modified": true, "tags": true, "image": true,
	"banner_image": true, "attachments": true, "author": true, "authors": true}

// member takes over a member of an extension and what stands in it; within is
// what the member around it means.
func (e *entry) member(n tree.Node, within string, depth int) {
	name := plainName(n.Key())
	switch n.Kind() {
	case tree.Array:
		for c := range n.Children() {
			if c.Kind() == tree.Object && depth > 0 {
				e.object(c, name, within, depth-1)
			} else if names[name].field != "category" {
				e.about.within(within, name, c.Text(), "")
			} else {
				e.addCategory(category{term: lines(c.Text())})
			}
		}
	case tree.Object:
		if depth > 0 {
			e.object(n, name, within, depth-1)
		}
	case tree.String, tree.Number, tree.Bool:
		if name == "license" && within == "" {
			e.license = either(e.license, n.Text())
		}
		e.about.within(within, name, n.Text(), "")
	}
}

// object takes over what stands in an object of that name. What it says of its
// categories, pictures and translations is none of the event's dates and places.
func (e *entry) object(n tree.Node, name, within string, depth int) {
	switch f := names[name].field; f {
	case "location", "organizer", "start", "end":
		within = f
	case "category":
		e.addCategory(category{term: n.Member("id").Text(), label: lines(n.Member("name").Text())})
		return
	}
	if name == "image" || name == "publisher" || name == "performers" || name == "creators" || name == "prices" {
		return
	}
	for c := range n.Children() {
		e.member(c, within, depth)
	}
}
