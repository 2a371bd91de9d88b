package schema

import (
	"regexp"
	"strings"
)

// Address is a postal address taken apart, with the name that stands before it.
type Address struct {
	Name, Street, PostalCode, Locality string
	Country                            string // ISO 3166-1 alpha-2
}

var (
	// "48157 Münster", "L-4370 Esch", "1012 AB Amsterdam"
	townPart = regexp.MustCompile(`^(?:([A-Z]{1,2})[ -]+)?(\d{4} ?[A-Z]{2}|\d{4,5})\s+(\p{L}[^\d]*)$`)
	// "Königsberger Straße 8a", "12, rue de la Gare", "12 bis rue …"
	numberLast  = regexp.MustCompile(`^\p{L}[^\d]*\s\d{1,4}\s?(?:[a-zA-Z]|bis|ter)?(?:\s?[-–/]\s?\d{1,4}\s?[a-zA-Z]?)?$`)
	numberFirst = regexp.MustCompile(`^\d{1,4}\s?(?:[a-zA-Z]|bis|ter)?(?:\s?[-–/]\s?\d{1,4})?,?\s+\p{L}.*$`)
	bareNumber  = regexp.MustCompile(`^\d{1,5}\s?(?:[a-zA-Z]|bis|ter)?$`)
)

// postalPrefixes are the letters before a postal code.
var postalPrefixes = map[string]string{"L": "LU", "LU": "LU", "F": "FR", "FR": "FR", "D": "DE", "DE": "DE", "B": "BE", "BE": "BE",
	"NL": "NL", "CH": "CH", "A": "AT", "AT": "AT"}

// maxAddressParts bounds the parts of an address that are looked at.
const maxAddressParts = 12

// ParseAddress splits "Name, Street 5, 48157 Town, Country" where it clearly is
// an address: a part with postal code and town, or a street with its number
// before a town. Everything else is a name as a whole, of which no other field
// is set.
func ParseAddress(text string) Address {
	whole := strings.Join(strings.Fields(PlainText(text)), " ")
	parts := addressParts(text)
	if len(parts) == 0 || len(parts) > maxAddressParts {
		return Address{Name: whole}
	}
	all, country := parts, ""
	if n := len(parts) - 1; n > 0 {
		// Two letters at the end may as well be a floor: names alone count.
		if c := countries[NameKey(parts[n])]; c != "" {
			country, parts = c, parts[:n]
		}
	}
	for i, part := range parts {
		m := townPart.FindStringSubmatch(part)
		if m == nil || m[1] != "" && postalPrefixes[m[1]] == "" {
			continue
		}
		a := Address{PostalCode: m[2], Locality: strings.TrimSpace(m[3]), Country: country}
		if c := postalPrefixes[m[1]]; c != "" {
			a.Country = c
		}
		name := parts[:i]
		if i > 0 && isStreet(parts[i-1]) {
			a.Street, name = parts[i-1], parts[:i-1]
		}
		a.Name = strings.Join(name, ", ")
		a.fill()
		return a
	}
	if country == "LU" { // the town has the country's name
		parts = all
	}
	for i := 1; i+1 < len(parts); i++ {
		if isStreet(parts[i]) && !strings.ContainsAny(parts[i+1], "0123456789") {
			return Address{Name: strings.Join(parts[:i], ", "), Street: parts[i], Locality: parts[i+1], Country: country}
		}
	}
	return Address{Name: whole}
}

// fill names a place that is nothing but an address after its street or town.
func (a *Address) fill() {
	if a.Name == "" {
		a.Name = a.Street
	}
	if a.Name == "" {
		a.Name = a.Locality
	}
}

func isStreet(s string) bool { return numberLast.MatchString(s) || numberFirst.MatchString(s) }

// addressParts parts an address at commas and line ends. A number alone belongs
// to the street or the town behind it ("12, rue de la Gare", "48157, Münster").
func addressParts(text string) []string {
	var out []string
	number := ""
	for s := range strings.FieldsFuncSeq(PlainText(text), func(r rune) bool { return r == ',' || r == '\n' || r == ';' }) {
		s = strings.Join(strings.Fields(s), " ")
		switch {
		case s == "":
		case number == "" && bareNumber.MatchString(s):
			number = s
		default:
			if number != "" {
				s, number = number+" "+s, ""
			}
			out = append(out, s)
		}
	}
	if number != "" {
		out = append(out, number)
	}
	return out
}
