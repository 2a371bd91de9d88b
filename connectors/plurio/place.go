package plurio

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"moselle/schema"
	"moselle/schema/wire/plurio"
)

// building maps a place of the guide.
func (m *mapper) building(p plurio.Building, key string) {
	b, _ := m.Build("Place", key, "")
	m.place(b, p)
	for _, o := range p.Relations.Organisations {
		if k := m.guide.organisations.key(o); k != "" && m.guide.homes[k] == "" {
			m.guide.homes[k] = b.IRI()
		}
	}
}

// place fills the record of a place, the same as an entry of its own and beside
// an event.
func (m *mapper) place(b *schema.Builder, p plurio.Building) {
	m.begin(b, "building", p.ID, append(slices.Clone(p.Long), p.Short...))
	b.Text("name", m.lang, schema.PlainText(p.Name))
	more := append(m.address(b, p.Address, p.Name), p.Visitors, p.Accessibility)
	m.description(b, p.Short, p.Long, p.Texts, more...)
	m.access(b, p.Accessibility)
	if w := m.week(b, p.Timings); w.hours() {
		b.Put("timezone", m.zone.String())
		w.opening(m.zone, allTimings).Describe(b)
	}
	m.free(b, p.Prices)
	if p.Contact != nil {
		m.page(b, *p.Contact)
		m.telephones(b, *p.Contact)
	}
	m.categories(b, "additionalType", p.Relations.Categories)
	m.pictures(b, p.Relations.Pictures, p.Relations.Collections, p.Relations.Movies)
}

// wheelchair tells that a text is about people who cannot climb stairs, and says
// that there is a way for them: words that deny something say nothing clear.
var (
	wheelchair = regexp.MustCompile(`(?i)rollst(uhl|ull)|fauteuils? roulants?|wheelchair|rolstoel|\bpmr\b|mobilité réduite|barrierefrei|step-free`)
	noWay      = regexp.MustCompile(`(?i)\b(no|not|nicht|kein\w*|pas|non|aucun\w*|net|keng|niet|geen|sauf|außer|except|teilweise|partiel\w*|partly)\b|inaccessible|n'est`)
)

// access says that a wheelchair can come in, where the text says so plainly.
func (m *mapper) access(b *schema.Builder, text string) {
	if wheelchair.MatchString(text) && !noWay.MatchString(text) {
		f := b.Part("accessibilityFeature", "Feature")
		f.Text("name", "de", "rollstuhlgerecht")
		f.Text("name", "en", "wheelchair accessible")
		f.Text("name", "fr", "accessible en fauteuil roulant")
		f.Put("present", "true")
	}
}

// address adds a postal address, and returns what it says beside: the floor, and
// where the house is to be found.
func (m *mapper) address(b *schema.Builder, a *plurio.Address, name string) (more []string) {
	if a == nil {
		return nil
	}
	t := m.town(a)
	if t.Name == "" && a.Locality != "" {
		warn(b, "adress.localisationId", a.Locality, "the town of this number is not known here: name it in the setting localities of the source, with its postal code")
	}
	p := b.Part("address", "PostalAddress")
	p.Put("streetAddress", street(a.Street, a.Number))
	p.Put("postalCode", cmp.Or(t.PostalCode, boxCode(a.POBox)))
	p.Put("addressLocality", t.Name)
	p.Put("addressCountry", t.Country)
	if a.Placing != "" && schema.NameKey(a.Placing) != schema.NameKey(name) {
		more = append(more, a.Placing)
	}
	return append(more, a.Floor)
}

// french tells the words that streets begin with where the number goes first.
var french = regexp.MustCompile(`(?i)^(rue|avenue|av\.|boulevard|bd\.?|place|route|chemin|impasse|allée|montée|côte|quai|square|cité|parvis|rond-point|passage|esplanade)\b`)

// street returns street and number as they are written there.
func street(name, number string) string {
	switch {
	case number == "" || strings.Contains(name, number):
		return name
	case french.MatchString(name):
		return number + ", " + name
	}
	return name + " " + number
}

var postalCode = regexp.MustCompile(`^(?:[A-Z]{1,2}-)?\d{4,5}$`)

// boxCode returns the postal code that some write where the post-office box goes.
func boxCode(s string) string {
	if postalCode.MatchString(s) {
		return s
	}
	return ""
}

// town returns the town of an address.
func (c *connector) town(a *plurio.Address) plurio.Locality {
	if a == nil {
		return plurio.Locality{}
	}
	return c.locality(a.Locality)
}

// locality returns the town of a number; empty for one that is not known.
func (c *connector) locality(number string) plurio.Locality {
	if s := c.Localities[number]; s != "" {
		a := schema.ParseAddress("x, " + s)
		if a.Locality != "" {
			return plurio.Locality{Name: a.Locality, PostalCode: a.PostalCode, Country: a.Country}
		}
		return plurio.Locality{Name: s}
	}
	l, _ := plurio.LocalityOf(number)
	return l
}
