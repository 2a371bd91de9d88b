package schema

import "moselle/schema/vocab"

var schedule = &Class{
	Name: "Schedule", IRI: vocab.Schema + "Schedule", Part: true,
	Doc: "A rule that an event's dates follow.",
	Properties: []Property{
		{Name: "repeatFrequency", IRI: vocab.Schema + "repeatFrequency", Range: String, Doc: "How often (ISO 8601 duration)."},
		{Name: "rrule", IRI: vocab.Moselle + "rrule", Range: String, Many: true, Doc: "The rule as iCalendar writes it (RFC 5545, section 3.3.10)."},
		{Name: "byDay", IRI: vocab.Schema + "byDay", Range: Code, Enum: "DayOfWeek", Values: weekdays, Many: true, Doc: "On which weekdays."},
		{Name: "byMonth", IRI: vocab.Schema + "byMonth", Range: Integer, Limits: &Limits{1, 12}, Many: true, Doc: "In which months."},
		{Name: "byMonthDay", IRI: vocab.Schema + "byMonthDay", Range: Integer, Limits: &Limits{-31, 31}, Many: true, Doc: "On which days of the month."},
		{Name: "byMonthWeek", IRI: vocab.Schema + "byMonthWeek", Range: Integer, Limits: &Limits{-5, 5}, Many: true, Doc: "In which weeks of the month."},
		{Name: "startDate", IRI: vocab.Schema + "startDate", Range: Date, Doc: "From which day."},
		{Name: "endDate", IRI: vocab.Schema + "endDate", Range: Date, NotBefore: "startDate", Doc: "To which day."},
		{Name: "startTime", IRI: vocab.Schema + "startTime", Range: String, Doc: "From what local time."},
		{Name: "endTime", IRI: vocab.Schema + "endTime", Range: String, Doc: "To what local time."},
		{Name: "duration", IRI: vocab.Schema + "duration", Range: Duration, Doc: "How long each lasts."},
		{Name: "repeatCount", IRI: vocab.Schema + "repeatCount", Range: Integer, Limits: &Limits{1, 1e6}, Doc: "How many times."},
		{Name: "exceptDate", IRI: vocab.Schema + "exceptDate", Range: Date, Many: true, Doc: "Dates left out."},
		{Name: "scheduleTimezone", IRI: vocab.Schema + "scheduleTimezone", Range: String, Need: Should, Doc: "The IANA zone of its times."},
	},
}

// weekdays are schema.org's days of the week.
var weekdays = []string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "PublicHolidays"}

var openingHours = &Class{
	Name: "OpeningHours", IRI: vocab.Schema + "OpeningHoursSpecification", Part: true,
	Doc: "Hours on given weekdays; an exception without hours says that it is closed.",
	Properties: []Property{
		{Name: "dayOfWeek", IRI: vocab.Schema + "dayOfWeek", Range: Code, Enum: "DayOfWeek", Values: weekdays, Many: true, Doc: "The weekdays."},
		{Name: "opens", IRI: vocab.Schema + "opens", Range: String, Doc: "Opening time, local."},
		{Name: "closes", IRI: vocab.Schema + "closes", Range: String, Doc: "Closing time, local; before the opening time it is on the next day."},
		{Name: "validFrom", IRI: vocab.Schema + "validFrom", Range: Date, Doc: "From which day."},
		{Name: "validThrough", IRI: vocab.Schema + "validThrough", Range: Date, NotBefore: "validFrom", Doc: "To which day."},
		{Name: "description", IRI: vocab.Schema + "description", Range: Text, Doc: "Why: the reason of an exception."},
	},
}

func openingHoursRow(doc string) Property {
	return Property{Name: "openingHoursSpecification", IRI: vocab.Schema + "openingHoursSpecification", Range: Part, Of: []string{"OpeningHours"}, Many: true, Doc: doc}
}

func specialHours() Property {
	return Property{Name: "specialOpeningHoursSpecification", IRI: vocab.Schema + "specialOpeningHoursSpecification", Range: Part, Of: []string{"OpeningHours"}, Many: true,
		Doc: "Days on which the hours are others, or it is closed: closed days go before other hours, and these before the usual ones."}
}
