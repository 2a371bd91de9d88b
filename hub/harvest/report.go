package harvest

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"moselle/connectors"
	"moselle/hub/store"
	"moselle/schema"
)

// maxGroups and maxSamples bound a report; what goes beyond is counted under
// one last group.
const (
	maxGroups  = 200
	maxSamples = 10
	maxWhere   = 500 // bytes
)

// report gathers what a run did and found wrong.
type report struct {
	run    store.Run
	groups map[string]*group
	hidden secrets
}

func (r *report) start(source schema.SourceID, now time.Time) {
	r.run = store.Run{Source: source, Started: now.UTC()}
	r.groups = map[string]*group{}
}

func (r *report) refuse(refusal *connectors.Refusal) {
	r.run.Refused++
	for _, f := range refusal.Faults {
		f.Severity = schema.Violation
		r.add(f, refusal.Key, refusal.Where)
	}
}

func (r *report) warn(it connectors.Item) {
	if slices.ContainsFunc(it.Faults, func(f schema.Fault) bool { return f.Severity != schema.Info }) {
		r.run.Warned++
	}
	for _, f := range it.Faults {
		r.add(f, it.Key, it.Where)
	}
}

// What is said of an item that was listed before.
const (
	sameKey    = "another item of the source has the same key; the first one is kept"
	sameRecord = "another item of the source is the same record; the first one is kept"
)

func (r *report) twice(it connectors.Item, message string) {
	r.refuse(connectors.Refuse(it.Key, it.Where, "key", it.Key, "%s", message))
}

func (r *report) add(f schema.Fault, key, where string) {
	f.Message, f.Value, key, where = r.hidden.hide(f.Message), r.hidden.hide(f.Value), r.hidden.hide(key), r.hidden.hide(where)
	id := kindOf(f)
	g := r.groups[id]
	if g == nil && len(r.groups) >= maxGroups {
		f = schema.Fault{Value: f.Value, Message: "further faults of other kinds", Severity: f.Severity}
		id = "further"
		if f.Refuses() {
			id = "further refusals"
		}
		g = r.groups[id]
	}
	if g == nil {
		g = newGroup(f)
		r.groups[id] = g
	}
	g.add(f, store.Sample{Key: schema.Excerpt(key), Where: cut(where), Value: schema.Excerpt(f.Value)})
}

// done ends the report: what refuses first, then by count.
func (r *report) done(now time.Time) store.Run {
	r.run.Ended = now.UTC()
	r.run.Error = r.hidden.hide(r.run.Error)
	r.run.Faults = nil
	for _, g := range r.groups {
		r.run.Faults = append(r.run.Faults, g.told())
	}
	slices.SortFunc(r.run.Faults, func(a, b store.Fault) int {
		return cmp.Or(cmp.Compare(weight(b.Severity), weight(a.Severity)), cmp.Compare(b.Count, a.Count), cmp.Compare(a.Path, b.Path), cmp.Compare(a.Message, b.Message))
	})
	return r.run
}

// cut bounds a place in the source. Addresses stay whole up to a length that
// people still open.
func cut(where string) string {
	if len(where) <= maxWhere {
		return where
	}
	return strings.ToValidUTF8(where[:maxWhere], "") + "…"
}

// weight orders faults: what refuses before what is poor before what could be
// better.
func weight(s schema.Severity) int {
	switch s {
	case schema.Violation:
		return 2
	case schema.Warning:
		return 1
	}
	return 0
}
