package openagenda

import (
	"regexp"
	"slices"
	"strings"

	"moselle/schema"
)

// maxOffers bounds the ways to register that are kept of one event.
const maxOffers = 50

// offers adds the conditions, which are prices in words, and the ways to
// register: pages, and mail and telephone as addresses that open them.
func (m *mapper) offers(b *schema.Builder, o object) {
	conditions := m.texts(o["conditions"])
	ways := m.registration(b, o)
	offer := b.Part("offers", "Offer")
	for _, t := range conditions {
		text := schema.PlainText(t.text)
		offer.Text("name", t.lang, text)
		schema.PutCost(b, offer, text)
	}
	for i, way := range ways {
		if i > 0 {
			offer = b.Part("offers", "Offer")
		}
		offer.Put("url", way)
	}
}

// registration returns the addresses of the ways to register.
func (m *mapper) registration(b *schema.Builder, o object) (out []string) {
	add := func(s, kind string) {
		if len(out) == maxOffers {
			b.Fault(schema.Fault{Path: "registration", Message: "more than 50 ways to register; the first 50 are kept"})
		}
		if way := wayTo(s, kind); way == "" && s != "" {
			b.Fault(schema.Fault{Path: "registration", Value: s, Message: "neither the address of a page, nor of a mailbox, nor a telephone number; it is left out"})
		} else if way != "" && len(out) < maxOffers && !slices.Contains(out, way) {
			out = append(out, way)
		}
	}
	list := o.list("registration")
	for _, v := range list[:min(len(list), maxOffers+1)] {
		in := object(asObject(v))
		if in == nil {
			in = object{"value": v}
		}
		add(in.text("value", "link", "url"), in.text("type"))
	}
	if len(list) == 0 {
		parts := strings.SplitN(either(o.text("registrationUrl"), o.text("registration")), ",", maxOffers+2)
		for _, s := range parts[:min(len(parts), maxOffers+1)] {
			add(strings.TrimSpace(s), "")
		}
	}
	return out
}

// mailbox is what is taken for the address of one.
var mailbox = regexp.MustCompile(`^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$`)

// wayTo returns the address that opens a page, a mail or a call; "" for none.
func wayTo(s, kind string) string {
	digits := strings.Map(func(r rune) rune {
		switch {
		case r >= '0' && r <= '9', r == '+':
			return r
		case strings.ContainsRune(" .-/()\u00a0\u202f", r):
			return -1
		}
		return 'x'
	}, strings.TrimPrefix(s, "tel:"))
	switch {
	case strings.HasPrefix(s, "mailto:"), strings.HasPrefix(s, "http://"), strings.HasPrefix(s, "https://"):
		return s
	case mailbox.MatchString(s):
		return "mailto:" + s
	case len(digits) >= 3 && len(digits) <= 16 && !strings.Contains(digits, "x") && strings.LastIndex(digits, "+") <= 0:
		return "tel:" + digits
	case (kind == "link" || strings.HasPrefix(strings.ToLower(s), "www.")) && strings.Contains(s, ".") && !strings.Contains(s, " "):
		return "https://" + strings.TrimPrefix(s, "//")
	}
	return ""
}
