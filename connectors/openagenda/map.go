package openagenda

import (
	"context"
	"strings"

	"moselle/schema"
)

// mapper turns events into records.
type mapper struct {
	*connector
	choices choices         // what the numbers in the agenda's own fields stand for
	told    map[string]bool // the agenda's own fields that were told of
}

// maxTold bounds the names of fields that a run keeps in mind.
const maxTold = 200

func (c *connector) newMapper(ctx context.Context) (*mapper, error) {
	m := &mapper{connector: c, told: map[string]bool{}}
	var err error
	m.choices, err = c.loadChoices(ctx)
	return m, err
}

// records gathers an event and what it brings with it.
type records struct {
	event  *schema.Builder
	others []other
}

// other is a record that an event brings, and the property that leads to it.
type other struct {
	*schema.Builder
	path string
	bare bool // OpenAgenda gives no more than its name, and what it lacks is nobody's fault
}

// build starts a record beside the event.
func (r *records) build(m *mapper, class, key, path string, bare bool) *schema.Builder {
	b := schema.Build(m.env.Source, class, key)
	r.others = append(r.others, other{b, path, bare})
	return b
}

// mapEvent turns an event into its record and those it brings.
func (m *mapper) mapEvent(o object, key string) ([]schema.Draft, []schema.Fault) {
	b := schema.Build(m.env.Source, "Event", key)
	r := &records{event: b}
	m.put(b, "name", o["title"], false)
	m.describe(b, o["description"], first(o, "longDescription", "html"))
	m.keywords(b, o["keywords"])
	page := pageOf(o)
	b.Put("url", page)
	if page == "" {
		page = m.origin()
	}
	b.Put("derivedFrom", page)
	b.Zone = m.dates(b, o)
	m.status(b, o)
	m.place(r, o)
	m.online(b, o)
	m.agents(r, o)
	m.images(b, o)
	m.offers(b, o)
	m.visitors(b, o)
	m.types(b, o)
	m.own(b, o)
	return r.drafts()
}

// first returns the first of the members that holds something.
func first(o object, names ...string) any {
	for _, name := range names {
		switch v := o[name].(type) {
		case nil:
		case map[string]any:
			if len(v) > 0 {
				return v
			}
		default:
			return v
		}
	}
	return nil
}

// drafts ends the building. What a record beside the event lacks is told under
// the property that leads to it.
func (r *records) drafts() ([]schema.Draft, []schema.Fault) {
	d, faults := r.event.Draft()
	drafts := []schema.Draft{d}
	for _, o := range r.others {
		d, more := o.Draft()
		drafts = append(drafts, d)
		for _, f := range more {
			if f.Path == "derivedFrom" || o.bare && f.Missing() { // nothing that whoever keeps the source can mend
				continue
			}
			f.Path = strings.TrimSuffix(o.path+"."+f.Path, ".")
			if f.Refuses() {
				f.Severity = schema.Warning
			}
			faults = append(faults, f)
		}
	}
	return drafts, faults
}

// site is where OpenAgenda shows agendas and events.
const site = "https://openagenda.com/"

// pageOf returns the address of an event's page: as it says, else made of the
// agenda it was entered in.
func pageOf(o object) string {
	if page := o.text("canonicalUrl"); page != "" {
		return page
	}
	slug, agenda := o.text("slug"), agendaOf(o)
	switch {
	case slug == "" || strings.ContainsAny(slug, "/?# "):
	case agenda.text("slug") != "":
		return site + agenda.text("slug") + "/events/" + slug
	case agenda.text("uid") != "":
		return site + "agendas/" + agenda.text("uid") + "/events/" + slug
	}
	return ""
}

// origin returns the source's address without what may be a key; "" for a file.
func (m *mapper) origin() string {
	address, _, _ := strings.Cut(m.env.Location, "?")
	if !strings.HasPrefix(address, "http") {
		return ""
	}
	return address
}
