package schemaorg

import (
	"maps"
	"slices"
	"strings"

	"moselle/schema/vocab"
)

// declare takes the vocabulary and the prefixes that an element declares.
func (s *situation) declare(e *element) {
	if v, ok := e.has("vocab"); ok {
		if s.vocab = strings.TrimSpace(v); schemaVocab[strings.TrimRight(s.vocab, "/#")] {
			s.vocab = vocab.Schema
		}
	}
	words := e.tokens("prefix")
	for _, a := range e.attrs {
		if name, ok := strings.CutPrefix(a.name, "xmlns:"); ok {
			words = append([]string{name + ":", strings.TrimSpace(a.value)}, words...)
		}
	}
	if len(words) < 2 {
		return
	}
	s.prefixes = maps.Clone(s.prefixes)
	for i := 0; i+1 < len(words) && len(s.prefixes) < maxTerms; i += 2 {
		iri := words[i+1]
		if schemaVocab[strings.TrimRight(iri, "/#")] {
			iri = vocab.Schema
		}
		s.prefixes[strings.ToLower(strings.TrimSuffix(words[i], ":"))] = iri
	}
}

// schemaVocab are the ways in which pages write the address of schema.org.
var schemaVocab = set("http://schema.org", "https://schema.org", "http://www.schema.org", "https://www.schema.org", "//schema.org", "schema.org", "www.schema.org")

// names returns the properties or types of schema.org in an attribute.
func (r *rdfa) names(e *element, attribute string, s situation) (out []string) {
	_, isProperty := e.has("property")
	for _, w := range e.tokens(attribute) {
		prefix, rest, colon := strings.Cut(w, ":")
		switch {
		case colon && strings.HasPrefix(rest, "//"):
			w = schemaIRI(w)
		case colon:
			w = schemaIRI(s.prefixes[strings.ToLower(prefix)] + rest)
		case isProperty && (attribute == "rel" || attribute == "rev"):
			continue // HTML+RDFa 1.1, section 3.1, rule 7
		default:
			w = schemaIRI(s.vocab + w)
		}
		name := local(w)
		if usual, ok := variants[name]; ok && attribute != "typeof" {
			name = usual
		}
		if name != "" && !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out
}

// resource returns what the first of the attributes that is there leads to.
func (r *rdfa) resource(e *element, s situation, attributes ...string) (string, bool) {
	for _, a := range attributes {
		v, ok := e.has(a)
		if v = strings.TrimSpace(v); !ok {
			continue
		}
		if a != "href" && a != "src" {
			if safe, ok := strings.CutPrefix(v, "["); ok {
				v = strings.TrimSuffix(safe, "]")
			}
			if strings.HasPrefix(v, "_:") {
				return "_:named-" + v[2:], true
			}
			prefix, rest, colon := strings.Cut(v, ":")
			if iri := s.prefixes[strings.ToLower(prefix)]; colon && iri != "" && !strings.HasPrefix(rest, "//") {
				return iri + rest, true
			}
		}
		if v == "" && r.graph.base == "" {
			return thisPage, true
		}
		return resolve(r.graph.base, v), true
	}
	return "", false
}

func hasResource(e *element) bool { _, ok := e.has("resource"); return ok }

// literal is value for an element whose address does not count.
func (g *graph) literal(e *element, name string) value {
	if e.tag == "a" || e.tag == "img" || e.tag == "link" {
		if s, ok := e.has("content"); ok {
			return value{text: s, lang: e.lang()}
		}
		return value{text: e.content(), lang: e.lang()}
	}
	if s, ok := e.has("datetime"); ok {
		if _, said := e.has("content"); !said {
			return value{text: s}
		}
	}
	return g.value(e, name)
}
