package jsonld

import (
	"strings"

	"moselle/schema/rdf"
)

// expand returns the IRI, the blank node label or the keyword that s means
// (section 5.1): of properties and types when vocab is set, of what is resolved
// by the base when relative is. It returns "" for what is to be passed over.
func (p *processor) expand(c *context, s string, vocab, relative bool) string {
	if s != "" && s[0] == '@' {
		if isKeyword(s) {
			return s
		}
		if likeKeyword(s) {
			return ""
		}
	}
	if t := c.term(s); t != nil && (vocab || isKeyword(t.iri)) {
		return t.iri
	}
	if colon := strings.IndexByte(s, ':'); colon > 0 {
		prefix, suffix := s[:colon], s[colon+1:]
		if prefix == "_" || strings.HasPrefix(suffix, "//") {
			return s
		}
		if t := c.term(prefix); t != nil && t.prefix && t.iri != "" {
			return t.iri + suffix
		}
		if rdf.HasScheme(s) {
			return s
		}
	}
	switch {
	case vocab && c.vocab != "":
		return c.vocab + s
	case relative:
		return resolve(p.baseOf(c), s)
	}
	return s
}

func (p *processor) baseOf(c *context) string {
	if c.based {
		return c.base
	}
	return p.base
}

// resolve returns the address that ref means in a document whose base is base,
// as it stands where it means none.
func resolve(base, ref string) string {
	if base == "" {
		return ref
	}
	if s, err := rdf.Resolve(base, ref); err == nil {
		return s
	}
	return ref
}

func colonOrSlash(s string) bool { return strings.ContainsAny(s, ":/") }
