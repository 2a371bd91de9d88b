package jsonld

import (
	"slices"

	"moselle/schema/rdf"
	"moselle/schema/tree"
)

// keyword takes a member whose name is a keyword (step 13.4).
func (f *filler) keyword(word string, n tree.Node) (err error) {
	if f.property == "@reverse" {
		return invalid("invalid reverse property map", "@reverse holds %s, where only properties may stand", word)
	}
	if word != "@included" && word != "@type" {
		if slices.Contains(f.seen, word) {
			return invalid("colliding keywords", "one object says %s twice, under two names", word)
		}
		f.seen = append(f.seen, word)
	}
	switch word {
	case "@id":
		f.other = true
		if n.Kind() != tree.String {
			return invalid("invalid @id value", "@id is %s, and has to be an address", n.Kind())
		}
		f.o.id, f.o.named = f.expand(f.active, n.Text(), false, true), true
	case "@type":
		return f.types(n)
	case "@graph":
		f.other, f.o.hasGraph = true, true
		f.o.graph, _, err = f.element(f.active, "@graph", n, false)
	case "@included":
		f.other = true
		return f.included(n)
	case "@value":
		f.value = true
		f.o.value = n
		if !f.asJSON && (n.Kind() == tree.Array || n.Kind() == tree.Object) {
			return invalid("invalid value object value", "@value is %s, and has to be a text, a number or a truth value", n.Kind())
		}
	case "@language":
		if n.Kind() != tree.String {
			return invalid("invalid language-tagged string", "@language is %s, and has to be a language tag", n.Kind())
		}
		f.lang, f.alone = true, true
		f.o.language, f.o.tagged = n.Text(), true
	case "@direction":
		if f.lang = true; !isDirection(n, false) {
			return invalid("invalid base direction", `@direction may be "ltr" or "rtl"`)
		}
	case "@index":
		if n.Kind() != tree.String {
			return invalid("invalid @index value", "@index is %s, and has to be a text", n.Kind())
		}
	case "@list":
		if f.property != "" && f.property != "@graph" {
			f.set = true
			f.items, err = f.list(n)
		}
	case "@set":
		f.set, f.isSet = true, true
		f.items, _, err = f.element(f.active, f.property, n, false)
	case "@reverse":
		f.other = true
		return f.reversed(n)
	}
	return err
}

// types reads @type, by the context that was in force before its own.
func (f *filler) types(n tree.Node) error {
	for e := range elements(n) {
		if e.Kind() != tree.String {
			return invalid("invalid type value", "@type holds %s, where only addresses may stand", e.Kind())
		}
		iri := f.expand(f.outer, e.Text(), true, true)
		f.typed, f.odd = iri, f.odd || n.Kind() == tree.Array
		f.o.types = append(f.o.types, iri)
	}
	return nil
}

func (f *filler) included(n tree.Node) error {
	objects, _, err := f.element(f.active, "@included", n, false)
	if err != nil {
		return err
	}
	for e := range elements(n) {
		if e.Kind() != tree.Object {
			return invalid("invalid @included value", "@included holds %s, where only nodes may stand", e.Kind())
		}
	}
	for _, o := range objects {
		if o.form != nodeForm {
			return invalid("invalid @included value", "@included holds a value or a list, where only nodes may stand")
		}
	}
	f.o.included = append(f.o.included, objects...)
	return nil
}

// list expands the elements of @list.
func (f *filler) list(n tree.Node) ([]*object, error) {
	if n.Kind() == tree.Array {
		var out []*object
		for e := range n.Children() {
			objects, many, err := f.element(f.active, f.property, e, false)
			if err != nil {
				return nil, err
			}
			if many {
				objects = []*object{f.made.list(objects)}
			}
			out = append(out, objects...)
		}
		return out, nil
	}
	out, _, err := f.element(f.active, f.property, n, false)
	return out, err
}

// reversed takes @reverse: what it says is said of the node by others.
func (f *filler) reversed(n tree.Node) error {
	if n.Kind() != tree.Object {
		return invalid("invalid @reverse value", "@reverse is %s, and has to be an object", n.Kind())
	}
	in := filler{expander: f.expander, outer: f.active, active: f.active, property: "@reverse", o: f.made.object(nodeForm)}
	if err := in.fill(n); err != nil {
		return err
	}
	for _, m := range in.o.reverse { // in reverse twice
		f.o.members = add(f.o.members, m.iri, m.values...)
	}
	for _, m := range in.o.members {
		if err := f.reverse(m.iri, m.values); err != nil {
			return err
		}
	}
	return nil
}

// done checks what came of the object, and returns its expanded form (steps 15
// to 19).
func (f *filler) done() (out []*object, many bool, err error) {
	switch o := f.o; {
	case f.value:
		return f.doneValue()
	case f.set:
		if f.other || f.lang || len(o.types) > 0 {
			return nil, false, invalid("invalid set or list object", "beside @set or @list there may be nothing but @index")
		}
		if f.isSet {
			return f.items, true, nil
		}
		return []*object{f.made.list(f.items)}, false, nil
	case f.alone && !o.says() && !o.named:
		return nil, false, nil // a language of nothing
	case (f.property == "" || f.property == "@graph") && !o.says():
		return nil, false, nil // a name and nothing more
	}
	return []*object{f.o}, false, nil
}

func (f *filler) doneValue() (out []*object, many bool, err error) {
	o := f.o
	const code = "invalid value object"
	switch {
	case f.other, f.set:
		return nil, false, invalid(code, "beside @value there may be nothing but @type, @language, @direction and @index")
	case len(o.types) > 0 && f.lang:
		return nil, false, invalid(code, "a value cannot have both @type and @language or @direction")
	case f.typed == "@json" && !f.odd:
		return f.asValue("@json")
	case o.value.Kind() == tree.Null:
		return nil, false, nil
	case o.tagged && o.value.Kind() != tree.String:
		return nil, false, invalid("invalid language-tagged value", "@value is %s, and with @language has to be a text", o.value.Kind())
	case len(o.types) > 1 || f.odd || len(o.types) == 1 && (isBlank(f.typed) || !rdf.HasScheme(f.typed)):
		return nil, false, invalid("invalid typed value", "the @type of a value has to be one address")
	}
	return f.asValue(f.typed)
}

func (f *filler) asValue(datatype string) ([]*object, bool, error) {
	if f.property == "" || f.property == "@graph" {
		return nil, false, nil
	}
	f.o.form, f.o.types, f.o.datatype = valueForm, f.o.types[:0], datatype
	return []*object{f.o}, false, nil
}
