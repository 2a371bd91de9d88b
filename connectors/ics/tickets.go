package ics

import (
	"strings"

	"moselle/schema"
)

// tickets adds what an event costs and where its tickets are, which iCalendar has
// no property for and calendars on the web write as X-COST, X-COST-TYPE and
// X-TICKETS-URL.
func (m *mapper) tickets(b *schema.Builder, e *entry) {
	said, page := oneLine(plain(e.Text("X-COST"))), strings.TrimSpace(e.Text("X-TICKETS-URL"))
	var price schema.Price
	ok := false
	if said != "" {
		price, ok = schema.ParsePrice(said)
	}
	if said == "" && strings.EqualFold(e.Text("X-COST-TYPE"), "free") || ok && price.Free() {
		b.Put("isAccessibleForFree", "true")
		said, ok = "", false
	}
	if said == "" && !isURL(page) {
		return
	}
	o := b.Part("offers", "Offer")
	if ok {
		price.Put(o)
	} else {
		o.Text("name", m.lang, said)
	}
	if isURL(page) {
		o.Put("url", page)
	}
}
