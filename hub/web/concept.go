package web

import (
	"net/url"
	"slices"
	"strings"

	"moselle/hub/catalog"
	"moselle/schema"
	"moselle/schema/taxonomy"
)

// filed says which lists have records of a concept, by the facet that its
// vocabulary is.
func filed(c *taxonomy.Concept) (facet string, classes []string) {
	switch c.Scheme.Code {
	case "event":
		return "category", []string{"Event"}
	case "place":
		return "category", []string{"Place"}
	case "work":
		return "category", []string{"Work"}
	case "audience":
		return "audience", []string{"Event"}
	case "accessibility":
		return "accessibility", []string{"Event", "Place"}
	case "region":
		return "region", []string{"Event", "Place", "Organization", "Work"}
	}
	return "", nil
}

// underConcept are the records that a concept is the category, the region, the
// audience or a feature of: events to come, and of each list the first.
func (s *Surface) underConcept(c *taxonomy.Concept, add func(title string, q catalog.Query, params url.Values, path string) error) error {
	facet, classes := filed(c)
	for _, class := range classes {
		q := catalog.Query{Confirmed: true}
		q.Filter("class", class)
		q.Filter(facet, c.ID())
		list, _ := listOf(class)
		q.Facets, q.FacetSize = catalog.Without(list.facets, facet), maxCounted
		title := "nav." + list.path
		if class == "Event" {
			title, q.From = "section.events", catalog.Bound{At: s.catalog.Now()}
		} else {
			q.Sort = catalog.ByTitle
		}
		if err := add(title, q, url.Values{facet: {c.ID()}}, list.path); err != nil {
			return err
		}
	}
	return nil
}

// concept adds the lines of a term of a vocabulary, and of a vocabulary: where
// it stands among the others, which it leads to.
func (v view) concept(add func(label string, values ...link)) {
	add("scopeNote", v.text("scopeNote"))
	add("altLabel", v.also("altLabel")...)
	add("notation", link{Text: v.node.String("notation")})
	add("inScheme", v.records("inScheme")...)
	add("broader", v.records("broader")...)
	add("narrower", v.sorted("narrower")...)
	add("hasTopConcept", v.sorted("hasTopConcept")...)
}

// also gives the texts of a property in the page's language.
func (v view) also(prop string) []link {
	var out []link
	for _, value := range v.node.Values(prop) {
		if value.Lang == v.lang {
			out = append(out, link{Text: value.Text})
		}
	}
	return out
}

// sorted names linked records in the order of their titles.
func (v view) sorted(prop string) []link {
	out := v.records(prop)
	slices.SortStableFunc(out, func(a, b link) int {
		return strings.Compare(schema.NameKey(a.Text), schema.NameKey(b.Text))
	})
	return out
}
