package kulturdaten

import (
	"slices"
	"strings"

	"moselle/connectors"
	"moselle/schema"
	"moselle/schema/tree"
)

// mapper turns one thing into records.
type mapper struct {
	*connectors.Records
	r *run
}

// classes are those that things become.
var classes = map[thing]string{event: "Event", attraction: "EventSeries", location: "Place", organization: "Organization", tag: "Concept"}

// item maps a thing into an item or a refusal.
func (r *run) item(o tree.Node, of thing, key, where string) (connectors.Item, *connectors.Refusal) {
	env := r.env
	env.Zone = r.zone
	m := &mapper{connectors.NewRecords(env), r}
	b, _ := m.Build(classes[of], key, "")
	switch of {
	case event:
		m.event(b, o)
	case tag:
		m.concept(b, o, key)
	case location:
		if virtual(o) {
			return connectors.Item{}, connectors.Refuse(key, where, "isVirtual", title(o, r.Lang), "this location exists online only and is no place; it is given with the events that name it, and nothing has to be mended")
		}
		m.place(b, o)
	default:
		m.describe(of, b, o)
	}
	return m.Item(key, where)
}

// describe fills the record of a thing that is an item or is referred to.
func (m *mapper) describe(of thing, b *schema.Builder, o tree.Node) {
	switch of {
	case attraction:
		m.series(b, o)
	case location:
		m.place(b, o)
	case organization:
		m.organization(b, o)
	}
}

// common adds what all things but tags have in common.
func (m *mapper) common(b *schema.Builder, o tree.Node, of thing) {
	m.texts(b, "name", o.Member("title"))
	b.Put("url", plain(o.Member("website")))
	id := plain(o.Member("identifier"))
	if m.r.api != "" && id != "" {
		b.Put("derivedFrom", m.r.api+of.list()+"/"+id)
	}
	meta := o.Member("metadata")
	if from, there := plain(meta.Member("origin")), plain(meta.Member("originObjectID")); there != "" && id != "" {
		b.Put("sourceIdentifier", strings.TrimPrefix(from+"/"+there, "/"))
	}
	for v := range meta.Member("externalIDs").Children() {
		if s := plain(v); s != "" {
			b.Put("sourceIdentifier", v.Key()+"/"+s)
		}
	}
	for link := range each(o.Member("externalLinks")) {
		if at := plain(link.Member("url")); authority(at) {
			b.Put("sameAs", at)
		} else if !b.Has("url") {
			b.Put("url", at)
		}
	}
}

// authority reports whether an address identifies a thing, where others only say
// something about it.
func authority(at string) bool {
	for _, base := range []string{"//www.wikidata.org/", "//wikidata.org/", ".wikipedia.org/wiki/", "//d-nb.info/gnd/", "//isni.org/", "//ror.org/", "//viaf.org/"} {
		if strings.Contains(at, base) {
			return true
		}
	}
	return false
}

// texts adds a text in all its languages, on one line each.
func (m *mapper) texts(b *schema.Builder, prop string, n tree.Node) {
	for _, t := range texts(n, m.r.Lang) {
		b.Text(prop, t.lang, strings.Join(strings.Fields(t.text), " "))
	}
}

// title returns a thing's first title.
func title(o tree.Node, lang string) string {
	for _, t := range texts(o.Member("title"), lang) {
		return t.text
	}
	return ""
}

// description adds texts as one description in each language, one behind the
// other unless it stands there already.
func (m *mapper) description(b *schema.Builder, parts ...tree.Node) {
	var all []said
	for _, part := range parts {
		for _, t := range texts(part, m.r.Lang) {
			i := slices.IndexFunc(all, func(s said) bool { return s.lang == t.lang })
			switch {
			case i < 0:
				all = append(all, t)
			case !strings.Contains(all[i].text, t.text):
				all[i].text += "\n\n" + t.text
			}
		}
	}
	for _, t := range all {
		b.Text("description", t.lang, t.text)
	}
}

// refer returns the record of what is referred to: a link where it is an item of
// this run, else a record of its own, by what is known of it or its label.
func (m *mapper) refer(b *schema.Builder, of thing, ref reference, path string) schema.IRI {
	o, item, ok := m.r.find(of, ref.id)
	switch {
	case item && !(of == location && virtual(o)):
		return schema.Mint(m.r.env.Source, classes[of], ref.id)
	case ok:
		return m.Embed(classes[of], ref.id, path, func(b *schema.Builder) { m.describe(of, b, o) })
	}
	if why := m.r.failed[ref.id]; why != "" {
		b.Fault(schema.Fault{Path: path, Value: ref.id, Message: "the " + string(of) + " could not be asked for, only its label is known: " + why})
	}
	names := texts(ref.label, m.r.Lang)
	if len(names) == 0 {
		b.Fault(schema.Fault{Path: path, Value: ref.id, Message: "only the number of the " + string(of) + " is given, and no name; it is left out; add referenceLabel, or its list under the setting with"})
		return ""
	}
	key := ref.id
	if key == "" {
		key = schema.NameKey(names[0].text)
	}
	return m.EmbedNamed(classes[of], key, path, func(b *schema.Builder) { m.texts(b, "name", ref.label) })
}
