package harvest_test

import (
	"context"
	"iter"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"moselle/connectors"
	"moselle/hub/harvest"
)

// stream lists a work at first and changes from then on; it notes which cursors
// it is asked from.
type stream struct {
	env     connectors.Env
	from    *[]string
	refuses bool
}

func (s *stream) Harvest(_ context.Context, from connectors.Cursor) iter.Seq2[connectors.Item, error] {
	return func(yield func(connectors.Item, error) bool) {
		*s.from = append(*s.from, string(from))
		if from == nil {
			it := work("w1", "One")
			it.Next = connectors.Cursor("behind w1")
			yield(it, nil)
			return
		}
		s.env.ChangesOnly()
		if s.refuses {
			yield(connectors.Item{}, connectors.Refuse("w2", "change 2", "name", "", "missing"))
		}
	}
}

// TestCursorStays holds that a run which lists changes and has none that carries
// a cursor goes on from where it stood, and not from the beginning.
func TestCursorStays(t *testing.T) {
	t.Parallel()
	for name, refuses := range map[string]bool{"nothing listed": false, "all refused": true} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			h := newHub(t)
			var from []string
			source := (&script{}).source()
			source.Zone = time.UTC
			source.Kind = connectors.NewKind("stream", "A test.", 1, struct{}{}, nil, func(_ struct{}, env connectors.Env) (connectors.Connector, error) {
				return &stream{env, &from, refuses}, nil
			})
			for range 3 {
				if run := h.run(source); run.Outcome != harvest.Complete {
					t.Fatalf("run is %s (%s)", run.Outcome, run.Error)
				}
			}
			if d := cmp.Diff([]string{"", "behind w1", "behind w1"}, from); d != "" {
				t.Errorf("cursors (-want +got):\n%s", d)
			}
			h.keys("Work w1")
		})
	}
}
