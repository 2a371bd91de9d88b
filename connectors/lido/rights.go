package lido

import (
	"strings"

	"moselle/connectors"
	"moselle/connectors/markup"
	"moselle/schema"
)

// holders adds who keeps the object, where, and under which numbers.
func (m *mapper) holders(b *schema.Builder, identification *markup.Element) {
	for _, set := range identification.All("repositoryWrap", "repositorySet") {
		for _, id := range set.All("workID") {
			v := b.Part("identifier", "PropertyValue")
			v.Put("propertyID", kindOf(id))
			v.Put("value", id.Value())
		}
		if kind := strings.ToLower(set.Attr("type")); strings.Contains(kind, "former") || strings.HasSuffix(kind, "/lido00476") {
			continue
		}
		b.Link("holdingArchive", m.body(set.Child("repositoryName"), "holdingArchive"))
		b.Link("itemLocation", m.place(b, set.Child("repositoryLocation"), "itemLocation"))
	}
}

// administration adds the rights in the object and in its record, and its page.
func (m *mapper) administration(b *schema.Builder, a *markup.Element) {
	for _, set := range a.All("rightsWorkWrap", "rightsWorkSet") {
		if iri := m.licence(b, "usageInfo", set); iri != "" {
			b.Put("usageInfo", iri)
		}
		m.notice(b, set)
		m.prose(b, "creditText", set.All("creditLine"), "; ")
	}
	record := a.Child("recordWrap")
	for _, r := range record.All("recordRights") {
		if iri := m.licence(b, "sdLicense", r); iri != "" {
			b.Put("sdLicense", iri)
		}
	}
	for _, link := range record.All("recordInfoSet", "recordInfoLink") {
		if format := strings.ToLower(link.Attr("formatResource")); !strings.Contains(format, "xml") && !strings.Contains(format, "json") && connectors.IsWeb(link.Value()) {
			b.Put("url", link.Value())
		}
	}
	if id := record.Child("recordID").Value(); id != "" {
		b.Put("sourceIdentifier", id)
	}
}

// licence returns what rightsType says by an address or a name that is known;
// words that are neither become the notice of rights.
func (m *mapper) licence(b *schema.Builder, path string, set *markup.Element) string {
	var said []string
	for _, t := range set.All("rightsType") {
		values := append(t.All("conceptID"), t.All("term")...)
		if len(values) == 0 { // LIDO 0.9 writes a text
			values = []*markup.Element{t}
		}
		for _, v := range values {
			s := v.Value()
			if iri, ok := schema.CanonicalLicence(s); ok {
				return iri
			}
			if s != "" {
				said = append(said, s)
			}
		}
	}
	for _, s := range said {
		if isAddress(s) {
			return s
		}
	}
	if len(said) > 0 {
		if p := b.Class().Property("copyrightNotice"); p != nil && path != "sdLicense" {
			b.Text("copyrightNotice", m.lang(set), said[0])
		}
		b.Fault(schema.Fault{Path: path, Value: said[0], Message: "not a licence that is known here: write its address as conceptID, for example https://creativecommons.org/licenses/by/4.0/"})
	}
	return ""
}

// notice adds who holds the rights.
func (m *mapper) notice(b *schema.Builder, set *markup.Element) {
	var holders []*markup.Element
	for _, h := range set.All("rightsHolder") {
		holders = append(holders, h.All("legalBodyName", "appellationValue")...)
	}
	m.prose(b, "copyrightNotice", holders, "; ")
}
