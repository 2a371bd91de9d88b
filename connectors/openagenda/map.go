package openagenda

import (
	"context"
	"strings"

	"moselle/connectors"
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
	*connectors.Records
	event *schema.Builder
}

// mapEvent turns an event into an item or a refusal.
func (m *mapper) mapEvent(o object, key, where string) (connectors.Item, *connectors.Refusal) {
	all := connectors.NewRecords(m.env)
	b, _ := all.Build("Event", key, "")
	r := &records{all, b}
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
	return r.Item(key, where)
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
