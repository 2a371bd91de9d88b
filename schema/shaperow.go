package schema

import (
	"slices"

	"moselle/schema/rdf"
	"moselle/schema/rdf/shacl"
	"moselle/schema/vocab"
)

// row returns the shapes of one property. What weighs differently is a shape of
// its own: that a value is welcome, and of what a record cannot be without, how
// often it may be said.
func (c *compiled) row(class *Class, p *Property) []*shacl.Shape {
	kind, extent := kindOf(p), extentOf(p)
	needed := []shacl.Constraint{shacl.MinCount(1)}
	switch {
	case p.Need == Must && !class.Part: // a poor part never costs the record
		out := []*shacl.Shape{c.shape(class, p, "", shacl.Violation, append(needed, kind...))}
		if len(extent) > 0 {
			out = append(out, c.shape(class, p, "-extent", shacl.Warning, extent))
		}
		return out
	case p.Need >= Should:
		return []*shacl.Shape{c.shape(class, p, "", shacl.Warning, slices.Concat(needed, kind, extent))}
	}
	out := []*shacl.Shape{c.shape(class, p, "", shacl.Warning, append(kind, extent...))}
	if p.Need == Could && p.Unless == "" {
		out = append(out, c.shape(class, p, "-wish", shacl.Info, needed))
	}
	return out
}

func (c *compiled) shape(class *Class, p *Property, suffix string, severity shacl.Severity, constraints []shacl.Constraint) *shacl.Shape {
	s := &shacl.Shape{
		ID:           shapeIRI(class.Name + "-" + p.Name + suffix),
		Path:         shacl.PredicatePath(p.IRI),
		Severity:     severity,
		Constraints:  constraints,
		Names:        inLanguages(func(lang string) string { return Label(p.Name, lang) }),
		Descriptions: map[string]string{"en": p.Doc},
		Messages:     inLanguages(func(lang string) string { return phrase(lang, "shape", class, p) }),
	}
	c.note(s, class, p, "")
	return s
}

// kindOf returns what a property's values have to be.
func kindOf(p *Property) []shacl.Constraint {
	switch p.Range {
	case Text:
		return []shacl.Constraint{shacl.Datatype(rdf.LangString)}
	case Code:
		if len(p.Values) == 0 {
			break
		}
		var values []rdf.Term
		for _, v := range p.Values {
			values = append(values, rdf.NewIRI(CodeIRI(v)))
		}
		return []shacl.Constraint{shacl.NewIn(values...)}
	case URL, Link, Part:
	case Date, Year:
		var types shacl.Or
		for _, datatype := range datesOf(p.Range) {
			types = append(types, &shacl.Shape{Constraints: []shacl.Constraint{datatype}})
		}
		return []shacl.Constraint{types}
	default:
		return []shacl.Constraint{shacl.Datatype(p.Range.Datatype())}
	}
	return []shacl.Constraint{shacl.NodeKind(shacl.IRI)}
}

// extentOf returns how many values there may be, and within what limits.
func extentOf(p *Property) (out []shacl.Constraint) {
	switch {
	case p.Many:
	case p.Range == Text:
		out = append(out, shacl.UniqueLang{})
	default:
		out = append(out, shacl.MaxCount(1))
	}
	if p.Limits != nil {
		out = append(out, shacl.MinInclusive(limit(p.Limits.Min)), shacl.MaxInclusive(limit(p.Limits.Max)))
	}
	if p.Pattern != "" {
		pattern, err := shacl.NewPattern("^(?:"+p.Pattern+")$", "")
		if err != nil {
			panic(p.Name + ": " + err.Error()) // a row of the program itself
		}
		out = append(out, pattern)
	}
	return out
}

// datesOf returns the datatypes that a date or a year may have.
func datesOf(r Range) []shacl.Datatype {
	if r == Date {
		return []shacl.Datatype{vocab.XSD + "dateTime", vocab.XSD + "date"}
	}
	return []shacl.Datatype{vocab.XSD + "gYear", vocab.XSD + "gYearMonth", vocab.XSD + "date"}
}

func limit(f float64) rdf.Term { return rdf.NewTyped(plainNumber(f), vocab.XSD+"decimal") }

// order returns the shape that p does not lie before another date of the node. A
// day and a time, or a year and a day, are not compared: which comes first
// depends on what is meant. What is no date at all is found elsewhere.
func (c *compiled) order(class *Class, p *Property) *shacl.Shape {
	from, to := shacl.PredicatePath(class.Property(p.NotBefore).IRI), shacl.PredicatePath(p.IRI)
	both := func(ofFrom, ofTo shacl.Constraint) *shacl.Shape {
		s := &shacl.Shape{Properties: []*shacl.Shape{{Path: from, Constraints: []shacl.Constraint{ofFrom}}}}
		if ofTo != nil {
			s.Properties = append(s.Properties, &shacl.Shape{Path: to, Constraints: []shacl.Constraint{ofTo}})
		}
		return s
	}
	not := func(k shacl.Constraint) shacl.Constraint {
		return shacl.Not{Shape: &shacl.Shape{Constraints: []shacl.Constraint{k}}}
	}
	either := shacl.Or{both(shacl.LessThanOrEquals(to.IRI), nil)}
	for _, datatype := range datesOf(p.Range) {
		either = append(either, both(datatype, not(datatype)))
	}
	either = append(either, both(not(kindOf(p)[0]), nil))
	shape := &shacl.Shape{
		ID: shapeIRI(class.Name + "-" + p.Name + "-order"), Targets: targetsOf(class), Severity: shacl.Warning,
		Constraints: []shacl.Constraint{either},
		Messages:    inLanguages(func(lang string) string { return phrase(lang, "order", class, p) }),
	}
	c.note(shape, class, p, ruleBefore)
	return shape
}

// unless returns the shape that p has a value where the Boolean that may stand
// for it is not true.
func (c *compiled) unless(class *Class, p *Property) *shacl.Shape {
	with := func(prop string, k shacl.Constraint) *shacl.Shape {
		path := shacl.PredicatePath(class.Property(prop).IRI)
		return &shacl.Shape{Properties: []*shacl.Shape{{Path: path, Constraints: []shacl.Constraint{k}}}}
	}
	shape := &shacl.Shape{
		ID: shapeIRI(class.Name + "-" + p.Name + "-wish"), Targets: targetsOf(class), Severity: shacl.Info,
		Constraints: []shacl.Constraint{shacl.Or{
			with(p.Name, shacl.MinCount(1)),
			with(p.Unless, shacl.HasValue(rdf.NewTyped("true", rdf.XSD+"boolean"))),
		}},
		Messages: inLanguages(func(lang string) string { return phrase(lang, "shape", class, p) }),
	}
	c.note(shape, class, p, ruleMissing)
	return shape
}
