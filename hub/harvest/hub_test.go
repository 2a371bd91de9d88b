package harvest_test

import (
	"context"
	"log/slog"
	"maps"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"moselle/connectors"
	"moselle/hub/harvest"
	"moselle/hub/store"
	"moselle/hub/store/sqlite"
	"moselle/schema"
)

// house is the source that most tests read.
const house schema.SourceID = "town-house"

// hub is a store with a runner.
type hub struct {
	t      testing.TB
	store  *sqlite.Store
	runner *harvest.Runner
	now    time.Time // the runner's clock
}

func newHub(t testing.TB) *hub {
	t.Helper()
	h := &hub{t: t, now: time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC)}
	h.store = openStore(t, filepath.Join(t.TempDir(), "hub.db"))
	h.runner = &harvest.Runner{Store: h.store, Open: closed, Log: slog.New(slog.DiscardHandler), Now: func() time.Time { return h.now }}
	return h
}

func openStore(t testing.TB, path string) *sqlite.Store {
	t.Helper()
	s, err := sqlite.Open(t.Context(), path, sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

// closed opens nothing: the scripted connectors do not ask.
func closed(string) func(context.Context, string, []byte) (*connectors.Body, error) { return nil }

// run harvests a source and moves the clock on.
func (h *hub) run(s harvest.Source, o ...harvest.Options) store.Run {
	h.t.Helper()
	var options harvest.Options
	if len(o) > 0 {
		options = o[0]
	}
	run, err := h.runner.Run(h.t.Context(), s, options)
	if err != nil {
		h.t.Fatalf("Run(%s) = %v", s.ID, err)
	}
	h.now = h.now.Add(time.Hour)
	return run
}

// last returns the newest position of the log.
func (h *hub) last() store.Seq {
	h.t.Helper()
	seq, err := h.store.Last(h.t.Context())
	if err != nil {
		h.t.Fatal(err)
	}
	return seq
}

// since returns what the log holds after a position, as "create Work w1".
func (h *hub) since(after store.Seq) []string {
	h.t.Helper()
	var out []string
	for c, err := range h.store.Changes(h.t.Context(), after, store.Filter{}) {
		if err != nil {
			h.t.Fatal(err)
		}
		out = append(out, c.Op.String()+" "+c.Record.Class+" "+c.Record.Key)
	}
	return out
}

// live returns the triples of every live record of a source by class and key.
func (h *hub) live(source schema.SourceID) map[string]string {
	h.t.Helper()
	out := map[string]string{}
	for r, err := range h.store.List(h.t.Context(), store.Filter{Source: source}) {
		if err != nil {
			h.t.Fatal(err)
		}
		out[r.Class+" "+r.Key] = string(r.Triples)
	}
	return out
}

// digests returns the digest of every live record of a source.
func (h *hub) digests(source schema.SourceID) map[schema.IRI]schema.Digest {
	h.t.Helper()
	d, err := h.store.Digests(h.t.Context(), source)
	if err != nil {
		h.t.Fatal(err)
	}
	return d
}

// keys checks which records of the house are live.
func (h *hub) keys(want ...string) {
	h.t.Helper()
	slices.Sort(want)
	if d := cmp.Diff(want, slices.Sorted(maps.Keys(h.live(house)))); d != "" {
		h.t.Errorf("live records differ (-want +got):\n%s", d)
	}
}

// logged checks what the log holds after a position.
func (h *hub) logged(after store.Seq, want ...string) {
	h.t.Helper()
	if d := cmp.Diff(want, h.since(after)); d != "" {
		h.t.Errorf("log differs (-want +got):\n%s", d)
	}
}

// outcome checks a run's outcome and numbers.
func outcome(t testing.TB, got store.Run, want store.Run) {
	t.Helper()
	counts := func(r store.Run) store.Run {
		return store.Run{Outcome: r.Outcome, Read: r.Read, Created: r.Created, Updated: r.Updated,
			Unchanged: r.Unchanged, Deleted: r.Deleted, Refused: r.Refused, Warned: r.Warned}
	}
	if d := cmp.Diff(counts(want), counts(got)); d != "" {
		t.Errorf("run differs (-want +got):\n%s\nerror: %s\nfaults: %v", d, got.Error, got.Faults)
	}
}

// same checks that two values are equal.
func same[T any](t testing.TB, what string, got, want T) {
	t.Helper()
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("%s differs (-want +got):\n%s", what, d)
	}
}
