package schema

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"moselle/schema/rdf"
	"moselle/schema/vocab"
)

// Builder gathers what a source says about one thing and turns it into a graph
// that keeps to the class tables. A value that does not fit its property is
// left out and becomes a Fault; nothing is lost in silence. Empty values are
// passed over, so that a connector can hand on whatever it finds.
type Builder struct {
	// Zone is the zone in which times without an offset are meant; UTC when nil.
	Zone *time.Location

	iri    IRI
	key    string
	class  *Class
	types  []string
	values []built
	faults *[]Fault
	path   string
	named  string // a part's name, when it has one already
}

type built struct {
	prop *Property
	term rdf.Term // zero when part is set
	part *Builder
}

// Build starts the record that source keeps under key in class. An unknown
// class is a programming error and panics.
func Build(source SourceID, class, key string) *Builder {
	return BuildAt(Mint(source, class, key), class, key)
}

// BuildAt is Build for a record of the hub's own that has a readable IRI.
func BuildAt(iri IRI, class, key string) *Builder {
	c := ClassNamed(class)
	if c == nil || c.Part {
		panic("schema: no class of records " + class)
	}
	b := &Builder{iri: iri, key: key, class: c, faults: new([]Fault)}
	b.Put("sourceIdentifier", key)
	return b
}

// IRI returns the record's IRI, for links from other records.
func (b *Builder) IRI() IRI { return b.iri }

// Class returns the class being built.
func (b *Builder) Class() *Class { return b.class }

// Has reports whether the property has a value so far.
func (b *Builder) Has(prop string) bool {
	return slices.ContainsFunc(b.values, func(v built) bool { return v.prop.Name == prop && !v.isEmpty() })
}

// isEmpty reports whether it is a part in which nothing stands.
func (v built) isEmpty() bool {
	return v.part != nil && !slices.ContainsFunc(v.part.values, func(v built) bool { return !v.isEmpty() })
}

// Type adds a more specific type by its schema.org local name; one that the
// class does not list is passed over and reported as false.
func (b *Builder) Type(name string) bool {
	if !b.class.HasSubclass(name) {
		return false
	}
	if !slices.Contains(b.types, name) && name != b.class.Name {
		b.types = append(b.types, name)
	}
	return true
}

// Fault records something wrong.
func (b *Builder) Fault(f Fault) {
	if b.path != "" {
		f.Path = strings.TrimSuffix(b.path+"."+f.Path, ".")
		if f.Lacks != "" {
			f.Lacks = b.path + "." + f.Lacks
		}
	}
	f.Value = Excerpt(f.Value)
	*b.faults = append(*b.faults, f)
}

func (b *Builder) property(name string) *Property {
	p := b.class.Property(name)
	if p == nil {
		panic("schema: " + b.class.Name + " has no property " + name)
	}
	return p
}

// Text adds text in a language (BCP 47; "" is unknown). A second text in the
// same language is left out unless the property takes many.
func (b *Builder) Text(prop, lang, s string) {
	s = CleanText(s)
	if s == "" {
		return
	}
	p := b.property(prop)
	if p.Range != Text {
		b.Put(prop, s)
		return
	}
	lang = CleanLang(lang)
	t := rdf.NewText(s, lang)
	for _, v := range b.values {
		if v.prop == p && (v.term == t || !p.Many && v.term.Lang == lang) {
			return
		}
	}
	b.values = append(b.values, built{prop: p, term: t})
}

// Put adds a value by the property's range, parsing and normalising it.
// Text goes in with an unknown language. Code takes the local name or the IRI.
func (b *Builder) Put(prop, s string) {
	s = strings.TrimSpace(s)
	if s == "" {
		return
	}
	p := b.property(prop)
	t, err := parseValue(p, s, b.zone())
	if err != nil {
		b.Fault(Fault{Path: prop, Value: s, Message: err.Error()})
		return
	}
	b.add(p, t)
}

func (b *Builder) zone() *time.Location {
	if b.Zone == nil {
		return time.UTC
	}
	return b.Zone
}

// set gives a Code property that takes one value this one, or none for "".
func (b *Builder) set(prop, code string) {
	b.values = slices.DeleteFunc(b.values, func(v built) bool { return v.prop.Name == prop })
	if code != "" {
		b.add(b.property(prop), rdf.NewIRI(CodeIRI(code)))
	}
}

// add keeps the first value of a property that takes one, and each value once.
func (b *Builder) add(p *Property, t rdf.Term) {
	for _, v := range b.values {
		if v.prop == p && (v.term == t || !p.Many) {
			return
		}
	}
	b.values = append(b.values, built{prop: p, term: t})
}

// Moment adds a date or a time; a zero one is passed over.
func (b *Builder) Moment(prop string, m Moment) {
	if m.IsZero() {
		return
	}
	datatype := vocab.XSD + "dateTime"
	if m.Day {
		datatype = vocab.XSD + "date"
	}
	b.add(b.property(prop), rdf.NewTyped(m.String(), datatype))
}

// Link adds a link to a record (minted, or another hub's); "" is passed over.
func (b *Builder) Link(prop string, to IRI) {
	if to == "" {
		return
	}
	p := b.property(prop)
	if !rdf.ValidIRI(string(to)) {
		b.Fault(Fault{Path: prop, Value: string(to), Message: "not an IRI"})
		return
	}
	b.add(p, rdf.NewIRI(string(to)))
}

// Part adds a nested node of the class and returns its builder. A part that
// stays empty is left out, and of a property that takes one all but the first.
func (b *Builder) Part(prop, class string) *Builder {
	p := b.property(prop)
	if p.Range != Part || !slices.Contains(p.Of, class) {
		panic(fmt.Sprintf("schema: %s.%s holds no %s", b.class.Name, prop, class))
	}
	path := prop
	if b.path != "" {
		path = b.path + "." + prop
	}
	part := &Builder{Zone: b.Zone, class: ClassNamed(class), faults: b.faults, path: path}
	b.values = append(b.values, built{prop: p, part: part})
	return part
}

// Named gives a part the name that it has already, which stands behind the # of
// its IRI: what comes back to the hub keeps its names.
func (b *Builder) Named(fragment string) { b.named = fragment }

// Term adds a controlled value: a DefinedTerm named s in lang, with the
// source's code for it ("" for none).
func (b *Builder) Term(prop, lang, s, code string) {
	if CleanText(s) == "" {
		return
	}
	t := b.Part(prop, "DefinedTerm")
	t.Text("name", lang, s)
	t.Put("termCode", code)
}
