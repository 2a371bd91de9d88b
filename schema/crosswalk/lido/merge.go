package lido

import (
	"slices"
	"strings"

	"moselle/schema/dom"
)

// merge lays the parts of a record that are written once for each language over
// each other, so that a term and its translation are one: LIDO repeats the whole
// of descriptiveMetadata and administrativeMetadata for that. It returns a part
// that holds all; nil for no parts.
func merge(parts []*dom.Element) *dom.Element {
	if len(parts) == 0 {
		return nil
	}
	whole := parts[0]
	for _, p := range parts[1:] {
		lay(whole, p)
	}
	return whole
}

// lay adds what b says to a. Children of one name are taken for translations of
// each other in their order, when there are as many and their identifiers agree.
func lay(a, b *dom.Element) {
	done := map[string]bool{}
	for _, c := range b.Children {
		if done[c.Name] {
			continue
		}
		done[c.Name] = true
		ours, theirs := a.All(c.Name), b.All(c.Name)
		pairs := len(ours) == len(theirs) && !slices.ContainsFunc(theirs, leaf)
		for i, t := range theirs {
			switch {
			case pairs && agree(ours[i], t):
				lay(ours[i], t)
			case !leaf(t) || !slices.ContainsFunc(ours, func(o *dom.Element) bool { return same(o, t) }):
				a.Children = append(a.Children, t)
			}
		}
	}
}

func leaf(e *dom.Element) bool { return len(e.Children) == 0 }

// same reports whether a text says in no language more than another does.
func same(a, b *dom.Element) bool {
	return a.Value() == b.Value() && (a.Lang == b.Lang || !worded(a.Name))
}

// worded reports whether an element holds words of a language.
func worded(name string) bool {
	return name == "term" || name == "appellationValue" || name == "descriptiveNoteValue" || strings.HasPrefix(name, "display") ||
		name == "creditLine" || name == "objectNote" || name == "resourceDescription" || name == "inscriptionTranscription"
}

// agree reports whether two elements may speak of the same: where both name
// identifiers, they share one.
func agree(a, b *dom.Element) bool {
	ours, theirs := identifiers(a), identifiers(b)
	return len(ours) == 0 || len(theirs) == 0 || slices.ContainsFunc(ours, func(id string) bool { return slices.Contains(theirs, id) })
}

func identifiers(e *dom.Element) (ids []string) {
	for _, c := range e.Children {
		if strings.HasSuffix(c.Name, "ID") || c.Name == "linkResource" {
			ids = append(ids, c.Value())
		}
	}
	return ids
}
