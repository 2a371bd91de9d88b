package iiif

import (
	"fmt"

	"moselle/schema"
	wire "moselle/schema/wire/iiif"
)

// Collection writes a collection with the works and collections in it, which are
// listed by their names; those without one are left out. It is an error when the
// collection has no name.
func (w *Writer) Collection(n *schema.Node, members []*schema.Node) (*wire.Collection, error) {
	c := &wire.Collection{Context: wire.PresentationContext, ID: w.Document(n.ID), Type: "Collection", About: w.about(n), Items: []wire.Resource{}}
	if len(c.Label) == 0 {
		return nil, fmt.Errorf("%s: a collection without a name cannot be written", n.ID)
	}
	if image := n.Node("image"); image != nil && image.String("contentUrl") != "" {
		c.Thumbnail = []wire.Resource{resource(image)}
		licence := image.String("license")
		if c.Rights = publicRights(licence); c.Rights == "" && licence != "" {
			c.Metadata = append(c.Metadata, licencePair(licence)...)
		}
	}
	for _, m := range members {
		r := wire.Resource{ID: w.Document(m.ID), Type: "Manifest", Label: langMap(m.Values("name"), oneLine), NavDate: navDate(m)}
		if m.Class.Name == "Collection" {
			r.Type = "Collection"
		}
		if len(r.Label) > 0 {
			c.Items = append(c.Items, r)
		}
	}
	return c, nil
}

// Change writes what happened to a work or a collection at a moment (UTC, RFC
// 3339): wire.Create, wire.Update or wire.Delete.
func (w *Writer) Change(kind string, iri schema.IRI, end string) wire.Change {
	t := &wire.Thing{ID: w.Document(iri), Type: "Manifest"}
	if class, _, _ := iri.Local(); class == "collection" {
		t.Type = "Collection"
	}
	return wire.Change{Type: kind, Object: t, EndTime: end}
}
