package table

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"moselle/schema"
	"moselle/schema/calendar"
	"moselle/schema/dateline"
	"moselle/schema/tree"
)

// maxHours bounds the opening hours that many rows give one event.
const maxHours = 500

// hours adds the opening hours that a mapping finds at a node: to a place they
// are written, of the item itself they are kept for its dates.
func (r *run) hours(m *mapping, b *schema.Builder, at tree.Node) {
	if len(m.hours) == 0 {
		return
	}
	o := r.opening(m, b, at)
	if b.Class().Name == "Event" && b == r.thing.b {
		r.thing.gather(o)
		return
	}
	o.Describe(b)
}

// gather adds the hours of one more row, each once.
func (t *thing) gather(o calendar.Opening) {
	all := &t.opening
	had := len(all.Weekly) + len(all.Special)
	if had >= maxHours {
		return
	}
	for _, h := range o.Weekly {
		if !slices.Contains(all.Weekly, h) {
			all.Weekly = append(all.Weekly, h)
		}
	}
	all.Special = append(all.Special, o.Special...)
	if len(all.Weekly)+len(all.Special) >= maxHours {
		t.b.Fault(schema.Fault{Path: "openingHoursSpecification", Message: fmt.Sprintf("more than %d opening hours; others are left out", maxHours)})
	}
}

// opening reads the hours by way of a place that has nothing else.
func (r *run) opening(m *mapping, b *schema.Builder, at tree.Node) calendar.Opening {
	p := schema.Build(r.env.Source, "Place", "hours")
	p.Zone = r.zone
	if r.zone != nil {
		p.Put("timezone", r.zone.String())
	}
	for _, ru := range m.hours {
		r.repeat(ru, at, func(n tree.Node) { r.put(ru, p, n) })
	}
	d, faults := p.Draft()
	for _, f := range faults {
		if strings.Contains(f.Path, "peningHoursSpecification") {
			b.Fault(f)
		}
	}
	n := schema.NewNode(d.Graph, d.IRI, p.Class())
	for _, s := range n.Nodes("specialOpeningHoursSpecification") {
		if s.String("validFrom")+s.String("validThrough")+s.String("dayOfWeek") == "" {
			b.Fault(schema.Fault{Path: "specialOpeningHoursSpecification", Message: "without a day nobody knows when these hours hold: map validFrom and validThrough"})
		}
	}
	o, _ := calendar.OpeningOf(n)
	return o
}

// byHours gives an event with opening hours its dates: within the period that its
// one date is, else as long as the hours hold. It reports false when there are
// no hours, or when the dates speak for themselves.
func (r *run) byHours(t *thing) bool {
	o := t.opening
	if len(o.Weekly)+len(o.Special) == 0 || len(t.dates) == 0 && len(t.bad) > 0 {
		return false
	}
	o.Zone = r.zone
	if len(t.dates) > 1 {
		o.Describe(t.b)
		return false
	}
	if len(t.dates) == 1 {
		one := t.dates[0]
		o.From, o.To = r.wholeDay(one.Start), r.wholeDay(one.End)
		t.b.Put("eventStatus", one.Status)
		t.b.Put("availability", one.Availability)
	}
	o.Bounded().Put(t.b, r.env.Window())
	return true
}

func (r *run) wholeDay(m schema.Moment) schema.Moment {
	if m.IsZero() {
		return m
	}
	y, mo, d := m.Time.Date()
	return schema.Moment{Time: time.Date(y, mo, d, 0, 0, 0, 0, m.Time.Location()), Day: true}
}

// openingTime adds a time of opening or closing as people write it.
func (r *run) openingTime(ru *rule, b *schema.Builder, text string) {
	c, err := dateline.ParseClock(text)
	if err != nil {
		b.Fault(schema.Fault{Path: ru.prop.Name, Value: text, Message: r.label(ru) + err.Error()})
		return
	}
	b.Put(ru.prop.Name, fmt.Sprintf("%02d:%02d", c.Hour, c.Minute))
}
