package taxonomy

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"sync"

	"moselle/schema/rdf"
	"moselle/schema/rdf/turtle"
	"moselle/schema/vocab"
)

//go:embed data/*.ttl
var data embed.FS

// codes are the schemes, each read from data/<code>.ttl.
var codes = []string{"event", "place", "work", "audience", "accessibility", "role", "region"}

// library is all schemes with what is looked up in them.
type library struct {
	schemes []*Scheme
	version string
	index
	countries
}

// load reads the data, once. It is part of the program and every test reads it:
// data that cannot be read is a program that cannot start.
var load = sync.OnceValue(func() *library {
	l := &library{}
	sum := sha256.New()
	for _, code := range codes {
		content, err := data.ReadFile("data/" + code + ".ttl")
		if err != nil {
			panic("taxonomy: " + err.Error())
		}
		sum.Write(content)
		s, err := read(code, content)
		if err != nil {
			panic("taxonomy: " + err.Error())
		}
		l.schemes = append(l.schemes, s)
	}
	l.version = hex.EncodeToString(sum.Sum(nil))
	l.index = newIndex(l.schemes)
	l.countries = newCountries(l.schemes[slices.Index(codes, "region")])
	return l
})

// read reads a scheme from Turtle. A concept stands below the one it falls
// under, so that the order of the document is that of the tree.
func read(code string, content []byte) (*Scheme, error) {
	r := reader{scheme: &Scheme{Code: code, Labels: map[string]string{}}, concepts: map[string]*Concept{}}
	for q, err := range turtle.Format().Decode(bytes.NewReader(content), "") {
		if err != nil {
			return nil, fmt.Errorf("%s.ttl: %w", code, err)
		}
		if err := r.add(q.Triple); err != nil {
			return nil, fmt.Errorf("%s.ttl: %s: %s: %w", code, q.S.Value, q.P.Value, err)
		}
	}
	var ordered []*Concept
	for _, c := range r.scheme.Concepts {
		if c.Broader == nil {
			ordered = appendTree(ordered, c)
		}
	}
	r.scheme.Concepts = ordered
	return r.scheme, nil
}

func appendTree(to []*Concept, c *Concept) []*Concept {
	to = append(to, c)
	for _, n := range c.Narrower {
		to = appendTree(to, n)
	}
	return to
}

type reader struct {
	scheme   *Scheme
	concepts map[string]*Concept // by IRI
}

func (r *reader) add(t rdf.Triple) error {
	if t.S.Value == string(r.scheme.IRI()) {
		if t.P.Value == vocab.SKOS+"prefLabel" {
			r.scheme.Labels[t.O.Lang] = t.O.Value
		}
		return nil
	}
	c := r.concepts[t.S.Value]
	if c == nil {
		code, ok := strings.CutPrefix(t.S.Value, conceptBase+r.scheme.Code+".")
		if !ok {
			return fmt.Errorf("no concept of the scheme %s", r.scheme.Code)
		}
		c = &Concept{Scheme: r.scheme, Code: code, Labels: map[string]string{}, Alt: map[string][]string{}}
		r.concepts[t.S.Value] = c
		r.scheme.Concepts = append(r.scheme.Concepts, c)
	}
	return r.say(c, t.P.Value, t.O)
}

// say takes one statement about a concept.
func (r *reader) say(c *Concept, predicate string, o rdf.Term) error {
	switch predicate {
	case vocab.SKOS + "prefLabel":
		if c.Labels[o.Lang] != "" {
			return fmt.Errorf("a second label in %q", o.Lang)
		}
		c.Labels[o.Lang] = o.Value
	case vocab.SKOS + "altLabel":
		c.Alt[o.Lang] = append(c.Alt[o.Lang], o.Value)
	case vocab.SKOS + "hiddenLabel":
		c.Hidden = append(c.Hidden, o.Value)
	case vocab.SKOS + "scopeNote":
		c.Note = o.Value
	case vocab.SKOS + "notation":
		c.Notation = o.Value
	case vocab.SKOS + "exactMatch":
		c.Exact = append(c.Exact, o.Value)
	case vocab.SKOS + "closeMatch":
		c.Close = append(c.Close, o.Value)
	case vocab.Schema + "postalCode":
		c.postal = append(c.postal, o.Value)
	case vocab.SKOS + "broader":
		if c.Broader = r.concepts[o.Value]; c.Broader == nil || c.Broader == c {
			return fmt.Errorf("%s does not stand above it", o.Value)
		}
		c.Broader.Narrower = append(c.Broader.Narrower, c)
	case rdf.Type:
	default:
		return fmt.Errorf("not a property that a concept has here")
	}
	return nil
}
