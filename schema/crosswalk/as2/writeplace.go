package as2

import (
	"strings"

	"moselle/schema"
)

// where writes the one place of a date, or else its address online, and what a
// reader without events is shown.
func (w *Writer) where(e *Event, n *schema.Node, date schema.Occurrence) {
	online := date.Online
	if v := n.Node("virtualLocation"); online == "" && v != nil {
		online = v.String("url")
	}
	mode := n.String("eventAttendanceMode")
	e.IsOnline = online != "" || mode == "OnlineEventAttendanceMode" || mode == "MixedEventAttendanceMode" || date.Status == "EventMovedOnline"
	places := n.Refs("location")
	if date.Place != "" {
		places = []schema.IRI{date.Place}
	}
	for _, iri := range places {
		if p := w.Linked(iri); p != nil {
			e.Location = w.place(p)
			break
		}
	}
	if e.Location == nil && isWeb(online) {
		e.Location = &Place{Type: "VirtualLocation", Name: "Online", URL: online, Address: online}
	}
	day := date.Start.Time.Format("2006-01-02 15:04")
	if date.Start.Day {
		day = date.Start.String()
	}
	e.Summary = day
	if e.Location != nil {
		e.Summary = e.Location.Name + ", " + day
	}
}

// Place writes a place.
func (w *Writer) Place(n *schema.Node) *Place {
	p := w.place(n)
	p.Context = Context()
	return p
}

func (w *Writer) place(n *schema.Node) *Place {
	name, _ := n.Title(w.Langs...)
	p := &Place{ID: w.Address(n.ID), Type: "Place", Name: oneLine(name), URL: w.Page(n.ID)}
	a := PostalAddress{Type: "PostalAddress"}
	if in := n.Node("address"); in != nil {
		a.Street, a.Code, a.Locality = in.String("streetAddress"), in.String("postalCode"), in.String("addressLocality")
		a.Region, a.Country = in.String("addressRegion"), in.String("addressCountry")
	}
	p.Address = a
	if a.Locality != "" && !strings.Contains(strings.ToLower(p.Name), strings.ToLower(a.Locality)) {
		p.Name += ", " + a.Locality
	}
	if g := n.Node("geo"); g != nil {
		lat, okLat := g.Number("latitude")
		lon, okLon := g.Number("longitude")
		if okLat && okLon {
			x, y := Decimal(lat), Decimal(lon)
			p.Latitude, p.Longitude = &x, &y
		}
	}
	return p
}
