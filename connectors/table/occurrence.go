package table

import (
	"cmp"
	"strconv"

	"moselle/schema"
	"moselle/schema/dateline"
	"moselle/schema/tree"
)

// occurrence adds what a mapping of an occurrence finds at a node: one date, or
// one for each start it gives.
func (r *run) occurrence(t *thing, m *mapping, at tree.Node) {
	var start, end, doors *rule
	var o schema.Occurrence
	for _, ru := range m.rules {
		if !r.holds(ru, at) {
			continue
		}
		switch ru.prop.Name {
		case "startDate":
			start = ru
		case "endDate":
			end = ru
		case "doorTime":
			doors = ru
		default:
			r.detail(t, ru, at, &o)
		}
	}
	if start == nil {
		return
	}
	r.starts(t, start, at, func(s schema.Occurrence) schema.Occurrence {
		one := o
		one.Start, one.End = s.Start, s.End
		if end != nil {
			if m := r.end(t, end, at, s.Start); !m.IsZero() {
				one.End = m
			}
		}
		if doors != nil {
			one.Doors = r.doors(t, doors, at, s.Start)
		}
		return one
	})
}

// detail reads what a date says of itself besides when it is.
func (r *run) detail(t *thing, ru *rule, at tree.Node, o *schema.Occurrence) {
	switch ru.prop.Name {
	case "eventStatus":
		o.Status = cmp.Or(o.Status, r.value(&ru.src, at))
	case "statusReason":
		o.Reason = r.reason(ru, at)
	case "availability":
		o.Availability = cmp.Or(o.Availability, r.value(&ru.src, at))
	case "previousStartDate":
		o.Previous = r.other(t, ru, ru, at)
	case "movedTo":
		if ru.link != nil {
			if v := r.value(&ru.src, at); v != "" {
				o.MovedTo = r.linked(ru, v)
			}
		} else if ru.main != nil {
			if m := r.other(t, ru, ru.main, at); !m.IsZero() {
				o.MovedTo = t.b.OccurrenceIRI(m)
			}
		}
	case "name":
		o.Name, o.NameLang = r.value(&ru.src, at), ru.lang
	case "location":
		o.Place = r.placeOf(t, ru, at)
	case "virtualLocation":
		o.Online = r.online(ru, at)
	case "maximumAttendeeCapacity":
		o.Capacity, _ = r.count(t, ru, at)
	case "remainingAttendeeCapacity":
		if n, ok := r.count(t, ru, at); ok {
			o.Remaining = &n
		}
	}
}

// other reads a date that is not when it takes place. One that cannot be read is
// told, and costs nothing else.
func (r *run) other(t *thing, ru, from *rule, at tree.Node) schema.Moment {
	text := r.value(&from.src, at)
	if text == "" {
		return schema.Moment{}
	}
	m, note, err := r.moment(ru, text, r.clock(ru, at), false)
	if err != nil {
		note = err.Error()
	}
	if note != "" {
		t.b.Fault(schema.Fault{Path: "occurrence." + ru.prop.Name, Value: text, Message: r.label(from) + note})
	}
	return m
}

// doors reads when the doors open: a time alone is one of the start's day.
func (r *run) doors(t *thing, ru *rule, at tree.Node, start schema.Moment) schema.Moment {
	if c, err := dateline.ParseClock(r.value(&ru.src, at)); err == nil {
		return c.On(start, start.Time.Location())
	}
	return r.other(t, ru, ru, at)
}

// reason returns a text by its language.
func (r *run) reason(ru *rule, at tree.Node) map[string]string {
	out := map[string]string{}
	if ru.byLang {
		for _, p := range ru.src.from {
			p.Walk(at, func(n tree.Node) bool {
				if n.Kind() == tree.Object {
					for text := range n.Children() {
						if s := r.text(text); s != "" {
							out[schema.CleanLang(text.Key())] = s
						}
					}
				}
				return true
			})
		}
		return out
	}
	if v := r.value(&ru.src, at); v != "" {
		out[schema.CleanLang(ru.lang)] = v
	}
	return out
}

func (r *run) placeOf(t *thing, ru *rule, at tree.Node) schema.IRI {
	switch {
	case ru.link != nil:
		if v := r.value(&ru.src, at); v != "" {
			return r.linked(ru, v)
		}
	case ru.main != nil:
		if v := r.value(&ru.main.src, at); v != "" {
			return r.named(ru, v, at, t.b)
		}
	default:
		return r.record(ru.record, at, t.b, ru.prop.Name)
	}
	return ""
}

func (r *run) online(ru *rule, at tree.Node) string {
	if ru.main != nil {
		return r.value(&ru.main.src, at)
	}
	for _, p := range ru.part.rules {
		if p.prop.Name == "url" {
			return r.value(&p.src, at)
		}
	}
	return ""
}

// count reads a number of people.
func (r *run) count(t *thing, ru *rule, at tree.Node) (int, bool) {
	text := r.value(&ru.src, at)
	if text == "" {
		return 0, false
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 0 {
		t.b.Fault(schema.Fault{Path: "occurrence." + ru.prop.Name, Value: text, Message: r.label(ru) + "not a number of people: write it as 120"})
		return 0, false
	}
	return n, true
}
