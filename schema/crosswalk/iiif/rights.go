package iiif

import (
	"moselle/schema"
	wire "moselle/schema/wire/iiif"
)

// rights finds the licence of the content: the document's own, else one that the
// metadata name, else what is declared of the source. Other addresses beside it
// are terms of use.
func (m *reading) rights(p []pair) {
	m.license = licence(m.Object)
	if m.license == "" {
		for _, q := range p {
			for _, v := range q.values {
				if q.meaning == "rights" && m.license == "" {
					m.license = canonical(v.s, v.href)
				}
			}
		}
	}
	work := m.b.Class().Name == "Work"
	for _, v := range m.List("rights", "license") {
		s, _ := v.(string)
		switch iri, ok := schema.CanonicalLicence(s); {
		case s == "", ok && iri == m.license, s == m.license:
		case !wire.IsWeb(s):
			m.fault("rights", s, "not a licence that is known here: write its address, such as https://creativecommons.org/licenses/by/4.0/")
		case work:
			m.b.Put("usageInfo", s)
		}
	}
	if m.license == "" {
		m.license = m.License
	}
	m.credit = creditOf(m.Object, m.lang)
	if work {
		for lang, s := range prose(m.credit) {
			m.b.Text("creditText", lang, s)
		}
	}
}

// reuse adds what the metadata say of rights.
func (m *reading) reuse(p pair) {
	for _, v := range p.values {
		if iri := canonical(v.s, v.href); iri != "" && iri == m.license {
			continue
		}
		for _, s := range []string{v.href, v.s} {
			if wire.IsWeb(s) {
				m.b.Put("usageInfo", m.address(s))
			}
		}
		if !wire.IsWeb(v.s) {
			m.b.Text("copyrightNotice", v.lang, v.s)
		}
	}
}

// licence returns an object's own licence: the first that is known, else the
// first address.
func licence(o wire.Object) string {
	address := ""
	for _, v := range o.List("rights", "license") {
		s, _ := v.(string)
		if iri := canonical(s); iri != "" {
			return iri
		}
		if address == "" && wire.IsWeb(s) {
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
