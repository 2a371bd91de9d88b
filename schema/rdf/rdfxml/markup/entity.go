package markup

// expand returns the replacement text of an entity that is referred to within
// nesting others, and counts it.
func (s *Scanner) expand(name []byte, at, nesting int) (string, error) {
	e, ok := s.entities[string(name)]
	switch {
	case !ok:
		return "", s.fault(at, "the entity &%.80s; is not declared; write the character itself", name)
	case e.external:
		return "", s.fault(at, "the entity &%s; lies outside the document and is not fetched", name)
	case nesting >= maxNesting:
		return "", s.fault(at, "more than %d entities are nested, or &%s; refers to itself", maxNesting, name)
	}
	// The empty ones count as well: references alone can go on for long.
	if s.expanded += len(e.text) + 1; s.expanded > max(maxExpanded, maxGrowth*s.read) {
		return "", s.fault(at, "the entities come to more than %d MB of text, and to more than %d times the document", maxExpanded>>20, maxGrowth)
	}
	return e.text, nil
}

// enter goes on reading in the replacement text of an entity.
func (s *Scanner) enter(name []byte, at int) error {
	text, err := s.expand(name, at, len(s.outer))
	if err != nil {
		return err
	}
	if len(s.outer) == 0 {
		s.called = at
	}
	s.outer = append(s.outer, s.source)
	s.source = source{buf: []byte(text), entity: string(name), depth: len(s.open)}
	return nil
}

// leave goes back to where the entity was referred to.
func (s *Scanner) leave() error {
	if len(s.open) != s.depth {
		return s.Fault("the entity ends before </%s>", s.innermost())
	}
	last := len(s.outer) - 1
	s.source, s.outer = s.outer[last], s.outer[:last]
	return nil
}
