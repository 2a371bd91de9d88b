package table

import (
	"slices"

	"moselle/schema"
	"moselle/schema/tree"
)

// record builds a record out of a nested mapping and returns its IRI; "" when
// there is nothing to build it of.
func (r *run) record(m *mapping, at tree.Node, b *schema.Builder, prop string) schema.IRI {
	title := ""
	if m.title != nil {
		title = r.value(m.title, at)
	}
	key := ""
	if len(m.key) > 0 {
		key = schema.CleanText(r.expand(m.key, at))
	}
	if key == "" && m.same != nil {
		key = r.value(m.same, at)
	}
	if key == "" && title != "" {
		locality := ""
		for _, s := range m.localities {
			if locality == "" {
				locality = r.value(s, at)
			}
		}
		key = nameKey(m.class, title, locality)
	}
	if key == "" {
		if r.present(m, at) {
			b.Fault(schema.Fault{Path: prop, Message: "the " + m.class.Segment() + " has no name and is left out"})
		}
		return ""
	}
	return r.build(m.class, key, b, prop, func(rb *schema.Builder) { r.apply(m, rb, at) })
}

// named builds a record known by its name alone.
func (r *run) named(ru *rule, name string, at tree.Node, b *schema.Builder) schema.IRI {
	m := ru.record
	return r.build(m.class, nameKey(m.class, name, ""), b, ru.prop.Name, func(rb *schema.Builder) {
		r.single(ru.main, rb, at, name)
		r.apply(m, rb, at)
	})
}

// linked returns the IRI of a record that is read elsewhere.
func (r *run) linked(ru *rule, key string) schema.IRI {
	source := ru.source
	if source == "" {
		source = r.env.Source
	}
	return schema.Mint(source, ru.link.Name, schema.CleanText(key))
}

func nameKey(class *schema.Class, name, locality string) string {
	if class.Name == "Place" {
		return schema.PlaceKey(name, locality)
	}
	return schema.NameKey(name)
}

// build builds a record beside the item, once however often the item names it.
// One that its class refuses is left out with a warning.
func (r *run) build(class *schema.Class, key string, b *schema.Builder, prop string, fill func(*schema.Builder)) schema.IRI {
	if key == "" {
		return ""
	}
	rb := schema.Build(r.env.Source, class.Name, key)
	iri := rb.IRI()
	if slices.ContainsFunc(r.thing.more, func(d schema.Draft) bool { return d.IRI == iri }) {
		return iri
	}
	rb.Zone = r.zone
	fill(rb)
	if !rb.Has("derivedFrom") {
		rb.Put("derivedFrom", r.page)
	}
	d, faults := rb.Draft()
	refused := len(schema.Refused(faults)) > 0
	for _, f := range faults {
		if f.Value == "" && !f.Refuses() {
			continue // what a thing named in passing lacks is no fault of the row
		}
		f.Path = prop + "." + f.Path
		if f.Refuses() {
			f.Severity = schema.Warning
		}
		b.Fault(f)
	}
	if refused {
		b.Fault(schema.Fault{Path: prop, Value: key, Message: "the " + class.Segment() + " is left out"})
		return ""
	}
	r.thing.more = append(r.thing.more, d)
	return iri
}
