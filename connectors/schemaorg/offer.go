package schemaorg

import (
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
			if v.node != nil && depth < 3 && wraps(v.node) {
				states[m.enumOf(v.node, "availability")] = true
				add(v.node.all("offers"), depth+1)
				continue
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

// wraps reports whether an offer holds others and says nothing to buy by itself.
func wraps(o *node) bool {
	return len(o.all("offers")) > 0 && len(o.all("name", "price", "lowPrice", "highPrice", "minPrice", "maxPrice", "priceSpecification", "url")) == 0
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
	state := m.enumOf(o, "availability")
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

// price adds what a text says of a price: an amount, the lowest and the highest of
// several, nothing to pay. Words become the name of the offer.
func (m *mapper) price(p *schema.Builder, prop, s string) {
	found, ok := schema.ParsePrice(s)
	switch {
	case s == "":
		return
	case ok && found.Low != found.High:
		p.Put("lowPrice", found.Low)
		p.Put("highPrice", found.High)
	case !ok && !p.Has("name"):
		p.Text("name", m.textLang, s)
		p.Fault(schema.Fault{Path: prop, Value: s, Message: "not a number; taken as the name of the offer. Write 12.50, and the currency apart"})
	case !ok:
		p.Put(prop, s)
	default:
		p.Put(prop, found.Low)
	}
	p.Put("priceCurrency", found.Currency)
}
