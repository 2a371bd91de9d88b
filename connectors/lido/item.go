package lido

import (
	"moselle/connectors"
	"moselle/connectors/markup"
	"moselle/schema"
	"moselle/schema/crosswalk"
	"moselle/schema/crosswalk/lido"
)

// item maps a record. Without an identifier of its own it is keyed by known, "" for
// nothing known.
func (c *connector) item(e *markup.Element, known, where string) (connectors.Item, error) {
	key, own := lido.Key(e)
	poor := ""
	if key == "" {
		key = known
	}
	if key == "" && own != "" {
		key, poor = own, own
	}
	if key == "" {
		return connectors.Item{}, connectors.Refuse("", where, "lidoRecID", "", "missing, and there is no recordID either: without one of them the record cannot be recognised tomorrow")
	}
	records := connectors.NewRecords(c.env)
	b, _ := records.Build("Work", key, "")
	if poor != "" {
		b.Fault(schema.Fault{Path: "lidoRecID", Value: poor, Message: "missing, so the recordID stands for it: write a lidoRecID that is the same tomorrow"})
	}
	if connectors.IsWeb(c.env.Location) {
		b.Put("derivedFrom", c.env.Location)
	}
	lido.Read(b, key, e, lido.Reader{
		Reader: crosswalk.Reader{Lang: c.Lang, License: c.env.License, Embed: records.EmbedNamed},
		LonLat: c.LonLat,
		Work:   func(key string) schema.IRI { return schema.Mint(c.env.Source, "Work", key) },
	})
	it, refusal := records.Item(key, where)
	if refusal != nil {
		return connectors.Item{}, refusal
	}
	return it, nil
}
