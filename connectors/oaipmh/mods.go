package oaipmh

import (
	"encoding/xml"
	"strings"

	"moselle/connectors"
	"moselle/connectors/markup"
	"moselle/schema"
	"moselle/schema/crosswalk"
	"moselle/schema/crosswalk/mods"
)

// modsFormat reads MODS.
func modsFormat() markup.Format {
	return markup.Format{
		Name: "mods",
		Holds: func(name xml.Name) bool {
			return name.Local == "mods" && (name.Space == "" || name.Space == "mods" || strings.HasPrefix(name.Space, mods.Namespace))
		},
		Open: func(env connectors.Env) reader {
			return func(e *markup.Element, key, where string) (connectors.Item, error) {
				d := description(e)
				if key == "" {
					key = crosswalk.OneLine(d.ID)
				}
				if key == "" || len(key) > maxKey {
					return connectors.Item{}, connectors.Refuse("", where, "recordInfo.recordIdentifier", key, "missing or longer than 1000 characters: outside of a record of OAI-PMH it is what the description is recognised by tomorrow")
				}
				return build(env, "Work", key, where, func(b *schema.Builder, r crosswalk.Reader) { mods.Read(b, key, d, r) })
			}
		},
	}
}

// langOf returns the language of an element of MODS, which has an attribute of its
// own beside xml:lang.
func langOf(e *markup.Element) string {
	for ; e != nil && e.Name != "mods"; e = e.Parent {
		if lang := e.Attr("lang"); lang != "" {
			return lang
		}
	}
	return ""
}

func text(e *markup.Element) mods.Text { return mods.Text{Lang: langOf(e), Text: e.Value()} }

func texts(all []*markup.Element) (out []mods.Text) {
	for _, e := range all {
		out = append(out, text(e))
	}
	return out
}

func term(e *markup.Element) mods.Term {
	t := mods.Term{Lang: langOf(e), Text: e.Value()}
	if iri := e.Attr("valueURI"); connectors.IsWeb(iri) {
		t.IRI = iri
	}
	return t
}

func terms(all []*markup.Element) (out []mods.Term) {
	for _, e := range all {
		out = append(out, term(e))
	}
	return out
}

// description reads one mods element.
func description(e *markup.Element) *mods.Description {
	d := &mods.Description{
		ID:        e.Child("recordInfo", "recordIdentifier").Value(),
		Types:     terms(e.All("typeOfResource")),
		Genres:    terms(e.All("genre")),
		Extents:   texts(e.All("physicalDescription", "extent")),
		Forms:     terms(e.All("physicalDescription", "form")),
		Abstracts: texts(e.All("abstract")),
		Notes:     texts(append(e.All("note"), e.All("physicalDescription", "note")...)),
		Contents:  texts(e.All("tableOfContents")),
		Holders:   texts(e.All("location", "physicalLocation")),
	}
	for _, t := range e.All("titleInfo") {
		d.Titles = append(d.Titles, mods.Title{Kind: t.Attr("type"), Lang: langOf(t), Text: title(t)})
	}
	for _, n := range e.All("name") {
		d.Names = append(d.Names, name(n))
	}
	for _, o := range e.All("originInfo") {
		for _, p := range o.All("place", "placeTerm") {
			if p.Attr("type") != "code" {
				d.Places = append(d.Places, text(p))
			}
		}
		d.Publishers = append(d.Publishers, texts(o.All("publisher"))...)
		for _, c := range o.Children {
			if strings.HasSuffix(c.Name, "Date") || strings.HasPrefix(c.Name, "date") {
				d.Dates = append(d.Dates, mods.Date{Element: c.Name, Point: c.Attr("point"), Text: c.Value(), Vague: c.Attr("qualifier") != ""})
			}
		}
	}
	for _, l := range e.All("language", "languageTerm") {
		d.Languages = append(d.Languages, l.Value())
	}
	for _, s := range e.All("subject") {
		for _, part := range s.Children {
			d.Subjects = append(d.Subjects, subject(s, part)...)
		}
	}
	for _, i := range e.All("identifier") {
		d.Identifiers = append(d.Identifiers, mods.Identifier{Kind: i.Attr("type"), Text: i.Value(), Invalid: i.Attr("invalid") == "yes"})
	}
	for _, s := range append(e.All("location", "shelfLocator"), e.All("location", "holdingSimple", "copyInformation", "shelfLocator")...) {
		d.Shelfmarks = append(d.Shelfmarks, s.Value())
	}
	for _, u := range e.All("location", "url") {
		usage := u.Attr("usage")
		d.URLs = append(d.URLs, mods.URL{Address: u.Value(), Access: u.Attr("access"), Primary: strings.HasPrefix(usage, "primary")})
	}
	for _, r := range e.All("accessCondition") {
		d.Rights = append(d.Rights, mods.Rights{Kind: r.Attr("type"), Lang: langOf(r), Text: r.Value(), IRI: r.Attr("href")})
	}
	return d
}

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
		if n := len(part.Children); n > 0 { // from the widest to the narrowest
			out = append(out, mods.Subject{Part: "geographic", Term: term(part.Children[n-1])})
		}
	}
	if len(out) == 1 && out[0].IRI == "" && len(s.Children) == 1 && connectors.IsWeb(s.Attr("valueURI")) {
		out[0].IRI = s.Attr("valueURI")
	}
	return out
}
