package destination

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"moselle/schema"
)

// maxOffers bounds the addresses of tickets kept of one event.
const maxOffers = 50

// offers adds the prices, which are words, and where tickets are sold.
func (m *mapper) offers(b *schema.Builder) {
	var prices []string
	for _, rel := range []string{"PRICE_INFO", "PRICE_INFO_EXTRA", "PRICE_REDUCEDINFO"} {
		lines := strings.FieldsFunc(m.said(rel), func(r rune) bool { return r == '\n' })
		if s := strings.Join(lines, "; "); s != "" && !slices.Contains(prices, s) {
			prices = append(prices, s)
		}
	}
	for _, s := range prices {
		m.price(b, s)
	}
	var sold []string
	for v := range each(get(m.o, "media_objects")) {
		rel, page := strings.ToLower(text(get(v, "rel"))), text(get(v, "url"))
		if page == "" || rel != "booking" && rel != "price_kartenlink" && rel != "ticket" || slices.Contains(sold, page) {
			continue
		}
		if len(sold) == maxOffers {
			b.Fault(schema.Fault{Path: "offers", Message: fmt.Sprintf("more than %d addresses of tickets; the first are kept", maxOffers)})
			return
		}
		sold = append(sold, page)
		p := b.Part("offers", "Offer")
		p.Text("name", m.lang, plain(get(v, "value")))
		p.Put("url", page)
	}
}

// amount is a sum in euro and nothing else: "12 €", "12,50€", "EUR 12".
var amount = regexp.MustCompile(`^(?:(?:€|EUR)\s*(\d{1,5}(?:[.,]\d{1,2})?)|(\d{1,5}(?:[.,]\d{1,2})?)\s*(?:€|EUR|Euro))$`)

// price adds what is said of prices; a single amount is one, and words that it
// costs nothing make the event free.
func (m *mapper) price(b *schema.Builder, s string) {
	p := b.Part("offers", "Offer")
	p.Text("name", m.lang, s)
	switch found := amount.FindStringSubmatch(strings.TrimSpace(strings.ReplaceAll(s, "\u00a0", " "))); {
	case found != nil:
		p.Put("price", found[1]+found[2])
		p.Put("priceCurrency", "EUR")
	case slices.Contains(free, schema.NameKey(s)):
		b.Put("isAccessibleForFree", "true")
		p.Put("price", "0")
		p.Put("priceCurrency", "EUR")
	}
}
