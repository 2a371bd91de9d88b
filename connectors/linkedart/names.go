package linkedart

import (
	"regexp"
	"strings"
)

// crm are the properties of CIDOC CRM that are read, by number, with the names
// that Linked Art gives them. What names a thing is one property here, as it is
// there.
var crm = map[string]string{
	"P1": "identified_by", "P48": "identified_by", "P102": "identified_by", "P131": "identified_by", "P87": "identified_by", "P149": "identified_by",
	"P2": "classified_as", "P41i": "classified_by", "P42": "assigned", "P141": "assigned", "P140i": "attributed_by", "P177": "assigned_property",
	"P3": "note", "P190": "content", "P90": "value", "P91": "unit", "P40": "value", "P43": "dimension", "P72": "language",
	"P4": "timespan", "P82a": "begin_of_the_begin", "P81a": "end_of_the_begin", "P81b": "begin_of_the_end", "P82b": "end_of_the_end", "P82": "content", "P78": "identified_by",
	"P7": "took_place_at", "P8": "took_place_at", "P9": "part", "P9i": "part_of", "P14": "carried_out_by", "P11": "participant", "P15": "influenced_by", "P16": "used_specific_object", "P32": "technique",
	"P33": "used_specific_technique", "P108i": "produced_by", "P94i": "created_by", "P92i": "beginning", "P93i": "ending", "P98i": "born", "P100i": "died",
	"P45": "made_of", "P46": "part", "P46i": "part_of", "P89": "part_of", "P106": "part", "P106i": "part_of", "P148i": "part_of", "P127": "broader",
	"P49": "former_keeper", "P50": "current_keeper", "P52": "current_owner", "P54": "current_permanent_location", "P55": "current_location",
	"P168": "defined_by", "P74": "residence", "P76": "contact_point", "P107i": "member_of", "P95i": "formed_by",
	"P62": "depicts", "P65": "shows", "P128": "carries", "P138": "represents", "P138i": "representation", "P129": "about", "P129i": "subject_of", "P67": "about", "P67i": "referred_to_by", "P70i": "referred_to_by",
	"P104": "subject_to", "P75i": "possessed_by", "P105": "right_held_by", "P12i": "used_for", "P16i": "used_for",
	"P71i": "member_of",
}

// spelled are the older and other spellings of properties, and those that other
// vocabularies bring along.
var spelled = map[string]string{
	"label": "_label", "prefLabel": "_label", "altLabel": "alternative", "parts": "part", "consists_of": "part", "composed_of": "part",
	"dimensions": "dimension", "clasified_as": "classified_as", "exactMatch": "equivalent", "exact_match": "equivalent", "sameAs": "equivalent",
	"time_span": "timespan", "is_part_of": "part_of", "conformsTo": "conforms_to", "has_unit": "unit", "access_points": "access_point",
	"current_custodian": "current_keeper", "asWKT": "defined_by",
}

// prefixes are those of Linked Art's contexts, old and new.
var prefixes = map[string]string{
	"aat": "http://vocab.getty.edu/aat/", "ulan": "http://vocab.getty.edu/ulan/", "tgn": "http://vocab.getty.edu/tgn/", "crm": "http://www.cidoc-crm.org/cidoc-crm/",
	"la": "https://linked.art/ns/terms/", "nm": "http://nomisma.org/id/", "wd": "http://www.wikidata.org/entity/", "loc": "http://id.loc.gov/authorities/",
}

var (
	numbered = regexp.MustCompile(`^P\d{1,3}[a-z]{0,2}$`)
	entity   = regexp.MustCompile(`^(?:[DE]\d{1,3}[a-z]?_)+`)
)

// renamed are classes of CIDOC CRM and of older Linked Art that are another today,
// or are read as one.
var renamed = map[string]string{
	"ManMadeObject": "HumanMadeObject", "PhysicalHumanMadeThing": "HumanMadeObject", "PhysicalManMadeThing": "HumanMadeObject", "PhysicalThing": "PhysicalObject",
	"InformationCarrier": "HumanMadeObject", "LegalBody": "Group", "Collection": "Set", "CuratedHolding": "Set", "PhysicalHumanMadeFeature": "HumanMadeObject",
	"Title": "Name", "ActorAppellation": "Name", "PlaceAppellation": "Name", "Appellation": "Name", "LinguisticAppellation": "Name", "PlaceName": "Name",
	"ObjectIdentifier": "Identifier", "PreferredIdentifier": "Identifier", "Image": "VisualItem", "Exhibition": "Activity", "BiologicalObject": "PhysicalObject", "Concept": "Type",
	"LinguisticDocument": "LinguisticObject", "Document": "LinguisticObject", "CreationEvent": "Creation", "Object": "HumanMadeObject", "DigitalImage": "DigitalObject",
}

// property returns the name that a property has here; "" for one that is not read.
func property(name string) string {
	local := localOf(name)
	if number, _, _ := strings.Cut(local, "_"); numbered.MatchString(number) {
		return crm[number]
	}
	if to, ok := spelled[local]; ok {
		return to
	}
	return local
}

// class returns the name that a class has here.
func class(name string) string {
	local := localOf(name)
	if strings.HasPrefix(local, "E") || strings.HasPrefix(local, "D") {
		local = entity.ReplaceAllString(local, "")
	}
	if strings.ContainsAny(local, "_-") {
		local = strings.NewReplacer("_", "", "-", "").Replace(local)
	}
	if to, ok := renamed[local]; ok {
		return to
	}
	return local
}

// localOf returns the last piece of an address or a prefixed name.
func localOf(name string) string {
	return name[strings.LastIndexAny(name, ":/#")+1:]
}

// expand writes out the prefix of an address.
func expand(iri string) string {
	if before, after, ok := strings.Cut(iri, ":"); ok && !strings.HasPrefix(after, "//") {
		if full, ok := prefixes[before]; ok {
			return full + after
		}
	}
	return page(iri)
}

// page returns the address of a term of Getty's vocabularies that a page about it
// stands for.
func page(iri string) string {
	if strings.Contains(iri, "vocab.getty.edu/") {
		iri = strings.Replace(iri, "https://", "http://", 1)
		return strings.Replace(iri, "vocab.getty.edu/page/", "vocab.getty.edu/", 1)
	}
	return iri
}
