package uitdatabank

import (
	"maps"
	"slices"

	"moselle/schema"
	"moselle/schema/calendar"
)

// embedded builds the place or the organisation that a document names, and
// returns its IRI; "" when it names none. One that is named by its address alone
// is asked for where that can be done, and else linked to.
func (m *mapper) embedded(class string, d *document, path string) schema.IRI {
	key := keyOf(d.ID)
	if d.bare() && key != "" {
		full := m.fetch(d.ID)
		if full == nil {
			m.Fault(schema.Fault{Path: path, Value: d.ID, Message: "named by its address alone: it is linked to that document, which has to be in this source too; or ask the search for all of it with embed=true in its address"})
			return schema.Mint(m.env.Source, class, key)
		}
		m.followed, d = true, full
	}
	name := d.Name.in(m.main)
	if key == "" {
		if name == "" {
			return ""
		}
		if key = schema.NameKey(name); class == "Place" {
			a, _ := m.address(d)
			key = schema.PlaceKey(name, a.Locality)
		}
	}
	return m.Embed(class, key, path, func(b *schema.Builder) {
		if class == "Place" {
			m.place(b, d)
		} else {
			m.organizer(b, d)
		}
	})
}

// place adds what a place says.
func (m *mapper) place(b *schema.Builder, d *document) {
	m.common(b, d)
	m.terms(b, d.Terms)
	for i, address := range d.ContactPoint.URL {
		if i == 0 {
			b.Put("url", schema.CleanURL(address))
		} else {
			b.Put("sameAs", schema.CleanURL(address))
		}
	}
	for _, number := range d.ContactPoint.Phone {
		b.Put("telephone", number)
	}
	m.addressOf(b, d)
	if lat, lon := d.Geo.Latitude, d.Geo.Longitude; lat != "" || lon != "" {
		g := b.Part("geo", "GeoCoordinates")
		g.Put("latitude", string(lat))
		g.Put("longitude", string(lon))
	}
	o, ok := m.opening(b, d)
	if s := m.status(b, d.Status, "status"); s == "EventCancelled" || s == "EventPostponed" {
		o.Special = append(o.Special, calendar.Special{Days: calendar.EveryDay, Reason: m.reason(d.Status.Reason)})
	}
	if ok && len(o.Weekly)+len(o.Special) > 0 {
		for i := range o.Weekly {
			o.Weekly[i].From, o.Weekly[i].To = o.From, o.To
		}
		o.Describe(b)
	}
}

// organizer adds what an organisation says.
func (m *mapper) organizer(b *schema.Builder, d *document) {
	m.common(b, d)
	m.terms(b, d.Terms)
	b.Put("url", schema.CleanURL(d.URL.in(m.main)))
	contacts(b, d.ContactPoint)
	m.addressOf(b, d)
}

// contacts adds how to reach somebody.
func contacts(b *schema.Builder, c contact) {
	for i := range min(max(len(c.Email), len(c.Phone), len(c.URL)), maxPeople) {
		p := b.Part("contactPoint", "ContactPoint")
		p.Put("email", at(c.Email, i))
		p.Put("telephone", at(c.Phone, i))
		p.Put("url", schema.CleanURL(at(c.URL, i)))
	}
}

func at(w words, i int) string {
	if i < len(w) {
		return w[i]
	}
	return ""
}

// addressOf adds the address in the document's main language, else any.
func (m *mapper) addressOf(b *schema.Builder, d *document) {
	a, ok := m.address(d)
	if !ok {
		return
	}
	p := b.Part("address", "PostalAddress")
	p.Put("streetAddress", a.Street)
	p.Put("postalCode", string(a.Postal))
	p.Put("addressLocality", a.Locality)
	p.Put("addressCountry", a.Country)
}

func (m *mapper) address(d *document) (address, bool) {
	for _, lang := range append([]string{d.MainLanguage, m.main}, slices.Sorted(maps.Keys(d.Address))...) {
		if a := d.Address[lang]; a != (address{}) {
			return a, true
		}
	}
	return address{}, false
}
