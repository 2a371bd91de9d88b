package linkedart

import (
	"strings"
)

const aatBase = "http://vocab.getty.edu/aat/"

// thing returns a node of a class with a label.
func thing(class, label string) *node {
	return &node{types: []string{class}, members: []member{{"_label", []*node{{text: label}}}}}
}

// sorted returns a node of a class that has a text and a type of the thesaurus.
func sorted(class, number, text string) *node {
	n := &node{types: []string{class}}
	n.add("content", &node{text: text})
	n.add("classified_as", &node{id: aatBase + number, types: []string{"Type"}})
	return n
}

// said adds a statement of a type for each text.
func (n *node) said(number string, texts ...string) {
	for _, s := range texts {
		if s != "" {
			n.add("referred_to_by", sorted("LinguisticObject", number, s))
		}
	}
}

// terms adds a thing for each label.
func (n *node) terms(key, class string, labels ...string) {
	for _, s := range labels {
		if s != "" {
			n.add(key, thing(class, s))
		}
	}
}

// object makes an object of a row of EMu's catalogue.
func (t tuple) object() *node {
	n := &node{types: []string{"HumanMadeObject"}}
	n.add("identified_by", sorted("Name", preferred[0], t.value("TitMainTitle")))
	for _, s := range t.values("TitAlternateTitles") {
		n.add("identified_by", sorted("Name", alternate[0], s))
	}
	n.add("identified_by", sorted("Identifier", "300404621", t.value("irn")))
	n.add("identified_by", sorted("Identifier", "300312355", t.value("TitAccessionNo")))
	if s := t.value("TitPreviousAccessionNo"); !strings.HasPrefix(s, "No ") {
		n.add("identified_by", sorted("Identifier", "300404626", s))
	}
	n.terms("classified_as", "Type", t.values("TitObjectType")...)
	n.terms("classified_as", "Type", t.values("PhyMediaCategory")...)
	n.add("produced_by", t.production())
	n.terms("made_of", "Material", t.values("PhyMedium")...)
	n.terms("made_of", "Material", t.values("PhySupport")...)
	n.said("300435429", t.values("PhyMediumAndSupport")...)
	n.said("300435430", t.values("PhyConvertedDims")...)
	n.said("300435418", t.values("SumCreditLine")...)
	n.said("300435438", t.values("CreProvenance")...)
	n.said("300435416", t.values("PhyDescription")...)
	n.said("300435414", t.values("CrePrimaryInscriptions")...)
	n.said("300435434", t.values("RigAcknowledgement")...)
	n.said("300055768", t.values("CreCreationCultureOrPeople")...)
	if at := t.values("LocLevel2"); len(at) > 0 && !strings.Contains(strings.ToLower(at[0]), "storage") && !strings.HasPrefix(at[0], "see ") {
		n.terms("current_location", "Place", at[0]) // galleries, and not where things are stored
	}
	return n
}

// production makes of a row who made an object, when, where and how.
func (t tuple) production() *node {
	p := &node{types: []string{"Production"}}
	when := &node{types: []string{"TimeSpan"}}
	for _, row := range []struct{ column, key string }{{"CreDateCreated", "_label"}, {"CreEarliestDate", "begin_of_the_begin"}, {"CreLatestDate", "end_of_the_end"}} {
		if s := t.value(row.column); s != "" {
			when.add(row.key, &node{text: s})
		}
	}
	if len(when.members) > 0 {
		p.add("timespan", when)
	}
	p.terms("technique", "Type", t.values("PhyTechnique")...)
	for _, row := range t.rows("CreRole") {
		if who := row.party(); who != nil {
			part := &node{types: []string{"Production"}}
			part.terms("classified_as", "Type", row.value("CreRole"), row.value("CreCreatorAfterFollower"))
			part.add("carried_out_by", who)
			p.add("part", part)
		}
	}
	for _, row := range t.rows("CreCountry") {
		var at *node
		for _, column := range []string{"CreCountry", "CreState", "CreDistrict", "CreCity"} {
			if s := row.value(column); s != "" {
				inner := thing("Place", s)
				if at != nil {
					inner.add("part_of", at)
				}
				at = inner
			}
		}
		if at != nil {
			p.add("took_place_at", at)
		}
	}
	return p
}

// party makes somebody of a row; nil when it names nobody.
func (t tuple) party() *node {
	name, body := t.value("NamFullName", "SummaryData", "NamOrganisation", "ColCollaborationName"), t.value("NamOrganisation", "ColCollaborationName")
	if name == "" {
		return nil
	}
	who := thing("Person", name)
	if body != "" && t.value("NamLast") == "" {
		who.types[0] = "Group"
	}
	if irn := t.value("irn"); irn != "" {
		who.id = "eparties/" + irn
	}
	if number := t.value("UlaUlanIdNo"); number != "" {
		who.add("equivalent", &node{id: "http://vocab.getty.edu/ulan/" + number})
	}
	if at := t.value("AddWeb"); at != "" {
		who.add("homepage", &node{text: at})
	}
	return who
}

// activity makes an exhibition of a row of EMu's events.
func (t tuple) activity() *node {
	n := &node{types: []string{"Activity"}}
	n.add("identified_by", sorted("Name", preferred[0], t.value("EveEventTitle")))
	n.terms("classified_as", "Type", t.value("EveTypeOfEvent"))
	n.said("300435416", t.value("EveEventDescription"))
	whole := days(t.value("DatCommencementDate"), t.value("DatCompletionDate"))
	n.add("timespan", whole)
	for _, table := range t.e.All("table") {
		for _, e := range table.All("tuple") {
			row := tuple{e}
			who := row.party()
			switch table.Attr("name") {
			case "Organizer":
				if who != nil {
					n.add("carried_out_by", who)
				}
			case "Curator":
				if who != nil {
					n.add("participant", who)
				}
			case "Venues":
				if who != nil {
					n.add("part", venue(row, who, whole))
				}
			}
			if title := row.value("TitMainTitle"); title != "" && row.value("irn") != "" && row.value("AdmPublishWebNoPassword") != "No" {
				work := thing("HumanMadeObject", title)
				work.id = row.value("irn")
				n.add("used_specific_object", work)
			}
		}
	}
	return n
}

// venue makes a show at one house of a row; without dates of its own it has those
// of the whole.
func venue(t tuple, house, whole *node) *node {
	part := &node{types: []string{"Activity"}}
	at := thing("Place", house.label())
	if city := t.value("AddPostCity"); city != "" {
		at.add("part_of", thing("Place", city))
	}
	part.add("took_place_at", at)
	if from := t.value("VenVenueCommencementDate"); from != "" {
		whole = days(from, t.value("VenVenueCompletionDate"))
	}
	part.add("timespan", whole)
	return part
}

// days makes a time-span of two dates.
func days(from, to string) *node {
	when := &node{types: []string{"TimeSpan"}}
	if from != "" {
		when.add("begin_of_the_begin", &node{text: from})
	}
	if to != "" {
		when.add("end_of_the_end", &node{text: to})
	}
	return when
}
