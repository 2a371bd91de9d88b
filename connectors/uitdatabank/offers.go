package uitdatabank

import (
	"slices"
	"strconv"
	"strings"

	"moselle/schema"
)

// offers adds the prices, each with the address where places are booked, and
// that address alone where there is no price.
func (m *mapper) offers(b *schema.Builder, d *document) {
	page := schema.CleanURL(d.BookingInfo.URL)
	for i, p := range d.PriceInfo {
		if i == maxOffers {
			fault(b, "offers", "", "more than 200 prices; the first are kept")
			break
		}
		o := b.Part("offers", "Offer")
		m.texts(o, "name", p.Name)
		o.Put("price", string(p.Price))
		if p.Price != "" {
			if p.Currency == "" {
				p.Currency = "EUR"
			}
			o.Put("priceCurrency", p.Currency)
		}
		o.Put("url", page)
		o.Put("validFrom", d.BookingInfo.Starts)
		if p.Category != "" {
			o.Term("category", "en", p.Category, p.Category)
		}
	}
	if len(d.PriceInfo) == 0 && page != "" {
		o := b.Part("offers", "Offer")
		m.texts(o, "name", d.BookingInfo.Label)
		o.Put("url", page)
		o.Put("validFrom", d.BookingInfo.Starts)
	}
	m.free(b, d)
}

// free says whether an event costs nothing: what the base price says, of several
// all of them.
func (m *mapper) free(b *schema.Builder, d *document) {
	said, costs := false, false
	for _, p := range d.PriceInfo {
		if f, err := strconv.ParseFloat(string(p.Price), 64); err == nil && (p.Category == "base" || p.Category == "") {
			said, costs = true, costs || f > 0
		}
	}
	if said {
		b.Put("isAccessibleForFree", strconv.FormatBool(!costs))
	}
}

// others returns whom to ask for places who is not named for the event itself.
func (s sale) others(c contact) (out contact) {
	if email := strings.TrimSpace(s.Email); email != "" && !slices.Contains(c.Email, email) {
		out.Email = words{email}
	}
	if phone := strings.TrimSpace(s.Phone); phone != "" && !slices.Contains(c.Phone, phone) {
		out.Phone = words{phone}
	}
	return out
}
