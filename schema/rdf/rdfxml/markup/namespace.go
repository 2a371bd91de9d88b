package markup

import "bytes"

// binding is a namespace under a prefix; the prefix "" is the default one.
type binding struct{ prefix, space string }

// declare puts a namespace declaration in force for the element being read
// (Namespaces in XML, section 3).
func (s *Scanner) declare(a *Attr, prefix []byte) error {
	space, ok := s.spaces[string(a.Value)]
	if !ok {
		space = string(a.Value)
		if len(s.spaces) < maxInterned {
			s.spaces[space] = space
		}
	}
	switch {
	case string(prefix) == "xml" && space == XMLSpace:
		return nil
	case string(prefix) == "xml", string(prefix) == "xmlns", space == XMLSpace, space == xmlnsSpace:
		return s.FaultAt(a, "the prefixes xml and xmlns and their namespaces cannot be declared anew")
	case prefix != nil && space == "":
		return s.FaultAt(a, "the namespace of the prefix %s is empty", prefix)
	case len(s.bindings) >= maxBindings:
		return s.FaultAt(a, "more than %d namespace declarations are in force", maxBindings)
	}
	for _, b := range s.bindings[s.inherited:] {
		if b.prefix == string(prefix) {
			return s.FaultAt(a, "the attribute %s stands twice", a.Raw)
		}
	}
	s.bindings = append(s.bindings, binding{s.name("", prefix).Local, space})
	return nil
}

// resolve returns the expanded name of a raw one whose colon is given, or -1.
// The default namespace is that of elements, not of attributes.
func (s *Scanner) resolve(at int, raw []byte, colon int, element bool) (Name, error) {
	prefix, local := raw[:max(colon, 0)], raw[colon+1:]
	if colon < 0 && !element {
		return s.name("", local), nil
	}
	for i := len(s.bindings) - 1; i >= 0; i-- {
		if b := &s.bindings[i]; b.prefix == string(prefix) {
			return s.name(b.space, local), nil
		}
	}
	if colon < 0 {
		return s.name("", local), nil
	}
	return Name{}, s.fault(at, "the prefix %s is not declared with xmlns:%s", prefix, prefix)
}

// resolveAttrs gives the attributes their names, which have to differ.
func (s *Scanner) resolveAttrs() error {
	for i := range s.tok.Attrs {
		a := &s.tok.Attrs[i]
		var err error
		if a.Name, err = s.resolve(a.at, a.Raw, bytes.IndexByte(a.Raw, ':'), false); err != nil {
			return err
		}
		for k := range s.tok.Attrs[:i] {
			if b := &s.tok.Attrs[k].Name; b.Local == a.Name.Local && b.Space == a.Name.Space {
				return s.FaultAt(a, "the attribute %s stands twice", a.Raw)
			}
		}
	}
	return nil
}

// name returns a name, the same strings for the same name as long as there are
// not too many of them.
func (s *Scanner) name(space string, local []byte) Name {
	var key [256]byte
	iri := append(append(key[:0], space...), local...)
	if n, ok := s.interned[string(iri)]; ok && len(n.Space) == len(space) {
		return n
	}
	n := Name{Space: space, IRI: string(iri)}
	n.Local = n.IRI[len(space):]
	if _, taken := s.interned[n.IRI]; !taken && len(s.interned) < maxInterned {
		s.interned[n.IRI] = n
	}
	return n
}
