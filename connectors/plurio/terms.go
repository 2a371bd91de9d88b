package plurio

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"moselle/schema"
	"moselle/schema/wire/plurio"
)

// categories adds what kind of thing an entry is, by Plurio.net's numbers. Those
// of ages say whom an event is for.
func (m *mapper) categories(b *schema.Builder, prop string, list []string) {
	low, high := -1, -1
	for i, number := range list {
		if i == maxList {
			warn(b, prop, "", fmt.Sprintf("more than %d categories; the first are kept", maxList))
			break
		}
		if number = strings.TrimSpace(number); number == "" {
			continue
		}
		c, ok := m.category(number)
		if !ok {
			note(b, prop, number, "the hub does not know what this category is called: name it under terms in the source's declaration, or give Plurio.net's list in the setting categories")
			c.Names = map[string]string{schema.Und: number}
		}
		as := prop
		if c.Ages != "" && b.Class().Name == "Event" {
			as = "audience"
			low, high = span(low, high, c.Ages)
		}
		t := b.Part(as, "DefinedTerm")
		for _, lang := range slices.Sorted(maps.Keys(c.Names)) {
			t.Text("name", lang, c.Names[lang])
		}
		t.Put("termCode", number)
		t.Put("sameAs", "urn:plurio:category:"+number)
		m.kind(b, c)
	}
	switch {
	case low < 0:
	case high < 0:
		b.Put("typicalAgeRange", strconv.Itoa(low)+"-")
	default:
		b.Put("typicalAgeRange", strconv.Itoa(low)+"-"+strconv.Itoa(high))
	}
}

// category returns a category by its number: of the list that the settings name,
// else of those that are known.
func (m *mapper) category(number string) (plurio.Category, bool) {
	known, ok := plurio.CategoryOf(number)
	if names := m.names.categories[number]; len(names) > 0 {
		return plurio.Category{Names: names, Ages: known.Ages}, true
	}
	return known, ok
}

// noEnd is an age without an upper end.
const noEnd = 150

// span widens ages from low to high, -1 for none, by those of a category.
func span(low, high int, ages string) (int, int) {
	from, to, _ := strings.Cut(ages, "-")
	a, _ := strconv.Atoi(from)
	z, err := strconv.Atoi(to)
	if low < 0 {
		low = a
		high = 0
	} else if high < 0 {
		high = noEnd
	}
	if err != nil {
		z = noEnd
	}
	low, high = min(low, a), max(high, z)
	if high == noEnd {
		high = -1
	}
	return low, high
}

// types are schema.org's by the first word of a category in German; two words
// are looked at first.
var types = map[string]string{
	"Darstellende Kunst: Schauspiel": "TheaterEvent", "Darstellende Kunst: Tanz": "DanceEvent", "Darstellende Kunst: Kleinkunst, Kabaretts": "ComedyEvent",
	"Musik": "MusicEvent", "Darstellende Kunst": "PerformingArtsEvent", "Bildende Kunst": "VisualArtsEvent", "Wechselausstellungen": "ExhibitionEvent",
	"Dauerausstellungen, Sammlungen": "ExhibitionEvent", "Film, Audiovisuelles": "ScreeningEvent", "Literatur, Bücher, Lesen": "LiteraryEvent",
	"Festivals": "Festival", "Kulturelle Bildung und Soziokultur": "EducationEvent", "Junges Publikum": "ChildrensEvent",
}

// kind adds the type that a category means.
func (m *mapper) kind(b *schema.Builder, c plurio.Category) {
	if b.Class().Name != "Event" {
		return
	}
	name := c.Names["de"]
	top, last, _ := strings.Cut(name, ": ")
	for _, key := range []string{name, top} {
		if t := types[key]; t != "" {
			b.Type(t)
			break
		}
	}
	if last == "Festivals" {
		b.Type("Festival")
	}
}
