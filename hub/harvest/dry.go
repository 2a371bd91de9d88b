package harvest

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"time"

	"moselle/connectors"
	"moselle/hub/store"
	"moselle/schema"
	"moselle/schema/quality"
	"moselle/schema/rdf"
)

// maxShown is how many items a dry run shows.
const maxShown = 5

// Dry runs a connector without writing anything and returns the report, the
// first items, a line each, as they would appear, and the grades of all.
func Dry(ctx context.Context, conn connectors.Connector, now func() time.Time) (store.Run, []string, quality.Counts) {
	var r report
	r.start("check", now())
	r.run.Outcome = Complete
	var shown []string
	keys, records := map[string]bool{}, map[schema.IRI]bool{}
	terms := newMapper(nil)
	graded := grader{seen: map[schema.IRI]*schema.Node{}}
	declared := envelope{publisher: rdf.NewIRI(schema.Scheme)} // whoever will declare the source
	for it, err := range guarded(ctx, conn, nil, slog.New(slog.DiscardHandler)) {
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
			r.warn(it)
			continue
		case refusal != nil:
			r.refuse(refusal)
			continue
		case keys[it.Key]:
			r.twice(it, sameKey)
			continue
		}
		keys[strings.Clone(it.Key)] = true
		endRights(&it, now())
		it.Faults = declared.stands(it.Drafts[0].Class, it.Faults)
		r.warn(it)
		for _, d := range it.Drafts {
			d.Graph.Add(terms.concepts(d)...)
			records[d.IRI] = true
			declared.complete(d)
		}
		graded.item(it)
		if len(shown) < maxShown {
			shown = append(shown, line(it))
		}
	}
	r.run.Created, r.run.Unmapped = len(records), terms.left()
	return r.done(now()), shown, graded.Counts
}

// line shows an item: when, what, where.
func line(it connectors.Item) string {
	d := it.Drafts[0]
	n := schema.NewNode(d.Graph, d.IRI, schema.ClassNamed(d.Class))
	title, _ := n.Title()
	parts := []string{fmt.Sprintf("%s %q", d.Class, title)}
	if dates := n.Occurrences(); d.Class == "Event" && len(dates) > 0 {
		when := dates[0].Start.String()
		switch more := len(dates) - 1; {
		case more == 1:
			when += " and one more date"
		case more > 1:
			when += fmt.Sprintf(" and %d more dates", more)
		}
		parts = append(parts, when)
	}
	for _, e := range it.Drafts[1:] {
		if e.Class == "Place" || e.Class == "Person" {
			name, _ := schema.NewNode(e.Graph, e.IRI, schema.ClassNamed(e.Class)).Title()
			parts = append(parts, name)
			break
		}
	}
	return strings.Join(parts, " · ") + " (" + it.Where + ")"
}
