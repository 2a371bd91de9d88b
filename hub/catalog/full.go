package catalog

import (
	"context"
	"strconv"

	"moselle/schema"
)

// Full is a record as the REST API gives it whole: every property by the name
// in its class table, dates and numbers plain, linked records by id, name and,
// for places, position; media with what their reuse needs. Texts are in one
// language, the one given said in "languages" of each node; or, when langs is
// empty, every language as a map. calendarSummary says its dates or hours in
// words, in every size.
func (c *Catalog) Full(ctx context.Context, e *Entity, page string, langs []string) ([]byte, error) {
	linked, err := c.Linked(ctx, []*Entity{e})
	if err != nil {
		return nil, err
	}
	f := full{c: c, of: e, page: page, langs: langs, linked: linked}
	doc := f.node(e.Node)
	doc = append(doc, field{"source", string(e.Source)}, field{"page", c.Page(page, e.IRI)}, field{"document", c.Doc(e.IRI, "")})
	if s := c.summaries(e.Node, langs); s != nil {
		doc = append(doc, field{"calendarSummary", s})
	}
	if Graded(e.Class) {
		doc = append(doc, field{"quality", Assess(e, linked, page)})
	}
	return Encode(doc)
}

// object is a JSON object whose fields keep their order.
type object []field

type field struct {
	name  string
	value any
}

// MarshalJSON writes the fields in order.
func (o object) MarshalJSON() ([]byte, error) {
	buf := []byte{'{'}
	for i, f := range o {
		if i > 0 {
			buf = append(buf, ',')
		}
		name, err := Encode(f.name)
		if err != nil {
			return nil, err
		}
		value, err := Encode(f.value)
		if err != nil {
			return nil, err
		}
		buf = append(append(append(buf, name...), ':'), value...)
	}
	return append(buf, '}'), nil
}

type full struct {
	c      *Catalog
	of     *Entity
	page   string
	langs  []string
	linked map[schema.IRI]*Entity
}

func (f *full) node(n *schema.Node) object {
	given := map[string]string{} // languages by property
	doc := object{{"id", f.c.ID(n.ID)}, {"type", n.Types}}
	for _, p := range n.Props {
		row := n.Class.Property(p.Name)
		if row != nil && row.Range == schema.Text {
			doc = append(doc, field{p.Name, f.text(n, row, given)})
			continue
		}
		values := make([]any, len(p.Values))
		for i, v := range p.Values {
			values[i] = f.value(v, row)
		}
		if row != nil && !row.Many {
			doc = append(doc, field{p.Name, values[0]})
		} else {
			doc = append(doc, field{p.Name, values})
		}
	}
	if n.Class.Name == "Media" {
		line := f.c.Attribution(n, f.of, f.page, f.langs, f.linked)
		doc = append(doc, field{"reuse", schema.Reuse(n.String("license"))},
			field{"attribution", line.Text}, field{"attributionHtml", line.HTML}, field{"attributionLang", line.Lang})
	}
	if len(given) > 0 {
		doc = append(doc, field{"languages", given})
	}
	return doc
}

func (f *full) text(n *schema.Node, row *schema.Property, given map[string]string) any {
	if len(f.langs) == 0 {
		if !row.Many {
			return n.Texts(row.Name)
		}
		all := map[string][]string{}
		for _, v := range n.Values(row.Name) {
			all[v.Lang] = append(all[v.Lang], v.Text)
		}
		return all
	}
	text, lang := n.Text(row.Name, f.langs...)
	given[row.Name] = lang
	if row.Many {
		return n.TextsIn(row.Name, f.langs...)
	}
	return text
}

func (f *full) value(v schema.Value, row *schema.Property) any {
	switch {
	case v.Part != nil:
		return f.node(v.Part)
	case v.Ref != "":
		if row == nil || row.Range != schema.Link {
			if row != nil && row.Range == schema.Code {
				return v.String()
			}
			return f.c.ID(v.Ref)
		}
		return f.link(v.Ref)
	}
	if row != nil {
		switch row.Range {
		case schema.Decimal, schema.Integer:
			if n, err := strconv.ParseFloat(v.Text, 64); err == nil {
				return n
			}
		case schema.Boolean:
			return v.Text == "true"
		}
	}
	return v.Text
}

// link gives a linked record by what a reader wants at once.
func (f *full) link(iri schema.IRI) any {
	doc := object{{"id", f.c.ID(iri)}}
	e := f.linked[iri]
	if e == nil {
		return doc
	}
	doc = append(doc, field{"type", e.Node.Types})
	if len(f.langs) == 0 {
		doc = append(doc, field{"name", e.Node.Texts(e.Node.Class.TitleOf())})
	} else {
		label := labelOf(e.Node, f.langs)
		doc = append(doc, field{"name", label.Name}, field{"nameLang", label.Lang})
	}
	for _, part := range []string{"address", "geo"} {
		if p := e.Node.Node(part); p != nil && e.Class == "Place" {
			doc = append(doc, field{part, f.node(p)})
		}
	}
	return doc
}
