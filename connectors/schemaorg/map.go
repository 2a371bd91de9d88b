package schemaorg

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"moselle/connectors"
	"moselle/schema"
	"moselle/schema/calendar"
)

// mapper turns the things of one document into records.
type mapper struct {
	env     connectors.Env
	source  schema.SourceID
	zone    *time.Location
	license string                // of media, where they do not say
	origin  string                // the address of the whole source; "" for a file
	window  func() calendar.Range // in which rules are turned into dates
	classes map[string]bool
	doc     *document

	works schema.SourceID // holds the works that are named; "" when they are described here

	same     map[string][]*node // every description of an embedded thing, by class and key
	named    map[string]*node   // the one thing of a class and name; nil where there are two
	items    map[*node]string   // the keys of the things that become items of their own
	folded   map[*node]bool     // events that are dates of another
	series   map[*node]string   // the class of the record that a series becomes
	textLang string             // of texts without a language, in the item being mapped
}

// records gathers an item and what is embedded in it.
type records struct {
	*connectors.Records
	m    *mapper
	item *schema.Builder // the item's own; nil until it is built
}

// build is Build, the first of which is the item.
func (r *records) build(class, key, path string) (b *schema.Builder, fresh bool) {
	b, fresh = r.Build(class, key, path)
	if r.item == nil {
		r.item = b
	}
	return b, fresh
}

// embed builds the record of (class, key) from all that the document says of it,
// with name when none of that names it, and returns its IRI; "" when the item
// holds all it may.
func (r *records) embed(class, key, path string, n *node, name string, describe func(*records, *schema.Builder, *node, string)) schema.IRI {
	b, fresh := r.build(class, key, path)
	if b == nil {
		return ""
	}
	if fresh {
		for _, d := range r.m.descriptions(class, key, n) {
			describe(r, b, d, path)
		}
		if !b.Has("name") {
			b.Text("name", r.m.textLang, name)
		}
	}
	return b.IRI()
}

// link adds a link to the record that make returns for each value.
func (r *records) link(b *schema.Builder, prop string, values []value, build func(v value, path string) schema.IRI) {
	for _, v := range values {
		b.Link(prop, build(v, prop))
	}
}

// common adds what every class has. An embedded record is derived from the
// whole source: it must not change with the page that it is named on.
func (m *mapper) common(b *schema.Builder, n *node, page string) {
	if from := m.address(n.all("wasDerivedFrom")); from != "" {
		page = from
	}
	b.Put("derivedFrom", page)
	for _, v := range n.all("sameAs") {
		m.addresses(b, "sameAs", []value{v})
	}
	if id := n.stable(); !n.relative && authority.MatchString(id) {
		b.Put("sameAs", id)
	}
	own := m.address(n.all("url"))
	b.Put("url", own)
	pictures := slices.DeleteFunc(slices.Clone(n.all("image", "photo")), func(v value) bool {
		return v.node == nil && own != "" && m.absolute(v.text) == own // a page without a picture names itself
	})
	m.images(b, "image", pictures, "")
}

// item maps one node into an item or a refusal.
func (m *mapper) item(n *node, key string) (connectors.Item, *connectors.Refusal) {
	r := &records{Records: connectors.NewRecords(m.env), m: m}
	m.textLang = m.doc.lang
	if l := n.all("inLanguage"); m.textLang == "" && len(l) == 1 {
		m.textLang = pageLang(m.label(l[0]))
	}
	var problem *schema.Fault
	switch classOf(n) {
	case "Event":
		if m.classOfEvent(n) == "EventSeries" {
			m.season(r, n, key)
		} else {
			problem = m.event(r, n, key)
		}
	case "Work":
		m.work(r, n, key, "")
	case "Place":
		m.place(r, value{node: n}, "")
	case "Organization", "Person":
		m.agent(r, value{node: n}, classOf(n), "")
	}
	where := m.doc.whereOf(n)
	if r.item == nil {
		return connectors.Item{}, connectors.Refuse(key, where, "name", "", "missing: what it is called")
	}
	if problem != nil {
		problem.Lacks = "startDate"
		r.item.Fault(*problem)
	}
	if n.cut != "" {
		r.item.Fault(schema.Fault{Path: n.cut, Message: fmt.Sprintf("more than %d values; the first are kept", maxValues-1)})
	}
	it, refusal := r.Item(key, where)
	if refusal == nil {
		return it, nil
	}
	if name := m.name(n); name != "" {
		refusal.Where = strings.TrimPrefix(where+", "+clip(name, 80), ", ")
	}
	return connectors.Item{}, refusal
}
