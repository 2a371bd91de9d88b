package schema

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
)

// Address is a postal address taken apart, with the name that stands before it.
type Address struct {
	Name, Street, PostalCode, Locality string
	Country                            string // ISO 3166-1 alpha-2
}

var (
	// "48157 Münster", "L-4370 Esch", "1012 AB Amsterdam", "110 00 Praha", "1250-096 Lisboa", "57000 Metz Cedex 1"
	townPart = regexp.MustCompile(`^(?:([A-Z]{1,2})[ -]+)?(\d{4} ?[A-Z]{2}|\d{3} \d{2}|\d{4}-\d{3}|\d{2}-\d{3}|\d{4,5})\s+(\p{L}[^\d]*?)(?:\s+(?i:cedex)(?:\s\d{1,2})?)?$`)
	// "London E2 7QL", "Ottawa, ON K1P 5W1", "Portland, OR 97214", or the code alone behind its town
	codeBehind = regexp.MustCompile(`^(?:(\p{L}[^\d]*?)\s+)??(?:[A-Z]{2}\s+)?([A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d)$`)
	zipBehind  = regexp.MustCompile(`^(?:(\p{L}[^\d]*?)\s+)??[A-Z]{2}\s+(\d{5}(?:-\d{4})?)$`)
	// "Königsberger Straße 8a", "12, rue de la Gare", "12 bis rue …"
	numberLast  = regexp.MustCompile(`^\p{L}[^\d]*\s\d{1,4}\s?(?:[a-zA-Z]|bis|ter)?(?:\s?[-–/]\s?\d{1,4}\s?[a-zA-Z]?)?$`)
	numberFirst = regexp.MustCompile(`^\d{1,4}\s?(?:[a-zA-Z]|bis|ter)?(?:\s?[-–/]\s?\d{1,4})?,?\s+\p{L}.*$`)
	bareNumber  = regexp.MustCompile(`^\d{1,5}\s?(?:[a-zA-Z]|bis|ter)?$`)
	regionCode  = regexp.MustCompile(`^[A-Z]{2}$`)
	bareCode    = regexp.MustCompile(`^\d{4,5}$`)
)

// postalPrefixes are the letters before a postal code.
var postalPrefixes = map[string]string{"L": "LU", "LU": "LU", "F": "FR", "FR": "FR", "D": "DE", "DE": "DE", "B": "BE", "BE": "BE",
	"NL": "NL", "CH": "CH", "A": "AT", "AT": "AT"}

// maxAddressParts bounds the parts of an address that are looked at.
const maxAddressParts = 12

// ParseAddress splits "Name, Street 5, 48157 Town, Country" where it clearly is
// an address: a part with postal code and town, a town with the code behind it,
// or a street with its number before a town. "Name @ Street 5, …" is read alike.
// Everything else is a name as a whole, of which no other field is set.
func ParseAddress(text string) Address {
	whole := strings.Join(strings.Fields(PlainText(text)), " ")
	if strings.Count(text, " @ ") == 1 {
		text = strings.Replace(text, " @ ", ", ", 1)
	}
	parts := addressParts(text)
	if len(parts) == 0 || len(parts) > maxAddressParts {
		return Address{Name: whole}
	}
	all, country := parts, ""
	if n := len(parts) - 1; n > 0 {
		// Two letters at the end may as well be a floor: names alone count.
		if c := countries[NameKey(parts[n])]; c != "" {
			country, parts = c, parts[:n]
		} else if before, last, ok := cutLast(parts[n]); ok && countries[NameKey(last)] != "" && (codeBehind.MatchString(before) || zipBehind.MatchString(before)) {
			country, parts[n] = countries[NameKey(last)], before
		}
	}
	a, ok := townBehind(parts, country != "")
	if !ok {
		a, ok = townBefore(parts)
	}
	if ok {
		a.Country = cmp.Or(a.Country, country)
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

// townBefore finds the part with a postal code and its town behind it.
func townBefore(parts []string) (Address, bool) {
	for i, part := range parts {
		m := townPart.FindStringSubmatch(part)
		if m == nil || m[1] != "" && postalPrefixes[m[1]] == "" {
			continue
		}
		a := Address{PostalCode: m[2], Locality: strings.TrimSpace(m[3]), Country: postalPrefixes[m[1]]}
		a.before(parts[:i])
		return a, true
	}
	return Address{}, false
}

// townBehind reads addresses that end in their postal code: behind the town, or
// in a part of its own, between which and the town a region may stand. Digits
// alone are one where there is a street too, or the country is known.
func townBehind(parts []string, known bool) (Address, bool) {
	n := len(parts) - 1
	a, town := Address{}, n
	if m := codeBehind.FindStringSubmatch(parts[n]); m != nil {
		a.Locality, a.PostalCode = m[1], m[2]
	} else if m := zipBehind.FindStringSubmatch(parts[n]); m != nil {
		a.Locality, a.PostalCode = m[1], m[2]
	} else if bareCode.MatchString(parts[n]) && (known || slices.ContainsFunc(parts[min(1, n):n], isStreet)) {
		a.PostalCode = parts[n]
	} else {
		return a, false
	}
	if a.Locality == "" {
		if town = n - 1; town > 1 && regionCode.MatchString(parts[town]) {
			town--
		}
		for i := 1; i < town; i++ {
			if isStreet(parts[i]) {
				town = i + 1
				break
			}
		}
		if town < 1 || strings.ContainsAny(parts[town], "0123456789") {
			return a, false
		}
		a.Locality = parts[town]
	}
	a.before(parts[:town])
	return a, true
}

// before takes what stands before the town: the street, if it clearly is one,
// and the name.
func (a *Address) before(parts []string) {
	if n := len(parts) - 1; n >= 0 && isStreet(parts[n]) {
		a.Street, parts = parts[n], parts[:n]
	}
	a.Name = strings.Join(parts, ", ")
}

// cutLast cuts a text before its last word.
func cutLast(s string) (before, last string, ok bool) {
	i := strings.LastIndexByte(s, ' ')
	if i < 0 {
		return s, "", false
	}
	return s[:i], s[i+1:], true
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
// to the street or the town behind it ("12, rue de la Gare", "48157, Münster"),
// unless it is a postal code between the town and the country.
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
			if n := len(out) - 1; number != "" && n > 0 && bareCode.MatchString(number) && countries[NameKey(s)] != "" && !isStreet(out[n]) {
				out = append(out, number)
			} else if number != "" {
				s = number + " " + s
			}
			out, number = append(out, s), ""
		}
	}
	if number != "" {
		out = append(out, number)
	}
	return out
}
