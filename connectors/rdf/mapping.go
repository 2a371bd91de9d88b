package rdf

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"moselle/schema"
	"moselle/schema/rdf"
	"moselle/schema/vocab"
)

// Paths are the predicates that give a property: one, or a list of them, each an
// IRI or prefix:name. "a / b" goes on from what a leads to, "^a" goes back from
// what leads here.
type Paths []string

// UnmarshalYAML reads a text or a list of texts.
func (p *Paths) UnmarshalYAML(n *yaml.Node) error {
	if n.Kind == yaml.ScalarNode {
		*p = Paths{n.Value}
		return nil
	}
	return n.Decode((*[]string)(p))
}

// mapping is what the settings say of classes and predicates.
type mapping struct {
	classes map[string]string // by IRI of a class: what its things become
	rules   map[string][]rule // by class of ours, in the order of its table
}

// rule says where the values of a property come from.
type rule struct {
	prop  *schema.Property
	inner string // the property of the part that prop holds; "" for the whole
	paths [][]hop
}

// hop is a predicate on a path.
type hop struct {
	iri  string
	back bool
}

// prefixes are those that need not be declared.
var prefixes = usual(map[string]string{
	"dc": "http://purl.org/dc/elements/1.1/", "dct": vocab.DCTerms, "foaf": "http://xmlns.com/foaf/0.1/",
	"crm": "http://www.cidoc-crm.org/cidoc-crm/", "la": "https://linked.art/ns/terms/", "void": "http://rdfs.org/ns/void#",
	"skosxl": "http://www.w3.org/2008/05/skos-xl#", "wgs84": "http://www.w3.org/2003/01/geo/wgs84_pos#",
	"vcard": "http://www.w3.org/2006/vcard/ns#", "bibo": "http://purl.org/ontology/bibo/", "dbo": "http://dbpedia.org/ontology/",
	"wdt": "http://www.wikidata.org/prop/direct/", "wd": "http://www.wikidata.org/entity/", "gn": "http://www.geonames.org/ontology#",
	"ore": "http://www.openarchives.org/ore/terms/", "bf": "http://id.loc.gov/ontologies/bibframe/",
	"rico": "https://www.ica.org/standards/RiC/ontology#", "event": "http://purl.org/NET/c4dm/event.owl#",
})

// usual adds the hub's own.
func usual(known map[string]string) map[string]string {
	for _, p := range vocab.Prefixes {
		known[p.Name] = p.IRI
	}
	return known
}

func newMapping(s Settings) (*mapping, error) {
	m := &mapping{classes: map[string]string{}, rules: map[string][]rule{}}
	known := maps.Clone(prefixes)
	maps.Copy(known, s.Prefixes)
	for _, name := range slices.Sorted(maps.Keys(s.Classes)) {
		iri, err := expand(name, known)
		if err != nil {
			return nil, fmt.Errorf("classes: %w", err)
		}
		m.classes[iri] = s.Classes[name]
		if c := schema.ClassNamed(s.Classes[name]); c != nil {
			if c.Part {
				return nil, fmt.Errorf("classes: %s: %s is no class of records, but a part of one", name, c.Name)
			}
			m.rules[c.Name] = nil
		}
	}
	if len(s.Map) > 0 && len(m.rules) == 0 {
		return nil, fmt.Errorf("map: say under classes which things it is for, as in {http://example.org/Concert: Event}")
	}
	for _, name := range slices.Sorted(maps.Keys(s.Map)) {
		if err := m.rule(name, s.Map[name], known); err != nil {
			return nil, fmt.Errorf("map: %s: %w", name, err)
		}
	}
	for class, rules := range m.rules {
		title := schema.ClassNamed(class).TitleOf()
		if !slices.ContainsFunc(rules, func(r rule) bool { return r.prop.Name == title }) {
			return nil, fmt.Errorf("map: nothing gives %s, without which no %s can be kept", title, class)
		}
	}
	return m, nil
}

// rule adds a line of the map to every class that has the property.
func (m *mapping) rule(name string, paths Paths, known map[string]string) error {
	r := rule{}
	for _, p := range paths {
		var hops []hop
		for _, step := range strings.Split(p, " / ") {
			step, back := strings.CutPrefix(strings.TrimSpace(step), "^")
			iri, err := expand(step, known)
			if err != nil {
				return err
			}
			hops = append(hops, hop{iri, back})
		}
		r.paths = append(r.paths, hops)
	}
	name, r.inner, _ = strings.Cut(name, ".")
	found := false
	for class := range m.rules {
		if r.prop = schema.ClassNamed(class).Property(name); r.prop == nil {
			continue
		}
		found = true
		if err := r.check(); err != nil {
			return err
		}
		m.rules[class] = append(m.rules[class], r)
	}
	if !found {
		return fmt.Errorf("no such property of %s", strings.Join(slices.Sorted(maps.Keys(m.rules)), ", "))
	}
	return nil
}

// whole are the properties of the parts that one value makes.
var whole = map[string]string{"DefinedTerm": "name", "Media": "contentUrl", "Feature": "name", "PropertyValue": "value"}

// check says whether values can be put where the rule wants them.
func (r rule) check() error {
	if r.prop.Range != schema.Part {
		if r.inner != "" {
			return fmt.Errorf("%s holds no properties of its own", r.prop.Name)
		}
		return nil
	}
	part := schema.ClassNamed(r.prop.Of[0])
	if r.inner == "" && whole[part.Name] == "" {
		return fmt.Errorf("a value alone makes no %s; name its properties, as in %s.%s", part.Name, r.prop.Name, part.Properties[0].Name)
	}
	if p := part.Property(r.inner); r.inner != "" && (p == nil || p.Range == schema.Part || p.Range == schema.Link) {
		return fmt.Errorf("%s has no property %s that takes a value", part.Name, r.inner)
	}
	return nil
}

// expand returns the IRI that an IRI or prefix:name stands for.
func expand(s string, known map[string]string) (string, error) {
	prefix, local, ok := strings.Cut(s, ":")
	if base, is := known[prefix]; ok && is && !strings.HasPrefix(local, "//") {
		return base + local, nil
	}
	switch {
	case !ok:
		return "", fmt.Errorf("%q is no IRI and no prefix:name", s)
	case !strings.Contains(local, "/") && !strings.HasPrefix(s, "urn:"):
		return "", fmt.Errorf("%s: the prefix %s is not known; declare it under prefixes", s, prefix)
	case !rdf.ValidIRI(s):
		return "", fmt.Errorf("%q is no IRI", s)
	}
	return s, nil
}
