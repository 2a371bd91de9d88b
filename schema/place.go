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
		Property{Name: "address", IRI: vocab.Schema + "address", Range: Part, Of: []string{"PostalAddress"}, Need: Should, Doc: "Its postal address."},
		Property{Name: "geo", IRI: vocab.Schema + "geo", Range: Part, Of: []string{"GeoCoordinates"}, Need: Should, Doc: "Its position (WGS 84)."},
		description(),
		webPage(),
		image(),
		additionalType(),
		keywords(),
		Property{Name: "containedInPlace", IRI: vocab.Schema + "containedInPlace", Range: Link, Of: []string{"Place"}, Search: Related, Doc: "The place it is part of."},
		Property{Name: "telephone", IRI: vocab.Schema + "telephone", Range: String, Many: true, Doc: "Its telephone."},
		Property{Name: "openingHoursSpecification", IRI: vocab.Schema + "openingHoursSpecification", Range: Part, Of: []string{"OpeningHours"}, Many: true, Doc: "When it is open."},
		Property{Name: "publicAccess", IRI: vocab.Schema + "publicAccess", Range: Boolean, Doc: "Whether the public may enter."},
		Property{Name: "isAccessibleForFree", IRI: vocab.Schema + "isAccessibleForFree", Range: Boolean, Search: Facet, Doc: "Whether it costs nothing."},
		Property{Name: "maximumAttendeeCapacity", IRI: vocab.Schema + "maximumAttendeeCapacity", Range: Integer, Doc: "How many people it holds."},
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
		{Name: "addressCountry", IRI: vocab.Schema + "addressCountry", Range: String, Need: Should, Search: Facet, Doc: "Country (ISO 3166-1 alpha-2)."},
	},
}

var geoCoordinates = &Class{
	Name: "GeoCoordinates", IRI: vocab.Schema + "GeoCoordinates", Part: true,
	Doc: "A position with what is known of its precision.",
	Properties: []Property{
		{Name: "latitude", IRI: vocab.Schema + "latitude", Range: Decimal, Need: Must, Doc: "Degrees north."},
		{Name: "longitude", IRI: vocab.Schema + "longitude", Range: Decimal, Need: Must, Doc: "Degrees east."},
		{Name: "elevation", IRI: vocab.Schema + "elevation", Range: Decimal, Doc: "Metres above sea level."},
		{Name: "heading", IRI: vocab.Moselle + "heading", Range: Decimal, Doc: "Where a camera looked: degrees clockwise from north."},
		{Name: "geoPrecision", IRI: vocab.Moselle + "geoPrecision", Range: String, Doc: "exact, building, street, municipality or region."},
		{Name: "geoSource", IRI: vocab.Moselle + "geoSource", Range: String, Doc: "Who measured or looked it up."},
	},
}

var openingHours = &Class{
	Name: "OpeningHours", IRI: vocab.Schema + "OpeningHoursSpecification", Part: true,
	Doc: "Hours on given weekdays.",
	Properties: []Property{
		{Name: "dayOfWeek", IRI: vocab.Schema + "dayOfWeek", Range: Code, Many: true, Doc: "The weekdays."},
		{Name: "opens", IRI: vocab.Schema + "opens", Range: String, Doc: "Opening time, local."},
		{Name: "closes", IRI: vocab.Schema + "closes", Range: String, Doc: "Closing time, local."},
		{Name: "validFrom", IRI: vocab.Schema + "validFrom", Range: Date, Doc: "From which day."},
		{Name: "validThrough", IRI: vocab.Schema + "validThrough", Range: Date, Doc: "To which day."},
	},
}
