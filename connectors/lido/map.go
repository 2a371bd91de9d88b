package lido

import (
	"fmt"
	"slices"
	"strings"

	"moselle/connectors"
	"moselle/connectors/markup"
	"moselle/schema"
)

// maxRecords bounds the people and places that come with one object.
const maxRecords = 500

// mapper turns one record into drafts.
type mapper struct {
	*connector
	list []*schema.Builder
	path []string // which property leads to each; "" for the object
	at   map[schema.IRI]bool
	past []happened // what befell the object
}

// item maps a record. Without an identifier of its own it is keyed by known, "" for
// nothing known.
func (c *connector) item(e *markup.Element, known, where string) (connectors.Item, *connectors.Refusal) {
	m := &mapper{connector: c, at: map[schema.IRI]bool{}}
	administrative := merge(e.All("administrativeMetadata"))
	key := e.Child("lidoRecID").Value()
	var poor []schema.Fault
	if key == "" {
		key = known
	}
	if key == "" {
		key = administrative.Child("recordWrap", "recordID").Value()
		poor = append(poor, schema.Fault{Path: "lidoRecID", Value: key, Message: "missing, so the recordID stands for it: write a lidoRecID that is the same tomorrow"})
	}
	if key == "" {
		return connectors.Item{}, connectors.Refuse("", where, "lidoRecID", "", "missing, and there is no recordID either: without one of them the record cannot be recognised tomorrow")
	}
	m.object(e, merge(e.All("descriptiveMetadata")), administrative, key)
	it := connectors.Item{Key: key, Where: where, Faults: poor}
	for i, b := range m.list {
		d, faults := b.Draft()
		it.Drafts = append(it.Drafts, d)
		for _, f := range faults {
			if path := m.path[i]; path != "" {
				if f.Path == "derivedFrom" || f.Severity == schema.Info {
					continue
				}
				f.Path = strings.TrimSuffix(path+"."+f.Path, ".")
				f.Severity = schema.Warning
			}
			if !slices.Contains(it.Faults, f) {
				it.Faults = append(it.Faults, f)
			}
		}
	}
	if refused := schema.Refused(it.Faults); len(refused) > 0 {
		return connectors.Item{}, &connectors.Refusal{Key: key, Where: where, Faults: refused}
	}
	return it, nil
}

// embed starts the record of (class, key) that the property path leads to, and
// lets describe fill it unless it is there already.
func (m *mapper) embed(class, key, path string, describe func(*schema.Builder)) schema.IRI {
	b := schema.Build(m.env.Source, class, key)
	if m.at[b.IRI()] {
		return b.IRI()
	}
	if len(m.list) > maxRecords {
		m.list[0].Fault(schema.Fault{Path: path, Message: fmt.Sprintf("more than %d people and places in one record; the first are kept", maxRecords)})
		return ""
	}
	m.add(b, path)
	describe(b)
	return b.IRI()
}

func (m *mapper) add(b *schema.Builder, path string) {
	m.at[b.IRI()] = true
	m.list, m.path = append(m.list, b), append(m.path, path)
	if connectors.IsWeb(m.env.Location) {
		b.Put("derivedFrom", m.env.Location)
	}
}

// object maps the object itself.
func (m *mapper) object(e, d, a *markup.Element, key string) {
	b := schema.Build(m.env.Source, "Work", key)
	m.add(b, "")
	for _, id := range e.All("objectPublishedID") {
		b.Put("sameAs", authority(id))
	}
	identification := d.Child("objectIdentificationWrap")
	classification := d.Child("objectClassificationWrap")
	for _, t := range classification.All("objectWorkTypeWrap", "objectWorkType") {
		m.term(b, "additionalType", t)
	}
	for _, t := range classification.All("classificationWrap", "classification") {
		if !strings.HasPrefix(t.Attr("type"), "europeana:") { // its medium, which the pictures say too
			m.term(b, "genre", t)
		}
	}
	m.titles(b, identification, classification)
	m.holders(b, identification)
	m.descriptions(b, identification)
	m.measures(b, identification)
	m.materials(b, identification.All("objectMaterialsTechWrap", "objectMaterialsTechSet"))
	for _, set := range d.All("eventWrap", "eventSet") {
		m.event(b, set)
	}
	m.provenance(b)
	m.subjects(b, d.Child("objectRelationWrap"))
	m.related(b, d.Child("objectRelationWrap"), key)
	m.administration(b, a)
	m.resources(b, a)
}

// titles adds what the object is called: of each language the preferred title,
// or the first; without any, what kind of thing it is.
func (m *mapper) titles(b *schema.Builder, identification, classification *markup.Element) {
	var all []*markup.Element
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
}

// descriptions adds all notes of a language one below the other, and inscriptions
// as the object's text.
func (m *mapper) descriptions(b *schema.Builder, identification *markup.Element) {
	notes := identification.All("objectDescriptionWrap", "objectDescriptionSet", "descriptiveNoteValue")
	for _, n := range identification.All("inscriptionsWrap", "inscriptions", "inscriptionDescription", "descriptiveNoteValue") {
		if n.Attr("label") != "language" {
			notes = append(notes, n)
		}
	}
	m.prose(b, "description", notes, "\n\n")
	m.prose(b, "text", identification.All("inscriptionsWrap", "inscriptions", "inscriptionTranscription"), "\n")
}

// measures adds the size: as it is worded, else made of what was measured.
func (m *mapper) measures(b *schema.Builder, identification *markup.Element) {
	sets := identification.All("objectMeasurementsWrap", "objectMeasurementsSet")
	var worded []*markup.Element
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
			for _, x := range o.All("measurementSet") {
				part := oneOf(m.words(x.Child("measurementType"))) + " " + x.Child("measurementValue").Value() + " " + oneOf(m.words(x.Child("measurementUnit")))
				if x.Child("measurementValue").Value() != "" {
					parts = append(parts, strings.Join(strings.Fields(part), " "))
				}
			}
		}
	}
	b.Text("size", schema.Und, strings.Join(parts, ", "))
}
