package oaipmh

import (
	"cmp"
	"encoding/xml"
	"html"
	"regexp"
	"strings"

	"moselle/connectors"
	"moselle/connectors/markup"
	"moselle/schema"
	"moselle/schema/crosswalk"
	"moselle/schema/crosswalk/dc"
)

// simple is what Dublin Core is called that every repository has.
const simple = "oai_dc"

// dcFormat reads Dublin Core: oai_dc, and what calls itself Dublin Core otherwise.
func dcFormat() markup.Format {
	return markup.Format{
		Name: simple,
		Holds: func(name xml.Name) bool {
			if name.Local == "dc" && (own(name) || name.Space == "oai_dc") {
				return true // without its namespace, as some write it
			}
			if name.Local == "qualifieddc" {
				return true
			}
			return strings.Contains(name.Space, "/oai_dc") || strings.HasSuffix(name.Local, "dc") && strings.Contains(name.Space, "dc")
		},
		Open: func(env connectors.Env) reader {
			return func(e *markup.Element, key, where string) (connectors.Item, error) {
				statements := statements(e)
				if key == "" {
					key = identifierOf(statements)
				}
				if key == "" {
					return connectors.Item{}, connectors.Refuse("", where, "dc:identifier", "", "missing: outside of a record of OAI-PMH it is what the description is recognised by tomorrow")
				}
				return build(env, dc.Class(statements), key, where, func(b *schema.Builder, r crosswalk.Reader) {
					dc.Read(b, key, statements, r)
				})
			}
		},
	}
}

// dublin reports whether an element holds statements of Dublin Core, whatever it
// is called itself.
func dublin(e *markup.Element) bool {
	for _, c := range e.Children {
		if isStatement(c) {
			return true
		}
	}
	return false
}

// isStatement reports whether an element is one of Dublin Core or of those that
// Europeana added to it (EDM, ESE).
func isStatement(e *markup.Element) bool {
	switch e.Space {
	case dc.Elements, dc.Terms, "dc", "dcterms", "edm", "europeana":
		return true
	}
	return strings.Contains(e.Space, "europeana.eu/schemas/e")
}

// statements reads the children of an element of Dublin Core.
func statements(e *markup.Element) []dc.Statement {
	out := make([]dc.Statement, 0, len(e.Children))
	for _, c := range e.Children {
		if !isStatement(c) && c.Space != e.Space {
			continue
		}
		text := c.Text
		if len(c.Children) > 0 {
			text = c.Value()
		}
		if text = tidy(text); text == "" {
			text = c.Attr("resource")
		}
		out = append(out, dc.Statement{Term: c.Name, Lang: cmp.Or(c.Lang, c.Attr("lang")), Value: text})
	}
	return out
}

// encoded is a sign as it is written in HTML. What the XML is to say has no need of it.
var encoded = regexp.MustCompile(`&(?:lt|gt|amp|quot|apos|nbsp|#\d{1,7}|#x[0-9a-fA-F]{1,6});`)

// tidy returns a text with the breaks between its lines but not their indents, and
// signs that were encoded twice as what they stand for.
func tidy(text string) string {
	if encoded.MatchString(text) {
		text = html.UnescapeString(text)
	}
	if !strings.Contains(text, "\n") {
		return strings.TrimSpace(text)
	}
	lines := strings.Split(strings.TrimSpace(text), "\n")
	for i, l := range lines {
		lines[i] = strings.Join(strings.Fields(l), " ")
	}
	return strings.Join(lines, "\n")
}

func identifierOf(statements []dc.Statement) string {
	for _, s := range statements {
		if v := crosswalk.OneLine(s.Value); s.Term == "identifier" && v != "" && len(v) <= maxKey {
			return v
		}
	}
	return ""
}

// build makes the item of one description.
func build(env connectors.Env, class, key, where string, read func(*schema.Builder, crosswalk.Reader)) (connectors.Item, error) {
	records := connectors.NewRecords(env)
	b, _ := records.Build(class, key, "")
	if connectors.IsWeb(env.Location) {
		b.Put("derivedFrom", env.Location)
	}
	read(b, crosswalk.Reader{Lang: env.Lang, License: env.License, Embed: records.Embed})
	it, refusal := records.Item(key, where)
	if refusal != nil {
		return connectors.Item{}, refusal
	}
	return it, nil
}
