package plurio

import (
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
		_, t := weekly(o)
		b.Timings = open(t) // a weekday that is closed has no times, for which the guide has no other word
	}
	if n.String("isAccessibleForFree") != "" {
		b.Prices = &plurio.Prices{Free: n.String("isAccessibleForFree")}
	}
	pics, movies := pictures(n)
	b.Relations.Pictures, b.Relations.Movies = imported(pics), movies
	b.Relations.Categories = codes(n, "additionalType")
	return b, true
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
			o.Relations.Buildings = append(o.Relations.Buildings, refer(p))
		}
	}
	pics, movies := pictures(n)
	o.Relations.Pictures, o.Relations.Movies = imported(pics), movies
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
	pics, movies := pictures(n)
	p.Relations.Pictures, p.Relations.Movies = imported(pics), movies
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
