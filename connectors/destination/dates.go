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
	intervals, problem := m.intervals(b)
	except := m.exceptions(b)
	usual(except, intervals)
	var all []schema.Occurrence
	at, excepted := map[int64]int{}, false
	add := func(spans []calendar.Span) {
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
	for _, v := range intervals {
		if len(all) > schema.MaxOccurrences {
			break
		}
		spans, out, err := m.spans(b, v, except)
		if wrong := (*mistake)(nil); errors.As(err, &wrong) {
			problem = unread(b, wrong, problem)
			continue
		}
		b.Put("timezone", v.zone.String())
		excepted = excepted || out
		add(spans)
	}
	add(added(except))
	b.Occurrences(all)
	switch {
	case len(all) > 0:
		return nil
	case problem != nil:
		return problem
	case excepted:
		return &schema.Fault{Path: "timeIntervalExceptions", Message: "every date falls out by these: enter the dates that are left, or say in the attributes that it is cancelled (DETAILS_ABGESAGT)"}
	}
	return &schema.Fault{Path: "timeIntervals", Message: "missing: when it takes place; enter at least one date"}
}

// unread tells of a date that cannot be read, and returns the first problem.
func unread(b *schema.Builder, wrong *mistake, first *schema.Fault) *schema.Fault {
	if b.Fault(wrong.fault("; the date is left out")); first != nil {
		return first
	}
	f := wrong.fault("")
	return &f
}

// intervals reads the intervals of an event, and says what is wrong with the first
// that cannot be read.
func (m *mapper) intervals(b *schema.Builder) (all []interval, problem *schema.Fault) {
	n, rules := 0, 0
	for node := range tree.Values(get(m.o, "timeIntervals")) {
		n++
		if frequencies[strings.ToLower(text(get(node, "freq")))] != "" {
			rules++
		}
		if rules > maxRules {
			b.Fault(schema.Fault{Path: "timeIntervals", Message: fmt.Sprintf("more than %d rules; only what stands before the next is read", maxRules)})
			break
		}
		v, err := m.interval(b, node, fmt.Sprintf("timeIntervals[%d]", n))
		if wrong := (*mistake)(nil); errors.As(err, &wrong) {
			problem = unread(b, wrong, problem)
			continue
		}
		all = append(all, v)
	}
	return all, problem
}

// spans returns the dates of one interval without those that exceptions take out,
// and whether there are such. A rule is written down as well.
func (m *mapper) spans(b *schema.Builder, v interval, except []*exception) ([]calendar.Span, bool, error) {
	start, end := v.span()
	single := []calendar.Span{{Start: start, End: end}}
	if v.freq == "" {
		left, out := without(except, single)
		return left, len(out) > 0, nil
	}
	written, err := v.rule()
	if err != nil {
		return nil, false, &mistake{v.path + ".freq", v.freq, err.Error()}
	}
	rule, err := calendar.ParseRule(written)
	if err != nil {
		return nil, false, &mistake{v.path + ".freq", v.freq, "not a rule that can be read: " + err.Error()}
	}
	set := calendar.Set{Start: start, End: end, Rules: []calendar.Rule{rule}, Zone: v.zone, Bound: true}
	spans, truncated, err := set.Expand(m.env.Window())
	if err != nil {
		return nil, false, &mistake{v.path + ".freq", strings.ReplaceAll(written, ";", " "), err.Error()}
	}
	if len(spans) == 0 {
		b.Fault(schema.Fault{Path: v.path, Value: strings.ReplaceAll(written, ";", " "), Message: "no day fits the rule; its first date is taken"})
		left, out := without(except, single)
		return left, len(out) > 0, nil
	}
	spans, set.Except = without(except, spans)
	set.Describe(b, m.env.Window())
	if truncated {
		b.Truncated()
	}
	return spans, len(set.Except) > 0, nil
}
