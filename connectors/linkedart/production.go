package linkedart

import (
	"regexp"
	"strings"

	"moselle/schema"
)

// maxParts bounds how deep the parts of a production are read.
const maxParts = 4

// made adds who made a work, when, where and how.
func (m *mapper) made(b *schema.Builder, n *node) {
	for _, p := range n.all("produced_by", "created_by") {
		m.making(b, p, "", maxParts)
	}
	for _, a := range n.all("attributed_by") {
		m.attributed(b, a)
	}
	for _, p := range n.all("used_for") { // a text or an image that was published
		if p.aat(publishing) {
			m.publishing(b, p)
		}
	}
}

// making maps a production or a creation, and the acts that it is made of.
func (m *mapper) making(b *schema.Builder, p *node, how string, depth int) {
	if p == nil || depth == 0 {
		return
	}
	if p.aat(publishing) {
		m.publishing(b, p)
		return
	}
	how = strings.ToLower(strings.TrimSpace(how + " " + typed(p)))
	for _, t := range p.all("technique", "used_specific_technique") {
		if !isRole(t) {
			m.term(b, "material", t)
		}
	}
	for _, a := range p.all("carried_out_by") {
		prop := "creator"
		if helped.MatchString(how) {
			prop = "contributor"
		}
		m.maker(b, prop, a)
	}
	for _, v := range p.all("influenced_by") {
		switch classOf(v) {
		case "Work":
			b.Link("isBasedOn", m.record(v, "Work", "isBasedOn"))
		case "Person", "Organization":
			m.maker(b, "contributor", v)
		}
	}
	for _, t := range p.all("timespan") {
		s := m.spanOf("dateCreated", t)
		m.worded(t)
		if !b.Has("dateCreated") {
			b.Put("dateCreated", s.Single())
		}
		if s.From != s.Until {
			b.Put("temporalCoverage", s.Interval())
		}
	}
	for _, at := range p.all("took_place_at") {
		if !b.Has("locationCreated") {
			b.Link("locationCreated", m.place(at, "locationCreated"))
		}
	}
	for _, a := range append(p.all("attributed_by"), p.all("assigned_by")...) {
		m.attributed(b, a)
	}
	for _, part := range p.all("part") {
		m.making(b, part, how, depth-1)
	}
}

// maker links who had a part in a work, once: who made it is told first.
func (m *mapper) maker(b *schema.Builder, prop string, a *node) {
	if iri := m.agent(a, prop); !m.makers[iri] {
		m.makers[iri] = true
		b.Link(prop, iri)
	}
}

// attributed maps an act in which somebody said who made a work, as one says that
// it is attributed to somebody, or by a follower of theirs.
func (m *mapper) attributed(b *schema.Builder, a *node) {
	how := qualifier(a)
	for _, what := range a.all("assigned") {
		switch {
		case what.is("Production", "Creation"):
			m.making(b, what, how, maxParts-1)
		case classOf(what) == "Person", classOf(what) == "Organization":
			if to := property(a.one("assigned_property").content()); to != "carried_out_by" && to != "influenced_by" {
				continue
			}
			prop := "creator"
			if helped.MatchString(strings.ToLower(how)) {
				prop = "contributor"
			}
			m.maker(b, prop, what)
		}
	}
}

// publishing maps the act in which a work was published.
func (m *mapper) publishing(b *schema.Builder, p *node) {
	for _, a := range p.all("carried_out_by") {
		b.Link("publisher", m.agent(a, "publisher"))
	}
	for _, t := range p.all("timespan") {
		if !b.Has("datePublished") {
			b.Put("datePublished", m.spanOf("datePublished", t).Single())
		}
	}
}

// helped are the words for those after whom, in whose manner or near whom a work
// was made, rather than by them.
var helped = regexp.MustCompile(`\b(?:after|follower|following|manner|style|circle|school|workshop|studio|copy|copied|influence|publish|printed by|possibly|formerly|pupil|imitator)`)

// qualifier returns what an act of attribution is called, which says how sure it
// is: by its types, else by its names or its label.
func qualifier(a *node) string {
	if s := typed(a); s != "" {
		return s
	}
	for _, v := range a.all("identified_by") {
		if s := v.content(); s != "" {
			return s
		}
	}
	return a.label()
}

// typed returns what an act is called by its types.
func typed(a *node) string {
	var words []string
	for _, t := range a.all("classified_as") {
		words = append(words, t.label())
	}
	return strings.Join(words, " ")
}

// isRole reports whether a technique is what somebody was rather than what they
// did: older records name roles so.
func isRole(t *node) bool {
	return !strings.Contains(t.iri(), "vocab.getty.edu/aat/300") && roles.MatchString(strings.ToLower(t.label()))
}

var roles = regexp.MustCompile(`^(?:artist|maker|engraver|painter|photographer|printer|publisher|author|designer|sculptor)s?$`)
