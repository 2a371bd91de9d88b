package iiif

import (
	"fmt"
	"regexp"
	"strings"

	"moselle/schema"
	"moselle/schema/crosswalk"
	wire "moselle/schema/wire/iiif"
)

var (
	// life is the years of a life behind a name: "(1836–1910)", ", 1852-1913".
	life = regexp.MustCompile(`^(.+?)[\s,]*\(?\b(\d{4})\s*[-–]\s*(\d{4})?\)?[\s.]*$`)
	// role is what a person did, behind the name: "[performer]".
	role = regexp.MustCompile(`\s*\[[^\]]*\]\s*$`)
)

// makers builds those who made something or had a part in it: institutions where
// the name says so, persons else. Who is said not to be known is nobody.
func (m *reading) makers(path string, p pair) (out []schema.IRI) {
	for _, thing := range things(p.values) {
		key := ""
		for _, v := range thing {
			if a := authorityOf(v.href); a != "" && key == "" {
				key = a
			}
		}
		named := role.ReplaceAllString(oneLine(thing[0].s), "")
		if key == "" {
			key = schema.NameKey(named)
		}
		if key == "" || crosswalk.IsNobody(named) {
			continue
		}
		class := "Person"
		if crosswalk.IsBody(named) {
			class = "Organization"
		}
		out = append(out, m.embed(class, key, path, func(who *schema.Builder) {
			for _, v := range thing {
				full := role.ReplaceAllString(oneLine(v.s), "")
				if l := life.FindStringSubmatch(full); l != nil && class == "Person" {
					full = l[1]
					who.Put("birthDate", l[2])
					if l[3] >= l[2] {
						who.Put("deathDate", l[3])
					}
				}
				who.Text("name", v.lang, full)
				who.Put("sameAs", authorityOf(v.href))
			}
		}))
	}
	return out
}

// institution adds an institution that the metadata name; false when there is
// one already or the metadata name several.
func (m *reading) institution(prop string, p pair) bool {
	all := things(p.values)
	if m.b.Has(prop) || len(all) != 1 {
		return false
	}
	key := authorityOf(all[0][0].href)
	if key == "" {
		key = schema.NameKey(oneLine(all[0][0].s))
	}
	m.b.Link(prop, m.embed("Organization", key, prop, func(o *schema.Builder) {
		for _, v := range all[0] {
			o.Text("name", v.lang, oneLine(v.s))
			o.Put("sameAs", authorityOf(v.href))
		}
	}))
	return true
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
