package calendar

import (
	"time"

	"moselle/schema"
)

// Opening says when a place or an event is open: hours by the week within a
// period, and the days on which they are others. Days on which it is closed go
// before days with other hours, and these before the usual ones. Without any
// hours it is open on every day of the period that is not a closed one.
type Opening struct {
	From, To schema.Moment  // first and last day; zero is without bound
	Zone     *time.Location // in which days and hours count; nil is UTC
	Weekly   []Hours
	Special  []Special
}

// Hours are the hours of some weekdays, in local time.
type Hours struct {
	Days          Days // zero is every day
	Opens, Closes Clock
	From, To      schema.Moment // first and last day they hold on; zero is always
}

// Special are days on which it is closed, or open at other hours than usual.
type Special struct {
	From, To schema.Moment     // first and last day; zero is without bound
	Days     Days              // the weekdays that are closed, when there are no hours; zero is all
	Hours    []Hours           // only the weekdays named in them are others than usual; none is closed
	Reason   map[string]string // by language
}

// Permanent reports whether the opening has neither a first nor a last day.
func (o Opening) Permanent() bool { return o.From.IsZero() && o.To.IsZero() }

// HasHours reports whether hours are known on any day. A period without is one
// long date.
func (o Opening) HasHours() bool {
	for _, s := range o.Special {
		if len(s.Hours) > 0 {
			return true
		}
	}
	return len(o.Weekly) > 0
}

// Bounded returns the opening with the period its hours span, where it has none
// of its own and none of them holds for ever.
func (o Opening) Bounded() Opening {
	if !o.Permanent() || len(o.Weekly) == 0 {
		return o
	}
	from, to := o.Weekly[0].From, o.Weekly[0].To
	for _, h := range o.Weekly {
		if h.From.IsZero() || h.From.Time.Before(from.Time) {
			from = h.From
		}
		if h.To.IsZero() || !to.IsZero() && h.To.Time.After(to.Time) {
			to = h.To
		}
	}
	o.From, o.To = from, to
	return o
}

func (o Opening) zone() *time.Location {
	if o.Zone == nil {
		return time.UTC
	}
	return o.Zone
}

// Day returns when it is open on the day, in the opening's zone, that t falls
// on: in order, overlapping hours as one span, each on the day it begins. A day
// open from midnight to midnight is a span without times. special is what rules
// that day in place of the usual hours, nil for nothing.
func (o Opening) Day(t time.Time) (spans []Span, special *Special) {
	p, d := o.plan(), dateOf(t.In(o.zone()))
	hours, special := p.on(d)
	return p.spans(nil, d, hours), special
}

// OpenAt reports whether it is open at the moment t. Hours without an end do
// not make it so.
func (o Opening) OpenAt(t time.Time) bool {
	p, today := o.plan(), dateOf(t.In(o.zone()))
	for d := today - 1; d <= today; d++ { // yesterday's hours may go on behind midnight
		hours, _ := p.on(d)
		for _, s := range p.spans(nil, d, hours) {
			if !t.Before(s.Start.Time) && t.Before(s.End.End()) {
				return true
			}
		}
	}
	return false
}
