package iiif

import (
	"html"
	"slices"
	"strings"

	"moselle/schema"
	wire "moselle/schema/wire/iiif"
)

// rows are the properties that become metadata, in the order in which they are
// shown.
var rows = []struct {
	prop string
	how  func(*Writer, *schema.Node, string) []wire.Pair
}{
	{"alternateName", texted}, {"creator", linked}, {"contributor", linked}, {"dateCreated", dated}, {"datePublished", texted},
	{"temporalCoverage", texted}, {"publisher", linked}, {"locationCreated", linked}, {"contentLocation", linked}, {"spatialCoverage", linked},
	{"additionalType", termed}, {"genre", termed}, {"about", termed}, {"keywords", texted}, {"material", termed}, {"size", texted},
	{"inLanguage", texted}, {"identifier", identified}, {"abstract", texted}, {"text", texted}, {"provenance", texted},
	{"itemLocation", linked}, {"conditionsOfAccess", texted}, {"copyrightNotice", texted}, {"usageInfo", addressed},
}

// metadata writes what has no place of its own in a document as pairs.
func (w *Writer) metadata(n *schema.Node) (out []wire.Pair) {
	for _, r := range rows {
		if n.Class.Property(r.prop) != nil {
			out = append(out, r.how(w, n, r.prop)...)
		}
	}
	return out
}

// pairOf is a property's pair, if it says anything.
func pairOf(prop string, value wire.LangMap) []wire.Pair {
	if len(value) == 0 {
		return nil
	}
	return []wire.Pair{{Label: label(prop), Value: value}}
}

func texted(_ *Writer, n *schema.Node, prop string) []wire.Pair {
	return pairOf(prop, langMap(n.Values(prop), markup))
}

// dated is the date as it is counted with and as the source words it.
func dated(_ *Writer, n *schema.Node, prop string) []wire.Pair {
	return pairOf(prop, langMap(slices.Concat(n.Values(prop), n.Values("dateText")), markup))
}

func addressed(_ *Writer, n *schema.Node, prop string) []wire.Pair {
	value := wire.LangMap{}
	for _, s := range n.Strings(prop) {
		value["none"] = append(value["none"], anchor(s, s))
	}
	return pairOf(prop, value)
}

// identified writes identifiers, each kind under its own name where readers know
// that for an identifier, else beside the label.
func identified(_ *Writer, n *schema.Node, prop string) (out []wire.Pair) {
	for _, part := range n.Nodes(prop) {
		p := wire.Pair{Label: label(prop), Value: wire.LangMap{"none": {markup(part.String("value"))}}}
		if kind := part.String("propertyID"); known()[schema.NameKey(kind)] == "identifier" {
			p.Label = wire.LangMap{"none": {kind}}
		} else if kind != "" {
			p.Label["none"] = []string{kind}
		}
		out = append(out, p)
	}
	return out
}

func termed(_ *Writer, n *schema.Node, prop string) []wire.Pair {
	return named(prop, n.Nodes(prop))
}

func linked(w *Writer, n *schema.Node, prop string) []wire.Pair {
	var to []*schema.Node
	for _, iri := range n.Refs(prop) {
		if l := w.Linked(iri); l != nil {
			to = append(to, l)
		}
	}
	return named(prop, to)
}

// named writes things by their names. Those that are named in the same languages
// share a pair, so that readers find again which names are one thing's.
func named(prop string, all []*schema.Node) (out []wire.Pair) {
	at := map[string]int{}
	for _, n := range all {
		names := n.Texts("name")
		langs := make([]string, 0, len(names))
		for lang := range names {
			langs = append(langs, tag(lang))
		}
		slices.Sort(langs)
		key := strings.Join(langs, " ")
		i, there := at[key]
		if !there {
			i = len(out)
			at[key] = i
			out = append(out, wire.Pair{Label: label(prop), Value: wire.LangMap{}})
		}
		for lang, name := range names {
			out[i].Value[tag(lang)] = append(out[i].Value[tag(lang)], anchor(authorityAmong(n.Strings("sameAs")), oneLine(name)+years(n)))
		}
	}
	return slices.DeleteFunc(out, func(p wire.Pair) bool { return len(p.Value) == 0 })
}

// years are those of a person's life, as they stand behind a name.
func years(n *schema.Node) string {
	if n.Class.Name != "Person" {
		return ""
	}
	born, died := yearOf(n.String("birthDate")), yearOf(n.String("deathDate"))
	if born+died == "" {
		return ""
	}
	return " (" + born + "–" + died + ")"
}

// yearOf returns the year of a date; "" for none, and for one before the year 0.
func yearOf(date string) string {
	if len(date) < 4 || date[0] == '-' {
		return ""
	}
	return date[:4]
}

func authorityAmong(all []string) string {
	for _, s := range all {
		if authorityOf(s) != "" {
			return s
		}
	}
	return ""
}

// anchor writes a text that leads to an address; the text alone where that is "".
func anchor(address, text string) string {
	if address == "" {
		return markup(text)
	}
	return `<a href="` + html.EscapeString(address) + `">` + html.EscapeString(text) + "</a>"
}

// markup writes a text as it may stand in a value: one that could be taken for
// HTML as HTML (Presentation API 3.0, section 4.5).
func markup(s string) string {
	if !strings.ContainsAny(s, "<&") {
		return s
	}
	return "<span>" + html.EscapeString(s) + "</span>"
}
