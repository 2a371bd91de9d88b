package plurio

import (
	"regexp"
	"slices"
	"strings"

	"moselle/schema"
	"moselle/schema/wire/plurio"
)

// page adds the first address on the web.
func (m *mapper) page(b *schema.Builder, c plurio.Contact) {
	for _, s := range c.Websites {
		if !b.Has("url") {
			b.Put("url", webAddress(s))
		}
	}
}

// webAddress returns an address with its scheme, which is often left out.
func webAddress(s string) string {
	s = schema.CleanURL(s)
	if s == "" || strings.Contains(s, "://") || !strings.Contains(s, ".") {
		return s
	}
	return "https://" + s
}

// contact adds whom to ask about an event, and where its tickets are to be had by
// telephone.
func (m *mapper) contact(b *schema.Builder, e plurio.Event) {
	var c plurio.Contact
	if e.Contact != nil {
		c = *e.Contact
	}
	m.page(b, c)
	phones := slices.Clone(c.Phones)
	if e.Booking != nil && e.Booking.Phone != nil {
		phones = append(phones, *e.Booking.Phone)
	}
	for _, t := range e.Tickets[:min(len(e.Tickets), maxList)] {
		if t.Phone != nil {
			phones = append(phones, *t.Phone)
		}
	}
	c.Phones = phones
	m.points(b, c)
}

// points adds how to reach somebody: a number with an address each, as they are
// listed.
func (m *mapper) points(b *schema.Builder, c plurio.Contact) {
	var numbers []string
	for _, p := range c.Phones {
		if s := telephone(p); p.Kind != "fax" && s != "" && !slices.Contains(numbers, s) {
			numbers = append(numbers, s)
		}
	}
	for i := range min(max(len(numbers), len(c.Emails)), maxList) {
		p := b.Part("contactPoint", "ContactPoint")
		if i < len(c.Emails) {
			p.Put("email", c.Emails[i].Address)
		}
		if i < len(numbers) {
			p.Put("telephone", numbers[i])
		}
	}
}

// telephones adds the numbers of a place.
func (m *mapper) telephones(b *schema.Builder, c plurio.Contact) {
	for i, p := range c.Phones {
		if p.Kind != "fax" && i < maxList {
			b.Put("telephone", telephone(p))
		}
	}
}

var trunk = regexp.MustCompile(`\(0\)`)

// telephone returns a number as it is dialled from anywhere: "0049(0)" and
// "06341/123456" are +49 6341/123456.
func telephone(p plurio.Phone) string {
	area, number := strings.TrimSpace(p.Area), strings.TrimSpace(p.Number)
	switch {
	case number == "", area == "", strings.HasPrefix(number, "+"), strings.HasPrefix(number, "00"):
		return number
	}
	if trunk.MatchString(area) {
		area, number = trunk.ReplaceAllString(area, ""), strings.TrimPrefix(number, "0")
	}
	if s, ok := strings.CutPrefix(strings.TrimSpace(area), "00"); ok {
		area = "+" + s
	}
	return strings.TrimSpace(area) + " " + number
}
