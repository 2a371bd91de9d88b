package schemaorg

import (
	"regexp"
	"strconv"
	"strings"

	"moselle/schema"
)

// maxOffers bounds the offers kept of one event.
const maxOffers = 200

// offers adds the prices and returns what they say of the places left.
func (m *mapper) offers(b *schema.Builder, n *node) (seats string) {
	states := map[string]bool{}
	count := 0
	var add func(values []value, depth int)
	add = func(values []value, depth int) {
		for _, v := range values {
			if count++; count > maxOffers {
				return
			}
			p := b.Part("offers", "Offer")
			if v.node == nil {
				if u := m.absolute(v.text); u != "" {
					p.Put("url", u)
				} else {
					p.Text("name", m.lang(v), title(v.text))
				}
				continue
			}
			states[m.offer(p, v.node)] = true
			if depth < 3 {
				add(v.node.all("offers"), depth+1)
			}
		}
	}
	add(n.all("offers"), 0)
	if count > maxOffers {
		b.Fault(schema.Fault{Path: "offers", Message: "more than 200 offers; the first 200 are kept"})
	}
	return availability(states)
}

// offer fills one offer and returns its availability.
func (m *mapper) offer(p *schema.Builder, o *node) string {
	if o.is("AggregateOffer") {
		p.Type("AggregateOffer")
	}
	m.texts(p, "name", o.all("name"), title)
	for _, from := range append([]value{{node: o}}, o.all("priceSpecification")...) {
		if from.node == nil {
			continue
		}
		// The currency stands beside the price and wins over a sign in it.
		p.Put("priceCurrency", strings.ToUpper(m.plain(from.node.all("priceCurrency"))))
		m.price(p, "price", m.plain(from.node.all("price")))
		m.price(p, "lowPrice", m.plain(from.node.all("lowPrice", "minPrice")))
		m.price(p, "highPrice", m.plain(from.node.all("highPrice", "maxPrice")))
	}
	if u := m.address(o.all("url")); u != "" {
		p.Put("url", u)
	} else if !o.relative {
		p.Put("url", m.absolute(o.stable()))
	}
	m.moment(p, "validFrom", m.plain(o.all("validFrom")), schema.Moment{})
	state := ""
	for _, v := range o.all("availability") {
		state = m.enum(v)
	}
	p.Put("availability", state)
	return state
}

// availability sums up the offers: places are left as long as one has some.
func availability(states map[string]bool) string {
	switch {
	case states["InStock"], states["OnlineOnly"], states["InStoreOnly"]:
		return "InStock"
	case states["LimitedAvailability"]:
		return "LimitedAvailability"
	case states["PreOrder"], states["PreSale"]:
		return "PreOrder"
	case states["SoldOut"], states["OutOfStock"]:
		return "SoldOut"
	}
	return ""
}

var (
	amount = regexp.MustCompile(`^(?:([A-Z]{3}|[€$£])\s*)?(\d{1,7}(?:[.,]\d{1,2})?)(?:[,.]-)?\s*([A-Z]{3}|[€$£])?$`)
	next   = regexp.MustCompile(`\s*(?:[;/|]|,\s|,$)\s*`)
	span   = regexp.MustCompile(`^(\d{1,7}(?:[.,]\d{1,2})?)\s*[-–]\s*(\d{1,7}(?:[.,]\d{1,2})?)\s*([A-Z]{3}|[€$£])?$`)
)

// price adds an amount as people write it: "12.50", "12,50 €", "EUR 12", "5-10",
// "20 €, 12 €". Words become the name of the offer.
func (m *mapper) price(p *schema.Builder, prop, s string) {
	s = strings.ReplaceAll(s, "\u00a0", " ")
	if found := amount.FindStringSubmatch(s); found != nil {
		p.Put(prop, found[2])
		p.Put("priceCurrency", currency(found[1]+found[3]))
		return
	}
	if found := span.FindStringSubmatch(s); found != nil {
		p.Put("lowPrice", found[1])
		p.Put("highPrice", found[2])
		p.Put("priceCurrency", currency(found[3]))
		return
	}
	if m.several(p, s) {
		return
	}
	switch schema.NameKey(s) {
	case "":
	case "free", "gratuit", "entree libre", "kostenlos", "gratis", "eintritt frei", "frei":
		p.Put(prop, "0")
	default:
		if !p.Has("name") {
			p.Text("name", m.textLang, s)
			p.Fault(schema.Fault{Path: prop, Value: s, Message: "not a number; taken as the name of the offer. Write 12.50, and the currency apart"})
			return
		}
		p.Put(prop, s)
	}
}

// several adds the lowest and the highest of several amounts; false when
// anything else stands among them.
func (m *mapper) several(p *schema.Builder, s string) bool {
	var low, high, sign string
	for _, part := range next.Split(s, -1) {
		found := amount.FindStringSubmatch(part)
		switch {
		case part == "":
			continue
		case found == nil:
			return false
		case low == "" || less(found[2], low):
			low = found[2]
		}
		if high == "" || less(high, found[2]) {
			high = found[2]
		}
		sign = found[1] + found[3]
	}
	if low == "" {
		return false
	}
	p.Put("lowPrice", low)
	p.Put("highPrice", high)
	p.Put("priceCurrency", currency(sign))
	return true
}

func less(a, b string) bool {
	x, _ := strconv.ParseFloat(strings.Replace(a, ",", ".", 1), 64)
	y, _ := strconv.ParseFloat(strings.Replace(b, ",", ".", 1), 64)
	return x < y
}

func currency(sign string) string {
	switch sign {
	case "€":
		return "EUR"
	case "£":
		return "GBP"
	case "$": // of which country, nobody says
		return ""
	}
	return sign
}
