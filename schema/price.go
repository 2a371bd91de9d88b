package schema

import (
	"regexp"
	"strconv"
	"strings"
)

// Price is what a text says that something costs.
type Price struct {
	Low, High string // amounts as decimal numbers; the same when there is one
	Currency  string // ISO 4217; "" when none is named
}

// Free reports whether there is nothing to pay.
func (p Price) Free() bool { return amountOf(p.High) == 0 }

// Put writes what it costs into an offer: its price, or the lowest and the highest,
// and the currency; one that the offer names already stays.
func (p Price) Put(offer *Builder) {
	if p.Low == p.High {
		offer.Put("price", p.Low)
	} else {
		offer.Put("lowPrice", p.Low)
		offer.Put("highPrice", p.High)
	}
	offer.Put("priceCurrency", p.Currency)
}

// PutCost writes what words beside an offer of a thing say that it costs: amounts
// with their currency, or that there is nothing to pay. Any other words are left to
// the name of the offer.
func PutCost(thing, offer *Builder, words string) {
	p, ok := ParsePrice(words)
	switch {
	case !ok || p.Currency == "" && !p.Free():
		return
	case p.Free():
		thing.Put("isAccessibleForFree", "true")
		p.Currency = "EUR"
	}
	p.Put(offer)
}

var (
	priceOne   = regexp.MustCompile(`^(?:([A-Z]{3}|eur|[€$£])\s*)?(\d{1,7}(?:[.,]\d{1,2})?)(?:[,.]-)?\s*([A-Z]{3}|[Ee]uros?|eur|[€$£])?$`)
	priceSpan  = regexp.MustCompile(`^(.*\d[^-–]*?)\s*[-–]\s*(\D{0,4}\d.*)$`)
	priceBreak = regexp.MustCompile(`\s*(?:[;/|]|,\s|,$)\s*`)
	priceSigns = map[string]string{"€": "EUR", "EURO": "EUR", "EUROS": "EUR", "£": "GBP", "$": ""} // of which country, nobody says
	priceFree  = map[string]bool{"free": true, "free admission": true, "free entry": true, "free of charge": true,
		"gratuit": true, "gratuite": true, "entree libre": true, "entree gratuite": true, "acces libre": true, "acces gratuit": true,
		"gratuit sur inscription": true, "gratuit sur reservation": true, "gratuit entree libre": true, "entree libre et gratuite": true,
		"kostenlos": true, "kostenfrei": true, "frei": true, "eintritt frei": true, "freier eintritt": true, "fraien entree": true, "fraien agang": true,
		"gratis": true, "gratis toegang": true, "gratuito": true, "ingresso libero": true, "ingresso gratuito": true, "entrata libera": true}
)

// ParsePrice reads amounts as people write them: "12.50", "12,50 €", "EUR 12",
// "5–10 €", "20 €, 12 €, 8 €", and words that there is nothing to pay in the
// languages of the region. ok is false when the text says anything else, and for
// an empty one.
func ParsePrice(s string) (p Price, ok bool) {
	s = strings.TrimSpace(strings.ReplaceAll(s, "\u00a0", " "))
	if priceFree[NameKey(s)] {
		return Price{Low: "0", High: "0"}, true
	}
	if !priceOne.MatchString(s) {
		if m := priceSpan.FindStringSubmatch(s); m != nil {
			s = m[1] + "; " + m[2]
		}
	}
	for _, part := range priceBreak.Split(s, -1) {
		if part == "" {
			continue
		}
		m := priceOne.FindStringSubmatch(part)
		if m == nil {
			return Price{}, false
		}
		amount := strings.ReplaceAll(m[2], ",", ".")
		if p.Low == "" || amountOf(amount) < amountOf(p.Low) {
			p.Low = amount
		}
		if p.High == "" || amountOf(amount) > amountOf(p.High) {
			p.High = amount
		}
		sign := strings.ToUpper(m[1] + m[3])
		if code, known := priceSigns[sign]; known {
			sign = code
		}
		if sign != "" {
			p.Currency = sign
		}
	}
	return p, p.Low != ""
}

func amountOf(s string) float64 {
	f, _ := strconv.ParseFloat(s, 64)
	return f
}
