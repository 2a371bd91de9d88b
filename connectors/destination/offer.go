package destination

import (
	"fmt"
	"slices"
	"strings"

	"moselle/schema"
	"moselle/schema/tree"
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
		p := b.Part("offers", "Offer")
		p.Text("name", m.lang, s)
		schema.PutCost(b, p, s)
	}
	var sold []string
	for v := range tree.Values(get(m.o, "media_objects")) {
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
