package harvest_test

import (
	"context"
	"iter"
	"testing"
	"time"

	"moselle/connectors"
	"moselle/hub/harvest"
	"moselle/hub/store"
	"moselle/schema"
	"moselle/schema/calendar"
)

// weekly is a connector of one event on every Monday of the window. The source
// never changes: it answers so to whoever holds its cursor, and its bytes stay.
type weekly struct {
	env   connectors.Env
	rules bool // without, the event has one date and nobody asks for the window
}

func (w *weekly) source() harvest.Source {
	s := (&script{}).source()
	s.Kind = connectors.NewKind("weekly", "A test.", 1, struct{}{}, nil, func(_ struct{}, env connectors.Env) (connectors.Connector, error) {
		return &weekly{env, w.rules}, nil
	})
	return s
}

func (w *weekly) Harvest(_ context.Context, from connectors.Cursor) iter.Seq2[connectors.Item, error] {
	return func(yield func(connectors.Item, error) bool) {
		raw := []byte("every Monday")
		if from != nil {
			yield(connectors.Item{}, connectors.ErrUnchanged)
			return
		}
		if key, ok := w.env.Known(raw); ok {
			yield(connectors.Item{Key: key, Same: true, Next: connectors.Cursor("v1")}, nil)
			return
		}
		o := calendar.Opening{Zone: time.UTC, From: schema.Moment{Time: time.Date(2026, 12, 7, 0, 0, 0, 0, time.UTC), Day: true}}
		window := calendar.Range{From: time.Date(2026, 12, 1, 0, 0, 0, 0, time.UTC), To: time.Date(2026, 12, 8, 0, 0, 0, 0, time.UTC)}
		if w.rules {
			o.Weekly = []calendar.Hours{{Days: calendar.DayOf(time.Monday), Opens: 600, Closes: 660}}
			window = w.env.Window()
		}
		b := schema.Build(house, "Event", "e1")
		b.Text("name", "en", "Tour")
		o.Put(b, window)
		d, faults := b.Draft()
		yield(connectors.Item{Key: "e1", Drafts: []schema.Draft{d}, Raw: raw, Next: connectors.Cursor("v1"), Faults: faults}, nil)
	}
}

// dates returns how many dates the stored event has, and the last.
func (h *hub) dates() (n int, last string) {
	h.t.Helper()
	r, err := h.store.Get(h.t.Context(), schema.Mint(house, "Event", "e1"))
	if err != nil {
		h.t.Fatal(err)
	}
	node, err := r.Node()
	if err != nil {
		h.t.Fatal(err)
	}
	all := node.Occurrences()
	return len(all), all[len(all)-1].Start.String()[:10]
}

func TestNewMonthReadsRulesAnew(t *testing.T) {
	t.Parallel()
	h := newHub(t)
	h.now = time.Date(2026, 12, 20, 12, 0, 0, 0, time.UTC)
	h.runner.Window = func(now time.Time) calendar.Range { return calendar.Months(now, 1, 1) }
	rules := &weekly{rules: true}
	for i, s := range []struct {
		days int // to the run
		want string
		n    int
		last string
	}{
		{0, harvest.Complete, 8, "2027-01-25"},
		{1, harvest.Unchanged, 8, "2027-01-25"},
		{14, harvest.Complete, 12, "2027-02-22"},
		{1, harvest.Unchanged, 12, "2027-02-22"},
	} {
		h.now = h.now.AddDate(0, 0, s.days)
		if run := h.run(rules.source()); run.Outcome != s.want {
			t.Errorf("run %d = %s, want %s", i, run.Outcome, s.want)
		}
		if n, last := h.dates(); n != s.n || last != s.last {
			t.Errorf("after run %d there are %d dates to %s, want %d to %s", i, n, last, s.n, s.last)
		}
	}
}

func TestNewMonthLeavesOthersAlone(t *testing.T) {
	t.Parallel()
	h := newHub(t)
	plain := &weekly{}
	outcome(t, h.run(plain.source()), store.Run{Outcome: harvest.Complete, Read: 1, Created: 1, Warned: 1})
	h.now = h.now.AddDate(0, 2, 0)
	outcome(t, h.run(plain.source()), store.Run{Outcome: harvest.Unchanged})
}
