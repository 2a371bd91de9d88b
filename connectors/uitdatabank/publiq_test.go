package uitdatabank_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"moselle/connectors/conntest"
	"moselle/connectors/uitdatabank"
	"moselle/schema"
	"moselle/schema/calendar"
	"moselle/schema/rdf/rdftest"
)

// indexed is what publiq's search makes of an event's calendar.
type indexed struct {
	Status, BookingAvailability string
	SubEvent                    []struct {
		DateRange                   struct{ GTE, LTE string }
		Status, BookingAvailability string
	}
}

// others are the pairs in which we mean something else than publiq, and why.
var others = map[string]string{
	"periodic-with-midnight-crossing-opening-hours":           "hours that end behind midnight are left out there",
	"permanent-with-midnight-crossing-adjusted-opening-hours": "the adjusted day is over: here it is open all the time again",
	"single-with-invalid-date-range":                          "a date that ends before it starts is left out there; here it loses its end",
	"with-multiple-dates-and-invalid-subevent-date-range":     "a date that ends before it starts is left out there; here it loses its end",
	"without-end-date":         "a date without an end is left out there; here the end is open",
	"periodic":                 "a period without hours lasts whole days here",
	"with-optional-fields":     "refused here, as it says no date",
	"without-start-date":       "refused here, as it says an end alone",
	"with-wrong-calendar-type": "a calendar of an unknown type is left out there; its dates can be read",
}

// Every event of publiq's search service has the dates that are indexed there,
// with their status and how far they are booked.
func TestPubliq(t *testing.T) {
	t.Parallel()
	root := filepath.Join(rdftest.Data(t, "uitdatabank"), "cultuurnet__udb3-search-service/tests/ElasticSearch/JsonDocument/data/event")
	paths, err := filepath.Glob(filepath.Join(root, "original*.json"))
	if err != nil {
		t.Fatal(err)
	}
	pairs, told := 0, map[string]bool{}
	for _, path := range paths {
		name := strings.TrimPrefix(strings.TrimPrefix(strings.TrimSuffix(filepath.Base(path), ".json"), "original"), "-")
		data, err := os.ReadFile(strings.Replace(path, "original", "indexed", 1))
		if errors.Is(err, fs.ErrNotExist) {
			continue // the test there builds what it expects
		}
		var want indexed
		if err == nil {
			err = json.Unmarshal(data, &want)
		}
		if err != nil {
			t.Fatal(err)
		}
		pairs++
		d := cmp.Diff(want.lines(t), dates(t, path))
		switch reason := others[name]; {
		case reason != "":
			if told[name] = true; d == "" {
				t.Errorf("%s is the same, although %s", name, reason)
			}
		case d != "":
			t.Errorf("%s differs (-publiq +ours):\n%s", name, d)
		}
	}
	if d := cmp.Diff(slices.Sorted(maps.Keys(others)), slices.Sorted(maps.Keys(told))); d != "" {
		t.Errorf("explained differences (-listed +found):\n%s", d)
	}
	t.Logf("%d pairs, %d equal, %d explained", pairs, pairs-len(told), len(told))
}

func (x indexed) lines(t *testing.T) (out []string) {
	t.Helper()
	utc := func(s string) string {
		if s == "" {
			return "ever"
		}
		at, err := time.Parse(time.RFC3339, s)
		if err != nil {
			t.Fatal(err)
		}
		return at.UTC().Format(time.RFC3339)
	}
	for _, s := range x.SubEvent {
		out = append(out, fmt.Sprintf("%s to %s %s %s", utc(s.DateRange.GTE), utc(s.DateRange.LTE), s.Status, s.BookingAvailability))
	}
	return append(out, x.Status+" "+x.BookingAvailability)
}

// dates are an event's dates as the connector reads them, in publiq's words.
func dates(t *testing.T, path string) (out []string) {
	t.Helper()
	env := conntest.Env(t, path)
	env.Window = func() calendar.Range {
		return calendar.Range{From: time.Date(2016, 9, 30, 22, 0, 0, 0, time.UTC), To: time.Date(2018, 5, 31, 22, 0, 0, 0, time.UTC)}
	}
	c, err := uitdatabank.Kind().Open(conntest.Settings(t, "states: [DRAFT]"), env)
	if err != nil {
		t.Fatal(err)
	}
	res := conntest.Harvest(t.Context(), c, nil)
	if len(res.Items) == 0 {
		return nil
	}
	d := res.Items[0].Drafts[0]
	n := schema.NewNode(d.Graph, d.IRI, schema.ClassNamed("Event"))
	words := map[string]string{"EventScheduled": "Available", "EventCancelled": "Unavailable", "EventPostponed": "TemporarilyUnavailable", "": "Available", "SoldOut": "Unavailable"}
	for _, o := range n.Occurrences() {
		from, to := o.Start.Time.UTC().Format(time.RFC3339), o.End.Time.UTC().Format(time.RFC3339)
		if n.Bool("permanent") && len(n.Nodes("openingHoursSpecification"))+len(n.Nodes("specialOpeningHoursSpecification")) == 0 {
			from, to = "ever", "ever"
		}
		out = append(out, fmt.Sprintf("%s to %s %s %s", from, to, words[o.Status], words[o.Availability]))
	}
	return append(out, words[n.String("eventStatus")]+" "+words[n.String("availability")])
}
