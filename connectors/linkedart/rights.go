package linkedart

import (
	"moselle/connectors"
	"moselle/schema"
)

// rights adds the rights in a work itself, which are not those in its pictures.
func (m *mapper) rights(b *schema.Builder, n *node) {
	for _, r := range n.all("subject_to") {
		iri := licenceOf(r)
		if b.Put("usageInfo", iri); iri == "" {
			m.say("copyrightNotice", m.titleLang(r), m.title(r))
		}
		for _, s := range r.all("subject_of", "referred_to_by") {
			prop := "copyrightNotice"
			if what, _ := kindOf(s); what == "creditText" {
				prop = what
			}
			m.say(prop, m.langOf(s), s.content())
		}
		for _, who := range r.all("possessed_by", "right_held_by") {
			if iri != "" { // who keeps the file of what is free
				break
			}
			m.say("copyrightNotice", m.titleLang(who), m.title(who))
		}
	}
}

// licence returns the terms of the first of these that names any, as an address;
// else those declared of the source.
func (m *mapper) licence(of ...*node) string {
	for _, n := range of {
		if n == nil {
			continue
		}
		for _, r := range n.all("subject_to") {
			if iri := licenceOf(r); iri != "" {
				return iri
			}
		}
		for _, s := range n.all("referred_to_by") {
			if what, _ := kindOf(s); what != "copyrightNotice" {
				continue
			}
			if iri, ok := schema.CanonicalLicence(s.content()); ok {
				return iri
			}
		}
	}
	return m.env.License
}

// licenceOf returns the licence that a right is, or is classified or named as.
func licenceOf(r *node) string {
	said := []string{r.iri()}
	for _, t := range r.all("classified_as", "identified_by", "equivalent") {
		said = append(said, t.iri(), t.content())
	}
	for _, s := range said {
		if iri, ok := schema.CanonicalLicence(s); ok {
			return iri
		}
	}
	for _, t := range r.all("classified_as") {
		if label, ok := schema.CanonicalLicence(t.label()); ok && connectors.IsWeb(label) {
			return label
		}
	}
	return ""
}
