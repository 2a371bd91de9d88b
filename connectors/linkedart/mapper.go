package linkedart

import (
	"strings"

	"moselle/connectors"
	"moselle/schema"
)

// mapper turns one thing into drafts.
type mapper struct {
	Settings
	env     connectors.Env
	lang    string // of texts that do not say theirs
	records *connectors.Records
	prose   map[string]*prose // by property: texts that are put together
	order   []string          // of prose
	makers  map[schema.IRI]bool
}

// things says what the classes become.
var things = map[string]string{
	"HumanMadeObject": "Work", "PhysicalObject": "Work", "VisualItem": "Work", "LinguisticObject": "Work", "InformationObject": "Work", "SymbolicObject": "Work",
	"DigitalObject": "Media", "Set": "Collection", "Person": "Person", "Group": "Organization", "Place": "Place", "Activity": "Event", "Event": "Event", "PropositionalObject": "Event",
	"Type": "Concept", "Material": "Concept", "Language": "Concept", "MeasurementUnit": "Concept", "Currency": "Concept",
}

// classOf returns which of the hub's classes a thing is of; "" for one that is
// read only as a part of another.
func classOf(n *node) string {
	for _, t := range n.types {
		if t == "Actor" {
			return actorClass(n)
		}
	}
	for _, t := range n.types {
		if c := things[t]; c == "Event" && n.aat(ownerships) {
			return "" // that an object was sold or lent is no event to go to
		} else if c != "" {
			return c
		}
	}
	return ""
}

// item maps a thing under a key.
func (c *connector) item(n *node, key, where string) (connectors.Item, *connectors.Refusal) {
	class := classOf(n)
	if class == "" {
		return connectors.Item{}, connectors.Refuse(key, where, "type", strings.Join(n.types, ", "),
			"this is no thing of its own in the hub, which reads objects, images and texts, sets, people, groups, places, activities and concepts")
	}
	m := &mapper{Settings: c.Settings, env: c.env, lang: c.lang, records: connectors.NewRecords(c.env), prose: map[string]*prose{}, makers: map[schema.IRI]bool{}}
	b, _ := m.records.Build(class, key, "")
	if connectors.IsWeb(key) {
		b.Put("derivedFrom", key)
	}
	m.names(b, n)
	m.same(b, n)
	switch class {
	case "Work":
		m.work(b, n)
	case "Media":
		m.digital(b, n)
	case "Collection":
		m.set(b, n)
	case "Person":
		m.person(b, n)
	case "Organization":
		m.group(b, n)
	case "Place":
		m.placeOf(b, n)
	case "Event":
		m.event(b, n)
	case "Concept":
		m.concept(b, n)
	}
	m.write(b)
	return m.records.Item(key, where)
}

// same adds what the thing is elsewhere.
func (m *mapper) same(b *schema.Builder, n *node) {
	prop := "sameAs"
	if b.Class().Name == "Concept" {
		prop = "exactMatch"
	}
	for _, v := range n.all("equivalent") {
		if iri := v.web(); iri != n.id {
			b.Put(prop, iri)
		}
	}
	if authority(n.id) && prop == "sameAs" {
		b.Put(prop, n.id)
	}
}

// authority reports whether an address is of one of the lists of people, places
// and terms that institutions share.
func authority(iri string) bool {
	for _, host := range []string{"vocab.getty.edu/", "wikidata.org/", "viaf.org/", "d-nb.info/gnd/", "id.loc.gov/", "isni.org/", "geonames.org/", "nomisma.org/id/", "iconclass.org/", "data.bnf.fr/"} {
		if strings.Contains(iri, host) {
			return true
		}
	}
	return false
}
