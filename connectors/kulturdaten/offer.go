package kulturdaten

import (
	"moselle/schema"
	"moselle/schema/tree"
)

// ways are how one gets in, in words of our own.
var ways = map[string][2]string{
	"ticketType.ticketRequired":               {"Ticket erforderlich", "Ticket required"},
	"registrationType.registrationRequired":   {"Anmeldung erforderlich", "Registration required"},
	"registrationType.registrationDesired":    {"Anmeldung erwünscht", "Registration desired"},
	"ticketType.freeOfCharge":                 {"Eintritt frei", "Free of charge"},
	"registrationType.noRegistrationRequired": {},
}

// admission adds what it costs and how to get in: the API knows that it is free,
// and prices only in words.
func (m *mapper) admission(b *schema.Builder, n tree.Node) {
	ticket, registration := plain(n.Member("ticketType")), plain(n.Member("registrationType"))
	p := b.Part("offers", "Offer")
	m.texts(p, "name", n.Member("note"))
	p.Put("url", plain(n.Member("admissionLink")))
	if ticket == "ticketType.freeOfCharge" {
		b.Put("isAccessibleForFree", "true")
		p.Put("price", "0")
		p.Put("priceCurrency", "EUR")
	}
	for _, code := range []string{registration, ticket} {
		words, known := ways[code]
		if code != "" && !known {
			b.Fault(schema.Fault{Path: "admission", Value: code, Message: "not one of the API's kinds of tickets and registrations; it is left out"})
		}
		if words[0] == "" {
			continue
		}
		c := p.Part("category", "DefinedTerm")
		c.Text("name", "de", words[0])
		c.Text("name", "en", words[1])
		c.Put("termCode", code)
	}
}
