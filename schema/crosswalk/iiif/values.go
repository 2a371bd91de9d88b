package iiif

import (
	"regexp"
	"strings"

	"moselle/schema"
	"moselle/schema/crosswalk"
)

// concepts adds controlled values in all languages they are there in.
func concepts(b *schema.Builder, prop string, p pair) {
	for _, thing := range things(several(p.values)) {
		t := b.Part(prop, "DefinedTerm")
		for _, v := range thing {
			t.Text("name", v.lang, termName(v.s))
			t.Put("sameAs", authorityOf(v.href))
			if strings.Contains(v.s, "://") && !strings.ContainsAny(v.s, " \n") {
				t.Put("sameAs", v.s)
			}
		}
	}
}

// termName returns how a term is called; of an address its last part.
func termName(s string) string {
	s = strings.TrimRight(oneLine(s), " ;,")
	if strings.Contains(s, "://") && !strings.Contains(s, " ") {
		s = strings.TrimRight(s, "/#")
		s = s[strings.LastIndexAny(s, "/#")+1:]
	}
	return s
}

// languages adds the languages of the work; false when one is not known.
func languages(b *schema.Builder, p pair) bool {
	all := true
	for _, v := range p.values {
		for s := range strings.FieldsFuncSeq(v.s, func(r rune) bool { return r == ',' || r == ';' || r == '/' || r == '\n' }) {
			tag := tongue(strings.TrimSpace(s))
			if tag == "" {
				all = false
				continue
			}
			b.Put("inLanguage", tag)
		}
	}
	return all
}

// midnight is a time that stands for a day.
var midnight = regexp.MustCompile(`[T ]00:00`)

// imprint is the year at the end of "Place: Publisher, 1910".
var imprint = regexp.MustCompile(`,\s*\[?(\d{4})\]?\.?$`)

// maxDateText bounds what is taken for a date in words.
const maxDateText = 300

// dates adds a date: one that can be counted with, or a span, else the source's
// words; false when there are more dates than places for them.
func (m *reading) dates(prop string, p pair) bool {
	all, seen := true, map[string]bool{}
	for _, v := range p.values {
		s := oneLine(v.s)
		if seen[s] { // the same in another language
			continue
		}
		seen[s] = true
		span, ok := crosswalk.ParseSpan(s)
		if crosswalk.IsClock(s) && !midnight.MatchString(s) {
			all = false // a machine's stamp, not the work's
			continue
		}
		switch {
		case ok && span.From == span.Until && prop != "temporalCoverage" && !m.b.Has(prop):
			m.b.Put(prop, span.From)
			continue
		case prop == "datePublished":
			all = false
			if y := imprint.FindStringSubmatch(s); y != nil && !m.b.Has(prop) { // its place and publisher stay a line
				m.b.Put(prop, y[1])
			}
			continue
		case ok && prop == "temporalCoverage":
			m.b.Put(prop, span.Interval())
			continue
		case ok && span.From != span.Until:
			m.b.Put("temporalCoverage", span.Interval())
		}
		if m.b.Class().Property("dateText") != nil && len(s) <= maxDateText && (!m.b.Has("dateText") || len(p.values) > 1) {
			m.b.Text("dateText", v.lang, s)
		} else {
			all = false
		}
	}
	return all
}

// nowhere says that a place is not known.
var nowhere = regexp.MustCompile(`(?i)^\W*(?:s\. ?l\.?|sine loco|o\. ?o\.?)\W*$`)

// scenes adds where a work was made or is, or what it shows; false when there is
// room for one only.
func (m *reading) scenes(to *schema.Property, p pair) bool {
	all := things(p.values)
	if !to.Many && (m.b.Has(to.Name) || len(all) > 1) {
		return false
	}
	for _, thing := range all {
		if nowhere.MatchString(thing[0].s) || crosswalk.IsNobody(thing[0].s) {
			continue
		}
		key := authorityOf(thing[0].href)
		if key == "" {
			key = schema.PlaceKey(m.shelved(thing), "")
		}
		m.b.Link(to.Name, m.embed("Place", key, to.Name, func(place *schema.Builder) {
			for _, v := range thing {
				place.Text("name", v.lang, oneLine(v.s))
				place.Put("sameAs", authorityOf(v.href))
			}
		}))
	}
	return true
}

// shelved takes the shelf mark that some write behind a library, "Library -- MS 1",
// from the names of a thing, and returns the first name.
func (m *reading) shelved(thing []text) string {
	for i, v := range thing {
		name, mark, ok := strings.Cut(oneLine(v.s), " -- ")
		if thing[i].s = name; ok && i == 0 {
			part := m.b.Part("identifier", "PropertyValue")
			part.Put("value", mark)
		}
	}
	return oneLine(thing[0].s)
}

// identifiers adds identifiers. Their kind is the label, where it says more than
// that it is one: of several that without a language.
func (m *reading) identifiers(p pair) {
	kind := ""
	for _, l := range p.labels {
		if s := oneLine(l.s); !isPlainIdentifier(s) && (kind == "" || l.lang == schema.Und) {
			kind = s
		}
	}
	for _, v := range p.values {
		i := m.b.Part("identifier", "PropertyValue")
		i.Put("propertyID", kind)
		i.Put("value", oneLine(v.s))
	}
}

// isPlainIdentifier reports whether a label says that something is an identifier
// and no more.
func isPlainIdentifier(label string) bool {
	for _, lang := range schema.Languages {
		if strings.EqualFold(label, schema.Label("identifier", lang)) {
			return true
		}
	}
	return strings.EqualFold(label, "identifier")
}

// pageOf adds the object's page on the web; false when there is one already.
func (m *reading) pageOf(p pair) bool {
	if m.b.Has("url") {
		return false
	}
	for _, v := range p.values {
		for _, s := range []string{v.href, v.s} {
			if a := m.address(s); a != "" && !m.b.Has("url") && !strings.Contains(s, " ") {
				m.b.Put("url", a)
			}
		}
	}
	return m.b.Has("url")
}

// wording adds text that people read; false when the place is taken.
func (m *reading) wording(prop string, p pair) bool {
	all := prose(p.values)
	if p.meaning == "description" {
		if len(m.summary) == 0 {
			m.summary = all
			return true
		}
		if prop == "description" {
			return false
		}
	}
	if m.b.Has(prop) {
		return false
	}
	for lang, s := range all {
		if prop == "size" {
			s = strings.Join(strings.Split(s, "\n\n"), "; ")
		}
		if prop != "abstract" || m.summary[lang] != s {
			m.b.Text(prop, lang, s)
		}
	}
	return true
}
