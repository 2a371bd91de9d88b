package feed

import "strings"

// meaning is what a name in an extension stands for.
type meaning struct {
	field string
	rank  int
}

// names gives the meaning of names in extensions, in lower case and without
// signs in between. Under start and end the earlier name is the surer one.
var names = meanings(map[string]string{
	"start":     "dtstart startdate startdatetime start starttime starts startson startsat eventstart eventstartdate eventdate begin begindate begintime beginn datestart datebegin eventstarttime eventdates localstart utcstartdate",
	"end":       "dtend enddate enddatetime end endtime ends endson endsat eventend eventenddate finish finishdate ende dateend eventendtime localend utcenddate",
	"day":       "date eventday",
	"opens":     "starthour hourstart eventtimes",
	"closes":    "endhour hourend",
	"duration":  "duration eventduration",
	"zone":      "timezone tzid xcalconnecttz tz",
	"rule":      "rrule",
	"location":  "location where venue place eventlocation eventvenue xcalconnectvenue locations places",
	"name":      "venuename locationname placename xcalconnectvenuename",
	"address":   "address venueaddress locationaddress fulladdress eventaddress formattedaddress",
	"street":    "street streetaddress xcalconnectstreet",
	"number":    "number streetnumber",
	"house":     "housenumber hausnummer",
	"postcode":  "postalcode postcode zip zipcode xcalconnectpostalcode xcalconnectpostcode",
	"locality":  "city locality town addresslocality xcalconnectcity",
	"region":    "region state addressregion xcalconnectregion",
	"country":   "country countrycode addresscountry xcalconnectcountry",
	"lat":       "lat latitude",
	"lon":       "long lon lng longitude",
	"geo":       "geo",
	"organizer": "organizer organiser organizers eventorganizer host",
	"kind":      "type eventtype",
	"status":    "status eventstatus",
	"off":       "iscancelled iscanceled cancelled canceled",
	"seats":     "availability",
	"cost":      "cost price eventcost",
	"currency":  "currency pricecurrency",
	"page":      "weblink eventurl",
	"online":    "online virtuallocation onlineurl virtualurl streamurl",
	"allday":    "allday isallday alldayevent cdoalldayevent",
	"category":  "category categories eventcategory",
})

func meanings(table map[string]string) map[string]meaning {
	out := map[string]meaning{}
	for field, all := range table {
		for i, name := range strings.Fields(all) {
			out[name] = meaning{field, i}
		}
	}
	return out
}

// plainName is a name without the signs that set its words apart.
func plainName(name string) string {
	if !strings.ContainsAny(name, "-_:. ") && strings.ToLower(name) == name {
		return name
	}
	return strings.NewReplacer("-", "", "_", "", ":", "", ".", "", " ", "").Replace(strings.ToLower(name))
}
