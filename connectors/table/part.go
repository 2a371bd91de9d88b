package table

import (
	"cmp"
	"regexp"
	"strings"

	"moselle/schema"
)

// partNames are what the word part takes of a value: of an address in one text,
// then of a price.
var partNames = []string{"name", "streetAddress", "postalCode", "addressLocality", "addressCountry",
	"price", "lowPrice", "highPrice", "priceCurrency", "isAccessibleForFree", "priceText"}

// partNamed returns what takes a part of a value, nil when there is no such
// part. What is no address is a name or a street as a whole, by what its column
// is for; priceText is what
// no amount can be told of, free admission too.
func partNamed(name string) func(string) string {
	switch name {
	case "name":
		return orWhole(func(a schema.Address) string { return cmp.Or(a.Name, a.Street, a.Locality) })
	case "streetAddress":
		return orWhole(func(a schema.Address) string { return cmp.Or(a.Street, a.Name) })
	case "postalCode":
		return ofAddress(func(a schema.Address) string { return a.PostalCode })
	case "addressLocality":
		return ofAddress(func(a schema.Address) string { return a.Locality })
	case "addressCountry":
		return ofAddress(func(a schema.Address) string { return a.Country })
	case "price":
		return onePrice
	case "lowPrice":
		return ofPrice(func(p schema.Price) string { return when(p.Low != p.High, p.Low) })
	case "highPrice":
		return ofPrice(func(p schema.Price) string { return when(p.Low != p.High, p.High) })
	case "priceCurrency":
		return ofPrice(func(p schema.Price) string { return when(!p.Free(), p.Currency) })
	case "isAccessibleForFree":
		return ofPrice(func(p schema.Price) string { return when(p.Free(), "true") })
	case "priceText":
		return priceText
	}
	return nil
}

// parts takes a part of each value from start on.
func parts(dst []string, start int, name string) []string {
	take := partNamed(name)
	kept := dst[:start]
	for _, v := range dst[start:] {
		if v = take(v); v != "" {
			kept = append(kept, v)
		}
	}
	return kept
}

func ofAddress(take func(schema.Address) string) func(string) string {
	return func(v string) string { return take(schema.ParseAddress(v)) }
}

// orWhole takes what is no address as it is.
func orWhole(take func(schema.Address) string) func(string) string {
	return func(v string) string {
		a := schema.ParseAddress(v)
		if a == (schema.Address{Name: a.Name}) {
			return v
		}
		return take(a)
	}
}

func ofPrice(take func(schema.Price) string) func(string) string {
	return func(v string) string {
		p, ok := schema.ParsePrice(v)
		return when(ok, take(p))
	}
}

// onePrice leaves free admission in words to isAccessibleForFree.
func onePrice(v string) string {
	p, ok := schema.ParsePrice(v)
	return when(ok && p.Low == p.High && strings.ContainsAny(v, "0123456789"), p.Low)
}

// worded is what says something of a price besides an amount.
var worded = regexp.MustCompile(`\pL{3}`)

func priceText(v string) string {
	p, ok := schema.ParsePrice(v)
	return when((!ok || p.Free()) && worded.MatchString(v), v)
}

func when(holds bool, v string) string {
	if holds {
		return v
	}
	return ""
}
