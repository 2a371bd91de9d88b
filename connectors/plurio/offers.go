package plurio

import (
	"fmt"
	"regexp"
	"strings"

	"moselle/schema"
	"moselle/schema/wire/plurio"
)

// offers adds the prices, in euros, and where places are booked.
func (m *mapper) offers(b *schema.Builder, e plurio.Event) {
	page := ""
	if e.Booking != nil {
		page = schema.CleanURL(e.Booking.TicketURL)
	}
	for _, t := range e.Tickets {
		if page == "" {
			page = schema.CleanURL(t.TicketURL)
		}
	}
	m.free(b, e.Prices)
	n := 0
	if e.Prices != nil {
		for _, p := range e.Prices.Prices {
			value := strings.ReplaceAll(strings.TrimLeft(p.Value, "€ "), ",", ".")
			if value == "" && p.Description == "" {
				continue
			}
			if n++; n > maxList {
				warn(b, "prices.price", "", fmt.Sprintf("more than %d prices; the first are kept", maxList))
				break
			}
			o := b.Part("offers", "Offer")
			o.Text("name", m.lang, schema.PlainText(p.Description))
			if o.Put("price", strings.TrimSpace(strings.TrimRight(value, "€EUR "))); o.Has("price") {
				o.Put("priceCurrency", "EUR")
			}
			o.Put("url", page)
		}
	}
	if n == 0 && page != "" {
		o := b.Part("offers", "Offer")
		o.Put("url", page)
	}
}

// free says whether it costs nothing.
func (m *mapper) free(b *schema.Builder, p *plurio.Prices) {
	if p == nil {
		return
	}
	switch strings.ToLower(p.Free) {
	case "true", "1":
		b.Put("isAccessibleForFree", "true")
	case "false", "0":
		if len(p.Prices) > 0 { // without a price it is what an empty form says
			b.Put("isAccessibleForFree", "false")
		}
	case "":
	default:
		warn(b, "prices.freeOfCharge", p.Free, "not true or false")
	}
}

var (
	soldOut = regexp.MustCompile(`(?i)\b(sold[ -]?out|fully booked|ausverkauft|ausgebucht|complet|épuisé|ausverkaaft|ausverkaf|uitverkocht|volzet)\b`)
	fewLeft = regexp.MustCompile(`(?i)\b(few (tickets|places|seats)|last tickets|restkarten|wenige (karten|plätze)|dernières places)\b`)
	denied  = regexp.MustCompile(`(?i)\b(not|nicht|noch nicht|pas|non|net|keng|niet)\b`)
)

// booked returns how far an event is booked, as its information says; "" when it
// says something else.
func booked(info string) string {
	switch {
	case len(info) > 60 || denied.MatchString(info): // a sentence, in which the words may mean anything
		return ""
	case soldOut.MatchString(info):
		return "SoldOut"
	case fewLeft.MatchString(info):
		return "LimitedAvailability"
	}
	return ""
}

// tickets says of single dates how far they are booked.
func (m *mapper) tickets(b *schema.Builder, list []plurio.Ticket, dates []schema.Occurrence) {
	for _, t := range list {
		state := booked(t.Info)
		if t.At == "" || state == "" {
			continue
		}
		at, err := schema.ParseMoment(t.At, m.zone)
		if err != nil {
			warn(b, "tickets.ticket.datetime", t.At, err.Error())
			continue
		}
		found := false
		for i := range dates {
			if dates[i].Start.Time.Equal(at.Time) || dates[i].Start.Day && !at.Time.Before(dates[i].Start.Time) && at.Time.Before(dates[i].Start.End()) {
				dates[i].Availability, found = state, true
			}
		}
		if !found {
			warn(b, "tickets.ticket.datetime", t.At, "the event has no date then: write the day and the time at which one begins")
		}
	}
}
