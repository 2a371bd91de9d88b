package kulturdaten

import (
	"fmt"
	"slices"

	"moselle/schema"
	"moselle/schema/calendar"
	"moselle/schema/tree"
)

// hours adds when a place is open. One that is closed has no hours to show, even
// where the API still lists those it had.
func (m *mapper) hours(b *schema.Builder, o tree.Node) {
	switch status := plain(o.Member("openingStatus")); status {
	case "", "location.opened":
	case "location.closed", "location.permanentlyClosed":
		b.Put("publicAccess", "false")
		return
	default:
		b.Fault(schema.Fault{Path: "openingStatus", Value: status, Message: "not one of the API's, which are location.opened, location.closed, location.permanentlyClosed; it is taken for open"})
	}
	var all []calendar.Hours
	n := 0
	for row := range each(o.Member("openingHours")) {
		n++
		h, err := m.row(row)
		if err != nil {
			b.Fault(schema.Fault{Path: fmt.Sprintf("openingHours[%d]", n), Value: plain(row.Member("dayOfWeek")), Message: fmt.Sprintf("%v; the row is left out", err)})
			continue
		}
		alike := slices.IndexFunc(all, func(k calendar.Hours) bool {
			return k.From == h.From && k.To == h.To && k.Opens == h.Opens && k.Closes == h.Closes
		})
		if alike >= 0 {
			all[alike].Days |= h.Days
		} else {
			all = append(all, h)
		}
	}
	if len(all) > 0 {
		calendar.Opening{Zone: m.r.zone, Weekly: all}.Describe(b)
	}
}

// row reads the hours of one weekday.
func (m *mapper) row(n tree.Node) (h calendar.Hours, err error) {
	day := plain(n.Member("dayOfWeek"))
	if h.Days = calendar.DaysNamed(day); h.Days == 0 {
		return h, fmt.Errorf("not a weekday: write it as Monday")
	}
	for _, c := range []struct {
		member string
		to     *calendar.Clock
	}{{"opens", &h.Opens}, {"closes", &h.Closes}} {
		if *c.to, err = calendar.ParseClock(plain(n.Member(c.member))); err != nil {
			return h, fmt.Errorf("%s: %w", c.member, err)
		}
	}
	if h.Opens == calendar.NoEnd {
		return h, fmt.Errorf("opens: missing: from when it is open")
	}
	for _, d := range []struct {
		member string
		to     *schema.Moment
	}{{"validFrom", &h.From}, {"validThrough", &h.To}} {
		text := plain(n.Member(d.member))
		if text == "" {
			continue
		}
		at, err := schema.ParseMoment(text, m.r.zone)
		if err != nil {
			return h, fmt.Errorf("%s: %w", d.member, err)
		}
		*d.to = m.day(at)
	}
	return h, nil
}
