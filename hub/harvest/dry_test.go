package harvest_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"moselle/connectors"
	"moselle/hub/harvest"
	"moselle/hub/store"
	"moselle/schema"
)

// opened returns the connector of a script.
func opened(t *testing.T, s *script) connectors.Connector {
	t.Helper()
	c, err := s.source().Kind.Open(nil, connectors.Env{Known: func([]byte) (string, bool) { return "", false }})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// everything says of a listing that it is one of everything.
func everything() bool { return false }

// TestDryChanges: of an item that a list of changes names twice the last version
// counts, and nothing is refused.
func TestDryChanges(t *testing.T) {
	t.Parallel()
	s := listing(work("w1", "One"), work("w1", "Once more"))
	run := harvest.Dry(t.Context(), opened(t, s), time.Now, 0, func() bool { return true }).Run
	outcome(t, run, store.Run{Outcome: harvest.Complete, Read: 2, Created: 1, Warned: 2})
}

func TestDry(t *testing.T) {
	t.Parallel()
	s := listing(
		event("e1", func(b *schema.Builder) { b.Occurrences(nights(3)) }),
		work("w1", "One", person("p", "a")), work("w1", "Twice"), connectors.Item{Key: "w0", Deleted: true, Faults: []schema.Fault{{Message: "it is a draft"}}},
	).add(refusal("w2"))
	for i := range 6 {
		s.add(work(fmt.Sprintf("x%d", i), "More", person("p", "a")))
	}
	trial := harvest.Dry(t.Context(), opened(t, s), time.Now, 0, everything)
	run, shown, grades := trial.Run, trial.Shown, trial.Grades
	outcome(t, run, store.Run{Outcome: harvest.Complete, Read: 11, Created: 9, Refused: 2, Warned: 9})
	if len(shown) != 5 || shown[0].Where != "step 0" || shown[1].Node.Class.Name != "Work" || len(shown[1].With) != 1 {
		t.Errorf("shown are %d: %+v", len(shown), shown)
	}
	if d := cmp.Diff(map[string]int{"Event": 1, "Work": 7, "Person": 1}, trial.Classes); d != "" {
		t.Errorf("classes (-want +got):\n%s", d)
	}
	if d := cmp.Diff(map[string]int{"E0": 1, "metadata:A": 7, "content:0": 7}, grades.Grades); d != "" {
		t.Errorf("grades (-want +got):\n%s", d)
	}
	for _, g := range grades.Gains() {
		if g.Code == "organizer.missing" {
			t.Errorf("to mend: %+v, though the institution will stand in", g)
		}
	}
	for _, f := range run.Faults {
		if f.Path == "organizer" {
			t.Errorf("the report says %q, though the institution will stand in", f.Message)
		}
	}
}

func TestDryEnds(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name string
		s    *script
		want store.Run
	}{
		{"nothing", listing(), store.Run{Outcome: harvest.Complete}},
		{"cannot be opened", listing().add(errors.New("no such file")), store.Run{Outcome: harvest.Failed}},
		{"breaks off", listing(work("w1", "One")).add(errors.New("no such file")), store.Run{Outcome: harvest.Partial, Read: 1, Created: 1, Warned: 1}},
		{"panics", panicking(1, work("w1", "One"), work("w2", "Two")), store.Run{Outcome: harvest.Partial, Read: 1, Created: 1, Warned: 1}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			run := harvest.Dry(t.Context(), opened(t, c.s), time.Now, 0, everything).Run
			outcome(t, run, c.want)
			if (run.Error == "") != (c.want.Outcome == harvest.Complete) || strings.Contains(run.Error, "goroutine") {
				t.Errorf("the %s run says %q", run.Outcome, run.Error)
			}
		})
	}
}
