package quality

import (
	"math/bits"

	"moselle/schema/crosswalk/edm"
)

// Tier is a metadata tier of Europeana's Publishing Framework.
type Tier uint8

// The tiers, the lowest first.
const (
	Tier0 Tier = iota
	TierA
	TierB
	TierC
)

// String gives the tier's name: 0, A, B or C.
func (t Tier) String() string { return "0ABC"[t : t+1] }

// MarshalText writes the name.
func (t Tier) MarshalText() ([]byte, error) { return []byte(t.String()), nil }

// Metadata is the metadata tier, the least of three, with what each was
// computed of (Europeana Publishing Framework, metadata component).
type Metadata struct {
	Tier     Tier     `json:"tier"`
	Language Language `json:"language"`
	Enabling Enabling `json:"enablingElements"`
	Classes  Classes  `json:"contextualClasses"`
}

// Language tells how many of the properties that people read name their
// language.
type Language struct {
	Tier       Tier     `json:"tier"`
	Properties int      `json:"properties"`        // how many of those that count are there
	Without    []string `json:"without,omitempty"` // those of them in no language that is named: "dc:subject"
	without    []edm.Property
}

// Enabling tells which elements help people to find and group the object.
type Enabling struct {
	Tier     Tier     `json:"tier"`
	Elements []string `json:"elements,omitempty"`
	Groups   []string `json:"groups,omitempty"`
	elements set
	groups   groups
}

// Classes tells which of the classes that give context are there in full.
type Classes struct {
	Tier     Tier     `json:"tier"`
	Complete []string `json:"complete,omitempty"`
	complete groups
}

// set is a set of properties, groups one of groups or classes.
type (
	set    uint64
	groups uint8
)

func (s set) has(p edm.Property) bool { return s&(1<<p) != 0 }
func (s set) len() int                { return bits.OnesCount64(uint64(s)) }
func (g groups) len() int             { return bits.OnesCount8(uint8(g)) }

// MetadataOf computes the metadata tier.
func MetadataOf(c *edm.CHO) Metadata {
	m := Metadata{Language: languageOf(c), Enabling: enablingOf(c), Classes: classesOf(c)}
	m.Tier = min(m.Language.Tier, m.Enabling.Tier, m.Classes.Tier)
	return m
}

// readable are the properties of which a language is asked.
var readable = setOf(edm.Coverage, edm.Description, edm.Format, edm.Relation, edm.Rights, edm.Source, edm.Subject, edm.Title, edm.Kind,
	edm.Alternative, edm.HasPart, edm.IsPartOf, edm.IsReferencedBy, edm.Medium, edm.Provenance, edm.References, edm.Spatial,
	edm.TableOfContents, edm.Temporal, edm.CurrentLocation, edm.HasType, edm.IsRelatedTo)

func setOf(properties ...edm.Property) set {
	var s set
	for _, p := range properties {
		s |= 1 << p
	}
	return s
}

func languageOf(c *edm.CHO) Language {
	var l Language
	for i := range c.Props {
		p := &c.Props[i]
		if !readable.has(p.Property) {
			continue
		}
		l.Properties++
		if !inLanguage(p.Values) {
			l.without = append(l.without, p.Property)
			l.Without = append(l.Without, p.Property.String())
		}
	}
	l.Tier = languageTier(l.Properties-len(l.without), l.Properties)
	return l
}

// inLanguage reports whether one of the values names its language: a literal,
// or what it leads to by its label. The label of an agent does not count.
func inLanguage(values []edm.Value) bool {
	for i := range values {
		v := &values[i]
		if v.Lang != "" || v.Context != nil && v.Context.Class != edm.Agent && v.Context.Labelled() {
			return true
		}
	}
	return false
}

// languageTier is A from a quarter, B from a half and C from three quarters.
func languageTier(with, of int) Tier {
	if of == 0 {
		return Tier0
	}
	return Tier(min(4*with/of, 3))
}

// group is the group that an element belongs to whatever it leads to, by the
// class of that group.
var group = map[edm.Property]edm.Class{
	edm.Created: edm.TimeSpan, edm.Issued: edm.TimeSpan, edm.Temporal: edm.TimeSpan,
	edm.Format: edm.Concept, edm.Kind: edm.Concept, edm.Medium: edm.Concept,
	edm.Creator: edm.Agent, edm.Contributor: edm.Agent, edm.Publisher: edm.Agent,
	edm.Spatial: edm.Place, edm.CurrentLocation: edm.Place,
}

// groupNames are the groups in the order of their classes.
var groupNames = [...]string{edm.Agent: "personal", edm.Concept: "conceptual", edm.Place: "geographical", edm.TimeSpan: "temporal"}

func enablingOf(c *edm.CHO) Enabling {
	var e Enabling
	for i := range c.Props {
		p := &c.Props[i]
		var in groups
		if g, ok := group[p.Property]; ok {
			in = 1 << g
		} else {
			in = linkedGroups(p)
		}
		if in != 0 {
			e.elements |= 1 << p.Property
			e.groups |= in
			e.Elements = append(e.Elements, p.Property.String())
		}
	}
	for g, name := range groupNames {
		if e.groups&(1<<g) != 0 {
			e.Groups = append(e.Groups, name)
		}
	}
	e.Tier = enablingTier(e.elements.len(), e.groups.len())
	return e
}

// linkedGroups are those of an element that counts for what it leads to: a
// subject for a concept, an agent or a place, what it has met for an agent or a
// time.
func linkedGroups(p *edm.Prop) groups {
	var count groups
	switch p.Property {
	case edm.Subject:
		count = 1<<edm.Concept | 1<<edm.Agent | 1<<edm.Place
	case edm.HasMet:
		count = 1<<edm.Agent | 1<<edm.TimeSpan
	}
	var in groups
	for i := range p.Values {
		if x := p.Values[i].Context; x != nil {
			in |= count & (1 << x.Class)
		}
	}
	return in
}

// enablingTier is A for one element, B for three and C for four, from two groups.
func enablingTier(elements, groups int) Tier {
	switch {
	case elements >= 4 && groups >= 2:
		return TierC
	case elements >= 3 && groups >= 2:
		return TierB
	case elements >= 1:
		return TierA
	}
	return Tier0
}

func classesOf(c *edm.CHO) Classes {
	var k Classes
	for _, x := range c.Contexts {
		if bit := groups(1) << x.Class; k.complete&bit == 0 && complete(x) {
			k.complete |= bit
			k.Complete = append(k.Complete, x.Class.String())
		}
	}
	k.Tier = classesTier(k.complete.len())
	return k
}

// complete reports whether a contextual resource says enough to be of use.
func complete(x *edm.Context) bool {
	switch x.Class {
	case edm.Agent:
		return x.Has(edm.PrefLabel) && x.Has(edm.Begin, edm.End, edm.BirthDate, edm.DeathDate, edm.BirthPlace, edm.DeathPlace, edm.Profession)
	case edm.Concept:
		return x.Has(edm.PrefLabel) && x.Has(edm.Note, edm.Broader, edm.Narrower, edm.ExactMatch, edm.CloseMatch, edm.Related)
	case edm.Place:
		return x.Has(edm.PrefLabel) && x.Has(edm.Lat) && x.Has(edm.Long)
	}
	return x.Has(edm.Begin) && x.Has(edm.End)
}

// classesTier is A for none, B for one and C for more.
func classesTier(complete int) Tier { return TierA + Tier(min(complete, 2)) }
