package dc

import (
	"strings"

	"moselle/schema"
)

// Write describes a record in oai_dc. linked gives the records that it leads to,
// nil for one that is not there; page is the record's address at the hub, which
// goes first among its identifiers, "" for none. The statements keep the order of
// the fifteen elements that readers expect, and none stands twice.
func Write(n *schema.Node, linked func(schema.IRI) *schema.Node, page string) []Statement {
	w := &writer{node: n, linked: linked, seen: map[Statement]bool{}}
	w.texts("title", n.Values(n.Class.TitleOf()))
	w.texts("title", n.Values("alternateName"))
	w.links("creator", "creator", "organizer")
	w.links("subject", "about", "genre", "keywords")
	w.texts("description", n.Values("description"))
	w.texts("description", n.Values("abstract"))
	w.links("publisher", "publisher", "holdingArchive", "provider")
	w.links("contributor", "contributor", "performer", "actor", "director")
	w.dates()
	w.kinds()
	w.formats()
	w.identifiers(page)
	w.texts("source", n.Values("creditText"))
	w.texts("language", n.Values("inLanguage"))
	w.links("relation", "isPartOf", "isBasedOn", "workFeatured", "workPerformed")
	w.coverage()
	w.rights()
	return w.out
}

// writer describes one record.
type writer struct {
	node   *schema.Node
	linked func(schema.IRI) *schema.Node
	out    []Statement
	seen   map[Statement]bool
}

func (w *writer) add(term, lang, value string) {
	if lang == schema.Und {
		lang = ""
	}
	s := Statement{term, lang, value}
	if value = strings.TrimSpace(value); value == "" || w.seen[s] {
		return
	}
	w.seen[s] = true
	w.out = append(w.out, s)
}

func (w *writer) texts(term string, values []schema.Value) {
	for _, v := range values {
		w.add(term, v.Lang, v.Text)
	}
}

// links adds the names of what properties lead to: of terms and of records in all
// languages, of what is not at hand its address when others know that.
func (w *writer) links(term string, props ...string) {
	for _, prop := range props {
		for _, v := range w.node.Values(prop) {
			w.named(term, v)
		}
	}
}

func (w *writer) named(term string, v schema.Value) {
	to := v.Part
	if v.Ref != "" {
		to = w.linked(v.Ref)
	}
	switch {
	case to != nil:
		w.texts(term, to.Values(to.Class.TitleOf()))
	case v.Ref == "":
		w.add(term, v.Lang, v.Text)
	case !strings.HasPrefix(string(v.Ref), schema.Scheme):
		w.add(term, "", string(v.Ref))
	}
}

// dates adds when it is or was made: of an event "start/end", of a work the one
// date and the words of its source.
func (w *writer) dates() {
	n := w.node
	if start := n.String("startDate"); start != "" {
		if end := n.String("endDate"); end != "" && end != start {
			start += "/" + end
		}
		w.add("date", "", start)
		return
	}
	w.texts("date", n.Values("dateCreated"))
	if len(n.Values("dateCreated")) == 0 {
		w.texts("date", n.Values("datePublished"))
	}
	w.texts("date", n.Values("dateText"))
}

// formats adds the media types of the files, the measures and the materials.
func (w *writer) formats() {
	for _, m := range w.media() {
		w.texts("format", m.Values("encodingFormat"))
	}
	w.texts("format", w.node.Values("encodingFormat"))
	w.texts("format", w.node.Values("size"))
	w.links("format", "material")
}

func (w *writer) media() []*schema.Node {
	return append(w.node.Nodes("associatedMedia"), w.node.Nodes("image")...)
}

// identifiers adds the page first, then permanent addresses, then numbers.
func (w *writer) identifiers(page string) {
	n := w.node
	w.add("identifier", "", page)
	for _, prop := range []string{"url", "sameAs"} {
		for _, s := range n.Strings(prop) {
			w.add("identifier", "", s)
		}
	}
	for _, p := range n.Nodes("identifier") {
		w.add("identifier", "", p.String("value"))
	}
	w.texts("identifier", n.Values("sourceIdentifier"))
}

// coverage adds places, of an event with their town, and times.
func (w *writer) coverage() {
	for _, prop := range []string{"contentLocation", "locationCreated", "location", "spatialCoverage"} {
		for _, v := range w.node.Values(prop) {
			w.named("coverage", v)
			if to := w.place(v); to != nil && prop == "location" {
				if a := to.Node("address"); a != nil {
					w.texts("coverage", a.Values("addressLocality"))
				}
			}
		}
	}
	w.texts("coverage", w.node.Values("temporalCoverage"))
}

func (w *writer) place(v schema.Value) *schema.Node {
	if v.Ref == "" {
		return nil
	}
	return w.linked(v.Ref)
}

// rights adds the licences of the files, then what is said of the work itself.
func (w *writer) rights() {
	for _, m := range w.media() {
		for _, s := range m.Strings("license") {
			w.add("rights", "", s)
		}
	}
	for _, s := range w.node.Strings("usageInfo") {
		w.add("rights", "", s)
	}
	w.texts("rights", w.node.Values("copyrightNotice"))
}
