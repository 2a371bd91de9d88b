package schema

import "moselle/schema/vocab"

var event = &Class{
	Name: "Event", IRI: vocab.Schema + "Event",
	Doc: "Something that happens: once, several times or over a period.",
	Subclasses: []string{"ExhibitionEvent", "MusicEvent", "TheaterEvent", "DanceEvent", "ScreeningEvent", "LiteraryEvent",
		"VisualArtsEvent", "ChildrensEvent", "EducationEvent", "Festival", "PerformingArtsEvent", "EventSeries", "BusinessEvent",
		"ComedyEvent", "ConferenceEvent", "CourseInstance", "DeliveryEvent", "FoodEvent", "Hackathon", "PublicationEvent", "SaleEvent",
		"SocialEvent", "SportsEvent"},
	Properties: common(
		name(Must),
		Property{Name: "startDate", IRI: vocab.Schema + "startDate", Range: Date, Need: Must, Search: Time, Doc: "When it starts first."},
		Property{Name: "endDate", IRI: vocab.Schema + "endDate", Range: Date, Need: Should, Search: Time, Doc: "When it ends last; for a day without a time, that day."},
		Property{Name: "location", IRI: vocab.Schema + "location", Range: Link, Of: []string{"Place"}, Many: true, Need: Should, Search: Related, Doc: "Where it happens."},
		Property{Name: "virtualLocation", IRI: vocab.Moselle + "virtualLocation", Range: Part, Of: []string{"VirtualLocation"}, Many: true, Doc: "Where it happens online."},
		Property{Name: "organizer", IRI: vocab.Schema + "organizer", Range: Link, Of: []string{"Organization", "Person"}, Many: true, Need: Should, Search: Related, Doc: "Who organises it."},
		Property{Name: "eventStatus", IRI: vocab.Schema + "eventStatus", Range: Code, Need: Must, Search: Facet, Doc: "Scheduled, cancelled, postponed, rescheduled or moved online."},
		description(),
		webPage(),
		image(),
		additionalType(),
		Property{Name: "eventAttendanceMode", IRI: vocab.Schema + "eventAttendanceMode", Range: Code, Doc: "On site, online or both."},
		Property{Name: "availability", IRI: vocab.Schema + "availability", Range: Code, Search: Facet, Doc: "Whether places are left (schema.org ItemAvailability)."},
		Property{Name: "offers", IRI: vocab.Schema + "offers", Range: Part, Of: []string{"Offer"}, Many: true, Doc: "Prices and ticket addresses."},
		Property{Name: "isAccessibleForFree", IRI: vocab.Schema + "isAccessibleForFree", Range: Boolean, Search: Facet, Doc: "Whether it costs nothing."},
		inLanguage(),
		Property{Name: "performer", IRI: vocab.Schema + "performer", Range: Link, Of: []string{"Person", "Organization"}, Many: true, Search: Related, Doc: "Who performs."},
		Property{Name: "typicalAgeRange", IRI: vocab.Schema + "typicalAgeRange", Range: String, Doc: "The ages it is meant for."},
		keywords(),
		Property{Name: "workFeatured", IRI: vocab.Schema + "workFeatured", Range: Link, Of: []string{"Work"}, Many: true, Search: Related, Doc: "Works shown in it."},
		Property{Name: "workPerformed", IRI: vocab.Schema + "workPerformed", Range: Link, Of: []string{"Work"}, Many: true, Search: Related, Doc: "Works performed in it."},
		Property{Name: "superEvent", IRI: vocab.Schema + "superEvent", Range: Link, Of: []string{"Event"}, Search: Related, Doc: "The series or festival it belongs to."},
		Property{Name: "previousStartDate", IRI: vocab.Schema + "previousStartDate", Range: Date, Many: true, Doc: "When it was to start before it was moved."},
		Property{Name: "doorTime", IRI: vocab.Schema + "doorTime", Range: Date, Doc: "When the doors open."},
		Property{Name: "timezone", IRI: vocab.Moselle + "timezone", Range: String, Doc: "The IANA zone its times are meant in."},
		Property{Name: "eventSchedule", IRI: vocab.Schema + "eventSchedule", Range: Part, Of: []string{"Schedule"}, Many: true, Doc: "The rule its dates follow."},
		Property{Name: "occurrence", IRI: vocab.Schema + "subEvent", Range: Part, Of: []string{"Occurrence"}, Many: true, Search: Time, Doc: "Its dated happenings, when there is more than one."},
		Property{Name: "truncated", IRI: vocab.Moselle + "truncated", Range: Boolean, Doc: "Whether there are more dates than the hub keeps."},
	),
}

var occurrence = &Class{
	Name: "Occurrence", IRI: vocab.Schema + "Event", Part: true,
	Doc: "One dated happening of an event; what it does not say, the event says.",
	Properties: []Property{
		{Name: "startDate", IRI: vocab.Schema + "startDate", Range: Date, Need: Must, Doc: "When it starts."},
		{Name: "endDate", IRI: vocab.Schema + "endDate", Range: Date, Doc: "When it ends."},
		{Name: "eventStatus", IRI: vocab.Schema + "eventStatus", Range: Code, Doc: "Its own status."},
		{Name: "availability", IRI: vocab.Schema + "availability", Range: Code, Doc: "Whether places are left on that date."},
		{Name: "previousStartDate", IRI: vocab.Schema + "previousStartDate", Range: Date, Many: true, Doc: "When it was to start before it was moved."},
		{Name: "name", IRI: vocab.Schema + "name", Range: Text, Doc: "Its own title, where it differs."},
		{Name: "location", IRI: vocab.Schema + "location", Range: Link, Of: []string{"Place"}, Many: true, Doc: "Its own place, where it differs."},
	},
}

var virtualLocation = &Class{
	Name: "VirtualLocation", IRI: vocab.Schema + "VirtualLocation", Part: true,
	Doc: "An online place.",
	Properties: []Property{
		{Name: "name", IRI: vocab.Schema + "name", Range: Text, Doc: "What it is called."},
		{Name: "url", IRI: vocab.Schema + "url", Range: URL, Doc: "Its address."},
	},
}

var offer = &Class{
	Name: "Offer", IRI: vocab.Schema + "Offer", Part: true, Subclasses: []string{"AggregateOffer"},
	Doc: "A price and where to get it.",
	Properties: []Property{
		{Name: "name", IRI: vocab.Schema + "name", Range: Text, Doc: "For whom or for what."},
		{Name: "price", IRI: vocab.Schema + "price", Range: Decimal, Doc: "The price."},
		{Name: "lowPrice", IRI: vocab.Schema + "lowPrice", Range: Decimal, Doc: "The lowest price."},
		{Name: "highPrice", IRI: vocab.Schema + "highPrice", Range: Decimal, Doc: "The highest price."},
		{Name: "priceCurrency", IRI: vocab.Schema + "priceCurrency", Range: String, Doc: "Its currency (ISO 4217)."},
		{Name: "url", IRI: vocab.Schema + "url", Range: URL, Doc: "Where it is sold."},
		{Name: "availability", IRI: vocab.Schema + "availability", Range: Code, Doc: "Whether it can be had."},
		{Name: "validFrom", IRI: vocab.Schema + "validFrom", Range: Date, Doc: "From when it is sold."},
	},
}

var schedule = &Class{
	Name: "Schedule", IRI: vocab.Schema + "Schedule", Part: true,
	Doc: "A rule that an event's dates follow.",
	Properties: []Property{
		{Name: "repeatFrequency", IRI: vocab.Schema + "repeatFrequency", Range: String, Doc: "How often (ISO 8601 duration)."},
		{Name: "rrule", IRI: vocab.Moselle + "rrule", Range: String, Many: true, Doc: "The rule as iCalendar writes it (RFC 5545, section 3.3.10)."},
		{Name: "byDay", IRI: vocab.Schema + "byDay", Range: Code, Many: true, Doc: "On which weekdays."},
		{Name: "startDate", IRI: vocab.Schema + "startDate", Range: Date, Doc: "From which day."},
		{Name: "endDate", IRI: vocab.Schema + "endDate", Range: Date, Doc: "To which day."},
		{Name: "startTime", IRI: vocab.Schema + "startTime", Range: String, Doc: "From what local time."},
		{Name: "endTime", IRI: vocab.Schema + "endTime", Range: String, Doc: "To what local time."},
		{Name: "duration", IRI: vocab.Schema + "duration", Range: Duration, Doc: "How long each lasts."},
		{Name: "repeatCount", IRI: vocab.Schema + "repeatCount", Range: Integer, Doc: "How many times."},
		{Name: "exceptDate", IRI: vocab.Schema + "exceptDate", Range: Date, Many: true, Doc: "Dates left out."},
		{Name: "scheduleTimezone", IRI: vocab.Schema + "scheduleTimezone", Range: String, Doc: "The IANA zone of its times."},
	},
}
