package iiif

import (
	"cmp"
	"fmt"
	"regexp"
	"strings"

	"moselle/schema"
	wire "moselle/schema/wire/iiif"
)

// rights finds the licence of the content: the document's own, else one that the
// metadata name, else what is declared of the source. Other addresses beside it
// are terms of use.
func (m *reading) rights(p []pair) {
	m.credit = creditOf(m.Object, m.lang)
	if m.license = cmp.Or(licence(m.Object), m.licenceIn(p)); m.license == "" {
		m.license = m.licenceSaid()
	}
	work := m.b.Class().Name == "Work"
	for _, s := range rightsOf(m.Object) {
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
	if work {
		for lang, s := range prose(m.credit) {
			m.b.Text("creditText", lang, s)
		}
	}
}

// licenceIn returns the licence that metadata name: what is called one, be it
// known or an address, else what is said of rights and known; "" for none.
func (m *reading) licenceIn(all []pair) string {
	address, known := "", ""
	for _, p := range all {
		if p.meaning != "rights" && p.meaning != "licence" {
			continue
		}
		for _, v := range p.values {
			iri := canonical(v.s, v.href)
			if p.meaning == "licence" {
				if iri != "" {
					return iri
				}
				address = cmp.Or(address, m.leads(v))
			}
			known = cmp.Or(known, iri)
		}
	}
	return cmp.Or(address, known)
}

// leads returns the address that a text leads to or is; "" for none.
func (m *reading) leads(t text) string {
	if t.href == "" && !wire.IsWeb(t.s) {
		return ""
	}
	return m.address(cmp.Or(t.href, t.s))
}

// reuse adds what metadata say of rights to a work or a medium, but for its
// licence. Who holds them is worth a line even where it says no more than that.
func (m *reading) reuse(b *schema.Builder, p pair, license string) {
	for _, v := range p.values {
		iri := canonical(v.s, v.href)
		if iri != "" && iri == license && !isNotice(v.s) || license != "" && license == m.leads(v) {
			continue
		}
		if address := m.leads(v); address != "" && b.Class().Property("usageInfo") != nil {
			b.Put("usageInfo", address)
		}
		if !wire.IsWeb(v.s) {
			b.Text("copyrightNotice", v.lang, v.s)
		}
	}
}

// isNotice reports whether a text names who holds the rights, beside that they are
// held.
func isNotice(s string) bool {
	return strings.Contains(s, "©") && len(strings.Fields(s)) > 1
}

// licences are the addresses of licences in a text, whatever stands around them.
var licences = regexp.MustCompile(`https?://(?:www\.)?(?:creativecommons\.org/(?:licenses|publicdomain)|rightsstatements\.org/(?:vocab|page))/[^\s"'<>)]+`)

// licenceSaid returns the licence that the line to print beside it names, by its
// address or as "License: CC BY 4.0"; "" for none, or for several.
func (m *reading) licenceSaid() (found string) {
	raw := fmt.Sprint(m.One("requiredStatement")["value"], m.Object["attribution"])
	said := licences.FindAllString(raw, maxTexts)
	for _, t := range m.credit {
		for s := range strings.FieldsFuncSeq(strings.ReplaceAll(t.s, ". ", "\n"), func(r rune) bool { return r == '\n' || r == ';' || r == '|' }) {
			if _, after, ok := strings.Cut(s, ": "); ok {
				s = after
			}
			if s = strings.TrimSpace(s); strings.HasPrefix(s, "CC") {
				said = append(said, s)
			}
		}
	}
	for _, s := range said {
		switch iri := canonical(s); {
		case iri == "" || iri == found:
		case found != "":
			return ""
		default:
			found = iri
		}
	}
	return found
}

// rightsOf returns what an object says under "rights" or "license", out of HTML
// too.
func rightsOf(o wire.Object) (out []string) {
	for _, v := range o.Objects("rights", "license") {
		for _, t := range texts(v.ID(), "") {
			out = append(out, cmp.Or(t.href, t.s))
		}
	}
	return out
}

// licence returns an object's own licence: the first that is known, else the
// first address.
func licence(o wire.Object) string {
	address := ""
	for _, s := range rightsOf(o) {
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
