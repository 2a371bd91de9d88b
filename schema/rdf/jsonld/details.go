package jsonld

import (
	"moselle/schema/rdf"
	"moselle/schema/tree"
)

// arranged reads @container and @index of a definition (step 19).
func (d *definer) arranged(t *term, name string, v tree.Node) error {
	const code = "invalid container mapping"
	if c := v.Member("@container"); c.Kind() != tree.Absent {
		for e := range elements(c) {
			one, ok := containers[e.Text()]
			if !ok || e.Kind() != tree.String || t.container.has(one) {
				return invalid(code, "@container of the term %q holds what it may not", shorten(name))
			}
			t.container |= one
		}
		if t.container == 0 || !t.container.allowed() {
			return invalid(code, "@container of the term %q combines what cannot be combined", shorten(name))
		}
		if t.container.has(byType) {
			if t.typ == "" {
				t.typ = "@id"
			}
			if t.typ != "@id" && t.typ != "@vocab" {
				return invalid("invalid type mapping", "the term %q is arranged by @type, so its own @type may be nothing but @id or @vocab", shorten(name))
			}
		}
	}
	return d.indexed(t, name, v)
}

// indexed reads the property that an index stands for (step 20).
func (d *definer) indexed(t *term, name string, v tree.Node) error {
	if i := v.Member("@index"); i.Kind() != tree.Absent {
		if !t.container.has(byIndex) || i.Kind() != tree.String {
			return invalid(badTerm, "@index of the term %q has to be a property, beside @container: @index", shorten(name))
		}
		iri, err := d.iri(i.Text(), false)
		if err != nil {
			return err
		}
		if !rdf.HasScheme(iri) {
			return invalid(badTerm, "@index of the term %q is %q, which is no property", shorten(name), shorten(i.Text()))
		}
		t.index = i.Text()
	}
	return nil
}

// details reads the other entries of a definition (steps 21 to 26).
func (d *definer) details(t *term, name string, v tree.Node) error {
	for m := range v.Children() {
		if v.Kind() != tree.Object {
			break
		}
		if err := d.detail(t, name, v, m); err != nil {
			return err
		}
	}
	return nil
}

func (d *definer) detail(t *term, name string, v, m tree.Node) error {
	switch m.Key() {
	case "@id", "@reverse", "@container", "@index", "@protected", "@type":
	case "@context":
		t.context, t.at = m, d.at
		if d.how&unchecked != 0 {
			return nil
		}
		if _, err := d.process(d.c, m, d.at, d.remote, override|unchecked); err != nil {
			return invalid("invalid scoped context", "the context of the term %q: %v", shorten(name), err)
		}
	case "@language":
		if v.Member("@type").Kind() != tree.Absent {
			return nil
		}
		if m.Kind() != tree.String && m.Kind() != tree.Null {
			return invalid("invalid language mapping", "@language of the term %q is %s, and has to be a language tag or null", shorten(name), m.Kind())
		}
		t.language, t.hasLang = m.Text(), true
	case "@direction":
		if v.Member("@type").Kind() == tree.Absent && !isDirection(m, true) {
			return invalid("invalid base direction", `@direction of the term %q may be "ltr", "rtl" or null`, shorten(name))
		}
	case "@nest":
		if m.Kind() != tree.String || isKeyword(m.Text()) && m.Text() != "@nest" {
			return invalid("invalid @nest value", "@nest of the term %q has to be @nest or a term that stands for it", shorten(name))
		}
	case "@prefix":
		prefix, err := boolean(m, "invalid @prefix value", "@prefix")
		if err != nil {
			return err
		}
		if colonOrSlash(name) || prefix && isKeyword(t.iri) {
			return invalid(badTerm, "the term %q cannot be a prefix", shorten(name))
		}
		t.prefix = prefix
	default:
		return invalid(badTerm, "the definition of the term %q holds %q, which has no meaning there", shorten(name), shorten(m.Key()))
	}
	return nil
}
