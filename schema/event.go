package schema

import "moselle/schema/vocab"

var event = &Class{
	Name: "Event", IRI: vocab.Schema + "Event",
	Doc: "Something that happens: once, several times or over a period.",
	Subclasses: []string{"ExhibitionEvent", "MusicEvent", "TheaterEvent", "DanceEvent", "ScreeningEvent", "LiteraryEvent",
		"VisualArtsEvent", "ChildrensEvent", "EducationEvent", "Festival", "PerformingArtsEvent", "BusinessEvent",
		"ComedyEvent", "ConferenceEvent", "CourseInstance", "DeliveryEvent", "FoodEvent", "Hackathon", "PublicationEvent", "SaleEvent",
		"SocialEvent", "SportsEvent"},
	Properties: common(
		name(Must),
		alternateName(),
		Property{Name: "startDate", IRI: vocab.Schema + "startDate", Range: Date, Need: Must, Search: Time, Doc: "When it starts first."},
		Property{Name: "endDate", IRI: vocab.Schema + "endDate", Range: Date, Need: Could, Search: Time, NotBefore: "startDate", Doc: "When it ends last; for a day without a time, that day."},
		Property{Name: "endIsOpen", IRI: vocab.Moselle + "endIsOpen", Range: Boolean, Doc: "Whether it ends when it ends: no end is missing."},
		Property{Name: "permanent", IRI: vocab.Moselle + "permanent", Range: Boolean, Search: Facet, Doc: "Whether it has no first and no last day: its dates are those within the hub's window."},
		Property{Name: "location", IRI: vocab.Schema + "location", Range: Link, Of: []string{"Place"}, Many: true, Need: Should, Search: Related, Doc: "Where it happens."},
		virtualLocations(),
		organizer(Should),
		eventStatus(Must, "What has become of it, of all its dates together: worked out, never written."),
		description(Should),
		webPage(),
		image(),
		additionalType(),
		attendanceMode(),
		Property{Name: "availability", IRI: vocab.Schema + "availability", Range: Code, Enum: "ItemAvailability", Values: availabilities, Search: Facet, Doc: "Whether places are left, on any of its dates: worked out, never written."},
		offers(),
		freeOfCharge(),
		contactPoints("Whom to ask about it."),
		inLanguage(),
		performer(),
		actor(),
		director(),
		contributor(),
		sponsor(),
		funder(),
		audience(),
		ageRange(),
		about(),
		keywords(),
		accessibility(),
		workFeatured(),
		workPerformed(),
		superEvent(),
		previousStart(),
		doorTime(),
		Property{Name: "duration", IRI: vocab.Schema + "duration", Range: Duration, Doc: "How long it lasts."},
		capacity(), remaining(),
		Property{Name: "timezone", IRI: vocab.Moselle + "timezone", Range: String, Doc: "The IANA zone its times are meant in."},
		eventSchedule(),
		openingHoursRow("When it is open within its period."),
		specialHours(),
		Property{Name: "occurrence", IRI: vocab.Schema + "subEvent", Range: Part, Of: []string{"Occurrence"}, Many: true, Search: Time, Doc: "Its dated happenings, when there is more than one."},
		Property{Name: "truncated", IRI: vocab.Moselle + "truncated", Range: Boolean, Doc: "Whether there are more dates than the hub keeps."},
	),
}

var eventSeries = &Class{
	Name: "EventSeries", IRI: vocab.Schema + "EventSeries",
	Doc:        "A production, a season, a festival: events that belong together and lead to it by superEvent.",
	Subclasses: nil,
	Properties: common(
		name(Must),
		alternateName(),
		Property{Name: "startDate", IRI: vocab.Schema + "startDate", Range: Date, Search: Time, Doc: "When its first event starts."},
		Property{Name: "endDate", IRI: vocab.Schema + "endDate", Range: Date, Search: Time, NotBefore: "startDate", Doc: "When its last event ends."},
		Property{Name: "location", IRI: vocab.Schema + "location", Range: Link, Of: []string{"Place"}, Many: true, Search: Related, Doc: "Where it happens."},
		virtualLocations(),
		organizer(Should),
		eventStatus(Must, "What has become of it."),
		description(Should),
		webPage(),
		image(),
		additionalType(),
		attendanceMode(),
		offers(),
		freeOfCharge(),
		inLanguage(),
		performer(),
		actor(),
		director(),
		contributor(),
		sponsor(),
		funder(),
		audience(),
		ageRange(),
		about(),
		keywords(),
		accessibility(),
		workFeatured(),
		workPerformed(),
		superEvent(),
		eventSchedule(),
	),
}

var occurrence = &Class{
	Name: "Occurrence", IRI: vocab.Moselle + "Occurrence", Part: true,
	Doc: "One dated happening of an event; what it does not say, the event says.",
	Properties: []Property{
		{Name: "startDate", IRI: vocab.Schema + "startDate", Range: Date, Need: Must, Doc: "When it starts."},
		{Name: "endDate", IRI: vocab.Schema + "endDate", Range: Date, NotBefore: "startDate", Doc: "When it ends."},
		eventStatus(May, "What has become of it."),
		{Name: "statusReason", IRI: vocab.Moselle + "statusReason", Range: Text, Doc: "Why it is cancelled, postponed or moved."},
		{Name: "availability", IRI: vocab.Schema + "availability", Range: Code, Enum: "ItemAvailability", Values: availabilities, Doc: "Whether places are left on that date."},
		previousStart(),
		{Name: "movedTo", IRI: vocab.Moselle + "movedTo", Range: Link, Of: []string{"Event"}, Doc: "The date that takes its place."},
		doorTime(),
		{Name: "name", IRI: vocab.Schema + "name", Range: Text, Doc: "Its own title, where it differs."},
		{Name: "location", IRI: vocab.Schema + "location", Range: Link, Of: []string{"Place"}, Many: true, Doc: "Its own place, where it differs."},
		virtualLocations(),
		capacity(), remaining(),
	},
}

// statuses are the states of a date: schema.org's five, and what is not certain.
var statuses = []string{"EventScheduled", "EventRescheduled", "EventMovedOnline", "EventTentative", "EventPostponed", "EventCancelled"}

// availabilities are how far a date is booked: places to be had, few left, not
// yet on sale, none left. Unknown is not said.
var availabilities = []string{"InStock", "LimitedAvailability", "PreOrder", "SoldOut"}

func eventStatus(need Need, doc string) Property {
	return Property{Name: "eventStatus", IRI: vocab.Schema + "eventStatus", Range: Code, Enum: "EventStatusType", Values: statuses, Need: need, Search: Facet, Doc: doc}
}

func attendanceMode() Property {
	return Property{Name: "eventAttendanceMode", IRI: vocab.Schema + "eventAttendanceMode", Range: Code,
		Enum: "EventAttendanceModeEnumeration", Values: []string{"OfflineEventAttendanceMode", "OnlineEventAttendanceMode", "MixedEventAttendanceMode"}, Doc: "On site, online or both."}
}

func virtualLocations() Property {
	return Property{Name: "virtualLocation", IRI: vocab.Moselle + "virtualLocation", Range: Part, Of: []string{"VirtualLocation"}, Many: true, Doc: "Where it happens online."}
}

func organizer(need Need) Property {
	return Property{Name: "organizer", IRI: vocab.Schema + "organizer", Range: Link, Of: []string{"Organization", "Person"}, Many: true, Need: need, Search: Related, Doc: "Who organises it."}
}

func performer() Property {
	return Property{Name: "performer", IRI: vocab.Schema + "performer", Range: Link, Of: []string{"Person", "Organization"}, Many: true, Search: Related, Doc: "Who performs."}
}

func actor() Property {
	return Property{Name: "actor", IRI: vocab.Schema + "actor", Range: Link, Of: []string{"Person"}, Many: true, Search: Related, Doc: "Who acts."}
}

func director() Property {
	return Property{Name: "director", IRI: vocab.Schema + "director", Range: Link, Of: []string{"Person"}, Many: true, Search: Related, Doc: "Who directs."}
}

func sponsor() Property {
	return Property{Name: "sponsor", IRI: vocab.Schema + "sponsor", Range: Link, Of: []string{"Organization", "Person"}, Many: true, Search: Related, Doc: "Who supports it."}
}

func funder() Property {
	return Property{Name: "funder", IRI: vocab.Schema + "funder", Range: Link, Of: []string{"Organization", "Person"}, Many: true, Search: Related, Doc: "Who pays for it."}
}

func audience() Property {
	return Property{Name: "audience", IRI: vocab.Schema + "audience", Range: Part, Of: []string{"DefinedTerm"}, Many: true, Search: Facet, Doc: "Whom it is meant for."}
}

func ageRange() Property {
	return Property{Name: "typicalAgeRange", IRI: vocab.Schema + "typicalAgeRange", Range: String, Doc: "The ages it is meant for."}
}

func offers() Property {
	return Property{Name: "offers", IRI: vocab.Schema + "offers", Range: Part, Of: []string{"Offer"}, Many: true, Need: Could, Unless: "isAccessibleForFree", Doc: "Prices and ticket addresses."}
}

func workFeatured() Property {
	return Property{Name: "workFeatured", IRI: vocab.Schema + "workFeatured", Range: Link, Of: []string{"Work"}, Many: true, Search: Related, Doc: "Works shown in it."}
}

func workPerformed() Property {
	return Property{Name: "workPerformed", IRI: vocab.Schema + "workPerformed", Range: Link, Of: []string{"Work"}, Many: true, Search: Related, Doc: "Works performed in it."}
}

func superEvent() Property {
	return Property{Name: "superEvent", IRI: vocab.Schema + "superEvent", Range: Link, Of: []string{"EventSeries", "Event"}, Search: Related, Doc: "The series or festival it belongs to."}
}

func previousStart() Property {
	return Property{Name: "previousStartDate", IRI: vocab.Schema + "previousStartDate", Range: Date, Many: true, Doc: "When it was to start before it was moved."}
}

func doorTime() Property {
	return Property{Name: "doorTime", IRI: vocab.Schema + "doorTime", Range: Date, Doc: "When the doors open."}
}

func capacity() Property {
	return Property{Name: "maximumAttendeeCapacity", IRI: vocab.Schema + "maximumAttendeeCapacity", Range: Integer, Limits: &Limits{0, 10_000_000}, Doc: "How many people it holds."}
}

func remaining() Property {
	return Property{Name: "remainingAttendeeCapacity", IRI: vocab.Schema + "remainingAttendeeCapacity", Range: Integer, Limits: &Limits{0, 10_000_000}, Doc: "How many places are left."}
}

func eventSchedule() Property {
	return Property{Name: "eventSchedule", IRI: vocab.Schema + "eventSchedule", Range: Part, Of: []string{"Schedule"}, Many: true, Doc: "The rule its dates follow."}
}
