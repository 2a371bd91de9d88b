package datatourisme

import (
	"fmt"
	"strconv"
	"strings"

	"moselle/schema"
	"moselle/schema/tree"
)

// maxOffers bounds the prices kept of one event.
const maxOffers = 200

// offers adds the prices of an event and where it is booked, and says that it is
// free when no price is other than nothing.
func (m *mapper) offers(b *schema.Builder, o tree.Node) {
	booking := ""
	for c := range tree.Values(get(o, "hasBookingContact")) {
		if page := plain(get(c, "homepage")); booking == "" {
			booking = page
		}
	}
	n := 0
	for of := range tree.Values(get(o, "offers")) {
		for s := range tree.Values(get(of, "priceSpecification")) {
			if n++; n > maxOffers {
				b.Fault(schema.Fault{Path: "offers", Message: fmt.Sprintf("more than %d prices; the first are kept", maxOffers)})
				return
			}
			p := b.Part("offers", "Offer")
			m.price(p, s)
			if p.Has("name") || p.Has("price") || p.Has("lowPrice") || p.Has("highPrice") {
				p.Put("url", booking)
			}
		}
		if t := get(of, "textPriceSpecification"); t.Kind() != tree.Absent {
			n++
			m.texts(b.Part("offers", "Offer"), "name", t)
		}
	}
	if n == 0 && booking != "" {
		b.Part("offers", "Offer").Put("url", booking)
	}
	if free, ok := m.free(o); ok {
		b.Put("isAccessibleForFree", strconv.FormatBool(free))
	}
}

// price fills an offer: for whom it is, the price, or from what to what.
func (m *mapper) price(p *schema.Builder, s tree.Node) {
	policy := first(get(s, "hasEligiblePolicy"))
	m.texts(p, "name", get(s, "name"))
	m.texts(p, "name", get(s, "additionalInformation"))
	if !p.Has("name") {
		m.texts(p, "name", get(policy, "label"))
	}
	low, high := plain(get(s, "minPrice")), plain(get(s, "maxPrice"))
	amount := plain(get(s, "price"))
	switch {
	case low != "" && high != "" && low != high:
		p.Type("AggregateOffer")
		p.Put("lowPrice", low)
		p.Put("highPrice", high)
	case amount != "":
		p.Put("price", amount)
	case low != "":
		p.Put("price", low)
	case high != "":
		p.Put("highPrice", high)
	case code(policy) == "Free":
		p.Put("price", "0")
	}
	if p.Has("price") || p.Has("lowPrice") || p.Has("highPrice") {
		currency := strings.ToUpper(plain(get(s, "priceCurrency")))
		if currency == "" {
			currency = "EUR"
		}
		p.Put("priceCurrency", currency)
	}
	if policy.Kind() != tree.Absent {
		m.term(p.Part("category", "DefinedTerm"), policy)
	}
}

// free reports whether all prices are nothing; ok is false when none is known.
func (m *mapper) free(o tree.Node) (free, ok bool) {
	free = true
	for of := range tree.Values(get(o, "offers")) {
		for s := range tree.Values(get(of, "priceSpecification")) {
			amount := plain(get(s, "price", "minPrice", "maxPrice"))
			known := amount != "" || code(first(get(s, "hasEligiblePolicy"))) == "Free"
			f, err := strconv.ParseFloat(amount, 64)
			top, _ := strconv.ParseFloat(plain(get(s, "maxPrice")), 64)
			free = free && known && (err != nil || f == 0) && top == 0
			ok = ok || known
		}
	}
	return free && ok, ok
}
