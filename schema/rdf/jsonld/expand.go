package jsonld

import (
	"slices"
	"strings"

	"moselle/schema/tree"
)

// expander brings the pieces of a document into expanded form (section 5.1).
type expander struct {
	processor
	common *context             // of the items of a list
	keys   map[*context]keyring // what names mean in a context
	ring   *context             // the context that names were looked up in last
	names  keyring              // and what they mean
	made   pool                 // of the item
}

// keyring holds what the names of members mean in one context.
type keyring map[string]*key

// key is the name of a member.
type key struct {
	iri  string // or a keyword; "" for what is to be passed over
	term *term  // noTerm for none
}

// maxNames bounds a keyring, maxRings how many there are.
const (
	maxNames = 10_000
	maxRings = maxScopes
)

// noTerm stands for the definition of a name that has none.
var noTerm = &term{}

func newExpander(contexts map[string]*Context, base string) *expander {
	x := &expander{processor: newProcessor(base), keys: map[*context]keyring{}}
	x.shelf, x.extra = shelf, contexts
	return x
}

// expandItem returns an item's expanded form, which holds until the next.
func (x *expander) expandItem(i item) ([]*object, error) {
	x.made.reset()
	x.left = min(x.left+termsPerItem, maxTerms)
	active := x.common
	if active == nil {
		active = &context{}
		if i.context.Kind() != tree.Absent {
			var err error
			if active, err = x.within(active, i.context, x.base, 0); err != nil {
				return nil, err
			}
			x.common = active
		}
	}
	out, _, err := x.element(active, "", i.value, false)
	return out, err
}

// key returns what the name of a member means.
func (x *expander) key(c *context, name string) *key {
	if x.ring != c {
		x.ring, x.names = c, x.keys[c]
		if x.names == nil {
			if len(x.keys) >= maxRings {
				clear(x.keys)
			}
			x.names = keyring{}
			x.keys[c] = x.names
		}
	}
	k := x.names[name]
	if k == nil {
		k = &key{iri: x.expand(c, name, true, false), term: c.term(name)}
		if k.term == nil {
			k.term = noTerm
		}
		if k.iri != "" && k.iri[0] != '@' && strings.IndexByte(k.iri, ':') < 0 {
			k.iri = ""
		}
		if len(x.names) < maxNames {
			x.names[name] = k
		}
	}
	return k
}

// element expands a value (section 5.1.2). property is the name it stands under,
// "" at the top. many reports whether the expanded form is a list of its own.
// fromMap says that n stands in an index.
func (x *expander) element(active *context, property string, n tree.Node, fromMap bool) (out []*object, many bool, err error) {
	switch n.Kind() {
	case tree.Null, tree.Absent:
		return nil, false, nil
	case tree.Array:
		out, err = x.array(active, property, n, fromMap)
		return out, true, err
	case tree.Object:
		return x.object(active, property, n, fromMap)
	}
	if property == "" || property == "@graph" {
		return nil, false, nil // a value that nobody has
	}
	t := x.key(active, property).term
	if t.context.Kind() != tree.Absent {
		if active, err = x.within(active, t.context, t.at, override); err != nil {
			return nil, false, err
		}
	}
	return []*object{x.scalar(active, property, n)}, false, nil
}

// array expands a list's elements. In a list of RDF each list is one of its own.
func (x *expander) array(active *context, property string, n tree.Node, fromMap bool) (out []*object, err error) {
	inList := property != "" && x.key(active, property).term.container.has(byList)
	for e := range n.Children() {
		objects, many, err := x.element(active, property, e, fromMap)
		if err != nil {
			return nil, err
		}
		if inList && many {
			objects = []*object{x.made.list(objects)}
		}
		out = append(out, objects...)
	}
	return out, nil
}

// scalar expands a text, a number or a truth value (section 5.3.2).
func (x *expander) scalar(active *context, property string, n tree.Node) *object {
	t := x.key(active, property).term
	if n.Kind() == tree.String {
		switch t.typ {
		case "@id":
			return x.made.node(x.expand(active, n.Text(), false, true))
		case "@vocab":
			return x.made.node(x.expand(active, n.Text(), true, true))
		}
	}
	switch {
	case t.typ != "" && t.typ[0] != '@':
		return x.made.value(n, t.typ, "")
	case n.Kind() != tree.String:
		return x.made.value(n, "", "")
	case t.hasLang:
		return x.made.value(n, "", t.language)
	}
	return x.made.value(n, "", active.language)
}

// object expands an object (steps 7 to 20).
func (x *expander) object(active *context, property string, n tree.Node, fromMap bool) (out []*object, many bool, err error) {
	var scoped *term
	if property != "" {
		if t := x.key(active, property).term; t.context.Kind() != tree.Absent {
			scoped = t
		}
	}
	if active.previous != nil && !fromMap && x.isNode(active, n) {
		active = active.previous
	}
	if scoped != nil {
		if active, err = x.within(active, scoped.context, scoped.at, override); err != nil {
			return nil, false, err
		}
	}
	if c := n.Member("@context"); c.Kind() != tree.Absent {
		if active, err = x.within(active, c, x.base, 0); err != nil {
			return nil, false, err
		}
	}
	f := filler{expander: x, outer: active, property: property, o: x.made.object(nodeForm)}
	if f.active, err = x.typeScoped(active, n, &f); err != nil {
		return nil, false, err
	}
	if err := f.fill(n); err != nil {
		return nil, false, err
	}
	return f.done()
}

// isNode reports whether an object is a node with something said of it (step 7).
func (x *expander) isNode(active *context, n tree.Node) bool {
	count, id := 0, false
	for m := range n.Children() {
		count++
		switch x.key(active, m.Key()).iri {
		case "@value":
			return false
		case "@id":
			id = true
		}
	}
	return count != 1 || !id
}

// typeScoped brings the contexts of a node's types into force (step 11).
func (x *expander) typeScoped(active *context, n tree.Node, f *filler) (*context, error) {
	outer := active
	var names []tree.Node
	for m := range n.Members() {
		if x.key(outer, m.Key()).iri == "@type" {
			names = append(names, m)
		}
	}
	if len(names) == 0 {
		return active, nil
	}
	if len(names) > 1 {
		slices.SortFunc(names, func(a, b tree.Node) int { return strings.Compare(a.Key(), b.Key()) })
	}
	for i, m := range names {
		var types []string
		for e := range elements(m) {
			if e.Kind() == tree.String {
				types = append(types, e.Text())
			}
		}
		if i == 0 && len(types) > 0 {
			f.asJSON = x.expand(outer, types[len(types)-1], true, true) == "@json"
		}
		if len(types) > 1 {
			slices.Sort(types)
		}
		for _, name := range types {
			t := outer.term(name)
			if t == nil || t.context.Kind() == tree.Absent {
				continue
			}
			var err error
			if active, err = x.within(active, t.context, t.at, transient); err != nil {
				return nil, err
			}
		}
	}
	return active, nil
}
