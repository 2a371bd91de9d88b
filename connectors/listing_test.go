package connectors_test

import (
	"errors"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/connectors"
)

// TestListing holds that a key passes once, and again as a later version in a
// listing of changes; the cursor stands on the last item.
func TestListing(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		versions bool
		want     []string
	}{
		{false, []string{"a 1", "refused a 3", "b 2 next"}},
		{true, []string{"a 1", "b 2", "a 3 next"}},
	} {
		list := connectors.List("x", func(l *connectors.Listing) (connectors.Cursor, error) {
			l.Versions = c.versions
			for _, it := range []connectors.Item{{Key: "a", Where: "1"}, {Key: "b", Where: "2"}, {Key: "a", Where: "3"}} {
				if err := l.Hand(it); err != nil {
					return nil, err
				}
			}
			return connectors.Cursor("next"), nil
		})
		var got []string
		for it, err := range list {
			var refusal *connectors.Refusal
			switch {
			case errors.As(err, &refusal):
				got = append(got, "refused "+refusal.Key+" "+refusal.Where)
			case it.Next != nil:
				got = append(got, it.Key+" "+it.Where+" "+string(it.Next))
			default:
				got = append(got, it.Key+" "+it.Where)
			}
		}
		if d := cmp.Diff(slices.Sorted(slices.Values(c.want)), slices.Sorted(slices.Values(got))); d != "" {
			t.Errorf("Versions %v (-want +got):\n%s", c.versions, d)
		}
	}
}
