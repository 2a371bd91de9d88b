package iiif

import (
	"regexp"
	"strings"

	"moselle/schema"
)

// concepts adds controlled values in all languages they are there in.
func concepts(b *schema.Builder, prop string, p pair) {
	for _, thing := range things(p.values) {
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
	s = oneLine(s)
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

var (
	year   = regexp.MustCompile(`^-?\d{4}(?:-\d\d(?:-\d\d)?)?$`)
	span   = regexp.MustCompile(`^(\d{4})\s*[-–/]\s*(\d{4})$`)
	moment = regexp.MustCompile(`^\d{4}-\d\d-\d\dT`)
)

// dates adds a date: one that can be counted with, or a span, else the source's
// words; false when there are more dates than places for them.
func (m *mapper) dates(b *schema.Builder, prop string, p pair) bool {
	all, seen := true, map[string]bool{}
	for _, v := range p.values {
		s := oneLine(v.s)
		if moment.MatchString(s) {
			s = s[:10]
		}
		if seen[s] { // the same in another language
			continue
		}
		seen[s] = true
		if year.MatchString(s) && !b.Has(prop) {
			if _, _, err := schema.ParseYear(s); err == nil {
				b.Put(prop, s)
				continue
			}
		}
		if prop != "dateCreated" {
			all = false
			continue
		}
		if y := span.FindStringSubmatch(s); y != nil && y[1] <= y[2] {
			b.Put("temporalCoverage", y[1]+"/"+y[2])
		}
		if !b.Has("dateText") || len(p.values) > 1 {
			b.Text("dateText", v.lang, s)
		} else {
			all = false
		}
	}
	return all
}

// places adds where a work was made, or what it shows; false when there is room
// for one only.
func (m *mapper) places(b *schema.Builder, p pair) bool {
	prop := map[string]string{"origin": "locationCreated", "shows": "contentLocation"}[p.meaning]
	all := things(p.values)
	if prop == "locationCreated" && (b.Has(prop) || len(all) > 1) {
		return false
	}
	for _, thing := range all {
		key := authorityOf(thing[0].href)
		if key == "" {
			key = schema.PlaceKey(oneLine(thing[0].s), "")
		}
		b.Link(prop, m.embed("Place", key, prop, func(place *schema.Builder) {
			for _, v := range thing {
				place.Text("name", v.lang, oneLine(v.s))
				place.Put("sameAs", authorityOf(v.href))
			}
		}))
	}
	return true
}

// pageOf adds the object's page on the web; false when there is one already.
func (m *mapper) pageOf(b *schema.Builder, p pair) bool {
	if b.Has("url") {
		return false
	}
	for _, v := range p.values {
		for _, s := range []string{v.href, v.s} {
			if a := m.address(s); a != "" && !b.Has("url") && !strings.Contains(s, " ") {
				b.Put("url", a)
			}
		}
	}
	return b.Has("url")
}

// wording adds text that people read; false when the place is taken.
func (m *mapper) wording(b *schema.Builder, p pair) bool {
	prop := map[string]string{"size": "size", "credit": "creditText", "text": "text", "description": "abstract"}[p.meaning]
	all := prose(p.values)
	if p.meaning == "description" && len(m.summary) == 0 {
		m.summary = all
		return true
	}
	if b.Has(prop) {
		return false
	}
	for lang, s := range all {
		if p.meaning == "size" {
			s = strings.Join(strings.Split(s, "\n\n"), "; ")
		}
		if p.meaning != "description" || m.summary[lang] != s {
			b.Text(prop, lang, s)
		}
	}
	return true
}
