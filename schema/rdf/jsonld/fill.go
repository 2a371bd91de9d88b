package jsonld

import "moselle/schema/tree"

// filler expands one object's members (section 5.1.2, steps 13 to 20).
type filler struct {
	*expander
	outer    *context // in force before the types' contexts: @type is read by it
	active   *context
	property string
	o        *object
	asJSON   bool // the types say that @value may hold anything

	seen  []string // keywords
	set   bool     // there is @set or @list, which hold items
	isSet bool     // @set, not @list
	items []*object
	value bool   // there is @value
	lang  bool   // there is @language or @direction
	alone bool   // there is @language
	other bool   // there is what may not stand beside @value, @set or @list
	typed string // the last @type
	odd   bool   // @type is a list
}

// fill takes the members of an object, or of what is nested in it.
func (f *filler) fill(n tree.Node) error {
	var nested []tree.Node
	for m := range n.Members() {
		k := f.key(f.active, m.Key())
		switch {
		case k.iri == "", k.iri == "@context":
		case k.iri == "@nest":
			nested = append(nested, m)
		case k.iri[0] == '@':
			if err := f.keyword(k.iri, m); err != nil {
				return err
			}
		default:
			if err := f.member(k, m); err != nil {
				return err
			}
		}
	}
	for _, m := range nested {
		if err := f.nest(m); err != nil {
			return err
		}
	}
	return nil
}

// nest takes what stands below a name that only groups members (step 14).
func (f *filler) nest(n tree.Node) error {
	outer := f.active
	defer func() { f.active = outer }()
	if t := f.key(f.active, n.Key()).term; t.context.Kind() != tree.Absent {
		var err error
		if f.active, err = f.within(f.active, t.context, t.at, override); err != nil {
			return err
		}
	}
	for v := range elements(n) {
		if v.Kind() != tree.Object {
			return invalid("invalid @nest value", "%q holds %s where only objects may stand", shorten(n.Key()), v.Kind())
		}
		for m := range v.Children() {
			if f.key(f.active, m.Key()).iri == "@value" {
				return invalid("invalid @nest value", "%q holds @value", shorten(n.Key()))
			}
		}
		if err := f.fill(v); err != nil {
			return err
		}
	}
	return nil
}

// member takes a property.
func (f *filler) member(k *key, n tree.Node) error {
	f.other = true
	values, err := f.values(k.term, n)
	if err != nil {
		return err
	}
	if !k.term.reverse {
		f.o.members = add(f.o.members, k.iri, values...)
		return nil
	}
	return f.reverse(k.iri, values)
}

func (f *filler) reverse(iri string, values []*object) error {
	for _, v := range values {
		if v.form != nodeForm {
			return invalid("invalid reverse property value", "%s is read in reverse, where only nodes may stand, no values and no lists", iri)
		}
	}
	f.o.reverse = add(f.o.reverse, iri, values...)
	return nil
}

// values expands the value of a property as its container arranges it (steps
// 13.6 to 13.12).
func (f *filler) values(t *term, n tree.Node) (out []*object, err error) {
	switch {
	case t.typ == "@json":
		return []*object{f.made.value(n, "@json", "")}, nil
	case t.container.has(byLanguage) && n.Kind() == tree.Object:
		return f.languages(n)
	case t.container.has(byIndex|byID|byType) && n.Kind() == tree.Object:
		return f.index(t, n)
	}
	out, many, err := f.element(f.active, n.Key(), n, false)
	if err != nil || out == nil && !many {
		return nil, err
	}
	if t.container.has(byList) && (many || out[0].form != listForm) {
		out = []*object{f.made.list(out)}
	}
	if t.container.has(byGraph) && !t.container.has(byID|byIndex) {
		for i, o := range out {
			out[i] = f.made.graph(o)
		}
	}
	return out, nil
}

// languages expands a map of texts by language (step 13.7).
func (f *filler) languages(n tree.Node) (out []*object, err error) {
	for m := range n.Members() {
		lang := m.Key()
		if f.expand(f.active, lang, true, false) == "@none" {
			lang = ""
		}
		for v := range elements(m) {
			switch v.Kind() {
			case tree.Null:
			case tree.String:
				out = append(out, f.made.value(v, "", lang))
			default:
				return nil, invalid("invalid language map value", "%q holds %s for the language %q, where only texts may stand", shorten(n.Key()), v.Kind(), shorten(m.Key()))
			}
		}
	}
	return out, nil
}

// index expands a map of values by what they are indexed by (step 13.8).
func (f *filler) index(t *term, n tree.Node) (out []*object, err error) {
	for m := range n.Members() {
		active, err := f.below(t, m.Key())
		if err != nil {
			return nil, err
		}
		for v := range elements(m) {
			objects, _, err := f.element(active, n.Key(), v, true)
			if err != nil {
				return nil, err
			}
			for _, o := range objects {
				if o, err = f.entry(t, m.Key(), o); err != nil {
					return nil, err
				}
				out = append(out, o)
			}
		}
	}
	return out, nil
}

// below returns the context for what stands in a map: where types are the keys,
// that of the type.
func (f *filler) below(t *term, index string) (*context, error) {
	if !t.container.has(byType) {
		return f.active, nil
	}
	outer := f.active
	if outer.previous != nil {
		outer = outer.previous
	}
	scoped := outer.term(index)
	if scoped == nil || scoped.context.Kind() == tree.Absent {
		return f.active, nil
	}
	return f.within(outer, scoped.context, scoped.at, 0)
}

// entry puts into a value what it is indexed by.
func (f *filler) entry(t *term, index string, o *object) (*object, error) {
	if t.container.has(byGraph) && !o.isGraph() {
		o = f.made.graph(o)
	}
	meaning := f.expand(f.active, index, true, false)
	switch {
	case meaning == "@none":
	case t.container.has(byIndex):
		if t.index == "" {
			break // a plain index says nothing
		}
		if o.form == valueForm {
			return nil, invalid("invalid value object", "a value cannot be indexed by the property %q", shorten(t.index))
		}
		k := f.key(f.active, t.index)
		o.members = add(o.members, k.iri, f.indexValue(k.term, index))
	case t.container.has(byID) && !o.named:
		o.id, o.named = f.expand(f.active, index, false, true), true
	case t.container.has(byType):
		o.types = append([]string{meaning}, o.types...)
	}
	return o, nil
}

// indexValue returns the value of the property that an index stands for.
func (f *filler) indexValue(t *term, index string) *object {
	switch {
	case t.typ == "@id", t.typ == "@vocab":
		return f.made.node(f.expand(f.active, index, t.typ == "@vocab", true))
	case t.typ != "" && t.typ[0] != '@':
		return f.made.text(index, t.typ, "")
	case t.hasLang:
		return f.made.text(index, "", t.language)
	}
	return f.made.text(index, "", f.active.language)
}
