package destination

import (
	"errors"
	"fmt"
	"strings"

	"moselle/schema"
	"moselle/schema/calendar"
	"moselle/schema/tree"
)

// maxRules bounds the rules of one event: each may take many steps to expand.
const maxRules = 100

// dates adds when an event takes place. What it returns refuses the event.
func (m *mapper) dates(b *schema.Builder) *schema.Fault {
	var problem *schema.Fault
	var all []schema.Occurrence
	at, n, rules := map[int64]int{}, 0, 0
	for v := range each(get(m.o, "timeIntervals")) {
		if len(all) > schema.MaxOccurrences {
			break
		}
		n++
		if frequencies[strings.ToLower(text(get(v, "freq")))] != "" {
			rules++
		}
		if rules > maxRules {
			b.Fault(schema.Fault{Path: "timeIntervals", Message: fmt.Sprintf("more than %d rules; only what stands before the next is read", maxRules)})
			break
		}
		path := fmt.Sprintf("timeIntervals[%d]", n)
		spans, zone, err := m.spans(b, v, path)
		if wrong := (*mistake)(nil); errors.As(err, &wrong) {
			f := wrong.fault("")
			if b.Fault(wrong.fault("; the date is left out")); problem == nil {
				problem = &f
			}
			continue
		}
		b.Put("timezone", zone)
		for _, s := range spans {
			if i, ok := at[s.Start.Time.Unix()]; ok { // said twice: keep what says more
				if all[i].End.IsZero() {
					all[i].Start, all[i].End = s.Start, s.End
				}
				continue
			}
			at[s.Start.Time.Unix()] = len(all)
			all = append(all, schema.Occurrence{Start: s.Start, End: s.End})
		}
	}
	for range each(get(m.o, "timeIntervalExceptions")) {
		b.Fault(schema.Fault{Path: "timeIntervalExceptions", Message: "exceptions are not read: look whether one of the dates falls out, and take it out of timeIntervals"})
		break
	}
	b.Occurrences(all)
	if len(all) > 0 {
		return nil
	}
	if problem == nil {
		problem = &schema.Fault{Path: "timeIntervals", Message: "missing: when it takes place; enter at least one date"}
	}
	return problem
}

// spans returns the dates of one interval and the zone that they are meant in. A
// rule is written down as well.
func (m *mapper) spans(b *schema.Builder, n tree.Node, path string) ([]calendar.Span, string, error) {
	v, err := m.interval(b, n, path)
	if err != nil {
		return nil, "", err
	}
	start, end := v.span()
	single := []calendar.Span{{Start: start, End: end}}
	if v.freq == "" {
		return single, v.zone.String(), nil
	}
	written, err := v.rule()
	if err != nil {
		return nil, "", &mistake{path + ".freq", v.freq, err.Error()}
	}
	rule, err := calendar.ParseRule(written)
	if err != nil {
		return nil, "", &mistake{path + ".freq", v.freq, "not a rule that can be read: " + err.Error()}
	}
	set := calendar.Set{Start: start, End: end, Rules: []calendar.Rule{rule}, Zone: v.zone, Bound: true}
	spans, truncated, err := set.Expand(m.env.Window())
	if err != nil {
		return nil, "", &mistake{path + ".freq", strings.ReplaceAll(written, ";", " "), err.Error()}
	}
	if len(spans) == 0 {
		b.Fault(schema.Fault{Path: path, Value: strings.ReplaceAll(written, ";", " "), Message: "no day fits the rule; its first date is taken"})
		return single, v.zone.String(), nil
	}
	set.Describe(b, m.env.Window())
	if truncated {
		b.Truncated()
	}
	return spans, v.zone.String(), nil
}
