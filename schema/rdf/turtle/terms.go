package turtle

import (
	"strings"

	"moselle/schema/rdf"
	"moselle/schema/rdf/ntriples"
)

// object reads an object and hands on the triple it completes, before those
// that the object brings along.
func (p *parser) object(s, pred rdf.Term) error {
	switch {
	case p.is('('):
		p.next()
		_, err := p.collection(func(head rdf.Term) error { return p.emit(s, pred, head) })
		return err
	case p.is('['):
		o := p.blanks.New()
		if err := p.emit(s, pred, o); err != nil {
			return err
		}
		p.next()
		if p.is(']') {
			p.next()
			return nil
		}
		return p.properties(o)
	}
	o, err := p.term()
	if err != nil {
		return err
	}
	return p.emit(s, pred, o)
}

// term reads an object that is one term.
func (p *parser) term() (rdf.Term, error) {
	switch p.kind {
	case iriRef, name:
		v, err := p.iri(false)
		return rdf.NewIRI(v), err
	case blank:
		return p.label(), nil
	case text:
		return p.literal()
	case integer:
		return p.bare("integer"), nil
	case decimal:
		return p.bare("decimal"), nil
	case double:
		return p.bare("double"), nil
	case word:
		if s := string(p.raw()); s == "true" || s == "false" {
			return p.bare("boolean"), nil
		}
	}
	return rdf.Term{}, p.wrong("an object should stand: an IRI, a prefixed name, a blank node or a literal")
}

// bare takes the token as a literal of a datatype of XML Schema.
func (p *parser) bare(datatype string) rdf.Term {
	v := string(p.raw())
	p.next()
	return rdf.NewTyped(v, rdf.XSD+datatype)
}

func (p *parser) label() rdf.Term {
	t := p.blanks.Named(string(p.raw()[2:]))
	p.next()
	return t
}

// literal reads a text with its language tag or datatype.
func (p *parser) literal() (rdf.Term, error) {
	v := string(p.raw()[p.quotes : p.pos-p.start-p.quotes])
	if p.escaped {
		var err error
		if v, err = p.unescape(v, p.quotes, true); err != nil {
			return rdf.Term{}, err
		}
	}
	p.next()
	switch p.kind {
	case lang:
		tag := string(p.raw()[1:])
		p.next()
		return rdf.NewText(v, tag), nil
	case caret:
		p.next()
		if p.kind != iriRef && p.kind != name {
			return rdf.Term{}, p.wrong("a datatype should stand: an IRI or a prefixed name")
		}
		datatype, err := p.iri(true)
		return rdf.NewTyped(v, datatype), err
	}
	return rdf.NewString(v), nil
}

// unescape undoes the escapes of a part of the token that begins offset in.
func (p *parser) unescape(s string, offset int, short bool) (string, error) {
	v, bad := ntriples.Unescape(s, short)
	if bad >= 0 {
		err := p.errorAt(p.start+offset+bad, "%s", ntriples.BadEscape(s[bad:]))
		return "", err
	}
	return v, nil
}

// frequent and frequentLength bound how many IRIs a parser keeps at hand, and their length.
const frequent, frequentLength = 1 << 10, 1 << 9

// iri takes the token, a reference or a name, as an IRI. Those that come again
// and again, as names and predicates do, are kept.
func (p *parser) iri(again bool) (string, error) {
	again = again || p.kind == name
	if again {
		if v, ok := p.iris[string(p.raw())]; ok {
			p.next()
			return v, nil
		}
	}
	var v string
	var err error
	if p.kind == name {
		v, err = p.expand()
	} else {
		v, err = p.reference()
	}
	if err != nil {
		return "", err
	}
	if again && len(v) <= frequentLength {
		if len(p.iris) == frequent {
			clear(p.iris)
		}
		p.iris[string(p.raw())] = v
	}
	p.next()
	return v, nil
}

// expand returns what a prefixed name stands for.
func (p *parser) expand() (string, error) {
	raw := p.raw()
	namespace, ok := p.prefixes[string(raw[:p.colon])]
	if !ok {
		return "", p.errorAt(p.start, "the prefix %s is not declared", shorten(raw[:p.colon+1]))
	}
	local := string(raw[p.colon+1:])
	if p.escaped {
		local = strings.ReplaceAll(local, `\`, "") // a backslash itself cannot be escaped
	}
	return namespace + local, nil
}

// reference returns the IRI between angle brackets, made absolute.
func (p *parser) reference() (string, error) {
	raw := p.raw()
	v := string(raw[1 : len(raw)-1])
	if p.escaped {
		var err error
		if v, err = p.unescape(v, 1, false); err != nil {
			return "", err
		}
	} else if absolute(v) {
		return v, nil
	}
	v, err := rdf.Resolve(p.base, v)
	if err != nil {
		return "", p.errorAt(p.start, "%s", err)
	}
	return v, nil
}

// absolute reports whether an IRI begins with a scheme.
func absolute(s string) bool {
	for i := range len(s) {
		switch c := s[i]; {
		case letter(c):
		case i > 0 && c == ':':
			return true
		case i == 0 || !digit(c) && c != '+' && c != '-' && c != '.':
			return false
		}
	}
	return false
}
