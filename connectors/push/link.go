package push

import (
	"slices"
	"strings"

	"moselle/schema"
	"moselle/schema/tree"
)

// idOf returns the address that an object names itself by.
func idOf(n tree.Node) string {
	for _, member := range []string{"id", "@id"} {
		if s := n.Member(member); s.Kind() == tree.String {
			return strings.TrimSpace(s.Text())
		}
	}
	return ""
}

// iri returns an address as the hub keeps it: one of its own records without the
// hub's base.
func (m *mapping) iri(s string) schema.IRI {
	if rest, ok := strings.CutPrefix(s, m.env.Base+"/id/"); ok && m.env.Base != "" {
		own := schema.IRI(schema.Scheme + "id/" + rest)
		if _, _, ok := own.Local(); ok {
			return own
		}
	}
	return schema.IRI(s)
}

// keep takes note of a record of this hub that the item names: if it is one of
// the same source, it stays as long as it is named.
func (m *mapping) keep(iri schema.IRI) {
	if iri = iri.Document(); iri != m.own && !slices.Contains(m.keeps, iri) {
		m.keeps = append(m.keeps, iri)
	}
}

// link adds a link to another record: by its address, by the key of one that the
// source sends itself, or to what is described in place. What has neither address
// nor key is known by its name, a place by its town too.
func (m *mapping) link(b *schema.Builder, p *schema.Property, v tree.Node) {
	id, key := idOf(v), strings.TrimSpace(v.Member("key").Text())
	if v.Kind() == tree.String {
		id = strings.TrimSpace(v.Text())
		if !strings.Contains(id, ":") || strings.ContainsAny(id, " \t\n") {
			m.embed(b, p, tree.Node{}, id, schema.NameKey(id))
			return
		}
	}
	iri := m.iri(id)
	switch {
	case strings.HasPrefix(string(iri), schema.Scheme):
		b.Link(p.Name, iri)
		m.keep(iri)
	case v.Kind() != tree.Object && v.Kind() != tree.String:
		misfit(b, p, v, "an address, or an object that describes it,")
	case v.Kind() == tree.String, key == "" && id != "" && !described(v):
		b.Link(p.Name, iri)
	case key != "" && !described(v):
		iri := schema.Mint(m.env.Source, m.linkClass(p, v), key)
		b.Link(p.Name, iri)
		m.keep(iri)
	case key != "":
		m.embed(b, p, v, "", key)
	case id != "" && !strings.HasPrefix(id, "_:"):
		m.embed(b, p, v, "", id)
	default:
		m.embed(b, p, v, "", m.nameKey(p, v))
	}
}

// described reports whether an object says more of a thing than which it is.
func described(v tree.Node) bool {
	for e := range v.Children() {
		switch e.Key() {
		case "id", "@id", "key", "type", "@type":
		default:
			return true
		}
	}
	return false
}

// linkClass returns the class of the record that an object stands for: what its
// types say, else the first that the property takes.
func (m *mapping) linkClass(p *schema.Property, v tree.Node) string {
	if c, _ := classOf(v); c != nil && (len(p.Of) == 0 || slices.Contains(p.Of, c.Name)) {
		return c.Name
	}
	if len(p.Of) == 0 {
		return "Work"
	}
	return p.Of[0]
}

// nameKey returns the key of what is known by its name alone; "" for none.
func (m *mapping) nameKey(p *schema.Property, v tree.Node) string {
	c := schema.ClassNamed(m.linkClass(p, v))
	name := firstText(v.Member(c.TitleOf()))
	switch {
	case name == "":
		return ""
	case c.Name == "Place":
		return schema.PlaceKey(name, firstText(v.Member("address").Member("addressLocality")))
	}
	return schema.NameKey(name)
}

// firstText returns a text, or the first of several by language.
func firstText(v tree.Node) string {
	for v.Kind() == tree.Object || v.Kind() == tree.Array {
		inner := tree.Node{}
		for inner = range v.Children() {
			break
		}
		v = inner
	}
	return v.Text()
}

// embed brings in a thing that is described where it is named, or named alone.
func (m *mapping) embed(b *schema.Builder, p *schema.Property, v tree.Node, name, key string) {
	if key == "" || m.depth >= maxDepth {
		misfit(b, p, v, "something with an address, a key or a name")
		return
	}
	m.depth++
	class := m.linkClass(p, v)
	b.Link(p.Name, m.records.Embed(class, key, p.Name, func(e *schema.Builder) {
		if name != "" {
			e.Text(e.Class().TitleOf(), m.env.Lang, name)
			return
		}
		own := m.own
		m.own = e.IRI()
		m.identify(e, v)
		m.node(e, v)
		m.own = own
	}))
	m.depth--
}
