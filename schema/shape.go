package schema

import (
	"slices"
	"strings"
	"sync"

	"moselle/schema/rdf"
	"moselle/schema/rdf/shacl"
	"moselle/schema/vocab"
)

// Shapes returns the class tables as SHACL shapes: one for each class, one for
// what every record has, and one for each order of two dates and each value that
// another may stand for. A record's shape
// is aimed at the class and its subclasses, that of a part at what the
// properties that hold it lead to. It is made once.
func Shapes() *shacl.Shapes { return profile().shapes }

// compiled is the class tables as shapes, with what each shape stands for.
type compiled struct {
	shapes *shacl.Shapes
	about  map[*shacl.Shape]meaning
	names  map[string]string // of properties, by IRI
}

// meaning is what a shape stands for.
type meaning struct {
	prop   *Property        // nil when it is about the class as a whole
	rule   string           // "" when the constraint says it
	faults map[string]Fault // what it finds, by rule, but for where and in which value
}

// note keeps what a shape stands for, with its faults made ready.
func (c *compiled) note(s *shacl.Shape, class *Class, p *Property, rule string) {
	m := meaning{p, rule, map[string]Fault{}}
	path, at := strings.Join(class.AnyOf, "|"), class.Name
	if p != nil {
		path, at = p.Name, class.Name+"."+p.Name
	}
	for _, k := range s.Constraints {
		name := rule
		if name == "" {
			name = ruleOf(k)
		}
		f := Fault{Path: path, Severity: severityOf(s.Severity), Rule: name + " " + at}
		f.Message = f.In("en")
		m.faults[name] = f
	}
	c.about[s] = m
}

// everyRecord stands for what all classes of records have in common.
var everyRecord = &Class{Name: "Record", Properties: common()}

var profile = sync.OnceValue(func() *compiled {
	c := &compiled{about: map[*shacl.Shape]meaning{}, names: map[string]string{}}
	var roots []*shacl.Shape
	for _, class := range slices.Concat(Classes, []*Class{everyRecord}, Parts) {
		roots = append(roots, c.class(class)...)
	}
	shapes, err := shacl.New(roots...)
	if err != nil {
		panic("class tables as shapes: " + err.Error()) // tables of the program itself
	}
	c.shapes = shapes
	return c
})

// class returns the shape of a class, and those of the orders in it.
func (c *compiled) class(class *Class) []*shacl.Shape {
	shape := &shacl.Shape{ID: shapeIRI(class.Name), Targets: targetsOf(class), Severity: shacl.Warning}
	out := []*shacl.Shape{shape}
	for i := range class.Properties {
		p := &class.Properties[i]
		c.names[p.IRI] = p.Name
		if p.Record && class != everyRecord {
			continue
		}
		shape.Properties = append(shape.Properties, c.row(class, p)...)
		if p.NotBefore != "" {
			out = append(out, c.order(class, p))
		}
		if p.Unless != "" {
			out = append(out, c.unless(class, p))
		}
	}
	if len(class.AnyOf) > 0 {
		path := &shacl.Path{Kind: shacl.Alternative}
		for _, name := range class.AnyOf {
			path.Steps = append(path.Steps, shacl.PredicatePath(class.Property(name).IRI))
		}
		wanted := &shacl.Shape{ID: shapeIRI(class.Name + "-anyOf"), Path: path, Severity: shacl.Warning, Constraints: []shacl.Constraint{shacl.MinCount(1)}}
		wanted.Messages = inLanguages(func(lang string) string { return phrase(lang, ruleAnyOf, class, nil) })
		c.note(wanted, class, nil, ruleAnyOf)
		shape.Properties = append(shape.Properties, wanted)
	}
	return out
}

func shapeIRI(name string) rdf.Term { return rdf.NewIRI(vocab.Shapes + name) }

// targetsOf returns what the shape of a class is for.
func targetsOf(class *Class) (out []shacl.Target) {
	add := func(kind shacl.TargetKind, iri string) {
		out = append(out, shacl.Target{Kind: kind, Term: rdf.NewIRI(iri)})
	}
	if class == everyRecord {
		// A medium is mostly a part of another record, and then has none of this
		// of its own; one that is a record has its identifier.
		for _, k := range Classes {
			if len(holders(k)) == 0 {
				out = append(out, targetsOf(k)...)
			}
		}
		add(shacl.TargetSubjectsOf, class.Property("sourceIdentifier").IRI)
		return out
	}
	if !class.Part {
		add(shacl.TargetClass, class.IRI)
		for _, s := range class.Subclasses {
			add(shacl.TargetClass, vocab.Schema+s)
		}
	}
	for _, iri := range holders(class) {
		add(shacl.TargetObjectsOf, iri)
	}
	return out
}

// holders returns the properties that hold a class as a part, by their IRIs.
func holders(class *Class) (out []string) {
	for _, k := range slices.Concat(Classes, Parts) {
		for i := range k.Properties {
			p := &k.Properties[i]
			if p.Range == Part && slices.Contains(p.Of, class.Name) && !slices.Contains(out, p.IRI) {
				out = append(out, p.IRI)
			}
		}
	}
	return out
}

func inLanguages(text func(lang string) string) map[string]string {
	out := map[string]string{}
	for _, lang := range Languages {
		out[lang] = text(lang)
	}
	return out
}
