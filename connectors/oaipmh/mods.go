package oaipmh

import (
	"encoding/xml"
	"slices"
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
					key = keyOf(d)
				}
				if key == "" || len(key) > maxKey {
					return connectors.Item{}, connectors.Refuse("", where, "recordInfo.recordIdentifier", key, "missing or longer than 1000 characters: outside of a record of OAI-PMH it is what the description is recognised by tomorrow")
				}
				return build(env, "Work", key, where, func(b *schema.Builder, r crosswalk.Reader) { mods.Read(b, key, d, r) })
			}
		},
	}
}

// keyOf returns by what a description is known that stands in no record: the
// identifier of the description, else one of what it describes, else its page.
func keyOf(d *mods.Description) string {
	if key := crosswalk.OneLine(d.ID); key != "" {
		return key
	}
	for _, id := range d.Identifiers {
		if key := crosswalk.OneLine(id.Text); key != "" && !id.Invalid {
			return key
		}
	}
	for _, u := range d.URLs {
		if u.Access != "preview" && u.Access != "raw object" {
			return crosswalk.OneLine(u.Address)
		}
	}
	return ""
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
		Contents:  texts(e.All("tableOfContents")),
		Holders:   texts(e.All("location", "physicalLocation")),
	}
	for _, n := range append(e.All("note"), e.All("physicalDescription", "note")...) {
		switch kind := strings.ToLower(n.Attr("type")); {
		case slices.Contains(history, kind):
			d.History = append(d.History, text(n))
		case !slices.Contains(internal, kind):
			d.Notes = append(d.Notes, text(n))
		}
	}
	for _, r := range e.All("relatedItem") {
		if kind := r.Attr("type"); kind == "host" || kind == "series" || kind == "" && strings.EqualFold(r.Attr("displayLabel"), "collection") {
			t := r.Child("titleInfo")
			d.Hosts = append(d.Hosts, mods.Host{Title: mods.Text{Lang: langOf(r), Text: title(t)}, Holders: texts(r.All("location", "physicalLocation"))})
		}
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

// history and internal are the types of notes that tell how a thing came to where
// it is, and of those that are for the catalogue alone.
var (
	history  = []string{"ownership", "acquisition", "custodial history", "provenance"}
	internal = []string{"organization", "admin", "action", "system details", "source of description", "version identification"}
)
