package openagenda

import (
	"fmt"
	"strconv"
	"strings"

	"moselle/schema"
)

// cdn is where OpenAgenda keeps pictures that are given by their name alone.
const cdn = "https://cdn.openagenda.com/main/"

// place adds the place of an event. Older exports give its members beside those
// of the event.
func (m *mapper) place(r *records, o object) {
	at := o.object("location")
	if at == nil && o.text("locationName") != "" {
		at = object{"name": o["locationName"], "uid": o["locationUid"]}
		for _, name := range []string{"address", "postalCode", "city", "district", "department", "region", "latitude", "longitude", "country", "countryCode", "insee"} {
			at[name] = o[name]
		}
	}
	if len(at) == 0 {
		return
	}
	a := addressOf(at)
	name := at.text("name")
	if name == "" {
		name = a.Street
	}
	if name == "" {
		name = a.Locality
	}
	key := at.text("uid")
	switch {
	case len(key) > maxKey:
		key = ""
	case key == "":
		key = o.text("locationUid")
	}
	if name == "" {
		r.event.Fault(schema.Fault{Path: "location", Message: "a place without a name or an address is left out"})
		return
	}
	if key == "" {
		key = schema.PlaceKey(name, a.Locality)
	}
	r.event.Link("location", r.Embed("Place", key, "location", func(b *schema.Builder) {
		b.Text("name", m.lang, strings.Join(strings.Fields(name), " "))
		m.describe(b, at["description"], at["access"])
		b.Put("url", at.text("website"))
		b.Put("telephone", at.text("phone"))
		b.Put("sourceIdentifier", at.text("extId"))
		b.Put("derivedFrom", m.origin())
		if zone := at.text("timezone"); zone != "" {
			if _, err := schema.LoadZone(zone); err == nil {
				b.Put("timezone", zone)
			}
		}
		m.terms(b, "additionalType", at["tags"])
		m.image(b, at["image"], "", at)
		p := b.Part("address", "PostalAddress")
		p.Put("streetAddress", a.Street)
		p.Put("postalCode", a.PostalCode)
		p.Put("addressLocality", a.Locality)
		p.Put("addressRegion", at.text("region", "adminLevel1"))
		p.Put("addressCountry", a.Country)
		m.geo(b, at)
		m.commune(r, b, at, a)
	}))
}

// addressOf takes the address apart: OpenAgenda gives it as one text, and town,
// postal code and country once more on their own.
func addressOf(at object) schema.Address {
	text := strings.Join(strings.Fields(strings.ReplaceAll(at.text("address"), "\n", ", ")), " ")
	a := schema.ParseAddress(text)
	if a.Locality == "" {
		a.Street = text
	}
	if code := at.text("postalCode"); code != "" {
		if i := strings.LastIndex(text, code); i > 0 {
			a.Street = text[:i]
		}
		a.PostalCode = code
	}
	if city := at.text("city"); city != "" {
		a.Locality = city
	}
	a.Street = strings.Trim(strings.TrimSuffix(a.Street, "L-"), ", ")
	if country := at.text("countryCode", "country"); country != "" {
		a.Country = country
	} else if in := at.object("country"); in != nil {
		a.Country = in.text("code", "fr", "en")
	}
	return a
}

// geo adds the position: two members, or one in flat exports, which
// may be a pair with the latitude first. The point 0, 0 is a
// form left empty.
func (m *mapper) geo(b *schema.Builder, at object) {
	lat, lon := at.text("latitude"), at.text("longitude")
	if in := at.object("coordinates"); in != nil {
		lat, lon = in.text("lat"), in.text("lon")
	} else if both := at.list("coordinates"); len(both) == 2 {
		lat, lon = plain(both[0]), plain(both[1])
	} else if one := at.text("coordinates"); one != "" {
		lat, lon, _ = strings.Cut(one, ",")
	}
	if lat == "" && lon == "" {
		return
	}
	if isZero(lat) && isZero(lon) {
		b.Fault(schema.Fault{Path: "geo", Value: lat + ", " + lon, Message: "the point 0, 0 lies in the ocean; it is left out"})
		return
	}
	g := b.Part("geo", "GeoCoordinates")
	g.Put("latitude", lat)
	g.Put("longitude", lon)
}

func isZero(s string) bool {
	f, err := strconv.ParseFloat(strings.TrimSpace(s), 64)
	return err == nil && f == 0
}

// commune makes the French commune that a place lies in a place of its own, by
// the number that the statistical office gives it.
func (m *mapper) commune(r *records, b *schema.Builder, at object, a schema.Address) {
	number := strings.ToUpper(at.text("insee"))
	if number == "" {
		return
	}
	if len(number) != 5 || strings.Trim(number, "0123456789AB") != "" {
		b.Fault(schema.Fault{Path: "insee", Value: number, Message: "not the number of a commune, which has five characters, such as 57463; it is left out"})
		return
	}
	if a.Locality == "" {
		return
	}
	b.Link("containedInPlace", r.EmbedNamed("Place", "insee/"+number, "location.containedInPlace", func(c *schema.Builder) {
		c.Type("City")
		c.Text("name", m.lang, a.Locality)
		c.Put("sameAs", fmt.Sprintf("http://id.insee.fr/geo/commune/%s", number))
		p := c.Part("address", "PostalAddress")
		p.Put("addressLocality", a.Locality)
		p.Put("addressRegion", at.text("region", "adminLevel1"))
		p.Put("addressCountry", "FR")
	}))
}

// online adds whether one comes, connects or both, and where to connect.
func (m *mapper) online(b *schema.Builder, o object) {
	switch mode := o.code("attendanceMode"); mode {
	case "":
	case "1", "offline":
		b.Put("eventAttendanceMode", "OfflineEventAttendanceMode")
	case "2", "online":
		b.Put("eventAttendanceMode", "OnlineEventAttendanceMode")
	case "3", "mixed":
		b.Put("eventAttendanceMode", "MixedEventAttendanceMode")
	default:
		b.Fault(schema.Fault{Path: "attendanceMode", Value: mode, Message: "not one of OpenAgenda's three, which are 1 on site, 2 online, 3 both; it is left out"})
	}
	if link := o.text("onlineAccessLink"); link != "" {
		b.Part("virtualLocation", "VirtualLocation").Put("url", link)
	}
}
