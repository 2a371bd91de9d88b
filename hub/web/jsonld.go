package web

import (
	"encoding/json"
	"slices"
	"strings"

	"moselle/schema"
	"moselle/schema/vocab"
)

// jsonLD gives the record as search engines read it: schema.org alone, in the
// page's language, with places and people inline. The whole record, in all
// languages, is one link away.
func (v view) jsonLD() string {
	doc := v.described(v.node, 0)
	doc["@context"] = map[string]string{"@vocab": vocab.Schema, "@language": v.lang}
	data, err := json.Marshal(doc) // escapes what could end the script element
	if err != nil {
		return ""
	}
	return string(data)
}

func (v view) described(n *schema.Node, depth int) map[string]any {
	doc := map[string]any{"@id": v.catalog.ID(n.ID)}
	if len(n.Types) > 0 {
		doc["@type"] = n.Types[0]
	}
	switch n.Class.Name { // what schema.org has for what is not its own
	case "Occurrence":
		doc["@type"] = "Event"
	case "Concept":
		doc["@type"] = "DefinedTerm"
		doc["name"] = v.literal(n.Title(v.langs...))
	case "ConceptScheme":
		doc["@type"] = "DefinedTermSet"
		doc["name"] = v.literal(n.Title(v.langs...))
	case "Feature":
		doc["@type"] = "LocationFeatureSpecification"
	}
	for _, p := range n.Props {
		row := n.Class.Property(p.Name)
		if row == nil || depth > 0 && !n.Class.Part && !slices.Contains(brief, p.Name) {
			continue
		}
		name, ok := strings.CutPrefix(row.IRI, vocab.Schema)
		if p.Name == "virtualLocation" { // schema.org knows one property for both
			name, ok = "location", true
		}
		if !ok {
			continue
		}
		if row.Range == schema.Text {
			doc[name] = v.inLanguage(n, row)
			continue
		}
		values, _ := doc[name].([]any)
		for _, value := range p.Values {
			if row.Range == schema.Code && !strings.HasPrefix(string(value.Ref), vocab.Schema) {
				continue // schema.org has no word for it
			}
			values = append(values, v.plain(value, row, depth))
		}
		if len(values) > 0 {
			doc[name] = values
		}
	}
	for name, value := range doc {
		if values, ok := value.([]any); ok && len(values) == 1 {
			doc[name] = values[0]
		}
	}
	return doc
}

// brief are the properties of a record inside another.
var brief = []string{"name", "url", "address", "geo", "sameAs", "image", "logo"}

func (v view) inLanguage(n *schema.Node, row *schema.Property) any {
	text, lang := n.Text(row.Name, v.langs...)
	if !row.Many {
		return v.literal(text, lang)
	}
	var all []any
	for _, s := range n.TextsIn(row.Name, v.langs...) {
		all = append(all, v.literal(s, lang))
	}
	return all
}

// literal is a text, with its language where that is not the page's.
func (v view) literal(text, lang string) any {
	if other(v.lang, lang) == "" {
		return text
	}
	return map[string]string{"@value": text, "@language": lang}
}

// maxInline bounds how deep linked records are written out.
const maxInline = 1

func (v view) plain(value schema.Value, row *schema.Property, depth int) any {
	switch {
	case value.Part != nil:
		return v.described(value.Part, depth)
	case value.Ref == "":
		return value.Text
	case row.Range == schema.Code, row.Range == schema.URL:
		return string(value.Ref) // as every reader of schema.org takes it
	}
	if e := v.linked[value.Ref]; e != nil && depth < maxInline && row.Name != "isPartOf" {
		return v.described(e.Node, depth+1)
	}
	return map[string]string{"@id": v.catalog.ID(value.Ref)}
}
