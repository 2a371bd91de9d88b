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

// maxEmbedded bounds the records that one item brings with it.
const maxEmbedded = 2000

// records gathers an item and what is embedded in it: one record for each
// (class, key), however often it is named.
type records struct {
	m    *mapper
	list []*schema.Builder
	path []string // where the record stands in the item; "" for the item
	at   map[schema.IRI]bool
	full bool // more are named than an item may bring
}

// build starts the record of (class, key) unless it is there already. It
// returns nil when the item holds all it may.
func (r *records) build(class, key, path string) (b *schema.Builder, fresh bool) {
	b = schema.Build(r.m.source, class, key)
	if r.at[b.IRI()] {
		return b, false
	}
	if len(r.list) > maxEmbedded {
		if !r.full {
			r.full = true
			r.list[0].Fault(schema.Fault{Path: path, Message: fmt.Sprintf("more than %d places, people and works in one item; the first are kept", maxEmbedded)})
		}
		return nil, false
	}
	b.Zone = r.m.zone
	if r.at == nil {
		r.at = map[schema.IRI]bool{}
	}
	r.at[b.IRI()] = true
	r.list = append(r.list, b)
	r.path = append(r.path, path)
	return b, true
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

// drafts ends the building. What an embedded record lacks is told under the
// property that leads to it.
func (r *records) drafts() (drafts []schema.Draft, faults []schema.Fault) {
	for i, b := range r.list {
		d, fs := b.Draft()
		drafts = append(drafts, d)
		for _, f := range fs {
			if r.path[i] != "" {
				if f.Path == "derivedFrom" { // nothing that whoever keeps the source can mend
					continue
				}
				f.Path = strings.TrimSuffix(r.path[i]+"."+f.Path, ".")
				if f.Refuses() {
					f.Severity = schema.Warning
				}
			}
			if !slices.Contains(faults, f) {
				faults = append(faults, f)
			}
		}
	}
	return drafts, faults
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
	b.Put("url", m.address(n.all("url")))
	m.images(b, "image", n.all("image", "photo"), "")
}

// item maps one node into an item or a refusal.
func (m *mapper) item(n *node, key string) (connectors.Item, *connectors.Refusal) {
	r := &records{m: m}
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
	drafts, faults := r.drafts()
	if len(r.list) == 0 {
		faults = append(faults, schema.Fault{Path: "name", Message: "missing: what it is called", Severity: schema.Violation})
	}
	if problem != nil {
		faults = slices.DeleteFunc(faults, func(f schema.Fault) bool { return f.Refuses() && f.Path == "startDate" })
		faults = append(faults, *problem)
	}
	if n.cut != "" {
		faults = append(faults, schema.Fault{Path: n.cut, Message: fmt.Sprintf("more than %d values; the first are kept", maxValues-1)})
	}
	where := m.doc.whereOf(n)
	if refused := schema.Refused(faults); len(refused) > 0 {
		if name := m.name(n); name != "" {
			where += ", " + clip(name, 80)
		}
		return connectors.Item{}, &connectors.Refusal{Key: key, Where: strings.TrimPrefix(where, ", "), Faults: refused}
	}
	return connectors.Item{Key: key, Where: where, Drafts: drafts, Faults: faults}, nil
}
