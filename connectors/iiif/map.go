package iiif

import (
	"moselle/connectors"
	"moselle/schema"
	crosswalk "moselle/schema/crosswalk/iiif"
)

// work maps a manifest.
func (c *connector) work(d *document, e *entry) (connectors.Item, *connectors.Refusal) {
	return c.item("Work", d, crosswalk.Document{Key: e.key, Label: e.label, Within: e.within}, (*crosswalk.Reader).Work,
		`the manifest has no label: write one, such as "label": {"fr": ["Affiche"]}`)
}

// group maps a collection.
func (c *connector) group(d *document, n nested) (connectors.Item, *connectors.Refusal) {
	return c.item("Collection", d, crosswalk.Document{Key: n.key, Label: n.label, Within: n.within}, (*crosswalk.Reader).Collection,
		`the collection has no label: write one, such as "label": {"fr": ["Affiches"]}; its manifests are read all the same`)
}

// item maps a document by fill; unnamed is what one without a label is told.
func (c *connector) item(class string, d *document, in crosswalk.Document, fill func(*crosswalk.Reader, *schema.Builder, crosswalk.Document) bool,
	hint string) (connectors.Item, *connectors.Refusal) {
	records := connectors.NewRecords(c.env)
	b, _ := records.Build(class, in.Key, "")
	in.Object, in.At = d.Object, d.location
	r := &crosswalk.Reader{Lang: c.env.Lang, License: c.env.License, Media: c.Canvases, Labels: c.labels, Others: c.Others, Embed: records.EmbedNamed}
	where := connectors.Name(in.Key)
	if !fill(r, b, in) {
		return connectors.Item{}, connectors.Refuse(in.Key, where, "label", "", "%s", hint)
	}
	it, refusal := records.Item(in.Key, where)
	if refusal == nil {
		it.Faults = append(d.faults[:len(d.faults):len(d.faults)], it.Faults...)
	}
	return it, refusal
}
