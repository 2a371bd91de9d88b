package as2

import (
	"strconv"
	"strings"

	"moselle/schema"
	"moselle/schema/wire/activitypub"
)

// maxPlaces bounds the places of an event.
const maxPlaces = 20

// locations adds where an event happens: places, and addresses online, of which
// it reports whether there are any.
func (r *Reader) locations(b *schema.Builder, o Object, lang string) (online bool) {
	all := o.list("location")
	for _, v := range all[:min(len(all), maxPlaces)] {
		in := object(v)
		switch {
		case in.Type() == "VirtualLocation":
			online = r.virtual(b, in, lang) || online
		case object(in["address"]).Type() == "VirtualLocation": // a place that is none
			online = r.virtual(b, Object{"name": in["name"], "url": object(in["address"])["url"]}, lang) || online
		case in == nil && isWeb(plain(v)):
			place, ok := r.named(o, v)
			if !ok {
				b.Fault(schema.Fault{Path: "location", Value: plain(v), Message: "the place is given by its address alone and could not be asked for; it is left out"})
				continue
			}
			b.Link("location", r.place(place, lang))
		case in == nil:
			b.Link("location", r.place(Object{"address": plain(v)}, lang))
		default:
			b.Link("location", r.place(in, lang))
		}
	}
	return online
}

func (r *Reader) virtual(b *schema.Builder, in Object, lang string) bool {
	address := addressOf(in["url"])
	if !isWeb(address) {
		return false
	}
	v := b.Part("virtualLocation", "VirtualLocation")
	v.Put("url", address)
	if name := oneLine(in.Text("name")); name != address {
		v.Text("name", lang, name)
	}
	return true
}

// place embeds a place: under its own address where it has one, else under its
// name and town.
func (r *Reader) place(o Object, lang string) schema.IRI {
	if text := oneLine(o.Text("content")); text != "" && o["name"] == nil && o["address"] == nil { // as Hubzilla has it
		o = Object{"address": text}
	}
	a := postal(o)
	name := o.texts("name", lang)
	if len(name) == 0 { // called after its address
		for _, s := range []string{a.Name, a.Street, a.Locality} {
			if s != "" {
				name = []said{{lang, s}}
				break
			}
		}
	}
	if len(name) == 0 {
		return ""
	}
	key := o.ID()
	if !isWeb(key) {
		key = schema.PlaceKey(oneLine(name[0].text), a.Locality)
	}
	return r.Embed("Place", key, "location", func(b *schema.Builder) { r.describePlace(b, o, a, name) })
}

// Place fills the record of a place.
func (r *Reader) Place(b *schema.Builder, o Object) {
	r.describePlace(b, o, postal(o), o.texts("name", o.language(r.Lang)))
}

func (r *Reader) describePlace(b *schema.Builder, o Object, a address, name []said) {
	r.line(b, "name", name)
	r.describe(b, o, o.language(r.Lang))
	page := o.page()
	b.Put("url", page)
	if page == "" && isWeb(o.ID()) {
		page = o.ID()
	}
	b.Put("derivedFrom", page)
	p := b.Part("address", "PostalAddress")
	p.Put("streetAddress", a.Street)
	p.Put("postalCode", a.PostalCode)
	p.Put("addressLocality", a.Locality)
	p.Put("addressRegion", a.region)
	if code := schema.CountryCode(a.Country); code != "" {
		p.Put("addressCountry", code)
	} else if a.Country != "" {
		b.Fault(schema.Fault{Path: "address.addressCountry", Value: a.Country, Message: "no country of that name is known; write its two letters, such as LU"})
	}
	r.position(b, o)
	if zone := o.Text("timezone"); zone != "" {
		if _, err := schema.LoadZone(zone); err == nil {
			b.Put("timezone", zone)
		}
	}
}

// address is an address taken apart.
type address struct {
	schema.Address
	region string
}

// postal takes a place's address apart, be it in parts or one text. Of a text
// that is no whole address, what is not the name is the street.
func postal(o Object) address {
	in := object(o["address"])
	if in == nil {
		name, text := oneLine(o.Text("name")), oneLine(o.Text("address"))
		if name == "" || text == "" || text == name { // who has no address writes the name once more
			return address{schema.ParseAddress(either(text, name)), ""}
		}
		a := schema.ParseAddress(name + ", " + text)
		if a.Locality == "" {
			a.Street = text
		}
		return address{a, ""}
	}
	return address{schema.Address{Street: oneLine(in.Text("streetAddress")), PostalCode: in.Text("postalCode"),
		Locality: oneLine(in.Text("addressLocality")), Country: in.Text("addressCountry")}, oneLine(in.Text("addressRegion"))}
}

// position adds the coordinates, which stand in the place or under geo. The point
// 0, 0 is a form left empty.
func (r *Reader) position(b *schema.Builder, o Object) {
	at := o
	if geo := object(o["geo"]); geo != nil {
		at = geo
	}
	lat, lon := at.Text("latitude"), at.Text("longitude")
	if lat == "" || lon == "" {
		return
	}
	x, errX := strconv.ParseFloat(lat, 64)
	y, errY := strconv.ParseFloat(lon, 64)
	if errX == nil && errY == nil && x == 0 && y == 0 {
		return
	}
	g := b.Part("geo", "GeoCoordinates")
	g.Put("latitude", lat)
	g.Put("longitude", lon)
}

// online says whether one comes, connects or both. website is the page that an
// event links to: of one held online it is where to connect unless it says
// otherwise.
func (r *Reader) online(b *schema.Builder, o Object, website string, virtual bool) {
	is := o.Text("isOnline") == "true" || virtual
	if is && !virtual && website != "" {
		b.Part("virtualLocation", "VirtualLocation").Put("url", website)
	}
	mode := o.Text("eventAttendanceMode")
	if i := strings.LastIndexAny(mode, "/#:"); i >= 0 {
		mode = mode[i+1:]
	}
	switch on := b.Has("location"); {
	case strings.HasSuffix(mode, "EventAttendanceMode"):
		b.Put("eventAttendanceMode", mode)
	case is && on:
		b.Put("eventAttendanceMode", "MixedEventAttendanceMode")
	case is:
		b.Put("eventAttendanceMode", "OnlineEventAttendanceMode")
	case on:
		b.Put("eventAttendanceMode", "OfflineEventAttendanceMode")
	}
}

// handleOf writes the account at an address as people do, by the last part of the
// address; "" when it has none.
func handleOf(account string) string {
	_, name, _ := strings.Cut(account, "://")
	i := strings.LastIndexByte(strings.TrimRight(name, "/"), '/')
	if i < 0 {
		return ""
	}
	name = strings.TrimPrefix(strings.TrimRight(name, "/")[i+1:], "@")
	if name == "" || strings.ContainsAny(name, "?#") {
		return ""
	}
	return "@" + name + "@" + activitypub.Host(account)
}
