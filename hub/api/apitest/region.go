package apitest

import (
	"testing"
	"time"

	"moselle/hub/store"
	"moselle/schema"
)

// The sources of the region.
const (
	programme schema.SourceID = "programme"
	objects   schema.SourceID = "objects"
)

// source is who the records of a source are by.
type source struct {
	id          schema.SourceID
	institution string // name of its record
	dataset     string
	licence     string
}

var sources = map[schema.SourceID]source{
	programme: {programme, "theatre", "season", "CC0-1.0"},
	objects:   {objects, "museum", "holdings", "CC BY 4.0"},
}

// region builds records and gives them names.
type region struct {
	t    testing.TB
	hub  *Hub
	zone *time.Location
	made []made
}

type made struct {
	source schema.SourceID
	build  *schema.Builder
}

// add starts a record under a name, its key at the source.
func (r *region) add(from schema.SourceID, class, name string) *schema.Builder {
	b := schema.Build(from, class, name)
	b.Zone = r.zone
	if s := sources[from]; s.institution != "" {
		b.Link("sdPublisher", schema.Mint(schema.Hub, "Organization", s.institution))
		b.Link("isPartOf", schema.Mint(schema.Hub, "Dataset", s.dataset))
		b.Put("sdLicense", s.licence)
	}
	r.hub.Names[name] = b.IRI()
	r.made = append(r.made, made{from, b})
	return b
}

// at returns the IRI of a record that has been added.
func (r *region) at(name string) schema.IRI {
	iri, ok := r.hub.Names[name]
	if !ok {
		r.t.Fatalf("no record is called %s yet", name)
	}
	return iri
}

// moment reads a date or a time of the region.
func (r *region) moment(s string) schema.Moment {
	if s == "" {
		return schema.Moment{}
	}
	m, err := schema.ParseMoment(s, r.zone)
	if err != nil {
		r.t.Fatal(err)
	}
	return m
}

// fill writes the region. One event is changed afterwards and one deleted, so
// that the change log has every kind of entry.
func (h *Hub) fill(t testing.TB) {
	t.Helper()
	r := &region{t: t, hub: h, zone: h.App.Config.Location()}
	r.institutions()
	r.places()
	r.people()
	r.works()
	r.events()
	for _, from := range []schema.SourceID{schema.Hub, programme, objects} {
		var changes []store.Change
		for _, m := range r.made {
			if m.source == from {
				changes = append(changes, store.Change{Op: store.Create, Record: h.Seal(t, from, m.build)})
			}
		}
		h.Write(t, from, changes...)
	}
	concert := schema.Build(programme, "Event", "concert")
	r.concert(concert, "Concert au pont (complet)")
	h.Write(t, programme, store.Change{Op: store.Update, Record: h.Seal(t, programme, concert)})
	h.Write(t, programme, store.Change{Op: store.Delete, Record: schema.Record{IRI: r.at("gone"), Source: programme, Class: "Event"}, Reason: "source-deleted"})
}

// Seal ends the building of a record as of the hub's clock.
func (h *Hub) Seal(t testing.TB, from schema.SourceID, b *schema.Builder) schema.Record {
	t.Helper()
	d, faults := b.Draft()
	for _, f := range faults {
		if f.Refuses() {
			t.Fatalf("record %s: %v", d.Key, f)
		}
	}
	return schema.Seal(d, from, h.App.Now())
}
