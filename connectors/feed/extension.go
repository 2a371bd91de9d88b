package feed

import (
	"strings"

	"moselle/connectors/markup"
	"moselle/schema"
)

// happening is what extensions say of when and where something happens. Each of
// them has its own namespace and much the same names, which are what counts:
// the event module of RSS 1.0, xCal, Google's gd, and what plugins of calendars
// write.
type happening struct {
	starts, ends       []stamp // in the order of the entry
	opens, closes      string  // the clock of dates that are given apart from it
	duration, zone     string
	rules              []string
	place              spot
	organizer, kind    string
	status, page, cost string
	currency, online   string
	allDay             bool
	read               *schema.Occurrence // taken out of a text
	refused            string             // why a text gives no date
}

// stamp is a date as it stands in the source, and how well known its element is:
// of several that say the same, the first in names counts.
type stamp struct {
	text, zone string
	rank       int
}

// meaning is what a name in an extension stands for.
type meaning struct {
	field string
	rank  int
}

// names gives the meaning of names in extensions, in lower case and without
// signs in between. Under start and end the earlier name is the surer one.
var names = meanings(map[string]string{
	"start":     "dtstart startdate startdatetime start starttime starts startson startsat eventstart eventstartdate eventdate begin begindate begintime beginn datestart datebegin eventstarttime localstart utcstartdate",
	"end":       "dtend enddate enddatetime end endtime ends endson endsat eventend eventenddate finish finishdate ende dateend eventendtime localend utcenddate",
	"opens":     "starthour hourstart",
	"closes":    "endhour hourend",
	"duration":  "duration eventduration",
	"zone":      "timezone tzid xcalconnecttz tz",
	"rule":      "rrule",
	"location":  "location where venue place eventlocation eventvenue xcalconnectvenue locations places",
	"name":      "venuename locationname placename xcalconnectvenuename",
	"address":   "address venueaddress locationaddress fulladdress eventaddress formattedaddress",
	"street":    "street streetaddress xcalconnectstreet",
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

// foreign are the namespaces in which names that are like those of an event mean
// something else: podcasts, comments, how often a feed is read.
var foreign = []string{"itunes.com", "podcastindex.org", "googleplay", "slash", "wellformedweb", "syndication", "feedburner", "thread", "w3.org/1999/xhtml", "w3.org/2000/svg"}

func isForeign(space string) bool {
	for _, f := range foreign {
		if strings.Contains(space, f) {
			return true
		}
	}
	return space == "itunes" || space == "sy" || space == "wfw"
}

// maxNested bounds how deep what is looked at stands in an extension.
const maxNested = 6

// extension takes over an element that is none of the format's own.
func (n *entry) extension(e *markup.Element, base string) {
	switch {
	case isForeign(e.Space), n.position(e):
	case e.Name == "license":
		n.license = either(either(e.Attr("resource"), e.Value()), n.license)
	case e.Name == "when" && e.Attr("startTime") != "": // Google's gd:when, once for each date
		n.about.take("dtstart", e.Attr("startTime"))
		n.about.take("dtend", e.Attr("endTime"))
	case e.Name == "where" && e.Attr("valueString") != "":
		n.about.take("location", e.Attr("valueString"))
	case e.Name == "customfield": // of Trumba: the name is the calendar's own
		if strings.HasPrefix(e.Attr("type"), "uri") && imageTypes[medium{url: e.Value()}.ext()] != "" {
			n.medium(medium{url: address(base, e.Value())})
			return
		}
		n.about.take(e.Attr("name"), e.Value())
	default:
		n.nested(e, "", maxNested)
	}
}

// nested takes over an element and what stands in it; within is what the element
// around it means.
func (n *entry) nested(e *markup.Element, within string, depth int) {
	name := plainName(e.Name)
	if len(e.Children) == 0 || strings.TrimSpace(e.Text) != "" {
		value := either(textOf(e), either(e.Attr("value"), e.Attr("resource")))
		if names[name].field == "category" {
			for part := range strings.SplitSeq(value, ",") {
				n.addCategory(category{term: lines(part)})
			}
			return
		}
		n.about.within(within, name, value, e.Attr("tzid"))
		return
	}
	if depth == 0 {
		return
	}
	if f := names[name].field; f == "location" || f == "organizer" || f == "start" || f == "end" {
		within = f
	}
	for _, c := range e.Children {
		if !n.position(c) {
			n.nested(c, within, depth-1)
		}
	}
}

// within takes over a value inside of something: the name of a place is no title.
func (h *happening) within(around, name, value, zone string) {
	field := names[name].field
	switch {
	case around == "location" && (name == "name" || name == "title" || name == "text"):
		h.place.name = either(h.place.name, lines(value))
	case around == "organizer" && (name == "name" || name == "title" || name == "cn" || name == "text"):
		h.organizer = either(h.organizer, value)
	case around == "location" && (name == "url" || name == "website"):
		h.place.page = either(h.place.page, value)
	case around == "organizer", around == "location" && (field == "start" || field == "end"):
	case (around == "start" || around == "end") && (name == "datetime" || name == "date" || name == "text"):
		h.date(around, 0, value, zone)
	case around == "location" && field == "location":
		h.place.name = either(h.place.name, lines(value))
	default:
		if zone != "" && h.zone == "" {
			h.zone = zone
		}
		h.take(name, value)
	}
}

// take takes over a value by its name.
func (h *happening) take(name, value string) {
	if value = strings.TrimSpace(value); value == "" {
		return
	}
	m := names[plainName(name)]
	set := func(to *string) { *to = either(*to, lines(value)) }
	switch m.field {
	case "start", "end":
		h.date(m.field, m.rank, value, "")
	case "opens":
		set(&h.opens)
	case "closes":
		set(&h.closes)
	case "duration":
		set(&h.duration)
	case "zone":
		set(&h.zone)
	case "rule":
		if len(h.rules) < maxRules {
			h.rules = append(h.rules, strings.TrimPrefix(value, "RRULE:"))
		}
	case "organizer":
		set(&h.organizer)
	case "kind":
		set(&h.kind)
	case "status":
		set(&h.status)
	case "cost":
		set(&h.cost)
	case "currency":
		set(&h.currency)
	case "page":
		set(&h.page)
	case "online":
		set(&h.online)
	case "allday":
		h.allDay = h.allDay || strings.EqualFold(value, "true") || value == "1"
	default:
		h.place.take(m.field, value)
	}
}

// maxRules bounds the rules of an entry.
const maxRules = 20

// date adds a start or an end, unless a surer name gave one.
func (h *happening) date(field string, rank int, text, zone string) {
	list := &h.starts
	if field == "end" {
		list = &h.ends
	}
	if strings.TrimSpace(text) == "" {
		return
	}
	if field == "end" && (len(h.ends) == 0 || h.ends[0].rank == rank) { // it belongs to the start before it
		for len(h.ends) < min(len(h.starts)-1, maxDates) {
			h.ends = append(h.ends, stamp{rank: rank})
		}
	}
	switch {
	case len(*list) == 0 || (*list)[0].rank == rank:
		if len(*list) <= maxDates { // one too many, for the warning
			*list = append(*list, stamp{lines(text), zone, rank})
		}
	case rank < (*list)[0].rank:
		*list = []stamp{{lines(text), zone, rank}}
	}
}

// period takes over a period as Dublin Core writes it ("start=2026-03-01;
// end=2026-03-02", DCMI Period), or as ISO 8601 does.
func (h *happening) period(text string) {
	if start, end, ok := strings.Cut(text, "/"); ok {
		h.date("start", len(names), start, "")
		h.date("end", len(names), end, "")
		return
	}
	for part := range strings.SplitSeq(text, ";") {
		if key, value, ok := strings.Cut(part, "="); ok {
			if key = strings.TrimSpace(key); key == "start" || key == "end" {
				h.date(key, len(names), value, "")
			}
		}
	}
}
