package uitdatabank

import (
	"regexp"
	"strings"
)

// addPrice adds the price, named in each language that has it. A description that
// lists tariffs is taken apart, unless the first is another than the price.
func (d *document) addPrice(x cdbDetail) {
	value := strings.ReplaceAll(strings.TrimSpace(x.Price.Value), ",", ".")
	name := oneLine(x.Price.Description)
	if value == "" && name == "" {
		return
	}
	listed := tariffs(name, x.Lang)
	if len(listed) == 0 || value != "" && !listed[0].costs(value) {
		listed = []price{{Category: "base", Price: scalar(value), Name: texts{}}}
		if name != "" {
			listed[0].Name[x.Lang] = name
		}
	}
	if len(d.PriceInfo) == 0 {
		d.PriceInfo = listed
		return
	}
	for i, p := range listed[:min(len(listed), len(d.PriceInfo))] { // in another language
		to := &d.PriceInfo[i]
		if to.Price == "" {
			to.Price = p.Price
		}
		if p.Price == "" || to.costs(string(p.Price)) {
			to.Name[x.Lang] = p.Name[x.Lang]
		}
	}
}

// tariff is one of those that a description lists, the amount in euro on either
// side of its sign: "Kinderen: 5,50 €".
var tariff = regexp.MustCompile(`^([^:;]*[^:;\s]):\s*(?:€\s*(\d+(?:[.,]\d{1,2})?)|(\d+(?:[.,]\d{1,2})?)\s*(?:€|euro?))$`)

// tariffs reads "Basistarief: 12,50 €; Senioren: 10 €"; none when the text is of
// another form.
func tariffs(text, lang string) (all []price) {
	for part := range strings.SplitSeq(text, ";") {
		m := tariff.FindStringSubmatch(strings.TrimSpace(part))
		if m == nil || len(all) > maxOffers {
			return nil
		}
		p := price{Category: "tariff", Name: texts{lang: m[1]}, Price: scalar(strings.ReplaceAll(m[2]+m[3], ",", "."))}
		if len(all) == 0 {
			p.Category = "base"
		}
		all = append(all, p)
	}
	return all
}

// costs reports whether the price is the amount.
func (p price) costs(amount string) bool {
	trim := func(s string) string {
		if strings.Contains(s, ".") {
			s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
		}
		return s
	}
	return trim(string(p.Price)) == trim(amount)
}
