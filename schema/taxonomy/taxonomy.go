// Package taxonomy holds the hub's own vocabularies: kinds of events, places and
// works, audiences, accessibility, roles, and the regions of four countries as
// one tree, each concept with labels in five languages and its matches
// elsewhere. They stand as SKOS in data/ and are read once; harvesting and
// search look terms, types and addresses up in them.
package taxonomy

import (
	"maps"
	"slices"

	"moselle/schema"
)

// Scheme is one vocabulary (SKOS, section 4).
type Scheme struct {
	Code     string            // "event"
	Labels   map[string]string // by language
	Concepts []*Concept        // in the order of the tree: each before those below it
}

// IRI returns the scheme's IRI as it is stored.
func (s *Scheme) IRI() schema.IRI { return schema.IRI(schemeBase + s.Code) }

// Concept is one term of a vocabulary. What All returns is shared: a caller
// changes nothing of it.
type Concept struct {
	Scheme   *Scheme
	Code     string              // "concert", unique in its scheme
	Labels   map[string]string   // by language: fr, de, lb, en, nl
	Alt      map[string][]string // other labels, by language
	Hidden   []string            // names to find it by that are not shown: the places within a commune
	Note     string              // what it is used for, in English; "" where the label says it
	Notation string              // its code in an official list: of regions the NUTS code
	Broader  *Concept            // nil for a top concept
	Narrower []*Concept
	Exact    []string // IRIs of the same concept elsewhere
	Close    []string // IRIs of nearly the same concept elsewhere
	postal   []string // how the postal codes within it begin, in its country
}

// The IRIs of concepts and schemes are readable and the same in every hub but
// for its base.
const (
	conceptBase = schema.Scheme + "id/concept/"
	schemeBase  = schema.Scheme + "id/conceptscheme/"
)

// ID returns the concept's name among all schemes, such as "event.concert".
func (c *Concept) ID() string { return c.Scheme.Code + "." + c.Code }

// IRI returns the concept's IRI as it is stored.
func (c *Concept) IRI() schema.IRI { return schema.IRI(conceptBase + c.ID()) }

// Path returns the concepts from the top of the scheme down to this one.
func (c *Concept) Path() []*Concept {
	var path []*Concept
	for ; c != nil; c = c.Broader {
		path = append(path, c)
	}
	slices.Reverse(path)
	return path
}

// Within reports whether the concept is other or stands below it.
func (c *Concept) Within(other *Concept) bool {
	for ; c != nil; c = c.Broader {
		if c == other {
			return true
		}
	}
	return false
}

// Name returns the label in the first of the languages that there is one in,
// else in the languages that schema.DefaultFallback names for the first; and the
// language it is in.
func (c *Concept) Name(langs ...string) (text, lang string) { return nameIn(c.Labels, langs) }

// Name returns the scheme's label as Concept.Name does.
func (s *Scheme) Name(langs ...string) (text, lang string) { return nameIn(s.Labels, langs) }

func nameIn(labels map[string]string, langs []string) (text, lang string) {
	first := "en"
	if len(langs) > 0 {
		first = langs[0]
	}
	for _, l := range slices.Concat(langs, schema.DefaultFallback().Chain(first), slices.Sorted(maps.Keys(labels))) {
		if text, ok := labels[l]; ok {
			return text, l
		}
	}
	return "", ""
}

// All returns the schemes: event, place, work, audience, accessibility, role and
// region, in this order.
func All() []*Scheme { return slices.Clone(load().schemes) }

// SchemeAt returns the scheme of that code, or nil.
func SchemeAt(code string) *Scheme {
	for _, s := range load().schemes {
		if s.Code == code {
			return s
		}
	}
	return nil
}

// Version returns what stands for the state of the vocabularies: another one
// when a concept, a label or a match is another.
func Version() string { return load().version }
