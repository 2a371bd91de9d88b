package schema

import "moselle/schema/vocab"

var place = &Class{
	Name: "Place", IRI: vocab.Schema + "Place",
	Doc: "A venue, a monument or any other place that stays where it is.",
	Subclasses: []string{"CivicStructure", "Museum", "PerformingArtsTheater", "MusicVenue", "MovieTheater", "Library", "EventVenue",
		"LandmarksOrHistoricalBuildings", "TouristAttraction", "PlaceOfWorship", "Church", "CatholicChurch", "Cemetery", "Park", "StadiumOrArena",
		"ArtGallery", "City", "AdministrativeArea", "LocalBusiness", "Residence", "School", "CollegeOrUniversity", "BarOrPub", "NightClub",
		"CafeOrCoffeeShop", "Restaurant", "FoodEstablishment", "Hotel", "EntertainmentBusiness", "CommunityCenter", "GovernmentBuilding", "CityHall"},
	Properties: common(
		name(Must),
		alternateName(),
		Property{Name: "address", IRI: vocab.Schema + "address", Range: Part, Of: []string{"PostalAddress"}, Need: Should, Doc: "Its postal address."},
		Property{Name: "geo", IRI: vocab.Schema + "geo", Range: Part, Of: []string{"GeoCoordinates"}, Need: Should, Doc: "Its position (WGS 84)."},
		Property{Name: "asWKT", IRI: vocab.GeoSPARQL + "asWKT", Range: String, Doc: "Its shape as well-known text (WGS 84, longitude first)."},
		description(Could),
		webPage(),
		image(),
		additionalType(),
		keywords(),
		Property{Name: "containedInPlace", IRI: vocab.Schema + "containedInPlace", Range: Link, Of: []string{"Place"}, Search: Related, Doc: "The place it is part of."},
		Property{Name: "telephone", IRI: vocab.Schema + "telephone", Range: String, Many: true, Doc: "Its telephone."},
		openingHoursRow("When it is open."),
		specialHours(),
		Property{Name: "timezone", IRI: vocab.Moselle + "timezone", Range: String, Doc: "The IANA zone its hours are meant in."},
		Property{Name: "publicAccess", IRI: vocab.Schema + "publicAccess", Range: Boolean, Doc: "Whether the public may enter."},
		freeOfCharge(),
		capacity(),
		accessibility(),
		Property{Name: "amenityFeature", IRI: vocab.Schema + "amenityFeature", Range: Part, Of: []string{"Feature"}, Many: true, Doc: "What it offers its visitors."},
	),
}

var postalAddress = &Class{
	Name: "PostalAddress", IRI: vocab.Schema + "PostalAddress", Part: true,
	Doc: "A postal address.",
	Properties: []Property{
		{Name: "streetAddress", IRI: vocab.Schema + "streetAddress", Range: String, Doc: "Street and number."},
		{Name: "postalCode", IRI: vocab.Schema + "postalCode", Range: String, Doc: "Postal code."},
		{Name: "addressLocality", IRI: vocab.Schema + "addressLocality", Range: String, Need: Should, Search: Facet, Doc: "Town."},
		{Name: "addressRegion", IRI: vocab.Schema + "addressRegion", Range: String, Search: Facet, Doc: "Region."},
		{Name: "addressCountry", IRI: vocab.Schema + "addressCountry", Range: String, Pattern: "[A-Z]{2}", Need: Should, Search: Facet, Doc: "Country (ISO 3166-1 alpha-2)."},
	},
}

var geoCoordinates = &Class{
	Name: "GeoCoordinates", IRI: vocab.Schema + "GeoCoordinates", Part: true,
	Doc: "A position with what is known of its precision.",
	Properties: []Property{
		{Name: "latitude", IRI: vocab.Schema + "latitude", Range: Decimal, Limits: &Limits{-90, 90}, Need: Must, Doc: "Degrees north."},
		{Name: "longitude", IRI: vocab.Schema + "longitude", Range: Decimal, Limits: &Limits{-180, 180}, Need: Must, Doc: "Degrees east."},
		{Name: "elevation", IRI: vocab.Schema + "elevation", Range: Decimal, Doc: "Metres above sea level."},
		{Name: "heading", IRI: vocab.Moselle + "heading", Range: Decimal, Limits: &Limits{0, 360}, Doc: "Where a camera looked: degrees clockwise from north."},
		{Name: "geoPrecision", IRI: vocab.Moselle + "geoPrecision", Range: String, Pattern: "exact|building|street|municipality|region", Need: Could, Doc: "exact, building, street, municipality or region."},
		{Name: "geoSource", IRI: vocab.Moselle + "geoSource", Range: String, Doc: "Who measured or looked it up."},
	},
}

// feature is something a place or an event has or has not; unknown is what is
// not said.
var feature = &Class{
	Name: "Feature", IRI: vocab.Schema + "LocationFeatureSpecification", Part: true,
	Doc: "Something that is there, or is not, for visitors.",
	Properties: []Property{
		{Name: "name", IRI: vocab.Schema + "name", Range: Text, Need: Must, Search: Title, Doc: "What it is called."},
		{Name: "termCode", IRI: vocab.Schema + "termCode", Range: String, Doc: "The source's code for it."},
		{Name: "sameAs", IRI: vocab.Schema + "sameAs", Range: URL, Many: true, Doc: "The same concept in a vocabulary."},
		{Name: "present", IRI: vocab.Moselle + "present", Range: Boolean, Doc: "Whether it is there; not said is yes."},
	},
}

func accessibility() Property {
	return Property{Name: "accessibilityFeature", IRI: vocab.Schema + "accessibilityFeature", Range: Part, Of: []string{"Feature"}, Many: true, Need: May, Doc: "What makes it accessible, or what is missing."}
}
