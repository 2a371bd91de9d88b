package derive

import (
	"fmt"
	"slices"

	"moselle/schema"
	"moselle/schema/vocab"
)

// object is a JSON Schema, or a part of one.
type object = map[string]any

// JSONSchema returns the JSON Schema (draft 2020-12) of the JSON-LD documents
// that a hub at base publishes: one record (Document) or many (Documents). What
// a record must have is required; what a part of one must have is not, since a
// poor part never costs the record. Properties of other vocabularies stand under
// their whole IRI, as a list; a name that the tables do not have is refused.
func JSONSchema(base string) []byte {
	defs := object{
		"text":     languageMap(object{"type": "string"}, "Text by language (BCP 47): one a language."),
		"texts":    languageMap(list(object{"type": "string"}), "Text by language (BCP 47): any number a language."),
		"iri":      object{"type": "string", "format": "iri", "pattern": "^[A-Za-z][A-Za-z0-9+.-]*:[^ ]*$"},
		"date":     typed(`[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})`, "date", `[0-9]{4}-[0-9]{2}-[0-9]{2}`),
		"year":     typed(`-?[0-9]{4,}`, "gYearMonth", `-?[0-9]{4,}-[0-9]{2}`, "date", `-?[0-9]{4,}-[0-9]{2}-[0-9]{2}`),
		"decimal":  object{"type": "string", "pattern": `^[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)$`},
		"duration": object{"type": "string", "pattern": `^-?P([0-9]+Y)?([0-9]+M)?([0-9]+D)?(T([0-9]+H)?([0-9]+M)?([0-9]+(\.[0-9]+)?S)?)?$`},
	}
	for _, e := range enums() {
		defs[e.name] = object{"enum": e.values}
	}
	var types []string
	var choice []any
	required := []string{"id", "type"}
	for _, c := range slices.Concat(schema.Classes, schema.Parts) {
		defs[c.Name] = classSchema(c)
		if c.Part {
			continue
		}
		t := schema.TypeName(c.IRI)
		types = append(types, t)
		choice = append(choice, object{"if": hasType(object{"const": t}), "then": ref(c.Name)})
		for _, p := range c.Properties {
			if p.Record && p.Need == schema.Must && !slices.Contains(required, p.Name) {
				required = append(required, p.Name)
			}
		}
	}
	record := hasType(object{"enum": types})
	record["type"] = "object"
	record["required"] = required
	record["allOf"] = choice
	defs["record"] = record
	defs["records"] = object{
		"type":     "object",
		"required": []string{"@graph"},
		"properties": object{
			"@context": ref("iri"),
			"@graph":   object{"type": "array", "items": ref("record")},
		},
		"additionalProperties": false,
	}
	return indent(object{
		"$schema":     "https://json-schema.org/draft/2020-12/schema",
		"$id":         base + SchemaPath,
		"title":       "Records of the hub as JSON-LD",
		"description": "One record, or many in @graph. As RDF they mean what " + base + ContextPath + " says.",
		"if":          object{"required": []string{"@graph"}},
		"then":        ref("records"),
		"else":        ref("record"),
		"$defs":       defs,
	})
}

// classSchema is the schema of a node of the class.
func classSchema(c *schema.Class) object {
	properties := object{
		"id":   ref("iri"),
		"type": typesOf(c),
	}
	required := []string{"id", "type"}
	if !c.Part {
		properties["@context"] = ref("iri")
	}
	for i := range c.Properties {
		p := &c.Properties[i]
		properties[p.Name] = propertySchema(p)
		if p.Need == schema.Must && !c.Part && !p.Record {
			required = append(required, p.Name)
		}
	}
	return object{
		"title":                schema.Label(c.Name, "en"),
		"description":          c.Doc,
		"type":                 "object",
		"required":             required,
		"properties":           properties,
		"patternProperties":    object{"^[A-Za-z][A-Za-z0-9+.-]*:": object{"type": "array", "minItems": 1}},
		"additionalProperties": false,
	}
}

// typesOf is the schema of a node's types: the class's own among them, others
// of the table by name, those of other vocabularies by IRI.
func typesOf(c *schema.Class) object {
	own := schema.TypeName(c.IRI)
	return object{
		"type":     "array",
		"contains": object{"const": own},
		"items":    object{"anyOf": []any{object{"enum": append([]string{own}, c.Subclasses...)}, ref("iri")}},
	}
}

func propertySchema(p *schema.Property) object {
	if p.Range == schema.Text {
		name := "text"
		if p.Many {
			name = "texts"
		}
		return described(ref(name), p)
	}
	value := valueSchema(p)
	if p.Many {
		value = list(value)
		value["uniqueItems"] = true
	}
	return described(value, p)
}

func valueSchema(p *schema.Property) object {
	switch p.Range {
	case schema.URL, schema.Link:
		return ref("iri")
	case schema.Code:
		return ref(enumName(p.Enum))
	case schema.Date:
		return ref("date")
	case schema.Year:
		return ref("year")
	case schema.Decimal:
		return ref("decimal")
	case schema.Duration:
		return ref("duration")
	case schema.Boolean:
		return object{"type": "boolean"}
	case schema.Integer:
		out := object{"type": "integer"}
		if p.Limits != nil {
			out["minimum"], out["maximum"] = int64(p.Limits.Min), int64(p.Limits.Max)
		}
		return out
	case schema.Part:
		if len(p.Of) == 1 {
			return ref(p.Of[0])
		}
		var any []object
		for _, of := range p.Of {
			any = append(any, ref(of))
		}
		return object{"anyOf": any}
	}
	out := object{"type": "string"}
	if p.Pattern != "" {
		out["pattern"] = "^(" + p.Pattern + ")$"
	}
	return out
}

// described adds what people read, with what a schema cannot say of a value
// that is written as text.
func described(s object, p *schema.Property) object {
	s["title"], s["description"] = schema.Label(p.Name, "en"), p.Doc
	if p.Limits != nil && p.Range == schema.Decimal {
		s["description"] = fmt.Sprintf("%s From %.0f to %.0f.", p.Doc, p.Limits.Min, p.Limits.Max)
	}
	return s
}

func ref(name string) object { return object{"$ref": "#/$defs/" + name} }

func list(of object) object { return object{"type": "array", "items": of, "minItems": 1} }

func hasType(t object) object { return object{"properties": object{"type": object{"contains": t}}} }

func languageMap(of object, doc string) object {
	return object{"description": doc, "type": "object", "minProperties": 1, "additionalProperties": false,
		"patternProperties": object{"^([A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*|@none)$": of}}
}

// typed is the schema of a literal that is text in its usual datatype and says
// its datatype when that is another: pairs of its local name and pattern.
func typed(usual string, others ...string) object {
	any := []object{{"type": "string", "pattern": "^" + usual + "$"}}
	for i := 0; i < len(others); i += 2 {
		any = append(any, object{"type": "object", "required": []string{"@value", "@type"}, "additionalProperties": false,
			"properties": object{"@value": object{"type": "string", "pattern": "^" + others[i+1] + "$"}, "@type": object{"const": vocab.XSD + others[i]}}})
	}
	return object{"anyOf": any}
}
