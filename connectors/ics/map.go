package ics

import (
	"fmt"
	"time"

	"moselle/connectors"
	"moselle/schema"
	"moselle/schema/calendar"
)

// mapper turns the events of one file into items. It is the same for the same
// file, settings and window.
type mapper struct {
	Settings
	env    connectors.Env
	lang   string
	window calendar.Range
	zones  *zones
	local  *time.Location    // of the event at hand: the zone its readers live in
	places map[string]*place // by key
	read   map[string]*place // by LOCATION as written
	keys   map[string]bool   // given so far
}

// mapper makes the mapper of a file. It looks at all places first, so that a
// venue is described alike wherever it is named.
func (c *connector) mapper(f *file, w calendar.Range) *mapper {
	m := &mapper{Settings: c.Settings, env: c.env, lang: c.Lang, window: w, places: map[string]*place{}, read: map[string]*place{},
		keys:  map[string]bool{},
		zones: &zones{window: w, fallback: c.zone, fixed: c.zone != nil, known: map[zoneKey]*zone{}}}
	if m.lang == "" {
		m.lang = c.env.Lang
	}
	if m.zones.fallback == nil {
		m.zones.fallback = c.env.Zone
	}
	if m.zones.fallback == nil {
		m.zones.fallback = time.UTC
	}
	for _, g := range f.groups {
		for _, e := range g.entries {
			m.learn(e)
		}
	}
	return m
}

// yield gives a group's items, or their refusals.
func (m *mapper) yield(g *group, next connectors.Cursor, yield func(connectors.Item, error) bool) bool {
	events := g.events()
	raw := g.raw()
	if len(events) == 1 { // the last bytes know one key
		if key, ok := m.env.Known(raw); ok && !m.keys[key] {
			m.keys[key] = true
			return yield(connectors.Item{Key: key, Same: true, Next: next}, nil)
		}
	} else {
		raw = nil
	}
	for _, ev := range events {
		if m.keys[ev.key] {
			if !yield(connectors.Item{}, connectors.Refuse(ev.key, ev.main.where(g), "sourceIdentifier", ev.key, "another event has this key already: each needs a UID of its own")) {
				return false
			}
			continue
		}
		m.keys[ev.key] = true
		item, refusal := m.item(g, ev)
		if refusal != nil {
			if !yield(connectors.Item{}, refusal) {
				return false
			}
			continue
		}
		item.Raw, item.Next = raw, next
		if !yield(item, nil) {
			return false
		}
	}
	return true
}

// item maps one event.
func (m *mapper) item(g *group, ev *event) (connectors.Item, *connectors.Refusal) {
	e := ev.main
	where := e.where(g)
	if m.hides(e) {
		return connectors.Item{}, connectors.Refuse(ev.key, where, "", "", "marked CLASS:%s, not for the public (the setting private reads it all the same)", e.Value("CLASS"))
	}
	if name, _ := m.title(e); name == "" {
		return connectors.Item{}, connectors.Refuse(ev.key, where, "name", "", "SUMMARY is missing or empty: an event needs a title")
	}
	for _, f := range e.Faults {
		ev.faults = append(ev.faults, schema.Fault{Message: fmt.Sprintf("line %d: %s", f.Line, f.Message)})
	}
	m.local = m.zones.floating(e.head).Location
	w, refusal := m.when(g, e, &ev.faults)
	if refusal != nil {
		return connectors.Item{}, refusal
	}
	dates, truncated, refusal := m.occurrences(g, ev, w)
	if refusal != nil {
		return connectors.Item{}, refusal
	}
	if len(dates) == 0 {
		return connectors.Item{}, connectors.Refuse(ev.key, where, "startDate", e.Value("EXDATE"), "every date is excepted (EXDATE): none is left")
	}

	b := schema.Build(m.env.Source, "Event", ev.key)
	b.Zone = m.local
	for _, f := range ev.faults {
		b.Fault(f)
	}
	m.texts(b, e)
	b.Put("eventStatus", ev.status())
	b.Put("timezone", m.zoneName(w))
	w.set.Describe(b, m.window)
	b.Occurrences(dates)
	if truncated {
		b.Truncated()
	}
	drafts := m.around(b, ev)
	draft, faults := b.Draft()
	item := connectors.Item{Key: ev.key, Where: where, Drafts: append([]schema.Draft{draft}, drafts...), Faults: faults}
	if bad := schema.Refused(faults); len(bad) > 0 {
		return connectors.Item{}, &connectors.Refusal{Key: ev.key, Where: where, Faults: bad}
	}
	return item, nil
}

// status is that of the dates that have none of their own: the main VEVENT's,
// unless the event is known by single dates only.
func (ev *event) status() string {
	if ev.orphaned {
		return "EventScheduled"
	}
	return ev.main.status()
}

// zoneName returns the IANA name of the zone the event's times are shown in; ""
// when it has none.
func (m *mapper) zoneName(w when) string {
	if named(w.zone) {
		return w.zone.String()
	}
	return m.local.String()
}
