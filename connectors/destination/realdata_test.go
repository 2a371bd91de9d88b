package destination_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/connectors/conntest"
	"moselle/connectors/destination"
	"moselle/schema/rdf/rdftest"
	"moselle/schema/vocab"
)

// outcome is what became of a file.
type outcome struct{ Items, Refused, Dates int }

// TestRealFiles accounts for every answer of destination.one that a client of it
// publishes: items, what is refused of them, and dates. Of a rule without end
// these are the dates in the window, of one that is over its first and its last.
// The members of type Event, counted by the letter, are the items that name their
// type, and seven that stand a second time in the same item.
func TestRealFiles(t *testing.T) {
	t.Parallel()
	usual := outcome{Items: 1, Dates: 1}
	want := map[string]outcome{ // those that are not as usual
		"Response":             {3, 0, 9},
		"ResponseWithFeatures": {3, 0, 7},
		"ResponseWithKeywords": {2, 0, 2},
		"ResponseWithLocationUsingDifferentLatitudeAndLongitude":      {1, 1, 1}, // the same event a second time
		"ResponseWithLocationWithDifferentValues":                     {0, 1, 0}, // no date
		"ResponseWithLocations":                                       {3, 0, 7},
		"ResponseWithNewImages":                                       {3, 0, 9},
		"ResponseWithNewPriceInfo":                                    {1, 0, 4},
		"ResponseWithNewPriceInfoExtra":                               {1, 0, 4},
		"ResponseWithNoPriceInfo":                                     {1, 0, 4},
		"ResponseWithPotentiellyEndlessDateCreation":                  {1, 0, 2},
		"ResponseWithRecurringDaily":                                  {1, 0, 2},
		"ResponseWithRecurringDailyWithoutRepeatUntil":                {1, 0, 762},
		"ResponseWithRecurringMonthlySecondWeekdayWithoutRepeatUntil": {1, 0, 25},
		"ResponseWithRecurringMonthlyWithoutRepeatUntil":              {1, 0, 25},
		"ResponseWithRecurringWeekly":                                 {1, 0, 2},
		"ResponseWithRecurringWeeklyWithoutRepeatUntil":               {1, 0, 109},
		"ResponseWithSources":                                         {3, 0, 3},
		"ResponseWithTickets":                                         {2, 0, 4},
		"RegisteredEventHandlerCanKeepCustomCategoriesAssigned":       {1, 0, 3},
		"RegisteredEventHandlerCanModifyEvent":                        {1, 0, 2},
	}
	events := regexp.MustCompile(`"type":\s*"Event"`)
	files, items, refused, typed, untyped, doubled := 0, 0, 0, 0, 0, 0
	err := filepath.WalkDir(filepath.Join(rdftest.Data(t, "events-tabular"), "werkraum-media__events"), func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		if sure := destination.Kind().Sniff(path, "", data[:min(len(data), 16<<10)]); sure < 90 {
			t.Errorf("%s: Sniff = %d, want its own", d.Name(), sure)
		}
		c, err := destination.Kind().Open(nil, conntest.Env(t, path))
		if err != nil {
			return err
		}
		r := conntest.Harvest(t.Context(), c, nil)
		if r.Err != nil {
			t.Errorf("%s: %v", d.Name(), r.Err)
		}
		got := outcome{Items: len(r.Items), Refused: len(r.Refusals)}
		for _, it := range r.Items {
			dates := 0
			for tr := range it.Drafts[0].Graph.All() {
				if tr.P.Value == vocab.Schema+"subEvent" {
					dates++
				}
			}
			got.Dates += max(dates, 1) // a single one is the event's own
			for _, f := range it.Faults {
				if strings.Contains(f.Message, "stand twice") {
					doubled++
				}
			}
		}
		name := strings.TrimSuffix(d.Name(), ".json")
		expected, unusual := want[name]
		if !unusual {
			expected = usual
		}
		if d := cmp.Diff(expected, got); d != "" {
			t.Errorf("%s (-want +got):\n%s", name, d)
		}
		n := len(events.FindAll(data, -1))
		if typed += n; n == 0 {
			untyped++
		}
		files++
		items += got.Items
		refused += got.Refused
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if files != 34 || typed != 51 || items+refused != typed-doubled+untyped {
		t.Errorf("%d files with %d events by the letter give %d items and %d refusals (%d doubled, %d without a type); want 34 files, 51 events and all accounted for",
			files, typed, items, refused, doubled, untyped)
	}
}
