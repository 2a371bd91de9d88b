package taxonomy

import (
	"strings"

	"moselle/schema"
	"moselle/schema/vocab"
)

// index is what concepts are found by.
type index struct {
	byID    map[string]*Concept
	byMatch map[string]*Concept            // by matchKey
	byCode  map[string]*Concept            // by the codes that sources write alone
	byName  map[string]map[string]*Concept // by scheme and NameKey, nil for a name that several share; and by language, "@" and NameKey
}

// codeLists are the lists of others whose codes sources write without the rest
// of the IRI.
var codeLists = []string{"urn:publiq:", "https://joinmobilizon.org/ns#"}

func newIndex(schemes []*Scheme) index {
	x := index{map[string]*Concept{}, map[string]*Concept{}, map[string]*Concept{}, map[string]map[string]*Concept{}}
	for _, s := range schemes {
		names := map[string]*Concept{}
		x.byName[s.Code] = names
		for _, c := range s.Concepts {
			x.byID[c.ID()] = c
			for _, iri := range c.Exact {
				x.match(iri, c)
			}
			for _, iri := range c.Close {
				x.match(iri, c)
			}
			for lang, label := range c.Labels {
				share(names, lang, label, c)
			}
			for lang, labels := range c.Alt {
				for _, label := range labels {
					share(names, lang, label, c)
				}
			}
		}
	}
	return x
}

// match notes what a concept matches; a term of others matches one of ours.
func (x *index) match(iri string, c *Concept) {
	x.byMatch[matchKey(iri)] = c
	for _, list := range codeLists {
		if code, ok := strings.CutPrefix(iri, list); ok {
			x.byCode[code] = c
		}
	}
}

// share gives a label to a concept, in its language and in any.
func share(names map[string]*Concept, lang, label string, c *Concept) {
	key := schema.NameKey(label)
	give(names, key, c)
	give(names, lang+"@"+key, c)
}

// give gives a name to a concept. What a concept and one below it are both
// called means the wider one; any other name of two is of none.
func give(names map[string]*Concept, key string, c *Concept) {
	before, taken := names[key]
	switch {
	case !taken:
		names[key] = c
	case before == nil || c.Within(before):
	case before.Within(c):
		names[key] = c
	default:
		names[key] = nil
	}
}

// matchKey brings the ways an IRI is written down to one: with http or https,
// Wikidata's pages and entities, DATAtourisme's old and new domain.
func matchKey(iri string) string {
	key := strings.TrimPrefix(strings.TrimPrefix(iri, "https://"), "http://")
	key = strings.TrimSuffix(key, "/")
	if rest, ok := strings.CutPrefix(key, "www.wikidata.org/wiki/"); ok {
		return "www.wikidata.org/entity/" + rest
	}
	if rest, ok := strings.CutPrefix(key, "www.datatourisme.gouv.fr/"); ok {
		return "www.datatourisme.fr/" + rest
	}
	return key
}

// Find returns the concept of an id ("event.concert"), of the IRI it is stored
// under or of the IRI a hub publishes it under (ending in
// "/id/concept/event.concert"); nil when there is none.
func Find(id string) *Concept {
	const published = "/id/concept/"
	if rest, ok := strings.CutPrefix(id, conceptBase); ok {
		id = rest
	} else if i := strings.LastIndex(id, published); i >= 0 {
		id = id[i+len(published):]
	}
	return load().byID[id]
}

// Matching returns the concept that a term of another vocabulary matches,
// exactly or closely, by the term's IRI; of publiq and Mobilizon its code alone
// will do ("0.50.4.0.0", "MUSIC"). nil when none does.
func Matching(iri string) *Concept {
	l := load()
	if c := l.byCode[iri]; c != nil {
		return c
	}
	return l.byMatch[matchKey(iri)]
}

// Named returns the concept of the scheme that has the label, preferred or not,
// in any language and however it is accented (schema.NameKey); nil when there
// is none, and when two share it that do not stand one above the other.
func Named(scheme, label string) *Concept {
	return load().byName[scheme][schema.NameKey(label)]
}

// NamedIn is Named for a label whose language is known: what it means in that
// language goes before what it means in others, so that a French "lecture" is a
// reading and an English one a talk.
func NamedIn(scheme, label, lang string) *Concept {
	names, key := load().byName[scheme], schema.NameKey(label)
	if c, ok := names[lang+"@"+key]; ok {
		return c
	}
	return names[key]
}

// OfType returns the concept of a schema.org type by its local name:
// "MusicEvent" is event.music, "Painting" work.painting, "Museum" place.museum.
// nil for a type that says no more than its class.
func OfType(schemaOrgType string) *Concept {
	return load().byMatch[matchKey(vocab.Schema+schemaOrgType)]
}
