package lido

import (
	"regexp"
	"slices"
	"strings"

	"moselle/schema"
	"moselle/schema/dom"
)

// reader fills one record.
type reader struct {
	Reader
	key  string     // of the record
	past []happened // what befell the object

	manifest string // the first of its manifests
}

// Read fills a record of class Work. key is the record's own, which tells those of
// the works that it is related to from other identifiers. The element is changed: its concepts are
// brought to one form and the parts in several languages laid over each other.
func Read(b *schema.Builder, key string, e *dom.Element, from Reader) {
	mended(b, e)
	unfold(e)
	m := &reader{Reader: from, key: key}
	d, a := merge(e.All("descriptiveMetadata")), merge(e.All("administrativeMetadata"))
	for _, id := range e.All("objectPublishedID") {
		b.Put("sameAs", authority(id))
	}
	identification, relations := d.Child("objectIdentificationWrap"), d.Child("objectRelationWrap")
	m.classification(b, d.Child("objectClassificationWrap"))
	m.titles(b, identification, d.Child("objectClassificationWrap"))
	m.holders(b, identification)
	m.descriptions(b, identification)
	m.measures(b, append(identification.All("objectMeasurementsWrap", "objectMeasurementsSet"), d.All("eventWrap", "eventSet", "event", "eventObjectMeasurements")...))
	m.materials(b, identification.All("objectMaterialsTechWrap", "objectMaterialsTechSet"))
	for _, set := range d.All("eventWrap", "eventSet") {
		m.event(b, set)
	}
	m.provenance(b)
	m.subjects(b, relations)
	m.related(b, relations)
	m.administration(b, a)
	m.resources(b, a)
}

// titles adds what the object is called: of each language the preferred title,
// or the first; without any, what kind of thing it is.
func (m *reader) titles(b *schema.Builder, identification, classification *dom.Element) {
	var all []*dom.Element
	for _, set := range identification.All("titleWrap", "titleSet") {
		values := set.All("appellationValue")
		if preferred(set.Attr("pref")) {
			all = append(slices.Clone(values), all...)
		} else {
			all = append(all, values...)
		}
	}
	m.names(b, all)
	if b.Has("name") {
		return
	}
	for _, t := range classification.All("objectWorkTypeWrap", "objectWorkType") {
		for _, w := range m.words(t) {
			b.Text("name", w.lang, w.text)
		}
		if b.Has("name") {
			b.Fault(schema.Fault{Path: "name", Message: "no title (titleSet); it is called by what kind of object it is"})
			return
		}
	}
	b.Fault(schema.Fault{Path: "name", Severity: schema.Violation, Message: "neither a title (titleSet with an appellationValue) nor a kind of object (objectWorkType with a term): write one of them"})
}

// descriptions adds all notes of a language one below the other, and inscriptions
// as the object's text. Who wrote a note is none.
func (m *reader) descriptions(b *schema.Builder, identification *dom.Element) {
	var notes, short, brief []*dom.Element
	for _, set := range identification.All("objectDescriptionWrap", "objectDescriptionSet") {
		switch kind := set.Attr("type"); {
		case abstract.MatchString(kind):
			short = append(short, set.All("descriptiveNoteValue")...)
		case kind == "short":
			brief = append(brief, set.All("descriptiveNoteValue")...)
		case !authored.MatchString(kind):
			notes = append(notes, set.All("descriptiveNoteValue")...)
		}
	}
	if len(notes) == 0 {
		notes, brief = brief, nil
	}
	var written []*dom.Element
	for _, i := range identification.All("inscriptionsWrap", "inscriptions") {
		text, about := m.inscription(i)
		written, notes = append(written, text...), append(notes, about...)
	}
	m.prose(b, "description", notes, "\n\n")
	m.prose(b, "abstract", append(short, brief...), "\n\n")
	m.prose(b, "text", written, "\n")
}

// aside are the types of what is said of an inscription in a word or two.
var aside = regexp.MustCompile(`(?i)^(?:type|location|position|art|ort|emplacement)$`)

// inscription returns what is written on the object, with what it is and where in
// brackets, and what else is said about it.
func (m *reader) inscription(e *dom.Element) (text, about []*dom.Element) {
	text = e.All("inscriptionTranscription")
	var said []string
	for _, d := range e.All("inscriptionDescription") {
		notes := d.All("descriptiveNoteValue")
		if len(text) > 0 && aside.MatchString(d.Attr("type")) {
			if s := m.in(schema.CleanLang(m.lang(text[0])), notes); s != "" {
				said = append(said, s)
			}
			continue
		}
		for _, n := range notes {
			if n.Attr("label") != "language" {
				about = append(about, n)
			}
		}
	}
	if len(said) > 0 && text[0].Value() != "" {
		text[0].Text = strings.TrimSpace(text[0].Text) + " (" + strings.Join(said, ", ") + ")"
	}
	return text, about
}

// measures adds the size: as it is worded, else made of what was measured.
func (m *reader) measures(b *schema.Builder, sets []*dom.Element) {
	var worded []*dom.Element
	for _, s := range sets {
		for _, d := range s.All("displayObjectMeasurements") {
			if label := d.Attr("label"); label != "" && label != "dimensions" && !strings.HasPrefix(label, "http") && d.Value() != "" {
				d.Text = label + ": " + d.Text
			}
			worded = append(worded, d)
		}
	}
	m.prose(b, "size", worded, "; ")
	if b.Has("size") {
		return
	}
	var parts []string
	for _, s := range sets {
		for _, o := range s.All("objectMeasurements") {
			extent := first(o.All("extentMeasurements", "term"))
			if extent == "" {
				extent = first(o.All("extentMeasurements"))
			}
			for _, x := range o.All("measurementsSet") {
				part := strings.TrimPrefix(extent+": ", ": ") + oneOf(m.words(x.Child("measurementType"))) + " " + x.Child("measurementValue").Value() + " " + oneOf(m.words(x.Child("measurementUnit")))
				if x.Child("measurementValue").Value() != "" {
					parts = append(parts, strings.Join(strings.Fields(part), " "))
				}
			}
		}
	}
	b.Text("size", schema.Und, strings.Join(parts, ", "))
}
