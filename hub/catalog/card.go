package catalog

import (
	"cmp"
	"context"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"moselle/schema"
)

// Card is a record as lists show it: complete enough to be used without a
// second request. Its JSON is a row of the REST API.
type Card struct {
	ID           string     `json:"id"`   // public address of the thing
	Page         string     `json:"page"` // its page in the asked language
	Class        string     `json:"class"`
	Type         string     `json:"type"` // the most specific
	Name         string     `json:"name"`
	NameLang     string     `json:"nameLang"` // the language actually given
	Description  string     `json:"description,omitempty"`
	DescLang     string     `json:"descriptionLang,omitempty"`
	Start        string     `json:"start,omitempty"` // of the date shown: 2026-12-03 or with time and offset
	End          string     `json:"end,omitempty"`
	Timezone     string     `json:"timezone,omitempty"`
	Dates        int        `json:"dates,omitempty"`               // how many dates the event has in all
	Calendar     string     `json:"calendarSummary,omitempty"`     // its dates or hours in words, where Summarize was asked for them
	CalendarLang string     `json:"calendarSummaryLang,omitempty"` // the language actually given
	Series       string     `json:"series,omitempty"`              // address of the series a row stands for
	Status       string     `json:"status,omitempty"`
	Availability string     `json:"availability,omitempty"`
	Previous     string     `json:"previousStart,omitempty"`
	Free         bool       `json:"free,omitempty"`
	Prices       []Price    `json:"prices,omitempty"`
	Online       []string   `json:"online,omitempty"`
	Places       []Spot     `json:"places,omitempty"` // of a place, itself
	Spot         `json:"-"` // the first of Places
	Km           *float64   `json:"km,omitempty"`
	Organizers   []Named    `json:"organizers,omitempty"`
	Performers   []Named    `json:"performers,omitempty"`
	Creators     []Named    `json:"creators,omitempty"`
	Date         string     `json:"date,omitempty"`     // of a work
	DateLang     string     `json:"dateLang,omitempty"` // when the source words it
	Categories   []Category `json:"categories,omitempty"`
	Image        *Picture   `json:"image,omitempty"`
	Camera       *Camera    `json:"camera,omitempty"`
	Source       string     `json:"source"`
	Publisher    *Named     `json:"publisher,omitempty"`
	License      string     `json:"license,omitempty"` // of this record's data
	URL          string     `json:"url,omitempty"`     // the source's own page
	Modified     string     `json:"modified"`

	Hit Hit `json:"-"` // what it was made of
}

// Spot is a place as a card shows it.
type Spot struct {
	PlaceID   string   `json:"id,omitempty"`
	Place     string   `json:"name,omitempty"`
	PlaceLang string   `json:"nameLang,omitempty"`
	Street    string   `json:"street,omitempty"`
	Postcode  string   `json:"postcode,omitempty"`
	Locality  string   `json:"locality,omitempty"`
	Region    string   `json:"region,omitempty"`
	Country   string   `json:"country,omitempty"`
	Latitude  *float64 `json:"latitude,omitempty"`
	Longitude *float64 `json:"longitude,omitempty"`
	Precision string   `json:"precision,omitempty"`
}

// Named is a linked record by name.
type Named struct {
	ID string `json:"id"`
	Label

	IRI schema.IRI `json:"-"`
}

// Label is a name with the language that it is given in.
type Label struct {
	Name string `json:"name"`
	Lang string `json:"nameLang"`
}

// Price is an offer in words a card can print.
type Price struct {
	Name     string `json:"name,omitempty"`
	NameLang string `json:"nameLang,omitempty"`
	Price    string `json:"price,omitempty"`
	Currency string `json:"currency,omitempty"`
	URL      string `json:"url,omitempty"`
}

// Camera is where an archive photograph was taken from and which way it looks.
type Camera struct {
	Latitude  float64  `json:"latitude"`
	Longitude float64  `json:"longitude"`
	Heading   *float64 `json:"heading,omitempty"` // degrees clockwise from north
}

// cardLinks are the links a card resolves.
var cardLinks = []string{"location", "organizer", "performer", "creator", "sdPublisher", "holdingArchive", "provider", "contentLocation", "itemLocation"}

// Cards makes cards of hits, in the first of langs that each text is there in;
// page is the language of the pages they lead to.
func (c *Catalog) Cards(ctx context.Context, hits []Hit, page string, langs []string) ([]Card, error) {
	entities := make([]*Entity, len(hits))
	for i, h := range hits {
		entities[i] = h.Entity
	}
	linked, err := c.Linked(ctx, entities, cardLinks...)
	if err != nil {
		return nil, err
	}
	if err := c.besides(ctx, hits, linked); err != nil {
		return nil, err
	}
	cards := make([]Card, len(hits))
	for i, h := range hits {
		cards[i] = c.card(h, page, langs, linked)
	}
	return cards, nil
}

// besides adds the places of dates that are not where the event is, and who
// made the pictures.
func (c *Catalog) besides(ctx context.Context, hits []Hit, linked map[schema.IRI]*Entity) error {
	var iris []schema.IRI
	for _, h := range hits {
		if m := picture(h.Node); m != nil {
			iris = append(iris, m.Refs("creator")...)
		}
		if h.Occurrence != nil && h.Occurrence.Place != "" {
			iris = append(iris, h.Occurrence.Place)
		}
	}
	found, err := c.GetMany(ctx, iris)
	maps.Copy(linked, found)
	return err
}

func (c *Catalog) card(h Hit, page string, langs []string, linked map[schema.IRI]*Entity) Card {
	n := h.Node
	card := Card{
		ID: c.ID(h.IRI), Page: c.Page(page, h.IRI), Class: h.Class, Type: n.Type(),
		Timezone: n.String("timezone"), Status: n.String("eventStatus"), Availability: n.String("availability"),
		Free: n.Bool("isAccessibleForFree"), Source: string(h.Source), License: n.String("sdLicense"),
		URL: Web(n.String("url")), Modified: h.Modified.Format("2006-01-02T15:04:05Z"), Hit: h,
	}
	card.Name, card.NameLang = n.Title(langs...)
	card.Description, card.DescLang = n.Text("description", langs...)
	if h.Series != "" {
		card.Series = c.ID(h.Series)
	}
	if h.Class == "Event" {
		c.cardDates(&card, h)
	} else {
		card.Date, card.DateLang = WorkDate(n, langs...)
	}
	if c := n.Node("cameraPosition"); c != nil {
		lat, ok1 := c.Number("latitude")
		lon, ok2 := c.Number("longitude")
		if ok1 && ok2 {
			card.Camera = &Camera{Latitude: lat, Longitude: lon, Heading: number(c, "heading")}
		}
	}
	if h.Class == "Place" {
		card.Places = []Spot{c.spot(h.Entity, langs)}
	}
	for _, iri := range whereabouts(h) {
		if e := linked[iri]; e != nil && e.Class == "Place" && h.Class != "Place" {
			card.Places = append(card.Places, c.spot(e, langs))
		}
	}
	if len(card.Places) > 0 {
		card.Spot = card.Places[0]
	}
	for _, v := range n.Nodes("virtualLocation") {
		if u := Web(v.String("url")); u != "" {
			card.Online = append(card.Online, u)
		}
	}
	card.Organizers = c.named(n.Refs("organizer"), linked, langs)
	card.Performers = c.named(n.Refs("performer"), linked, langs)
	card.Creators = c.named(n.Refs("creator"), linked, langs)
	if p := c.named(n.Refs("sdPublisher"), linked, langs); len(p) > 0 {
		card.Publisher = &p[0]
	}
	card.Categories = c.categories(n, langs)
	card.Prices = prices(n, langs)
	if m := picture(n); m != nil {
		card.Image = c.picture(m, h.Entity, page, langs, linked)
	}
	card.Km = h.Km
	return card
}

// whereabouts are the places of a hit: that of its date where it has its own.
func whereabouts(h Hit) []schema.IRI {
	if h.Occurrence != nil && h.Occurrence.Place != "" {
		return []schema.IRI{h.Occurrence.Place}
	}
	return slices.Concat(h.Node.Refs("location"), h.Node.Refs("contentLocation"), h.Node.Refs("itemLocation"))
}

func (c *Catalog) cardDates(card *Card, h Hit) {
	all := h.Node.Occurrences()
	card.Dates = len(all)
	o := h.Occurrence
	if o == nil && len(all) > 0 {
		o = &all[0]
	}
	if o == nil {
		return
	}
	card.Start = o.Start.String()
	if !o.End.IsZero() {
		card.End = o.End.String()
	}
	if o.Status != "" {
		card.Status = o.Status
	}
	if o.Availability != "" {
		card.Availability = o.Availability
	}
	if !o.Previous.IsZero() {
		card.Previous = o.Previous.String()
	} else {
		card.Previous = h.Node.String("previousStartDate")
	}
}

// spot gives a place's name, address and position.
func (c *Catalog) spot(e *Entity, langs []string) Spot {
	s := Spot{PlaceID: c.ID(e.IRI)}
	s.Place, s.PlaceLang = e.Node.Title(langs...)
	if a := e.Node.Node("address"); a != nil {
		s.Street, s.Postcode = a.String("streetAddress"), a.String("postalCode")
		s.Locality, s.Region, s.Country = a.String("addressLocality"), a.String("addressRegion"), a.String("addressCountry")
	}
	if g := e.Node.Node("geo"); g != nil {
		s.Latitude, s.Longitude, s.Precision = number(g, "latitude"), number(g, "longitude"), g.String("geoPrecision")
	}
	return s
}

func number(n *schema.Node, prop string) *float64 {
	if f, ok := n.Number(prop); ok {
		return &f
	}
	return nil
}

func (c *Catalog) named(iris []schema.IRI, linked map[schema.IRI]*Entity, langs []string) []Named {
	var out []Named
	for _, iri := range iris {
		if e := linked[iri]; e != nil {
			out = append(out, Named{ID: c.ID(iri), Label: labelOf(e.Node, langs), IRI: iri})
		}
	}
	return out
}

func labelOf(n *schema.Node, langs []string) Label {
	name, lang := n.Title(langs...)
	return Label{name, lang}
}

func prices(n *schema.Node, langs []string) []Price {
	var out []Price
	for _, o := range n.Nodes("offers") {
		p := Price{Price: o.String("price"), Currency: o.String("priceCurrency"), URL: Web(o.String("url"))}
		if low, high := o.String("lowPrice"), o.String("highPrice"); p.Price == "" && low != "" {
			p.Price = strings.TrimSuffix(low, ".0")
			if high != "" && high != low {
				p.Price += "–" + high
			}
		}
		p.Price = strings.TrimSuffix(p.Price, ".0")
		p.Name, p.NameLang = o.Title(langs...)
		if p.Price != "" || p.URL != "" {
			out = append(out, p)
		}
	}
	slices.SortStableFunc(out, func(a, b Price) int { return cmp.Compare(amount(a), amount(b)) })
	return out
}

// amount is a price as a number; what has none goes last.
func amount(p Price) float64 {
	low, _, _ := strings.Cut(p.Price, "–")
	f, err := strconv.ParseFloat(low, 64)
	if err != nil {
		return math.Inf(1)
	}
	return f
}

// WorkDate returns the date of a work as its source words it, and in which
// language; else its year,
// else the time it covers.
func WorkDate(n *schema.Node, langs ...string) (date, lang string) {
	if date, lang = n.Text("dateText", langs...); date != "" {
		return date, lang
	}
	if s := n.String("dateCreated"); s != "" {
		return s, ""
	}
	return strings.Replace(n.String("temporalCoverage"), "/", "–", 1), ""
}
