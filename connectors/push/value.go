package push

import (
	"regexp"
	"strings"
	"time"

	"moselle/schema"
	"moselle/schema/tree"
)

func (m *mapping) zone() *time.Location {
	if m.env.Zone == nil {
		return time.UTC
	}
	return m.env.Zone
}

// values adds what a member says, one value or a list; lang is the language that
// the record names for it.
func (m *mapping) values(b *schema.Builder, p *schema.Property, v tree.Node, lang string) {
	if v.Kind() != tree.Array {
		m.value(b, p, v, lang)
		return
	}
	n := 0
	for e := range v.Children() {
		switch {
		case e.Kind() == tree.Null:
			continue
		case n == 1 && !p.Many && p.Range != schema.Text:
			b.Fault(schema.Fault{Path: p.Name, Value: plain(e).Text(), Message: "a second value where there is room for one; the first is kept"})
			return
		case n >= maxValues:
			many(b, p)
			return
		}
		n++
		m.value(b, p, e, lang)
	}
}

// value adds a value by what its property takes.
func (m *mapping) value(b *schema.Builder, p *schema.Property, v tree.Node, lang string) {
	switch p.Range {
	case schema.Part:
		m.part(b, p, v)
	case schema.Link:
		m.link(b, p, v)
	case schema.Text:
		m.text(b, p, v, lang)
	default:
		v = plain(v)
		switch v.Kind() {
		case tree.String, tree.Number, tree.Bool:
			s := v.Text()
			if p.Range == schema.URL || p.Range == schema.Code {
				s = string(m.iri(s))
			}
			b.Put(p.Name, s)
		default:
			misfit(b, p, v, "a plain value")
		}
	}
}

// plain returns the value of one that JSON-LD writes as an object.
func plain(v tree.Node) tree.Node {
	for _, member := range []string{"@value", "id", "@id"} {
		if e := v.Member(member); e.Kind() != tree.Absent {
			return e
		}
	}
	return v
}

func misfit(b *schema.Builder, p *schema.Property, v tree.Node, expected string) {
	b.Fault(schema.Fault{Path: p.Name, Value: v.Text(), Message: v.Kind().String() + ", where " + expected + " is expected; it is left out"})
}

// text adds a text: as it is, with its language beside it, or by language.
func (m *mapping) text(b *schema.Builder, p *schema.Property, v tree.Node, lang string) {
	if lang == "" {
		lang = m.env.Lang
	}
	switch v.Kind() {
	case tree.String, tree.Number:
		b.Text(p.Name, lang, v.Text())
		return
	case tree.Object:
	default:
		misfit(b, p, v, "a text, or texts by language")
		return
	}
	if one := v.Member("@value"); one.Kind() != tree.Absent {
		if l := v.Member("@language").Text(); l != "" {
			lang = l
		}
		b.Text(p.Name, lang, one.Text())
		return
	}
	for e := range v.Children() {
		lang := e.Key()
		if lang == "@none" {
			lang = ""
		}
		switch e.Kind() {
		case tree.Null:
		case tree.String:
			b.Text(p.Name, lang, e.Text())
		case tree.Array:
			for s := range e.Children() {
				b.Text(p.Name, lang, s.Text())
			}
		default:
			misfit(b, p, e, "the text in "+schema.Excerpt(lang))
		}
	}
}

// shorthand is the property of a part that a plain text stands for.
var shorthand = map[string]string{"Media": "contentUrl", "DefinedTerm": "name", "Feature": "name", "VirtualLocation": "url"}

// named matches the names that the hub gives parts, but for dates, which are
// named after their start anew.
var named = regexp.MustCompile(`^[a-z]{3,40}-[a-z0-9]{8}(-[0-9]{1,4})?$`)

// part adds a node that lies within the record. One that has a name from the hub
// keeps it.
func (m *mapping) part(b *schema.Builder, p *schema.Property, v tree.Node) {
	class := partClass(p, v)
	if v.Kind() == tree.String && shorthand[class] != "" {
		part := b.Part(p.Name, class)
		m.value(part, part.Class().Property(shorthand[class]), v, "")
		return
	}
	switch {
	case v.Kind() != tree.Object:
		misfit(b, p, v, "an object")
		return
	case m.depth >= maxDepth:
		misfit(b, p, v, "something less deeply nested")
		return
	}
	m.depth++
	part := b.Part(p.Name, class)
	if name, ok := strings.CutPrefix(string(m.iri(idOf(v))), string(m.own)+"#"); ok && class != "Occurrence" && named.MatchString(name) {
		part.Named(name)
	}
	m.node(part, v)
	m.depth--
}

// partClass returns which of the classes that a property takes an object is of:
// the one its types name, else the first.
func partClass(p *schema.Property, v tree.Node) string {
	if len(p.Of) > 1 {
		for _, t := range typesOf(v) {
			for _, name := range p.Of {
				if c := schema.ClassNamed(name); name == t || c.HasSubclass(t) {
					return name
				}
			}
		}
	}
	return p.Of[0]
}
