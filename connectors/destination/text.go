package destination

import (
	"slices"
	"strings"

	"moselle/schema"
	"moselle/schema/tree"
)

// said returns the text with a rel: the plain one, else the one in HTML or
// without a type.
func (m *mapper) said(rel string) string {
	var other tree.Node
	for t := range tree.Values(get(m.o, "texts")) {
		value := get(t, "value")
		if value.Text() == "" || !strings.EqualFold(get(t, "rel").Text(), rel) {
			continue
		}
		if strings.EqualFold(get(t, "type").Text(), "text/plain") {
			if s := schema.CleanText(value.Text()); s != "" {
				return s
			}
		} else if other.Kind() == tree.Absent {
			other = value
		}
	}
	return schema.PlainText(other.Text())
}

// description adds the short text, and behind it the long one unless that begins
// with it. A place without hours that a machine can read has them in words.
func (m *mapper) description(b *schema.Builder) {
	short, long := m.said("teaser"), m.said("details")
	var parts []string
	if short != "" && !strings.HasPrefix(long, strings.TrimRight(short, ".… ")) {
		parts = append(parts, short)
	}
	if long != "" {
		parts = append(parts, long)
	}
	if b.Class().Name == "Place" && !m.opens() {
		for _, rel := range []string{"openings", "dayoff"} {
			if s := m.said(rel); s != "" {
				parts = append(parts, s)
			}
		}
	}
	b.Text("description", m.lang, strings.Join(parts, "\n\n"))
}

// taken are the members of items that are read, or left out as the README says,
// and rels those of their texts.
var (
	taken = []string{"global_id", "id", "title", "type", "categories", "categories_old", "texts", "country", "areas", "areas_old", "city", "zip", "street", "phone", "phone2",
		"fax", "web", "email", "author", "geo", "ratings", "cuisine_types", "cuisineTypes", "cuisine_types_old", "payment", "payment_old", "paymentMethods", "media_objects",
		"keywords", "keywords_old", "timeIntervals", "timeIntervalExceptions", "kitchenTimeIntervals", "deliveryTimeIntervals", "alwaysOpen", "numbers", "name", "attributes",
		"features", "features_old", "addresses", "created", "changed", "source", "source_id", "company", "district", "postoffice", "seasons", "subitems", "hyperObjects"}
	rels = []string{"details", "teaser", "openings", "dayoff", "PRICE_INFO", "PRICE_INFO_EXTRA", "PRICE_REDUCEDINFO"}
)

// maxTold bounds the names that a run keeps in mind.
const maxTold = 200

// leftOut tells once a run of each member and each rel that is not read.
func (m *mapper) leftOut(b *schema.Builder) {
	var left []string
	tell := func(name string) {
		if !m.told[name] && len(m.told) < maxTold {
			m.told[name] = true
			left = append(left, name)
		}
	}
	for n := range m.o.Children() {
		if !slices.Contains(taken, n.Key()) {
			tell(n.Key())
		}
	}
	for t := range tree.Values(get(m.o, "texts")) {
		rel := text(get(t, "rel"))
		if rel != "" && get(t, "value").Text() != "" && !slices.ContainsFunc(rels, func(r string) bool { return strings.EqualFold(r, rel) }) {
			tell("texts." + rel)
		}
	}
	if len(left) > 0 {
		b.Fault(schema.Fault{Severity: schema.Info, Value: strings.Join(left, ", "), Message: "these are left out, here and in the items that follow: they are not known to this connector"})
	}
}
