package schemaorg

import (
	"strings"

	"moselle/schema/vocab"
)

// scope is a JSON-LD context, as much of it as reading schema.org needs. The
// nil scope reads plain terms as schema.org's: whatever an address names as
// context, it is never fetched, and pages that leave it out mean schema.org.
type scope struct {
	vocab string // the namespace of plain terms
	lang  string
	base  string
	terms map[string]term
}

// term is a context's definition of a word.
type term struct {
	iri       string // as the context writes it: an IRI, a keyword, another term
	lang      string
	container string
	reverse   bool
}

var noScope = &scope{vocab: vocab.Schema}

// maxTerms bounds the definitions of one context.
const maxTerms = 2000

// with returns the scope below a member "@context".
func (s *scope) with(context any) *scope {
	switch c := context.(type) {
	case nil:
		return noScope
	case []any:
		for _, v := range c {
			if v != nil {
				s = s.with(v)
			}
		}
	case *object:
		return s.withObject(c)
	}
	return s
}

func (s *scope) withObject(o *object) *scope {
	out := &scope{vocab: s.vocab, lang: s.lang, base: s.base, terms: make(map[string]term, len(s.terms)+len(o.members))}
	for k, t := range s.terms {
		out.terms[k] = t
	}
	for _, m := range o.members {
		text, _ := m.value.(string)
		switch m.key {
		case "@vocab":
			if out.vocab = schemaIRI(text); text == "" {
				out.vocab = vocab.Schema
			}
		case "@language":
			out.lang = text
		case "@base":
			out.base = text
		default:
			if len(out.terms) < maxTerms && !strings.HasPrefix(m.key, "@") {
				out.terms[m.key] = newTerm(m.key, m.value)
			}
		}
	}
	return out
}

func newTerm(key string, definition any) term {
	t := term{iri: key}
	switch d := definition.(type) {
	case string:
		t.iri = d
	case *object:
		for _, m := range d.members {
			text, _ := m.value.(string)
			switch m.key {
			case "@id":
				t.iri = text
			case "@reverse":
				t.iri, t.reverse = text, true
			case "@language":
				t.lang = text
			case "@container":
				t.container = text
				if list, ok := m.value.([]any); ok && len(list) > 0 {
					t.container, _ = list[0].(string)
				}
			}
		}
	}
	return t
}

// expand returns the keyword or the IRI that a key or a type stands for, and
// its definition where it has one.
func (s *scope) expand(key string) (string, term) {
	t, ok := s.terms[key]
	if !ok {
		return s.expandIRI(key, 0), term{}
	}
	if t.iri == key && !strings.Contains(key, ":") {
		return s.vocab + key, t
	}
	return s.expandIRI(t.iri, 0), t
}

// expandIRI follows prefixes and terms; contexts that define a term by itself
// end at the fourth step.
func (s *scope) expandIRI(v string, depth int) string {
	if strings.HasPrefix(v, "@") {
		return v
	}
	prefix, rest, ok := strings.Cut(v, ":")
	switch {
	case !ok:
		if t, defined := s.terms[v]; defined && t.iri != v && depth < 4 {
			return s.expandIRI(t.iri, depth+1)
		}
		return s.vocab + v
	case strings.HasPrefix(rest, "//"):
		return schemaIRI(v)
	}
	if t, defined := s.terms[prefix]; defined && depth < 4 {
		return s.expandIRI(t.iri, depth+1) + rest
	}
	if prefix == "schema" || prefix == "sdo" {
		return vocab.Schema + rest
	}
	return v
}

// schemaIRI writes an IRI of schema.org as the hub does: with https and no www.
func schemaIRI(iri string) string {
	rest, ok := strings.CutPrefix(iri, "http://")
	if !ok {
		if rest, ok = strings.CutPrefix(iri, "https://"); !ok {
			return iri
		}
	}
	rest = strings.TrimPrefix(rest, "www.")
	if local, ok := strings.CutPrefix(rest, "schema.org"); ok && (local == "" || local[0] == '/' || local[0] == '#') {
		return vocab.Schema + strings.TrimLeft(local, "/#")
	}
	return iri
}

// provDerived is read although it is of another vocabulary, as the names of
// concepts are: crawlers that collect many pages say with it which page a thing
// comes from.
const provDerived = vocab.PROV + "wasDerivedFrom"

// local returns the name of a term of schema.org; "" for any other IRI.
func local(iri string) string {
	if name, ok := strings.CutPrefix(iri, vocab.Schema); ok && name != "" && !strings.ContainsAny(name, "/#?") {
		return name
	}
	switch iri {
	case provDerived:
		return "wasDerivedFrom"
	case vocab.SKOS + "prefLabel":
		return "prefLabel"
	}
	return ""
}
