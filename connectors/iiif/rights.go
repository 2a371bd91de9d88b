package iiif

import (
	"moselle/connectors"
	"moselle/schema"
)

// rights finds the licence of the content: the document's own, else one that the
// metadata name, else what is declared of the source. Other addresses beside it
// are terms of use.
func (m *mapper) rights(b *schema.Builder, p []pair) {
	m.license = licence(m.object)
	if m.license == "" {
		for _, q := range p {
			for _, v := range q.values {
				if q.meaning == "rights" && m.license == "" {
					m.license = canonical(v.s, v.href)
				}
			}
		}
	}
	work := b.Class().Name == "Work"
	for _, v := range m.list("rights", "license") {
		s, _ := v.(string)
		switch iri, ok := schema.CanonicalLicence(s); {
		case s == "", ok && iri == m.license, s == m.license:
		case !connectors.IsWeb(s):
			m.fault("rights", s, "not a licence that is known here: write its address, such as https://creativecommons.org/licenses/by/4.0/")
		case work:
			b.Put("usageInfo", s)
		}
	}
	if m.license == "" {
		m.license = m.env.License
	}
	m.credit = texts(m.one("requiredStatement")["value"], m.lang)
	if len(m.credit) == 0 {
		m.credit = texts(m.object["attribution"], m.lang)
	}
	if work {
		for lang, s := range prose(m.credit) {
			b.Text("creditText", lang, s)
		}
	}
}

// reuse adds what the metadata say of rights.
func (m *mapper) reuse(b *schema.Builder, p pair) {
	for _, v := range p.values {
		if iri := canonical(v.s, v.href); iri != "" && iri == m.license {
			continue
		}
		for _, s := range []string{v.href, v.s} {
			if connectors.IsWeb(s) {
				b.Put("usageInfo", m.address(s))
			}
		}
		if !connectors.IsWeb(v.s) {
			b.Text("copyrightNotice", v.lang, v.s)
		}
	}
}

// licence returns an object's own licence: the first that is known, else the
// first address.
func licence(o object) string {
	address := ""
	for _, v := range o.list("rights", "license") {
		s, _ := v.(string)
		if iri := canonical(s); iri != "" {
			return iri
		}
		if address == "" && connectors.IsWeb(s) {
			address = s
		}
	}
	return address
}

// canonical returns the licence that the first of the texts names; "" for none.
func canonical(all ...string) string {
	for _, s := range all {
		if iri, ok := schema.CanonicalLicence(s); ok {
			return iri
		}
	}
	return ""
}
