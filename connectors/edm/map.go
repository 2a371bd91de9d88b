package edm

import (
	"net/url"
	"strings"

	"moselle/connectors"
	"moselle/schema"
	"moselle/schema/crosswalk/edm"
)

// mapper turns one object into drafts.
type mapper struct {
	reader
	records *connectors.Records
	cho     *edm.CHO
	blind   []blind
}

// object maps the object and all that it names.
func (m *mapper) object(key string) {
	b, _ := m.records.Build("Work", key, "")
	c := m.cho
	if connectors.IsWeb(string(c.ID)) && relative(string(c.ID)) == "" {
		b.Put("sameAs", string(c.ID))
	}
	m.titles(b)
	m.prose(b, "description", "\n\n", edm.Description, edm.TableOfContents)
	for _, row := range []struct {
		prop  string
		class string
		from  edm.Property
	}{{"creator", "", edm.Creator}, {"contributor", "", edm.Contributor}, {"publisher", "Organization", edm.Publisher}} {
		for _, v := range c.Values(row.from) {
			b.Link(row.prop, m.agent(b, v, row.class, row.prop))
		}
	}
	m.dates(b)
	m.kind(b)
	for _, v := range c.Values(edm.HasType) {
		m.term(b, "genre", v)
	}
	for _, v := range c.Values(edm.Medium) {
		m.term(b, "material", v)
	}
	m.prose(b, "size", "; ", edm.Extent)
	m.subjects(b, c.Props)
	m.prose(b, "provenance", "\n\n", edm.Provenance, edm.Source)
	for _, v := range c.Values(edm.CurrentLocation) {
		b.Link("itemLocation", m.place(b, v, "itemLocation", 0))
	}
	m.identifiers(b)
	m.languages(b)
	m.rights(b)
	m.parts(b)
	m.holders(b)
	m.media(b)
	if m.Added {
		m.added(b)
	}
	m.unnamed(b)
	m.patterns(b)
}

// added takes over what Europeana added: what is no word of the object's provider.
func (m *mapper) added(b *schema.Builder) {
	for _, p := range m.cho.Added {
		for _, v := range p.Values {
			switch p.Property {
			case edm.Creator, edm.Contributor:
				if v.Context != nil {
					prop := strings.TrimPrefix(p.Property.String(), "dc:")
					b.Link(prop, m.agent(b, v, "", prop))
				}
			case edm.Kind:
				m.term(b, "additionalType", v)
			case edm.HasType:
				m.term(b, "genre", v)
			case edm.Medium:
				m.term(b, "material", v)
			}
		}
	}
	m.subjects(b, m.cho.Added)
}

// identifiers adds the numbers of the object, and its persistent addresses.
func (m *mapper) identifiers(b *schema.Builder) {
	for _, v := range m.cho.Values(edm.PID) {
		if connectors.IsWeb(v.Text) {
			b.Put("sameAs", v.Text)
		} else {
			b.Part("identifier", "PropertyValue").Put("value", v.Text)
		}
	}
	for _, v := range m.cho.Values(edm.Identifier) {
		b.Part("identifier", "PropertyValue").Put("value", oneLine(v.Text+address(v)))
	}
	for _, v := range m.cho.Values(edm.SameAs) {
		b.Put("sameAs", address(v))
	}
}

// rights adds the rights in the object itself, which are not those in its files.
func (m *mapper) rights(b *schema.Builder) {
	m.prose(b, "copyrightNotice", "; ", edm.Rights)
	for _, v := range m.cho.Values(edm.Rights) {
		if iri, ok := schema.CanonicalLicence(string(v.Ref)); ok {
			b.Put("usageInfo", iri)
		} else if v.Context == nil {
			b.Put("usageInfo", address(v))
		}
	}
}

// parts links the object to what it is part of and what it is made after, where
// that is an object at the same address. What it is part of by its name alone is a
// collection.
func (m *mapper) parts(b *schema.Builder) {
	for _, row := range []struct {
		prop string
		from edm.Property
	}{{"isPartOf", edm.IsPartOf}, {"isBasedOn", edm.DerivativeOf}} {
		for _, v := range m.cho.Values(row.from) {
			if row.from == edm.IsPartOf {
				b.Link(row.prop, m.collection(v))
			}
			if to := string(v.Ref); v.Ref != m.cho.ID && v.Context == nil && sameHost(to, string(m.cho.ID)) {
				if ref := relative(to); ref != "" {
					to = ref
				}
				b.Link(row.prop, schema.Mint(m.env.Source, "Work", to))
			}
		}
	}
}

// collection builds the collection that a value names; "" for a link alone.
func (m *mapper) collection(v edm.Value) schema.IRI {
	names, key := []edm.Value{v}, schema.NameKey(v.Text)
	if x := v.Context; x != nil {
		names = x.Values(edm.PrefLabel)
		if len(names) == 0 || x.Class == edm.Place || x.Class == edm.TimeSpan {
			return ""
		}
		key = keyOfContext(x, schema.NameKey(names[0].Text))
	}
	if names[0].Text == "" {
		return ""
	}
	return m.records.EmbedNamed("Collection", key, "isPartOf", func(c *schema.Builder) {
		m.names(c, names, nil)
		if x := v.Context; x != nil {
			c.Put("sameAs", absolute(string(x.ID)))
		}
	})
}

func sameHost(a, b string) bool {
	x, err := url.Parse(a)
	if err != nil || x.Host == "" {
		return false
	}
	y, err := url.Parse(b)
	return err == nil && x.Host == y.Host && (relative(a) == "" || strings.HasPrefix(relative(a), "/"))
}

// holders adds who keeps the object and who passed its record on.
func (m *mapper) holders(b *schema.Builder) {
	c := m.cho
	holder := m.agent(b, c.DataProvider, "Organization", "holdingArchive")
	b.Link("holdingArchive", holder)
	for _, v := range []edm.Value{c.IntermediateProvider, c.Provider} {
		if !b.Has("sdPublisher") {
			b.Link("sdPublisher", m.agent(b, v, "Organization", "sdPublisher"))
		}
	}
	b.Put("url", absolute(c.ShownAt))
}
