package edm

import (
	"cmp"
	"regexp"
	"strings"

	"moselle/schema"
	"moselle/schema/crosswalk"
	"moselle/schema/crosswalk/edm"
)

// nobody are the names that say that a maker is not known.
var nobody = regexp.MustCompile(`(?i)^\W*(?:anonym\w*|anonim\w*|unknown|unbekannt\w*|inconnue?|onbekend|onbekannt|n\.? ?[na]\.?|unidentified)(?:\W+(?:artist|maker|creator|author|künstler\w*|meister|artiste|auteur|kunstenaar))?\W*$`)

// agent builds the person or the institution that a value names; "" for nobody.
// class is what it is where the record does not say; "" when only its name can tell.
func (m *mapper) agent(b *schema.Builder, v edm.Value, class, path string) schema.IRI {
	x := v.Context
	if x == nil {
		name := oneLine(schema.PlainText(v.Text))
		if name == "" || nobody.MatchString(name) {
			m.nameless(path, v.Ref)
			return ""
		}
		return crosswalk.Reader{Lang: m.Lang, Embed: m.records.EmbedNamed}.Agent(class, v.Lang, name, "", path)
	}
	names := x.Values(edm.PrefLabel)
	if len(names) == 0 {
		m.nameless(path, x.ID)
		return ""
	}
	switch {
	case nobody.MatchString(names[0].Text):
		return ""
	case x.Body:
		class = "Organization"
	case x.Has(edm.BirthDate, edm.DeathDate, edm.BirthPlace, edm.DeathPlace, edm.Profession):
		class = "Person"
	case class == "" && crosswalk.IsBody(names[0].Text):
		class = "Organization"
	case class == "":
		class = "Person"
	}
	return m.records.Embed(class, keyOfContext(x, schema.NameKey(names[0].Text)), path, func(p *schema.Builder) {
		m.describe(p, x)
		if class == "Person" {
			m.life(p, x)
		}
	})
}

// describe adds what all contextual resources have.
func (m *mapper) describe(p *schema.Builder, x *edm.Context) {
	m.names(p, x.Values(edm.PrefLabel), x.Values(edm.AltLabel))
	m.text(p, "description", "\n\n", x.Values(edm.Note))
	p.Put("sameAs", absolute(string(x.ID)))
	for _, prop := range []edm.Property{edm.SameAs, edm.ExactMatch} {
		for _, s := range x.Values(prop) {
			p.Put("sameAs", address(s))
		}
	}
}

// keyOfContext returns the key of a contextual resource: its address, or what it
// is called where the address holds in the record alone.
func keyOfContext(x *edm.Context, name string) string {
	id := string(x.ID)
	if strings.HasPrefix(id, "_:") || relative(id) != "" || id == base {
		return name
	}
	return strings.Replace(id, "http://", "https://", 1)
}

// life adds when and where somebody was born and died, and what they did. A
// begin and an end are those of the life where nothing says it outright.
func (m *mapper) life(p *schema.Builder, x *edm.Context) {
	for _, d := range []struct {
		prop        string
		said, other edm.Property
	}{{"birthDate", edm.BirthDate, edm.Begin}, {"deathDate", edm.DeathDate, edm.End}} {
		for _, v := range x.Values(d.said) {
			date, ok := exact(v.Text)
			if days, two := crosswalk.ParseSpan(v.Text); !ok && two { // somewhere between two days
				date = days.Single()
			}
			p.Put(d.prop, cmp.Or(date, v.Text))
		}
		for _, v := range x.Values(d.other) {
			if date, ok := exact(v.Text); ok {
				p.Put(d.prop, date)
			}
		}
	}
	for _, v := range firstOf(x.Values(edm.BirthPlace)) {
		p.Link("birthPlace", m.place(p, v, "birthPlace", 0))
	}
	for _, v := range firstOf(x.Values(edm.DeathPlace)) {
		p.Link("deathPlace", m.place(p, v, "deathPlace", 0))
	}
	for _, v := range x.Values(edm.Profession) {
		m.term(p, "hasOccupation", v)
	}
}

func firstOf(values []edm.Value) []edm.Value { return values[:min(len(values), 1)] }
