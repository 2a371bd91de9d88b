package jsonld

import (
	"bytes"
	"strings"

	"moselle/schema/rdf"
	"moselle/schema/tree"
)

// definer defines the terms of one context (section 4.2.2).
type definer struct {
	*processor
	c         *context // that they are defined in
	in        entries
	at        string // the address of the document
	remote    []string
	how       how
	protected bool
	defined   map[string]bool // false for a term whose definition is under way
}

const badTerm = "invalid term definition"

// define defines a term, and before it those that its definition is made of.
func (d *definer) define(name string) error {
	if done, begun := d.defined[name]; done {
		return nil
	} else if begun {
		return invalid("cyclic IRI mapping", "the term %q is defined by itself", shorten(name))
	}
	if name == "" {
		return invalid(badTerm, "a term has an empty name")
	}
	if err := d.spend(1); err != nil {
		return err
	}
	d.defined[name] = false
	v := d.in.get(name)
	switch {
	case name == "@type":
		if !onlyContainer(v) {
			return invalid("keyword redefinition", "of @type nothing may be said but @container, which is @set, and @protected")
		}
	case isKeyword(name):
		return invalid("keyword redefinition", "the keyword %s cannot be defined anew", name)
	case likeKeyword(name):
		return nil // kept for later versions of JSON-LD
	}
	before := d.c.term(name)
	d.c.terms[name] = nil
	t, err := d.definition(name, v)
	if t == nil || err != nil {
		return err
	}
	if d.how&override == 0 && before != nil && before.protected {
		if !before.same(t) {
			return invalid("protected term redefinition", "the term %q is protected and cannot be defined anew", shorten(name))
		}
		t = before
	}
	d.c.terms[name], d.defined[name] = t, true
	d.c.protected = d.c.protected || t.protected
	return nil
}

// onlyContainer reports whether a value may be said of @type.
func onlyContainer(v tree.Node) bool {
	n := 0
	for m := range v.Children() {
		switch {
		case m.Key() == "@container" && m.Text() == "@set", m.Key() == "@protected":
			n++
		default:
			return false
		}
	}
	return v.Kind() == tree.Object && n > 0
}

// definition reads a term's definition; nil for one that is to be passed over.
func (d *definer) definition(name string, v tree.Node) (*term, error) {
	t := &term{protected: d.protected}
	simple := v.Kind() == tree.String
	id := v
	switch v.Kind() {
	case tree.String, tree.Null:
	case tree.Object:
		id = v.Member("@id")
		if p := v.Member("@protected"); p.Kind() != tree.Absent {
			var err error
			if t.protected, err = boolean(p, "invalid @protected value", "@protected"); err != nil {
				return nil, err
			}
		}
	default:
		return nil, invalid(badTerm, "the term %q is %s, and has to be an address, an object or null", shorten(name), v.Kind())
	}
	if err := d.typed(t, name, v.Member("@type")); err != nil {
		return nil, err
	}
	if v.Member("@reverse").Kind() != tree.Absent {
		return d.reversed(t, name, v)
	}
	if ok, err := d.named(t, name, id, simple); !ok || err != nil {
		return nil, err
	}
	if err := d.arranged(t, name, v); err != nil {
		return nil, err
	}
	return t, d.details(t, name, v)
}

// typed reads a type mapping (steps 12).
func (d *definer) typed(t *term, name string, v tree.Node) error {
	if v.Kind() == tree.Absent {
		return nil
	}
	if v.Kind() != tree.String {
		return invalid("invalid type mapping", "the @type of the term %q is %s, and has to be an address", shorten(name), v.Kind())
	}
	iri, err := d.iri(v.Text(), false)
	if err != nil {
		return err
	}
	switch iri {
	case "@id", "@vocab", "@json", "@none":
	default:
		if !rdf.HasScheme(iri) || isBlank(iri) {
			return invalid("invalid type mapping", "the @type of the term %q is %q, which is no address", shorten(name), shorten(v.Text()))
		}
	}
	t.typ = iri
	return nil
}

// reversed reads a reverse property (step 13).
func (d *definer) reversed(t *term, name string, v tree.Node) (*term, error) {
	r := v.Member("@reverse")
	switch {
	case v.Member("@id").Kind() != tree.Absent, v.Member("@nest").Kind() != tree.Absent:
		return nil, invalid("invalid reverse property", "the term %q has @reverse, with which neither @id nor @nest may stand", shorten(name))
	case r.Kind() != tree.String:
		return nil, invalid("invalid IRI mapping", "@reverse of the term %q is %s, and has to be an address", shorten(name), r.Kind())
	case likeKeyword(r.Text()):
		return nil, nil
	}
	iri, err := d.iri(r.Text(), false)
	if err != nil {
		return nil, err
	}
	if !rdf.HasScheme(iri) && !isBlank(iri) {
		return nil, invalid("invalid IRI mapping", "@reverse of the term %q is %q, which is no address", shorten(name), shorten(r.Text()))
	}
	switch c := v.Member("@container"); {
	case c.Kind() == tree.Absent, c.Kind() == tree.Null:
	case c.Text() == "@set", c.Text() == "@index":
		t.container = containers[c.Text()]
	default:
		return nil, invalid("invalid reverse property", "the term %q has @reverse, with which @container may be nothing but @set or @index", shorten(name))
	}
	t.iri, t.reverse = iri, true
	return t, d.indexed(t, name, v)
}

// named finds what a term stands for (steps 14 to 18); false for a term that is
// to be passed over.
func (d *definer) named(t *term, name string, id tree.Node, simple bool) (ok bool, err error) {
	switch {
	case id.Kind() == tree.Null:
		return true, nil // nothing is to come of the term
	case id.Kind() != tree.Absent && id.Kind() != tree.String:
		return false, invalid("invalid IRI mapping", "the @id of the term %q is %s, and has to be an address", shorten(name), id.Kind())
	case id.Kind() == tree.String && id.Text() != name:
		return d.identified(t, name, id.Text(), simple)
	}
	colon := strings.IndexByte(name[1:], ':') + 1
	switch {
	case colon > 0:
		prefix, suffix := name[:colon], name[colon+1:]
		if d.in.get(prefix).Kind() != tree.Absent {
			if err := d.define(prefix); err != nil {
				return false, err
			}
		}
		t.iri = name
		if p := d.c.term(prefix); p != nil && p.iri != "" {
			t.iri = p.iri + suffix
		}
	case strings.Contains(name, "/"):
		if t.iri = d.expand(d.c, name, true, false); !rdf.HasScheme(t.iri) {
			return false, invalid("invalid IRI mapping", "the term %q has no @id, and is no address itself", shorten(name))
		}
	case name == "@type":
		t.iri = name
	case d.c.vocab != "":
		t.iri = d.c.vocab + name
	default:
		return false, invalid("invalid IRI mapping", "the term %q has no @id, and there is no @vocab", shorten(name))
	}
	return true, nil
}

// identified reads the @id of a term.
func (d *definer) identified(t *term, name, id string, simple bool) (ok bool, err error) {
	if likeKeyword(id) && !isKeyword(id) {
		return false, nil
	}
	if t.iri, err = d.iri(id, false); err != nil {
		return false, err
	}
	switch {
	case t.iri == "@context":
		return false, invalid("invalid keyword alias", "the term %q cannot stand for @context", shorten(name))
	case !isKeyword(t.iri) && !rdf.HasScheme(t.iri) && !isBlank(t.iri):
		return false, invalid("invalid IRI mapping", "the @id of the term %q is %q, which is no address", shorten(name), shorten(id))
	}
	inner := strings.IndexByte(name[1:], ':') + 1
	if inner > 0 && inner < len(name)-1 || strings.Contains(name, "/") {
		d.defined[name] = true
		itself, err := d.iri(name, true)
		if err != nil {
			return false, err
		}
		if itself != t.iri {
			return false, invalid("invalid IRI mapping", "the term %q reads as an address, which its @id %q is not", shorten(name), shorten(id))
		}
	}
	if simple && !colonOrSlash(name) {
		t.prefix = isBlank(t.iri) || strings.ContainsAny(t.iri[len(t.iri)-1:], ":/?#[]@")
	}
	return true, nil
}

// iri expands an IRI of the context itself, whose terms may still have to be
// defined.
func (d *definer) iri(s string, defining bool) (string, error) {
	if isKeyword(s) {
		return s, nil
	}
	if d.in.get(s).Kind() != tree.Absent && !defining {
		if err := d.define(s); err != nil {
			return "", err
		}
	}
	if colon := strings.IndexByte(s, ':'); colon > 0 {
		prefix, suffix := s[:colon], s[colon+1:]
		if prefix != "_" && !strings.HasPrefix(suffix, "//") && d.in.get(prefix).Kind() != tree.Absent {
			if err := d.define(prefix); err != nil {
				return "", err
			}
		}
	}
	return d.expand(d.c, s, true, false), nil
}

// same reports whether two definitions say the same, protection aside.
func (t *term) same(o *term) bool {
	a, b := *t, *o
	a.protected, b.protected = false, false
	a.context, b.context = tree.Node{}, tree.Node{}
	a.at, b.at = "", ""
	return a == b && bytes.Equal(appendCanonical(nil, t.context), appendCanonical(nil, o.context))
}
