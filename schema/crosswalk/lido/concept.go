package lido

import (
	"strings"

	"moselle/schema/dom"
	"moselle/schema/vocab"
)

// unfold writes the concepts that LIDO 1.1 takes from SKOS as LIDO's own: their
// address as conceptID, their labels as terms.
func unfold(e *dom.Element) {
	var own []*dom.Element
	for i, c := range e.Children {
		if c.Name != "Concept" || c.Space != vocab.SKOS && c.Space != "skos" {
			unfold(c)
			if own != nil {
				own = append(own, c)
			}
			continue
		}
		if own == nil {
			own = append(make([]*dom.Element, 0, len(e.Children)+4), e.Children[:i]...)
		}
		own = append(own, conceptID(e, c.Attr("about")))
		for _, part := range c.Children {
			switch part.Name {
			case "prefLabel":
				own = append(own, label(part, "preferred"))
			case "altLabel":
				own = append(own, label(part, "alternate"))
			case "exactMatch":
				own = append(own, conceptID(e, part.Attr("resource")+part.Value()))
			case "notation":
				code := conceptID(e, part.Value())
				code.Attrs = nil
				own = append(own, code)
			}
		}
	}
	if own != nil {
		e.Children = own
	}
}

func conceptID(in *dom.Element, id string) *dom.Element {
	return &dom.Element{Space: in.Space, Name: "conceptID", Lang: in.Lang, Line: in.Line, Parent: in,
		Attrs: []dom.Attr{{Name: "type", Value: "URI"}}, Text: strings.TrimSpace(id)}
}

func label(from *dom.Element, pref string) *dom.Element {
	e := *from
	e.Name, e.Attrs = "term", []dom.Attr{{Name: "pref", Value: pref}}
	return &e
}
