package table

import (
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"moselle/schema"
)

// rule reads what stands beside a property: a column or path, or a mapping of
// the words below. It returns nil when that cannot be a rule.
func (c *compiler) rule(n *yaml.Node, path string, prop *schema.Property, depth int) *rule {
	r := &rule{prop: prop, lang: c.lang, layouts: c.layouts, html: prop.Search == schema.Body}
	if n.Kind == yaml.ScalarNode {
		r.src.from = c.paths(n, path)
		return c.kind(r, words{}, path, depth)
	}
	w, ok := c.words(n, path, ruleWords)
	if !ok {
		return nil
	}
	if s := w.text(c, "lang"); s == "*" {
		r.byLang = true
	} else if s != "" {
		if r.lang = schema.CleanLang(s); r.lang == schema.Und && s != schema.Und {
			c.fail(path+".lang", "%q is no language; write it as de, fr, lb or * for an object of texts by language", s)
		}
	}
	if l := w.list(c, "layout"); l != nil {
		r.layouts = layouts(l)
	}
	if e := w.node("each"); e != nil {
		c.each(r, e, path+".each")
		defer func(before bool) { c.turns = before }(c.turns)
		c.turns = r.turns != nil
	}
	if n := w.node("when"); n != nil {
		r.when = c.source(n, path+".when")
	}
	if t := w.node("time"); t != nil {
		r.clock = c.source(t, path+".time")
	}
	if w.node("map") == nil {
		r.src = c.sourceWords(w)
	}
	return c.kind(r, w, path, depth)
}

// kind completes a rule by its property's range.
func (c *compiler) kind(r *rule, w words, path string, depth int) *rule {
	nested := w.node("map")
	switch r.prop.Range {
	case schema.Part:
		class := schema.ClassNamed(r.prop.Of[0])
		c.unused(w, "record", "link", "source", "key")
		r.part = c.nested(r, nested, w, path, class, depth)
	case schema.Link:
		class := c.linked(r, w, path)
		if class == nil {
			return nil
		}
		if r.link != nil {
			c.unused(w, "record", "map", "key", "type")
			return r
		}
		c.unused(w, "source")
		r.record = c.nested(r, nested, w, path, class, depth)
		if k := w.node("key"); k != nil && nested == nil {
			c.fail(path+".key", "belongs to a record with a map; write map: {%s: …}", class.TitleOf())
		} else if k != nil {
			r.record.key = c.template(path+".key", k.Value)
		}
	default:
		c.unused(w, "record", "link", "source", "key", "type", "map")
	}
	if r.clock != nil && r.prop.Range != schema.Date && (r.main == nil || r.main.prop.Range != schema.Date) {
		c.fail(path+".time", "belongs to a date, which %s is not", r.prop.Name)
	}
	return r
}

// nested reads the mapping of a part or record; without one the value goes to
// the property that makes it.
func (c *compiler) nested(r *rule, n *yaml.Node, w words, path string, class *schema.Class, depth int) *mapping {
	var m *mapping
	if n != nil {
		m = c.mapping(n, path+".map", class, depth+1)
		for _, word := range append([]string{"lang", "layout", "time"}, sourceWords...) {
			if w.node(word) != nil {
				c.fail(path+"."+word, "stands beside map; it belongs to the properties in it")
			}
		}
	} else {
		m = &mapping{class: class}
		prop := class.Property(mainProperty(class))
		if prop == nil {
			c.fail(path, "%s needs a map: {…} of its properties: %s", class.Name, propertyNames(class))
			return m
		}
		r.main = &rule{prop: prop, src: r.src, lang: r.lang, byLang: r.byLang, layouts: r.layouts, clock: r.clock}
	}
	if t := w.node("type"); t != nil {
		m.typ = c.typ(t, path+".type", class)
	}
	if class.Name == "Media" && c.plan.env.License != "" && !slices.ContainsFunc(m.rules, func(r *rule) bool { return r.prop.Name == "license" }) {
		m.rules = append(m.rules, &rule{prop: class.Property("license"), src: source{value: c.plan.env.License}})
	}
	return m
}

// mainProperty names the property that alone makes a node of the class.
func mainProperty(class *schema.Class) string {
	switch class.Name {
	case "DefinedTerm", "Feature":
		return "name"
	case "PropertyValue":
		return "value"
	case "Media":
		return "contentUrl"
	case "VirtualLocation":
		return "url"
	case "Occurrence":
		return "startDate"
	}
	if class.Part {
		return ""
	}
	return class.TitleOf()
}

// linked returns the class a link leads to.
func (c *compiler) linked(r *rule, w words, path string) *schema.Class {
	name := r.prop.Of[0]
	for _, word := range []string{"record", "link"} {
		if n := w.node(word); n != nil {
			if name = n.Value; !slices.Contains(r.prop.Of, name) {
				c.fail(path+"."+word, "%s leads to %s, not to %q", r.prop.Name, strings.Join(r.prop.Of, " or "), name)
				return nil
			}
			if word == "link" {
				r.link = schema.ClassNamed(name)
				r.source = schema.SourceID(w.text(c, "source"))
			}
		}
	}
	return schema.ClassNamed(name)
}

// typ reads the expression of a more specific type.
func (c *compiler) typ(n *yaml.Node, path string, class *schema.Class) *source {
	if n = plainNode(n); n.Kind == 0 {
		return nil
	}
	s := c.source(n, path)
	for _, name := range s.constants() {
		if !class.HasSubclass(name) && name != "" && name != "*" {
			c.fail(path, "%q is no kind of %s; there are: %s", name, class.Name, strings.Join(class.Subclasses, ", "))
		}
	}
	return s
}
