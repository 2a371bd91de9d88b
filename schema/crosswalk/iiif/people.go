package iiif

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"moselle/schema"
	"moselle/schema/crosswalk"
	wire "moselle/schema/wire/iiif"
)

// makers builds those who made something or had a part in it: institutions where
// the name says so, persons else. Who is said not to be known is nobody.
func (m *reading) makers(path string, p pair) (out []schema.IRI) {
	for _, thing := range things(several(p.values)) {
		if iri := m.agent(path, "", thing); iri != "" {
			out = append(out, iri)
		}
	}
	return out
}

// people adds those of whom only the value says what they did.
func (m *reading) people(p pair) {
	for _, thing := range things(several(p.values)) {
		prop := "contributor"
		if meant(parseName(thing[0].s).role) == "creator" {
			prop = "creator"
		}
		m.b.Link(prop, m.agent(prop, "", thing))
	}
}

// agent builds somebody by their names and returns the IRI; "" for nobody. class is
// "" where only the name can tell which it is.
func (m *reading) agent(path, class string, thing []text) schema.IRI {
	who := parseName(thing[0].s)
	if !strings.ContainsFunc(who.name, unicode.IsLetter) || crosswalk.IsNobody(who.name) {
		return ""
	}
	if class == "" {
		class = "Person"
		if who.born+who.died == "" && crosswalk.IsBody(who.name) {
			class = "Organization"
		}
	}
	key := ""
	for _, v := range thing {
		key = cmp.Or(key, authorityOf(v.href))
	}
	key = cmp.Or(key, schema.NameKey(who.name+" "+who.born+" "+who.died))
	return m.embed(class, key, path, func(b *schema.Builder) {
		for i, v := range thing {
			name := who.name
			if i > 0 {
				name = parseName(v.s).name
			}
			b.Text("name", v.lang, name)
			b.Put("sameAs", authorityOf(v.href))
		}
		if class == "Person" {
			b.Put("birthDate", who.born)
			b.Put("deathDate", who.died)
		}
	})
}

// isil is the number of a library, which says nothing to people.
var isil = regexp.MustCompile(`^[A-Z]{2}-[\w/-]+$`)

// sentence is what some write where a name is asked for.
var sentence = regexp.MustCompile(`^This |^(?:\S+\s+){6,}\S+\.$`)

// institution adds an institution that the metadata name; false when there is
// one already or the metadata name several.
func (m *reading) institution(to *schema.Property, p pair) bool {
	all := things(p.values)
	if m.b.Has(to.Name) || len(all) != 1 || isil.MatchString(all[0][0].s) || sentence.MatchString(all[0][0].s) {
		return false
	}
	name := m.shelved(all[0])
	for _, o := range m.Objects("provider") {
		if slices.ContainsFunc(texts(o["label"], m.lang), func(t text) bool { return sameName(t.s, name) }) && to.Name != "publisher" {
			return true // which says more of it
		}
	}
	class := "Organization"
	if who := parseName(all[0][0].s); who.born+who.died != "" && slices.Contains(to.Of, "Person") {
		class = "Person"
	}
	iri := m.agent(to.Name, class, all[0])
	m.b.Link(to.Name, iri)
	return iri != ""
}

// maxProviders bounds the institutions that provide one thing.
const maxProviders = 20

// providers builds the institutions that provide the document, by their address,
// else by their name.
func (m *reading) providers() (out []schema.IRI) {
	for i, o := range m.Objects("provider") {
		if i >= maxProviders {
			m.fault("provider", "", fmt.Sprintf("more than %d institutions; the first are kept", maxProviders))
			break
		}
		labels := texts(o["label"], m.lang)
		if len(labels) == 0 {
			m.fault("provider", o.ID(), "an institution without a label is left out: write its name")
			continue
		}
		key := o.ID()
		if !wire.IsWeb(key) {
			key = schema.NameKey(oneLine(labels[0].s))
		}
		out = append(out, m.embed("Organization", key, "provider", func(org *schema.Builder) {
			name(org, labels)
			org.Put("sameAs", authorityOf(o.ID()))
			page := m.address(o.One("homepage").ID())
			if page == "" && authorityOf(o.ID()) == "" {
				page = m.address(o.ID())
			}
			org.Put("url", page)
			for _, s := range o.Objects("seeAlso") {
				org.Put("sameAs", strings.TrimSuffix(authorityOf(s.ID()), "/"))
			}
			if logo := m.picture(o.One("logo")); logo.file != "" {
				logo.put(org.Part("logo", "Media"))
			}
		}))
	}
	return out
}
