package schemaorg

import (
	"strings"

	"moselle/schema"
)

// workOf builds the work a value names and returns its IRI; "" when it names
// none. A work that is an item of its own is only linked to.
func (m *mapper) workOf(r *records, v value, path string) schema.IRI {
	v.node = m.meant(v, "Work")
	name := m.name(v.node)
	if key := m.inventoryNumber(v.node); m.works != "" && key != "" { // described there
		return schema.Mint(m.works, "Work", key)
	}
	if key := m.items[v.node]; key != "" && name != "" {
		return schema.Mint(m.source, "Work", key)
	}
	if name == "" || strings.Contains(name, "://") {
		if len(v.node.props) > 0 {
			r.item.Fault(schema.Fault{Path: path, Value: name, Message: "a work without a name is left out"})
		}
		return ""
	}
	key := m.identifier(v.node)
	if key == "" {
		if key = m.address(v.node.all("url")); key == "" {
			key = schema.NameKey(name) + "|" + schema.NameKey(m.plain(v.node.all("creator", "author", "artist", "byArtist")))
		}
	}
	return m.work(r, v.node, key, path)
}

// inventoryNumber returns a work's first identifier, "" when it has none.
func (m *mapper) inventoryNumber(n *node) string {
	for _, v := range n.all("identifier") {
		if v.node == nil {
			return title(v.text)
		}
		if s := m.plain(v.node.all("value")); s != "" {
			return s
		}
	}
	return ""
}

func (m *mapper) work(r *records, n *node, key, path string) schema.IRI {
	b, fresh := r.build("Work", key, path)
	if b == nil {
		return ""
	}
	if !fresh {
		return b.IRI()
	}
	for _, t := range n.types {
		b.Type(t)
	}
	m.texts(b, "name", n.all("name", "headline"), title)
	for _, p := range []string{"description", "abstract", "text"} {
		m.texts(b, p, n.all(p), schema.PlainText)
	}
	for _, p := range []string{"creditText", "copyrightNotice", "conditionsOfAccess"} {
		m.texts(b, p, n.all(p), title)
	}
	m.describeWork(r, b, n, path)
	m.measures(b, n)
	m.created(b, n)
	return b.IRI()
}

func (m *mapper) describeWork(r *records, b *schema.Builder, n *node, path string) {
	page := m.pageOf(path)
	if from := m.address(n.all("wasDerivedFrom")); from != "" {
		page = from
	}
	b.Put("derivedFrom", page)
	m.addresses(b, "sameAs", n.all("sameAs"))
	b.Put("url", m.address(n.all("url")))
	license := m.licence(n)
	m.images(b, "associatedMedia", n.all("associatedMedia"), license)
	m.images(b, "associatedMedia", n.all("image", "photo"), license)
	m.addresses(b, "usageInfo", n.all("usageInfo"))
	m.keywords(b, n.all("keywords"))
	m.inLanguage(b, n)
	for _, p := range []struct{ from, to string }{
		{"about", "about"}, {"additionalType", "additionalType"}, {"artform", "additionalType"},
		{"genre", "genre"}, {"material", "material"}, {"artMedium", "material"},
	} {
		m.terms(b, p.to, n.all(p.from))
	}
	for _, v := range n.all("identifier") {
		i := b.Part("identifier", "PropertyValue")
		if v.node != nil {
			i.Put("propertyID", m.plain(v.node.all("propertyID", "name")))
			i.Put("value", m.plain(v.node.all("value")))
		} else {
			i.Put("value", title(v.text))
		}
	}
	within := func(prop string) string { return strings.TrimPrefix(path+"."+prop, ".") }
	for _, p := range []struct{ from, to, class string }{
		{"creator", "creator", "Person"}, {"author", "creator", "Person"}, {"artist", "creator", "Person"}, {"byArtist", "creator", "Organization"},
		{"contributor", "contributor", "Person"}, {"holdingArchive", "holdingArchive", "Organization"}, {"provider", "holdingArchive", "Organization"},
	} {
		for _, v := range n.all(p.from) {
			if iri := m.agent(r, v, p.class, within(p.to)); p.to != "holdingArchive" || strings.Contains(string(iri), "/organization/") {
				b.Link(p.to, iri)
			}
		}
	}
	for _, p := range []struct{ from, to string }{
		{"locationCreated", "locationCreated"}, {"contentLocation", "contentLocation"}, {"spatialCoverage", "contentLocation"}, {"itemLocation", "itemLocation"},
	} {
		for _, v := range n.all(p.from) {
			b.Link(p.to, m.place(r, v, within(p.to)))
		}
	}
	for _, v := range n.all("isBasedOn") {
		if strings.Count(path, ".") < 3 {
			b.Link("isBasedOn", m.workOf(r, v, within("isBasedOn")))
		}
	}
}

// created adds the dates: one the hub can count with, else the source's words.
func (m *mapper) created(b *schema.Builder, n *node) {
	for _, v := range n.all("dateCreated") {
		s := m.label(v)
		if day, _, timed := strings.Cut(s, "T"); timed && len(day) == 10 {
			s = day
		}
		switch _, _, err := schema.ParseYear(s); {
		case err == nil:
			b.Put("dateCreated", s)
		case strings.Count(s, "/") == 1 && strings.Trim(s, "0123456789-/.") == "":
			b.Put("temporalCoverage", s)
		default:
			b.Text("dateText", m.lang(v), s)
		}
	}
	for _, v := range n.all("temporalCoverage") {
		b.Put("temporalCoverage", m.label(v))
	}
}

// measures adds the size in the source's words, else made of its measures.
func (m *mapper) measures(b *schema.Builder, n *node) {
	m.texts(b, "size", n.all("size"), title)
	if b.Has("size") {
		return
	}
	var parts []string
	for _, p := range []string{"height", "width", "depth"} {
		values := n.all(p)
		if len(values) == 0 {
			continue
		}
		s := m.label(values[0])
		if q := values[0].node; q != nil && s != "" {
			s = strings.TrimSpace(s + " " + m.plain(q.all("unitText", "unitCode")))
		}
		if s != "" {
			parts = append(parts, s)
		}
	}
	b.Text("size", schema.Und, strings.Join(parts, " × "))
}
