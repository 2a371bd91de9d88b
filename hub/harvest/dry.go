package harvest

import (
	"context"
	"errors"
	"log/slog"
	"strings"
	"time"

	"moselle/connectors"
	"moselle/hub/store"
	"moselle/schema"
	"moselle/schema/quality"
	"moselle/schema/rdf"
)

// maxShown is how many items a dry run shows, maxTwins how many pairs of events
// that are likely the same.
const (
	maxShown = 5
	maxTwins = 5
)

// Trial is what a dry run found.
type Trial struct {
	Run       store.Run
	Classes   map[string]int // records by class
	Shown     []Shown        // the first items
	Grades    quality.Counts
	Twins     []Twin // the first events that are likely the same as an earlier one
	Doubles   int    // how many there are of them
	Withdrawn int    // items that the source says are gone
	Cut       bool   // it ended at the limit; the source may hold more
}

// Shown is an item as it would appear.
type Shown struct {
	Key, Where string
	Node       *schema.Node
	With       []*schema.Node // what is embedded in it
}

// Twin is an event with the name, the start and the place of an earlier one, each
// by its place in the source.
type Twin struct{ First, Second string }

// Dry runs a connector without writing anything. limit is how many items it
// reads at most, 0 for all; changes reports whether it has called
// connectors.Env.ChangesOnly: of an item listed twice the last version counts then.
func Dry(ctx context.Context, conn connectors.Connector, now func() time.Time, limit int, changes func() bool) Trial {
	var r report
	r.start("check", now())
	r.run.Outcome = Complete
	t := Trial{Classes: map[string]int{}}
	keys, records := map[string]bool{}, map[schema.IRI]bool{}
	terms := newMapper(nil)
	graded := grader{seen: map[schema.IRI]*schema.Node{}, trial: &t}
	declared := envelope{publisher: rdf.NewIRI(schema.Scheme)} // whoever will declare the source
	for it, err := range guarded(ctx, conn, nil, slog.New(slog.DiscardHandler)) {
		if t.Cut = limit > 0 && r.run.Read >= limit; t.Cut {
			break
		}
		var refusal *connectors.Refusal
		if err != nil && !errors.As(err, &refusal) {
			r.run.Outcome, r.run.Error = Partial, err.Error()
			if r.run.Read == 0 {
				r.run.Outcome = Failed
			}
			break
		}
		r.run.Read++
		if refusal == nil && !it.Deleted {
			refusal = refusalOf(it)
		}
		switch {
		case it.Deleted:
			t.Withdrawn++
			r.warn(it)
			continue
		case refusal != nil:
			r.refuse(refusal)
			continue
		case keys[it.Key] && !changes():
			r.twice(it, sameKey)
			continue
		}
		keys[strings.Clone(it.Key)] = true
		endRights(&it, now())
		it.Faults = declared.stands(it.Drafts[0].Class, it.Faults)
		r.warn(it)
		for _, d := range it.Drafts {
			d.Graph.Add(terms.concepts(d)...)
			if !records[d.IRI] {
				records[d.IRI] = true
				t.Classes[d.Class]++
			}
			declared.complete(d)
		}
		graded.item(it)
	}
	r.run.Created, r.run.Unmapped = len(records), terms.left()
	t.Run, t.Grades = r.done(now()), graded.Counts
	return t
}
