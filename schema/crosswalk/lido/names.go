package lido

import (
	"fmt"
	"strings"

	"moselle/schema"
	"moselle/schema/dom"
)

// elements are those of LIDO 1.0 and 1.1.
const elements = `
actor actorID actorInRole administrativeMetadata appellationValue applicationProfile attributionQualifierActor category classification
classificationWrap collection conceptID creditLine culture date descriptiveMetadata descriptiveNoteID descriptiveNoteValue displayActor
displayActorInRole displayDate displayEdition displayEvent displayMaterialsTech displayObject displayObjectMeasurements displayPlace
displayRelatedWork displayRepository displayState displayStateEditionWrap displaySubject earliestDate event eventActor eventDate eventDescriptionSet
eventID eventMaterialsTech eventMethod eventName eventObjectMeasurements eventPlace eventSet eventType eventWrap extentActor extentMaterialsTech
extentMeasurements extentSubject formatMeasurements genderActor gml inscriptionDescription inscriptionTranscription inscriptions inscriptionsWrap
latestDate legalBodyID legalBodyName legalBodyWeblink lido lidoRecID lidoWrap linkResource materialsTech measurementType measurementUnit
measurementValue measurementsSet nameActorSet namePlaceSet nationalityActor object objectClassificationWrap objectDescriptionRights
objectDescriptionSet objectDescriptionWrap objectID objectIdentificationWrap objectMaterialsTechSet objectMaterialsTechWrap objectMeasurements
objectMeasurementsSet objectMeasurementsWrap objectName objectNote objectPublishedID objectRelationWrap objectType objectWebResource objectWorkType
objectWorkTypeWrap partOfPlace periodName place placeClassification placeID qualifierMeasurements recordID recordInfoID recordInfoLink recordInfoSet
recordMetadataDate recordRights recordSource recordType recordWrap relatedEvent relatedEventRelType relatedEventSet relatedWork relatedWorkRelType
relatedWorkSet relatedWorksWrap repositoryLocation repositoryName repositorySet repositoryWrap resourceDateTaken resourceDescription resourceID
resourceMeasurementsSet resourcePerspective resourceRelType resourceRepresentation resourceSet resourceSource resourceType resourceWrap rightsDate
rightsHolder rightsResource rightsType rightsWorkSet rightsWorkWrap roleActor roleInEvent scaleMeasurements shapeMeasurements sourceActorInRole
sourceAppellation sourceDescriptiveNote sourceMaterialsTech sourceRelatedWorkSet sourceRepositorySet sourceStateEdition subject subjectActor
subjectConcept subjectDate subjectEvent subjectObject subjectPlace subjectSet subjectWrap term termMaterialsTech thingPresent titleSet titleWrap
vitalDatesActor vitalPlaceActor workID
`

var known = func() map[string]bool {
	names := map[string]bool{}
	for name := range strings.FieldsSeq(elements) {
		names[name] = true
	}
	return names
}()

// maxMisspelt bounds the names that are told of one record.
const maxMisspelt = 20

// mended gives elements that LIDO does not have the names of those that are meant,
// where a letter or two are wrong, and tells of all of them.
func mended(b *schema.Builder, e *dom.Element) {
	told := map[string]string{}
	mend(b, e, told)
}

func mend(b *schema.Builder, e *dom.Element, told map[string]string) {
	if name := e.Name; !known[name] && strings.Contains(e.Space, "lido-schema.org") {
		meant, before := told[name]
		if !before && len(told) < maxMisspelt {
			meant = nearest(name)
			told[name] = meant
			if meant == "" {
				b.Fault(schema.Fault{Message: fmt.Sprintf("line %d: <%s> is no element of LIDO; it is passed over", e.Line, name)})
			} else {
				b.Fault(schema.Fault{Message: fmt.Sprintf("line %d: <%s> is no element of LIDO; it is read as <%s>: mend it in the export", e.Line, name, meant)})
			}
		}
		if meant != "" {
			e.Name = meant
		}
	}
	for _, c := range e.Children {
		mend(b, c, told)
	}
}

// nearest returns the one element whose name differs by no more than two letters;
// "" for none and for several.
func nearest(name string) (found string) {
	const near = 2
	least := near + 1
	for other := range known {
		switch d := distance(strings.ToLower(name), strings.ToLower(other), least); {
		case d < least:
			least, found = d, other
		case d == least:
			found = ""
		}
	}
	if len(name) < 3*least {
		return ""
	}
	return found
}

// distance returns how many letters of a are to be changed, added or taken out for
// b; most when it is no less.
func distance(a, b string, most int) int {
	if max(len(a)-len(b), len(b)-len(a)) > most {
		return most + 1
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		left := row[0]
		row[0] = i + 1
		for j := range len(b) {
			change := left
			if a[i] != b[j] {
				change++
			}
			left = row[j+1]
			row[j+1] = min(change, row[j+1]+1, row[j]+1)
		}
	}
	return row[len(b)]
}
