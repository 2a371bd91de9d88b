package uitdatabank

import (
	"strings"

	"moselle/schema"
)

// event adds what an event says.
func (m *mapper) event(b *schema.Builder, d *document) {
	m.common(b, d)
	m.terms(b, d.Terms)
	m.audience(b, d)
	for i, address := range d.ContactPoint.URL {
		if i == 0 {
			b.Put("url", schema.CleanURL(address))
		} else {
			b.Put("sameAs", schema.CleanURL(address))
		}
	}
	contacts(b, contact{Email: d.ContactPoint.Email, Phone: d.ContactPoint.Phone})
	contacts(b, d.BookingInfo.others(d.ContactPoint))
	for _, lang := range d.spoken {
		b.Put("inLanguage", lang)
	}
	m.offers(b, d)
	m.attendance(b, d)
	if d.Location != nil && keyOf(d.Location.ID) != nowhere {
		b.Link("location", m.embedded("Place", d.Location, "location"))
	}
	if d.Organizer != nil {
		b.Link("organizer", m.embedded("Organization", d.Organizer, "organizer"))
	}
	for i := range d.Performer {
		if i == maxPeople {
			fault(b, "performer", "", "more than 200 performers; the first are kept")
			break
		}
		b.Link("performer", m.embedded("Organization", &d.Performer[i], "performer"))
	}
	if p := d.Production; p != nil && p.ID != "" && p.Name.in(m.main) != "" {
		b.Link("superEvent", m.Embed("EventSeries", p.ID, "production", func(series *schema.Builder) {
			m.texts(series, "name", p.Name)
		}))
	}
	m.dates(b, d)
}

// nowhere is the place that UiTdatabank gives events that are held online.
const nowhere = "00000000-0000-0000-0000-000000000000"

// attendance says whether an event is held on site, online or both.
func (m *mapper) attendance(b *schema.Builder, d *document) {
	switch mode := strings.ToLower(d.AttendanceMode); mode {
	case "":
	case "offline", "online", "mixed":
		b.Put("eventAttendanceMode", strings.ToUpper(mode[:1])+mode[1:]+"EventAttendanceMode")
	default:
		fault(b, "eventAttendanceMode", d.AttendanceMode, "not one of UiTdatabank's: write offline, online or mixed")
	}
	if d.OnlineURL != "" {
		b.Part("virtualLocation", "VirtualLocation").Put("url", schema.CleanURL(d.OnlineURL))
	}
}

// audience adds whom an event is meant for. "everyone" and "-" say nothing.
func (m *mapper) audience(b *schema.Builder, d *document) {
	if a := d.Audience.Type; a != "" && a != "everyone" {
		b.Term("audience", "en", a, a)
	}
	if ages := strings.TrimSpace(d.TypicalAgeRange); ages != "-" {
		b.Put("typicalAgeRange", ages)
	}
}
