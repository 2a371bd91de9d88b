package oaipmh

import (
	"strings"

	"moselle/connectors"
	"moselle/connectors/markup"
	"moselle/schema/crosswalk/mods"
)

// title puts a title together: "The river : a journey. Part 2".
func title(t *markup.Element) string {
	s := strings.TrimSpace(t.Child("nonSort").Value() + " " + t.Child("title").Value())
	if sub := t.Child("subTitle").Value(); sub != "" {
		s += " : " + sub
	}
	for _, part := range append(t.All("partNumber"), t.All("partName")...) {
		s += ". " + part.Value()
	}
	return s
}

// name reads a name: as it is to be shown, else of its parts.
func name(n *markup.Element) mods.Name {
	out := mods.Name{Kind: n.Attr("type"), Lang: langOf(n), Text: n.Child("displayForm").Value()}
	if iri := n.Attr("valueURI"); connectors.IsWeb(iri) {
		out.IRI = iri
	}
	family, given, whole := "", "", ""
	for _, p := range n.All("namePart") {
		switch p.Attr("type") {
		case "family":
			family = p.Value()
		case "given":
			given = strings.TrimSpace(given + " " + p.Value())
		case "date":
			out.Dates = p.Value()
		case "":
			whole = strings.TrimSpace(whole + " " + p.Value())
		}
	}
	switch {
	case out.Text != "":
	case family != "" && given != "":
		out.Text = family + ", " + given
	default:
		out.Text = strings.TrimSpace(whole + " " + family + given)
	}
	for _, r := range n.All("role", "roleTerm") {
		out.Roles = append(out.Roles, strings.ToLower(r.Value()))
	}
	return out
}

// levels are the parts of hierarchicalGeographic, the narrowest first.
var levels = []string{"citySection", "city", "island", "area", "county", "territory", "state", "province", "region", "country", "continent", "extraterrestrialArea"}

// subject reads one part of a subject; a concept's address may stand at the part
// or, when it is the only one, at the subject.
func subject(s, part *markup.Element) []mods.Subject {
	var out []mods.Subject
	switch part.Name {
	case "topic", "geographic", "temporal", "genre", "occupation":
		out = append(out, mods.Subject{Part: part.Name, Term: term(part)})
	case "name":
		n := name(part)
		out = append(out, mods.Subject{Part: part.Name, Term: mods.Term{Lang: n.Lang, Text: n.Text, IRI: n.IRI}})
	case "titleInfo":
		out = append(out, mods.Subject{Part: part.Name, Term: mods.Term{Lang: langOf(part), Text: title(part)}})
	case "hierarchicalGeographic":
		for _, level := range levels {
			if e := part.Child(level); e.Value() != "" {
				out = append(out, mods.Subject{Part: "geographic", Term: term(e)})
				break
			}
		}
	}
	if len(out) == 1 && out[0].Part == "geographic" {
		out[0].Point = s.Child("cartographics", "coordinates").Value()
	}
	if len(out) == 1 && out[0].IRI == "" && (len(s.Children) == 1 || out[0].Point != "") && connectors.IsWeb(s.Attr("valueURI")) {
		out[0].IRI = s.Attr("valueURI")
	}
	return out
}
