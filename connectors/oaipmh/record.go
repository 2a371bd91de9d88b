package oaipmh

import (
	"encoding/xml"
	"errors"
	"fmt"
	"strings"
	"time"

	"moselle/connectors"
	"moselle/connectors/markup"
	wire "moselle/schema/wire/oaipmh"
)

// maxKey bounds the length of an identifier.
const maxKey = 1000

// header is what is needed of a record's header.
type header struct {
	key, stamp string
	deleted    bool
}

// headerOf reads the header of a record.
func headerOf(e *markup.Element, where string) (header, error) {
	h := e.Child("header")
	if h == nil {
		return header{}, connectors.Refuse("", where, "header", "", "the record has no header, so that it cannot be recognised tomorrow")
	}
	out := header{key: h.Child("identifier").Value(), stamp: h.Child("datestamp").Value(), deleted: strings.EqualFold(h.Attr("status"), "deleted")}
	switch {
	case out.key == "":
		return out, connectors.Refuse("", where, "header.identifier", "", "the record has no identifier, so that it cannot be recognised tomorrow")
	case len(out.key) > maxKey:
		return out, connectors.Refuse("", where, "header.identifier", out.key, "longer than %d characters", maxKey)
	}
	return out, nil
}

// changed returns the end of the second or day in which the record changed last.
func (h header) changed() time.Time {
	t, g, _ := wire.ParseDate(h.stamp) // the zero time when it is none
	return t.Add(g.Step())
}

// item makes the item of a record: by the first of the formats that any of its
// descriptions is in. Its key is the identifier of the header, by which alone the
// repository says that it is gone.
func (c *connector) item(e *markup.Element, h header, where string) (connectors.Item, error) {
	if h.deleted {
		return connectors.Item{Key: h.key, Where: where, Deleted: true}, nil
	}
	raw := append([]byte(e.Lang+"\x00"), e.Raw...)
	if key, ok := c.env.Known(raw); ok {
		return connectors.Item{Key: key, Where: where, Same: true, Raw: raw}, nil
	}
	metadata := descriptions(e)
	format, found := c.find(metadata)
	if found == nil {
		return connectors.Item{}, c.unread(metadata, h.key, where)
	}
	it, err := c.read[format](found, h.key, where)
	var refusal *connectors.Refusal
	if errors.As(err, &refusal) {
		refusal.Key = h.key
		return it, refusal
	}
	it.Key, it.Where, it.Raw = h.key, where, raw
	return it, err
}

// descriptions returns what holds the descriptions of a record: its metadata, else
// what stands in the record itself, as some write it.
func descriptions(e *markup.Element) []*markup.Element {
	if all := e.All("metadata"); len(all) > 0 {
		return all
	}
	bare := &markup.Element{}
	for _, c := range e.Children {
		if c.Name != "header" && c.Name != "about" {
			bare.Children = append(bare.Children, c)
		}
	}
	return []*markup.Element{bare}
}

// maxWrapped is how deep a description may lie inside others: METS wraps MODS
// four times.
const maxWrapped = 6

// find returns the description in the best of the formats.
func (c *connector) find(metadata []*markup.Element) (format int, e *markup.Element) {
	format = len(c.formats)
	var look func(under *markup.Element, depth int)
	look = func(under *markup.Element, depth int) {
		for _, child := range under.Children {
			if f := c.formatOf(nameOf(child)); f >= 0 {
				if f < format {
					format, e = f, child
				}
				continue
			}
			if depth < maxWrapped && format > 0 {
				look(child, depth+1)
			}
		}
	}
	for _, m := range metadata {
		look(m, 1)
	}
	if e != nil {
		return format, e
	}
	for _, m := range metadata { // Dublin Core in any wrapping
		for _, child := range m.Children {
			if dublin(child) {
				return len(c.formats) - 1, child
			}
		}
	}
	return 0, nil
}

// unread says why nothing of a record could be read.
func (c *connector) unread(metadata []*markup.Element, key, where string) error {
	for _, m := range metadata {
		for _, child := range m.Children {
			return connectors.Refuse(key, where, "metadata", child.Name, "the description is in a format that is not read here (%s); ask for one of %s by prefix in the source's settings", place(child), c.names())
		}
	}
	return connectors.Refuse(key, where, "metadata", "", "the record has no description (metadata) and is not marked as deleted either")
}

func nameOf(e *markup.Element) xml.Name { return xml.Name{Space: e.Space, Local: e.Name} }

// names lists the formats.
func (c *connector) names() string {
	var all []string
	for _, f := range c.formats {
		all = append(all, f.Name)
	}
	return strings.Join(all, ", ")
}

// loose makes the item of a description that stands in no record, under its own
// key.
func (c *connector) loose(e *markup.Element, where string) (connectors.Item, error) {
	raw := append([]byte(e.Lang+"\x00"), e.Raw...)
	if key, ok := c.env.Known(raw); ok {
		return connectors.Item{Key: key, Where: where, Same: true, Raw: raw}, nil
	}
	format := c.formatOf(nameOf(e))
	if format < 0 {
		format = len(c.formats) - 1 // statements of Dublin Core in a record of nobody's
	}
	it, err := c.read[format](e, "", where)
	it.Raw = raw
	return it, err
}

// at names the place of an element in a document or on a page.
func at(document string, e *markup.Element) string {
	return strings.TrimSpace(fmt.Sprintf("%s line %d", document, e.Line))
}
