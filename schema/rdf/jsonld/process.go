package jsonld

import (
	"fmt"
	"slices"

	"moselle/schema/rdf"
	"moselle/schema/tree"
)

// processor makes active contexts of a document's contexts.
type processor struct {
	shelf  map[string]*Context // the pinned contexts, by file
	extra  map[string]*Context // given along, by their address
	base   string              // of the document
	scoped map[scope]*context  // what was worked out before
	left   int                 // how many more terms may be defined
}

func newProcessor(base string) processor {
	return processor{base: base, left: maxTerms, scoped: map[scope]*context{}}
}

// scope is a context that comes into force within another.
type scope struct {
	active *context
	local  tree.Node
	how    how
}

// how says in which way a context comes into force.
type how uint8

const (
	override  how = 1 << iota // protected terms may be redefined
	transient                 // it ends at the next node object
	unchecked                 // scoped contexts are not looked into
)

// Bounds of contexts: how many may name each other in a row, how many terms may
// be defined for a document, counting those of a context each time it has to be
// worked out, how many more for each further item of a list, and how many
// contexts are kept to be used again.
const (
	maxRemote    = 16
	maxTerms     = 1 << 20
	termsPerItem = 200
	maxScopes    = 1000
)

func invalid(code, format string, args ...any) error {
	return fmt.Errorf("not JSON-LD: %s: %s", code, fmt.Sprintf(format, args...))
}

// within returns the context of a term's scope or of a node, which is worked out
// once for each context it comes into force in.
func (p *processor) within(active *context, local tree.Node, at string, h how) (*context, error) {
	key := scope{active, local, h}
	if c := p.scoped[key]; c != nil {
		return c, nil
	}
	c, err := p.process(active, local, at, nil, h)
	if err == nil {
		if len(p.scoped) >= maxScopes {
			clear(p.scoped)
		}
		p.scoped[key] = c
	}
	return c, err
}

// process brings a local context into force (section 4.1.2). at is the address
// of the document that holds it, remote those that led to it.
func (p *processor) process(active *context, local tree.Node, at string, remote []string, h how) (*context, error) {
	if v := local.Member("@propagate"); v.Kind() == tree.Bool {
		h &^= transient
		if v.Text() == "false" {
			h |= transient
		}
	}
	result := active
	if h&transient != 0 && active.previous == nil {
		again := *active
		again.previous, result = active, &again
	}
	var err error
	for c := range elements(local) {
		switch c.Kind() {
		case tree.Null:
			if h&override == 0 && result.protected {
				return nil, invalid("invalid context nullification", "a context holds protected terms, and null would take them back")
			}
			blank := &context{}
			if h&transient != 0 {
				blank.previous = result.previous
			}
			result = blank
		case tree.String:
			result, err = p.remote(result, c.Text(), at, remote, h)
		case tree.Object:
			result, err = p.object(result, c, at, remote, h)
		default:
			err = invalid("invalid local context", "a context is %s, and has to be an address, an object or null", c.Kind())
		}
		if err != nil {
			return nil, err
		}
	}
	return result, nil
}

// elements yields the elements of a list, or what stands in its place.
func elements(n tree.Node) func(yield func(tree.Node) bool) {
	if n.Kind() == tree.Array {
		return n.Children()
	}
	return func(yield func(tree.Node) bool) { yield(n) }
}

// remote brings a context into force that is given by its address.
func (p *processor) remote(active *context, ref, at string, remote []string, h how) (*context, error) {
	address, err := rdf.Resolve(at, ref)
	if err != nil {
		return nil, &ContextError{ref}
	}
	if slices.Contains(remote, address) {
		if h&unchecked != 0 {
			return active, nil
		}
		return nil, invalid("context overflow", "the context %s leads to itself", address)
	}
	if len(remote) >= maxRemote {
		return nil, invalid("context overflow", "more than %d contexts lead to one another", maxRemote)
	}
	sheet, err := p.load(address)
	switch {
	case err != nil:
		return nil, err
	case sheet.active != nil && h == 0 && active.isPlain():
		if !active.based {
			return sheet.active, nil
		}
		c := *sheet.active
		c.base, c.based = active.base, true
		return &c, nil
	}
	return p.process(active, sheet.local, address, append(slices.Clip(remote), address), h)
}

// spend bounds the work that contexts make.
func (p *processor) spend(terms int) error {
	if p.left -= terms; p.left < 0 {
		return invalid("context overflow", "contexts in the document make more than %d terms to be defined; write one context, at the beginning", maxTerms)
	}
	return nil
}

// entries are a context's: its own, and those that it imports.
type entries struct{ own, imported tree.Node }

func (e entries) get(name string) tree.Node {
	if n := e.own.Member(name); n.Kind() != tree.Absent {
		return n
	}
	return e.imported.Member(name)
}

// object brings a context into force that is written out.
func (p *processor) object(active *context, local tree.Node, at string, remote []string, h how) (*context, error) {
	in := entries{own: local}
	if v := local.Member("@version"); v.Kind() != tree.Absent && (v.Kind() != tree.Number || !isOnePointOne(v.Text())) {
		return nil, invalid("invalid @version value", "@version may be nothing but 1.1")
	}
	if v := local.Member("@import"); v.Kind() != tree.Absent {
		var err error
		if in.imported, err = p.imported(v, at); err != nil {
			return nil, err
		}
	}
	c, copied := active.extend()
	if err := p.spend(copied + 1); err != nil {
		return nil, err
	}
	if err := p.settings(c, in, len(remote) > 0); err != nil {
		return nil, err
	}
	d := definer{processor: p, c: c, in: in, at: at, remote: remote, how: h, defined: map[string]bool{}}
	if v := in.get("@protected"); v.Kind() != tree.Absent {
		var err error
		if d.protected, err = boolean(v, "invalid @protected value", "@protected"); err != nil {
			return nil, err
		}
	}
	for _, from := range [...]tree.Node{in.own, in.imported} {
		for v := range from.Children() {
			switch v.Key() {
			case "@base", "@direction", "@import", "@language", "@propagate", "@protected", "@version", "@vocab":
			default:
				if err := d.define(v.Key()); err != nil {
					return nil, err
				}
			}
		}
	}
	return c, nil
}

// imported returns the context that @import names.
func (p *processor) imported(v tree.Node, at string) (tree.Node, error) {
	if v.Kind() != tree.String {
		return tree.Node{}, invalid("invalid @import value", "@import is %s, and has to be an address", v.Kind())
	}
	address, err := rdf.Resolve(at, v.Text())
	if err != nil {
		return tree.Node{}, &ContextError{v.Text()}
	}
	sheet, err := p.load(address)
	local := sheet.local
	switch {
	case err != nil:
		return tree.Node{}, err
	case local.Kind() != tree.Object:
		return tree.Node{}, invalid("invalid remote context", "%s, which a context imports, holds %s instead of an object", address, local.Kind())
	case local.Member("@import").Kind() != tree.Absent:
		return tree.Node{}, invalid("invalid context entry", "%s, which a context imports, imports another", address)
	}
	return local, nil
}
