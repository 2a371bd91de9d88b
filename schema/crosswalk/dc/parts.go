package dc

import (
	"iter"
	"slices"
	"strings"

	"moselle/schema"
	"moselle/schema/crosswalk"
)

// within adds the collection that it belongs to, which is known by its name and held
// by whoever holds the thing.
func (m *reader) within(s Statement) {
	var holder schema.IRI
	if i := slices.IndexFunc(m.all, func(o Statement) bool { return o.Term == "dataProvider" }); i >= 0 {
		holder = m.Agent("Organization", m.all[i].Lang, m.all[i].Value, "", "isPartOf.provider")
	}
	for name := range parts(s.Value) {
		if crosswalk.IsAddress(name) {
			continue
		}
		m.b.Link("isPartOf", m.Embed("Collection", schema.NameKey(name), "isPartOf", func(c *schema.Builder) {
			c.Text("name", m.LangOf(s.Lang), name)
			c.Link("provider", holder)
		}))
	}
}

// source adds where it was taken from: words to print beside it, a file or, where
// nothing else is, its page.
func (m *reader) source(lang, value string) {
	switch {
	case !crosswalk.IsAddress(value):
		m.say("creditText", lang, value)
	case !m.keep(value, "") && m.page == "":
		m.page = value
	}
}

// parts yields what stands between semicolons, by which many systems put the values
// of a field together. DCMI Point, Box and Period are one.
func parts(value string) iter.Seq[string] {
	return func(yield func(string) bool) {
		if strings.Contains(value, "=") {
			yield(crosswalk.OneLine(value))
			return
		}
		for part := range strings.SplitSeq(value, ";") {
			if part = crosswalk.OneLine(part); part != "" && !yield(part) {
				return
			}
		}
	}
}
