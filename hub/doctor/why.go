package doctor

import (
	"slices"
	"strings"

	"moselle/hub/store"
	"moselle/schema"
	"moselle/schema/quality"
)

// lacks are the codes of package quality that say why a property is missed and
// how to mend it, by class and property as rules name them.
var lacks = map[string]string{
	"Event.startDate": "start.missing", "Event.endDate": "end.missing", "Event.location": "place.missing", "Event.name": "name.missing",
	"Event.image": "image.missing", "Event.offers": "price.missing", "Event.url": "url.missing", "Event.organizer": "organizer.missing",
	"Event.description": "description.missing", "Place.geo": "geo.missing", "Work.associatedMedia": "media.missing", "Media.license": "image.licence",
	"Event.eventStatus": "status.missing", "Event.accessibilityFeature": "accessibility.missing", "Work.description": "description.missing",
}

// reasons are the properties of which it is told why a fault in them matters,
// the innermost of a path first.
var reasons = map[string]string{
	"startDate": "start", "timings": "start", "DTSTART": "start", "previousStartDate": "start", "doorTime": "start", "startTime": "start",
	"endDate": "end", "endTime": "end", "duration": "end",
	"eventSchedule": "rule", "rrule": "rule", "RRULE": "rule", "openingHoursSpecification": "hours", "openingHours": "hours", "specialOpeningHoursSpecification": "hours",
	"location": "place", "address": "place", "addressCountry": "place", "addressLocality": "place", "postalCode": "place",
	"geo": "position", "latitude": "position", "longitude": "position",
	"name": "title", "title": "title", "license": "licence", "sdLicense": "licence", "rights": "licence",
	"image": "picture", "associatedMedia": "picture", "contentUrl": "picture", "thumbnailUrl": "picture",
	"url": "link", "sameAs": "link", "key": "key", "id": "key", "UID": "key", "identifier": "key",
	"inLanguage": "language", "lang": "language", "eventStatus": "status", "status": "status", "offers": "price", "price": "price", "priceCurrency": "price",
	"keywords": "subject", "about": "subject", "additionalType": "subject", "genre": "subject", "dateCreated": "time", "temporalCoverage": "time",
	"creator": "maker", "performer": "maker", "organizer": "maker", "description": "text",
}

// why says why a fault matters and, where its message does not say, how to mend
// it; both may be "".
func (r *Report) why(f store.Fault) (why, mend string) {
	rule, at, _ := strings.Cut(f.Rule, " ")
	if code := lacks[at]; rule == "missing" && code != "" {
		t := quality.TextOf(code, r.Lang)
		return t.Why, t.How
	}
	for _, step := range innermost(f.Path) {
		if reason := reasons[step]; reason != "" {
			return r.words.T("why." + reason), ""
		}
	}
	if f.Severity == schema.Violation {
		return r.words.T("why.refused"), ""
	}
	return "", ""
}

// innermost returns the steps of a path, the last first.
func innermost(path string) []string {
	steps := strings.FieldsFunc(path, func(c rune) bool { return c == '.' || c == '[' || c == ']' || c == '/' || c == ' ' })
	slices.Reverse(steps)
	return steps
}

// essential are properties without which nobody finds a thing.
var essential = []string{"start", "title", "place", "rule"}

// weight orders faults: what refuses, what is poor, what could be better, and of
// equals what keeps people from finding the thing.
func (f Fault) weight() int {
	w := map[schema.Severity]int{schema.Violation: 4, schema.Warning: 2, schema.Info: 0}[f.Severity]
	for _, step := range innermost(f.Path) {
		if slices.Contains(essential, reasons[step]) {
			return w + 1
		}
	}
	return w
}
