package lido

import (
	"regexp"
	"strings"

	"moselle/schema"
	"moselle/schema/dom"
	"moselle/schema/vocab"
)

// subjects adds what the object shows or is about. Words for people count where
// there is nothing else.
func (m *reader) subjects(b *schema.Builder, relations *dom.Element) {
	for _, set := range relations.All("subjectWrap", "subjectSet") {
		all := set.All("subject")
		for _, s := range all {
			m.subject(b, s)
		}
		if len(all) > 0 {
			continue
		}
		m.listed(b, "about", set.All("displaySubject"))
	}
}

func (m *reader) subject(b *schema.Builder, s *dom.Element) {
	for _, c := range s.All("subjectConcept") {
		m.term(b, "about", c)
	}
	for _, a := range s.All("subjectActor") {
		actor := a.Child("actor")
		_, same := identity(actor.All("actorID"))
		m.subjectNamed(b, actor.All("nameActorSet", "appellationValue"), a.All("displayActor"), same)
	}
	for _, p := range s.All("subjectPlace") {
		b.Link("contentLocation", m.place(b, p.Child("place"), "contentLocation", p.All("displayPlace")))
	}
	for _, d := range s.All("subjectDate") {
		if s := m.spanOf(b, d, "temporalCoverage").Interval(); s != "" {
			b.Put("temporalCoverage", s)
		} else {
			b.Put("temporalCoverage", first(d.All("displayDate")))
		}
	}
	for _, e := range s.All("subjectEvent") {
		m.subjectNamed(b, e.All("event", "eventName", "appellationValue"), e.All("displayEvent"), nil)
	}
	for _, o := range s.All("subjectObject") {
		m.subjectNamed(b, o.All("object", "objectNote"), o.All("displayObject"), nil)
	}
}

// subjectNamed adds what has names and not terms, by those for people where
// there are.
func (m *reader) subjectNamed(b *schema.Builder, names, shown []*dom.Element, same []string) {
	if first(shown) != "" {
		names = shown
	}
	if first(names) == "" {
		return
	}
	t := b.Part("about", "DefinedTerm")
	for _, n := range names {
		t.Text("name", m.lang(n), n.Value())
	}
	for _, s := range same {
		t.Put("sameAs", s)
	}
}

var (
	partOf = regexp.MustCompile(`(?i)^(?:is )?part of\b|^teil von|^fait partie|^partie de|^(?:is )?(?:onder)?deel van|^(?:is )?member of|^gehört zu|P46i|P106i`)
	based  = regexp.MustCompile(`(?i)based on|copy (?:of|after)|reproduction of|model(?:led)? (?:for|after)|kopie (?:von|nach|van|naar)|vorlage|nach vorbild|d'après|copie de|nachbildung`)
	prefix = regexp.MustCompile(`^[^\d]*[^\d\w]`) // what all keys of a source begin with
)

// related links the object to what it is part of and what it is made after. What
// it has as parts say so themselves.
func (m *reader) related(b *schema.Builder, relations *dom.Element) {
	for _, set := range relations.All("relatedWorksWrap", "relatedWorkSet") {
		prop := ""
		for _, t := range set.All("relatedWorkRelType") {
			for _, w := range append(t.All("term"), t.All("conceptID")...) {
				switch s := w.Value(); {
				case partOf.MatchString(s):
					prop = "isPartOf"
				case based.MatchString(s):
					prop = "isBasedOn"
				}
			}
		}
		if prop == "" {
			continue
		}
		object := set.Child("relatedWork", "object")
		if prop == "isPartOf" && isCollection(object) {
			b.Link(prop, m.collection(object, set.All("relatedWork", "displayObject")))
			continue
		}
		other := relatedKey(object.All("objectID"), m.key)
		switch {
		case other == "":
			b.Fault(schema.Fault{Path: prop, Value: object.Child("objectID").Value(), Severity: schema.Info, Message: "not linked: write the lidoRecID of the related object as objectID"})
		case other != m.key:
			b.Link(prop, m.Work(other))
		}
	}
}

// isCollection reports whether an object is a collection, by its type.
func isCollection(object *dom.Element) bool {
	return object.Child("objectType", "conceptID").Value() == vocab.Schema+"Collection"
}

// collection builds the collection that the object is in.
func (m *reader) collection(object *dom.Element, names []*dom.Element) schema.IRI {
	key := object.Child("objectID").Value()
	if key == "" || first(names) == "" {
		return ""
	}
	return m.Embed("Collection", key, "isPartOf", func(c *schema.Builder) { m.names(c, names) })
}

// relatedKey picks the identifier that is a key of this source: one that begins
// as the object's own does, also behind what an OAI repository puts before it.
// Where keys are bare numbers it is the first.
func relatedKey(ids []*dom.Element, own string) string {
	begin := prefix.FindString(own)
	for _, id := range ids {
		s := id.Value()
		if i := strings.Index(s, begin); i >= 0 && s != "" {
			return s[i:]
		}
	}
	return ""
}
