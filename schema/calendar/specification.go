package calendar

import (
	"maps"
	"slices"
	"time"

	"moselle/schema"
)

const (
	usual = "openingHoursSpecification"
	other = "specialOpeningHoursSpecification"
)

// maxHours bounds the hours that are read from one thing.
const maxHours = 2000

// Describe writes the hours down as parts of an event or a place, with the zone
// they are meant in. The period is the event's own startDate and endDate.
func (o Opening) Describe(b *schema.Builder) {
	if len(o.Weekly)+len(o.Special) > 0 && o.zone() != time.UTC {
		b.Put("timezone", o.zone().String())
	}
	for _, h := range o.Weekly {
		h.describe(b.Part(usual, "OpeningHours"), h.From, h.To)
	}
	for _, s := range o.Special {
		for _, h := range s.Hours {
			p := b.Part(other, "OpeningHours")
			h.describe(p, s.From, s.To)
			s.because(p)
		}
		if len(s.Hours) == 0 {
			p := b.Part(other, "OpeningHours")
			specify(p, s.Days, s.From, s.To)
			s.because(p)
		}
	}
}

func (h Hours) describe(p *schema.Builder, from, to schema.Moment) {
	specify(p, h.Days, from, to)
	if h.Whole() {
		h.Closes = dayLong // "00:00" to "00:00" says closed elsewhere
	}
	p.Put("opens", h.Opens.String())
	p.Put("closes", h.Closes.String())
}

func specify(p *schema.Builder, d Days, from, to schema.Moment) {
	for _, name := range d.Names() {
		p.Put("dayOfWeek", name)
	}
	p.Moment("validFrom", from)
	p.Moment("validThrough", to)
}

func (s Special) because(p *schema.Builder) {
	for _, lang := range slices.Sorted(maps.Keys(s.Reason)) {
		p.Text("description", lang, s.Reason[lang])
	}
}

// OpeningOf reads the opening out of the view of an event or a place; false when
// it says nothing of when it is open: no hours, and an event that is not
// permanent. Hours that cannot be read are passed over.
func OpeningOf(n *schema.Node) (Opening, bool) {
	o := Opening{Zone: time.UTC}
	if z, err := schema.LoadZone(n.String("timezone")); err == nil {
		o.Zone = z
	}
	permanent := n.Bool("permanent")
	if n.Class.Name == "Event" && !permanent {
		o.From, o.To = o.day(n, "startDate"), o.day(n, "endDate")
	}
	for _, p := range n.Nodes(usual) {
		if h, ok := o.hours(p); ok && len(o.Weekly) < maxHours {
			h.From, h.To = o.day(p, "validFrom"), o.day(p, "validThrough")
			o.Weekly = append(o.Weekly, h)
		}
	}
	for _, p := range n.Nodes(other) {
		if len(o.Special) < maxHours {
			o.special(p)
		}
	}
	return o, permanent || len(o.Weekly)+len(o.Special) > 0
}

// day reads the day of a date.
func (o Opening) day(n *schema.Node, prop string) schema.Moment {
	m, err := schema.ParseMoment(n.String(prop), o.Zone)
	if err != nil {
		return schema.Moment{}
	}
	return dateOf(m.Time.In(o.Zone)).moment(o.Zone)
}

// hours reads a part's hours; false for one that cannot be read. A part that
// names days without hours is open on them all day.
func (o Opening) hours(p *schema.Node) (Hours, bool) {
	h := Hours{Days: DaysNamed(p.Strings("dayOfWeek")...)}
	opens, closes := p.String("opens"), p.String("closes")
	if opens == "" {
		return h, closes == ""
	}
	var err1, err2 error
	h.Opens, err1 = ParseClock(opens)
	h.Closes, err2 = ParseClock(closes)
	return h, err1 == nil && err2 == nil
}

// special adds an exception. Parts of the same days and reason are one.
func (o *Opening) special(p *schema.Node) {
	s := Special{From: o.day(p, "validFrom"), To: o.day(p, "validThrough")}
	if len(p.Values("description")) > 0 {
		s.Reason = p.Texts("description")
	}
	h, ok := o.hours(p)
	switch {
	case !ok, s.From.IsZero() && s.To.IsZero() && h.Days == 0:
		return // an exception without a day
	case p.String("opens") == "":
		s.Days = h.Days
		o.Special = append(o.Special, s)
		return
	}
	for i := range o.Special {
		t := &o.Special[i]
		if len(t.Hours) > 0 && t.From == s.From && t.To == s.To && maps.Equal(t.Reason, s.Reason) {
			t.Hours = append(t.Hours, h)
			return
		}
	}
	s.Hours = []Hours{h}
	o.Special = append(o.Special, s)
}
