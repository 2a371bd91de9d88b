package plurio

import (
	"cmp"
	"net/url"
	"strconv"
	"strings"

	"moselle/schema"
	"moselle/schema/calendar"
	"moselle/schema/wire/plurio"
)

// Building returns a place as an entry of the guide of an import; false for one
// without a town that Plurio.net has a number for, which the form asks for.
func (w Writer) Building(n *schema.Node) (plurio.Building, bool) {
	b := plurio.Building{ID: w.number(n, "building"), Name: title(n), Long: texts(n, "description"), Address: address(n.Node("address")), Contact: contact(n), User: user(n)}
	if b.Address == nil {
		return plurio.Building{}, false
	}
	if o, ok := calendar.OpeningOf(n); ok && o.HasHours() {
		b.Timings = open(o)
	}
	if n.String("isAccessibleForFree") != "" {
		b.Prices = &plurio.Prices{Free: n.String("isAccessibleForFree")}
	}
	b.Relations.Pictures, b.Relations.Movies = pictures(n, false)
	b.Relations.Categories = codes(n, "additionalType")
	return b, true
}

// open returns opening hours without a period. A weekday that is closed has no
// times, for which the guide has no other word.
func open(o calendar.Opening) *plurio.Timings {
	_, t := weekly(o)
	for i := range t.Usual {
		t.Usual[i] = minutes(t.Usual[i])
	}
	for _, x := range t.Exceptions {
		for i := range x.Timings {
			x.Timings[i] = minutes(x.Timings[i])
		}
	}
	return t
}

// minutes leaves the seconds out, which an import does not have.
func minutes(t plurio.Timing) plurio.Timing {
	t.From, t.To = strings.TrimSuffix(t.From, ":00"), strings.TrimSuffix(t.To, ":00")
	return t
}

// Organisation returns an organisation as an entry of the guide of an import;
// false for one without a town, as of Building.
func (w Writer) Organisation(n *schema.Node) (plurio.Organisation, bool) {
	o := plurio.Organisation{ID: w.number(n, "organisation"), Name: title(n), Long: texts(n, "description"), Address: address(n.Node("address")), User: user(n)}
	if o.Address == nil {
		return plurio.Organisation{}, false
	}
	if c := contact(n); c != nil {
		o.Contact = *c
	}
	for _, iri := range n.Refs("location") {
		if p := w.record(iri); p != nil {
			o.Relations.Buildings = append(o.Relations.Buildings, plurio.Ref{ExtID: p.String("sourceIdentifier")})
		}
	}
	o.Relations.Pictures, o.Relations.Movies = pictures(n, false)
	o.Relations.Categories = codes(n, "additionalType")
	return o, true
}

// Person returns a person as an entry of the guide of an import.
func (w Writer) Person(n *schema.Node) plurio.Person {
	p := plurio.Person{ID: w.number(n, "person"), LastName: title(n), Long: texts(n, "description"), Contact: contact(n), User: user(n)}
	if first, last, ok := strings.Cut(p.LastName, " "); ok && !strings.Contains(last, " ") {
		p.FirstName, p.LastName = first, last
	}
	if born := n.String("birthDate"); len(born) == len("2006-01-02") {
		p.Born = born
	}
	p.Relations.Pictures, p.Relations.Movies = pictures(n, false)
	p.Relations.Categories = codes(n, "hasOccupation")
	return p
}

// address returns a postal address of a town with a number; nil for any other.
func address(a *schema.Node) *plurio.Address {
	if a == nil {
		return nil
	}
	town := plurio.NumberOf(a.String("postalCode"), a.String("addressLocality"))
	street := limit(a.String("streetAddress"), 255)
	if country := a.String("addressCountry"); town == "" || country != "" && country != "LU" || len(street) < 3 {
		return nil
	}
	return &plurio.Address{Street: street, Locality: town}
}

// contact returns how to reach a place, an organisation or a person; nil for no
// way.
func contact(n *schema.Node) *plurio.Contact {
	c := &plurio.Contact{}
	phone := func(s string) {
		if len(s) >= 4 {
			c.Phones = append(c.Phones, plurio.Phone{Kind: "phone", Number: s})
		}
	}
	if n.Class.Property("telephone") != nil {
		for _, s := range n.Strings("telephone") {
			phone(s)
		}
	}
	for _, p := range n.Nodes("contactPoint") {
		phone(p.String("telephone"))
		if s := p.String("email"); len(s) >= 5 {
			c.Emails = append(c.Emails, plurio.Email{Address: s})
		}
	}
	if s := n.String("url"); s != "" {
		c.Websites = []string{s}
	}
	if len(c.Phones)+len(c.Emails)+len(c.Websites) == 0 {
		return nil
	}
	return c
}

// pictures returns the pictures and films in the order of the record, as an
// export or an import has them.
func pictures(n *schema.Node, export bool) (list []plurio.Picture, movies []plurio.Movie) {
	for _, m := range n.Nodes("image") {
		at := m.String("contentUrl")
		u, err := url.Parse(at)
		if at == "" || err != nil || u.Host == "" {
			continue
		}
		if m.Type() == "VideoObject" {
			movies = append(movies, plurio.Movie{Type: "extern", Default: at, Preview: m.String("thumbnailUrl")})
			continue
		}
		if m.Type() != "ImageObject" && m.Type() != "MediaObject" && m.Type() != "Media" {
			continue
		}
		name, _ := m.Text("name", preferred...)
		caption, _ := m.Text("caption", preferred...)
		notice, _ := m.Text("copyrightNotice", preferred...)
		place := "default"
		if len(list) > 0 {
			place = "additional" + strconv.Itoa(len(list))
		}
		if export {
			list = append(list, plurio.Picture{Number: strconv.Itoa(len(list) + 1), Place: place, URL: at, TitleOut: cmp.Or(name, caption, title(n)), AltOut: cmp.Or(caption, name, title(n)), TextOut: notice})
			continue
		}
		list = append(list, plurio.Picture{Type: "extern", Domain: u.Scheme + "://" + u.Host, Path: limit(u.RequestURI(), 255), Position: place,
			Name: limit(name, 255), AltText: limit(caption, 255), Description: limit(notice, 255)})
	}
	return list, movies
}
