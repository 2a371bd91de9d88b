package datatourisme

import (
	"strings"
	"unicode"

	"moselle/schema/tree"
)

// kind is what an object is by the classes it names.
type kind struct {
	classes []string // of DATAtourisme, in order
	schema  []string // of schema.org
	event   bool
	place   bool
}

// general are the classes that say no more than event or place do.
var general = map[string]bool{"PointOfInterest": true, "PlaceOfInterest": true, "EntertainmentAndEvent": true, "CulturalEvent": true, "CulturalSite": true,
	"Thing": true, "Product": true, "OrderedList": true}

// kindOf reads the classes. An object that says when it takes place is an event
// even when the list leaves out what its classes are kinds of.
func kindOf(o tree.Node) kind {
	var k kind
	for v := range tree.Values(get(o, "type")) {
		s := v.Text()
		prefix, class, ok := strings.Cut(s, ":")
		switch {
		case ok && prefix == "schema":
			k.schema = append(k.schema, class)
		default:
			if c := code(v); c != "" {
				k.classes = append(k.classes, c)
			}
		}
	}
	dated := get(o, "takesPlaceAt").Kind() != tree.Absent
	k.event = dated || k.is("EntertainmentAndEvent")
	k.place = !k.event && (k.is("PlaceOfInterest") || k.is("CulturalSite"))
	if dated && !k.is("EntertainmentAndEvent") {
		k.classes = append(k.classes, "EntertainmentAndEvent")
	}
	return k
}

func (k kind) is(class string) bool {
	for _, c := range k.classes {
		if c == class {
			return true
		}
	}
	return false
}

// wanted reports whether one of the classes is among types.
func (k kind) wanted(types map[string]bool) bool {
	for _, c := range k.classes {
		if types[c] {
			return true
		}
	}
	return false
}

// name returns the class by which an object is counted that is not read.
func (k kind) name() string {
	for _, c := range k.classes {
		if !general[c] {
			return c
		}
	}
	for _, c := range k.classes {
		return c
	}
	return "without a class"
}

// subclasses are the types of schema.org for classes that have another name.
var subclasses = map[string]string{
	"Exhibition": "ExhibitionEvent", "Concert": "MusicEvent", "Opera": "MusicEvent", "Recital": "MusicEvent",
	"ShowEvent": "PerformingArtsEvent", "CircusEvent": "PerformingArtsEvent", "Reading": "LiteraryEvent", "ArtistSigning": "LiteraryEvent",
	"Conference": "EducationEvent", "TrainingWorkshop": "EducationEvent", "Market": "SaleEvent", "BricABrac": "SaleEvent",
	"GarageSale": "SaleEvent", "FairOrShow": "SaleEvent", "SportsCompetition": "SportsEvent", "Congress": "ConferenceEvent",
	"Castle": "LandmarksOrHistoricalBuildings", "FortifiedCastle": "LandmarksOrHistoricalBuildings", "RemarkableBuilding": "LandmarksOrHistoricalBuildings",
	"ArcheologicalSite": "LandmarksOrHistoricalBuildings", "Ruins": "LandmarksOrHistoricalBuildings", "CityHeritage": "LandmarksOrHistoricalBuildings",
	"TechnicalHeritage": "LandmarksOrHistoricalBuildings", "ReligiousSite": "PlaceOfWorship", "Chapel": "PlaceOfWorship", "Abbey": "PlaceOfWorship",
	"ParkAndGarden": "Park", "Theater": "PerformingArtsTheater", "Cinema": "MovieTheater", "Restaurant": "Restaurant",
}

// words turns the name of a class into what people read: "CulturalEvent" is
// "Cultural event".
func words(class string) string {
	var b strings.Builder
	for i, r := range class {
		if unicode.IsUpper(r) && i > 0 {
			b.WriteByte(' ')
			r = unicode.ToLower(r)
		}
		b.WriteRune(r)
	}
	return b.String()
}
