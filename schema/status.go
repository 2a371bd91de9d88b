package schema

import "slices"

// derive works an event's status and availability out of its dates, so that
// what is said of the whole and what is said of the parts never disagree. A
// status that the source gave the event stands for the dates that have none of
// their own, and is written there when the whole comes to another. So does an
// availability, which dates take from the whole only when none has its own: there
// is no word for not known.
func (b *Builder) derive() {
	if b.class != event && b.class != eventSeries {
		return
	}
	own := b.code("eventStatus")
	if own == "" {
		own = "EventScheduled"
	}
	booked := ""
	if b.class == event {
		booked = b.code("availability")
	}
	var dates []*Builder
	var statuses, bookings []string
	for _, v := range b.values {
		if v.prop.Name != "occurrence" {
			continue
		}
		status, seats := first(v.part.code("eventStatus"), own), first(v.part.code("availability"), booked)
		dates, statuses = append(dates, v.part), append(statuses, status)
		if takesPlace(status) {
			bookings = append(bookings, seats)
		}
	}
	if len(dates) == 0 {
		b.set("eventStatus", own)
		return
	}
	status, seats := DeriveStatus(statuses), DeriveAvailability(bookings)
	apart := slices.ContainsFunc(dates, func(d *Builder) bool { return d.code("availability") != "" })
	for _, d := range dates {
		if status != own && d.code("eventStatus") == "" {
			d.set("eventStatus", own)
		}
		if apart && d.code("availability") == "" {
			d.set("availability", booked)
		}
	}
	b.set("eventStatus", status)
	b.set("availability", seats)
}

// DeriveStatus returns the status of an event whose dates have the given ones:
// it takes place when any date does, in the way they all do or else as
// scheduled; else it is tentative or postponed when any date is; else cancelled.
func DeriveStatus(dates []string) string {
	best := ""
	for _, s := range dates {
		switch {
		case best == "" || s == best:
			best = s
		case takesPlace(s) && takesPlace(best):
			best = "EventScheduled"
		case rank(s) < rank(best):
			best = s
		}
	}
	return first(best, "EventScheduled")
}

// DeriveAvailability returns how far an event is booked whose dates that take
// place are booked so: what is best of them; unknown, "", before sold out.
func DeriveAvailability(dates []string) string {
	best := "SoldOut"
	if len(dates) == 0 {
		best = ""
	}
	for _, s := range dates {
		if seats(s) < seats(best) {
			best = s
		}
	}
	return best
}

func seats(availability string) int {
	switch availability {
	case "InStock":
		return 0
	case "LimitedAvailability":
		return 1
	case "PreOrder":
		return 2
	case "SoldOut":
		return 4
	}
	return 3
}

func takesPlace(status string) bool { return rank(status) == 0 }

func rank(status string) int {
	switch status {
	case "EventTentative":
		return 1
	case "EventPostponed":
		return 2
	case "EventCancelled":
		return 3
	}
	return 0
}

func first(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// code returns a Code property's value by its local name, "" for none.
func (b *Builder) code(prop string) string {
	for _, v := range b.values {
		if v.prop.Name == prop {
			return codeLocal(v.term.Value)
		}
	}
	return ""
}
