package calendar_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"moselle/schema"
	"moselle/schema/calendar"
	"moselle/schema/rdf/rdftest"
)

// offer is what publiq's events and places say of their time.
type offer struct {
	CalendarType string
	period
	OpeningHours []weekly
	AdjustedDays []exception `json:"openingHoursAdjustedDays"`
	ClosedDays   []exception `json:"openingHoursClosedDays"`
	SubEvent     []period
}

type period struct {
	StartDate, EndDate string
	Status             typed
	BookingNow         typed `json:"bookingAvailability"`
}

type typed struct{ Type string }

type weekly struct {
	DayOfWeek     []string
	Opens, Closes string
}

type exception struct {
	StartDate, EndDate string
	Description        map[string]string
	OpeningHours       []weekly
}

// indexed is what publiq's search makes of it.
type indexed struct {
	Status, BookingAvailability string
	LocalTimeRange              ranges
	SubEvent                    []struct {
		DateRange                   within
		LocalTimeRange              ranges
		Status, BookingAvailability string
	}
}

type within struct{ GTE, LTE string }

// ranges is one range or a list of them.
type ranges []within

func (r *ranges) UnmarshalJSON(data []byte) error {
	var one within
	if err := json.Unmarshal(data, &one); err == nil {
		*r = ranges{one}
		return nil
	}
	return json.Unmarshal(data, (*[]within)(r))
}

// others are the pairs in which we mean something else than publiq, and why.
var others = map[string]string{
	"event/periodic-with-midnight-crossing-opening-hours":           "hours that end behind midnight are left out there, and kept here",
	"event/permanent-with-midnight-crossing-adjusted-opening-hours": "hours that end behind midnight are left out there, and kept here",
	"event/single-with-invalid-date-range":                          "a date that ends before it starts is left out there; here it loses its end, with a warning",
	"event/with-multiple-dates-and-invalid-subevent-date-range":     "a date that ends before it starts is left out there; here it loses its end, with a warning",
	"event/without-end-date":                                        "a date without an end is left out there; here the end is open",
	"event/with-wrong-calendar-type":                                "a calendar of an unknown type is left out there; its dates can be read",
}

// Every calendar of publiq's search service becomes the dates that are indexed
// there, with their local times, status and availability.
func TestPubliq(t *testing.T) {
	t.Parallel()
	root := filepath.Join(rdftest.Data(t, "uitdatabank"), "cultuurnet__udb3-search-service/tests/ElasticSearch/JsonDocument/data")
	files, err := filepath.Glob(filepath.Join(root, "*", "original*.json"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no originals in %s: %v", root, err)
	}
	pairs, dates, alone := 0, 0, 0
	told := map[string]bool{}
	for _, path := range files {
		folder := filepath.Base(filepath.Dir(path))
		if folder != "event" && folder != "place" {
			continue
		}
		name := folder + "/" + strings.TrimPrefix(strings.TrimPrefix(strings.TrimSuffix(filepath.Base(path), ".json"), "original"), "-")
		var in offer
		var want indexed
		if !load(t, filepath.Join(root, folder, strings.Replace(filepath.Base(path), "original", "indexed", 1)), &want) {
			alone++ // the test builds what it expects
			continue
		}
		load(t, path, &in)
		pairs++
		got := index(t, in)
		dates += len(want.SubEvent)
		d := cmp.Diff(flat(t, want), got)
		switch reason := others[name]; {
		case reason != "":
			told[name] = true
			if d == "" {
				t.Errorf("%s is the same, although %s", name, reason)
			}
		case d != "":
			t.Errorf("%s differs (-publiq +ours):\n%s", name, d)
		}
	}
	if d := cmp.Diff(slices.Sorted(maps.Keys(others)), slices.Sorted(maps.Keys(told))); d != "" {
		t.Errorf("explained differences (-listed +found):\n%s", d)
	}
	t.Logf("%d pairs with %d dates, %d equal, %d explained; %d originals without a pair", pairs, dates, pairs-len(told), len(told), alone)
}

func load(t *testing.T, path string, into any) bool {
	t.Helper()
	data, err := os.ReadFile(path)
	if os.IsNotExist(err) {
		return false
	}
	if err == nil {
		err = json.Unmarshal(data, into)
	}
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	return true
}

// flat writes the indexed document as index writes ours.
func flat(t *testing.T, x indexed) []string {
	t.Helper()
	var out []string
	for _, s := range x.SubEvent {
		out = append(out, fmt.Sprintf("%s to %s %v %s %s", instant(t, s.DateRange.GTE), instant(t, s.DateRange.LTE), s.LocalTimeRange, s.Status, s.BookingAvailability))
	}
	return append(out, fmt.Sprintf("%v %s %s", x.LocalTimeRange, x.Status, x.BookingAvailability))
}

func instant(t *testing.T, s string) string {
	t.Helper()
	if s == "" {
		return "ever"
	}
	m, err := time.Parse(time.RFC3339, s)
	if err != nil {
		t.Fatal(err)
	}
	return m.UTC().Format(time.RFC3339)
}

var statuses = map[string]string{"": "", "Available": "EventScheduled", "Unavailable": "EventCancelled", "TemporarilyUnavailable": "EventPostponed"}

// index turns an offer into an event of ours and reads its dates back.
func index(t *testing.T, in offer) []string {
	t.Helper()
	b := schema.Build("s", "Event", "k")
	b.Text("name", "nl", "n")
	b.Put("timezone", "Europe/Brussels")
	b.Put("eventStatus", statuses[in.Status.Type])
	if in.BookingNow.Type == "Unavailable" {
		b.Put("availability", "SoldOut")
	}
	switch in.CalendarType {
	case "periodic", "permanent":
		opening(t, in).Put(b, between(t, "2016-10-01", "2018-06-01"))
	default:
		if len(in.SubEvent) == 0 {
			in.SubEvent = []period{in.period}
		}
		var all []schema.Occurrence
		for _, p := range in.SubEvent {
			if p.StartDate == "" {
				continue
			}
			o := schema.Occurrence{Start: brussels(t, p.StartDate), End: brussels(t, p.EndDate), Status: statuses[p.Status.Type]}
			if p.BookingNow.Type == "Unavailable" {
				o.Availability = "SoldOut"
			}
			all = append(all, o)
		}
		b.Occurrences(all)
	}
	n, _ := view(t, b)
	var out []string
	var times ranges
	for _, o := range n.Occurrences() {
		from, to, local := "ever", "ever", ranges{{}}
		if in.CalendarType != "permanent" || n.Nodes("openingHoursSpecification") != nil {
			from, to, local = o.Start.Time.UTC().Format(time.RFC3339), o.End.Time.UTC().Format(time.RFC3339), localTimes(o)
		}
		for _, l := range local {
			if !slices.Contains(times, l) {
				times = append(times, l)
			}
		}
		out = append(out, fmt.Sprintf("%s to %s %v %s %s", from, to, local, available(o.Status), bookable(o.Availability)))
	}
	return append(out, fmt.Sprintf("%v %s %s", times, available(n.String("eventStatus")), bookable(n.String("availability"))))
}

func available(status string) string {
	for theirs, ours := range statuses {
		if ours == status && theirs != "" {
			return theirs
		}
	}
	return status
}

func bookable(availability string) string {
	if availability == "SoldOut" {
		return "Unavailable"
	}
	return "Available"
}

// localTimes are the times of day that a date takes up, day by day.
func localTimes(o schema.Occurrence) (out ranges) {
	day := func(t time.Time) string { return t.Format(time.DateOnly) }
	for at := o.Start.Time; ; at = at.AddDate(0, 0, 1) {
		r := within{"0000", "2359"}
		if day(at) == day(o.Start.Time) {
			r.GTE = at.Format("1504")
		}
		if day(at) == day(o.End.Time) {
			r.LTE = o.End.Time.Format("1504")
		}
		if !slices.Contains(out, r) {
			out = append(out, r)
		}
		if day(at) >= day(o.End.Time) {
			return out
		}
	}
}

func brussels(t *testing.T, s string) schema.Moment {
	t.Helper()
	if s == "" {
		return schema.Moment{}
	}
	z, err := time.LoadLocation("Europe/Brussels")
	if err != nil {
		t.Fatal(err)
	}
	m, err := schema.ParseMoment(s, z)
	if err != nil {
		t.Fatal(err)
	}
	m.Time = m.Time.In(z)
	return m
}

func opening(t *testing.T, in offer) calendar.Opening {
	t.Helper()
	o := calendar.Opening{From: brussels(t, in.StartDate), To: brussels(t, in.EndDate), Zone: brussels(t, "2017-01-01").Time.Location(), Weekly: hours(t, in.OpeningHours)}
	for _, d := range in.AdjustedDays {
		o.Special = append(o.Special, calendar.Special{From: brussels(t, d.StartDate), To: brussels(t, d.EndDate), Hours: hours(t, d.OpeningHours), Reason: d.Description})
	}
	for _, d := range in.ClosedDays {
		o.Special = append(o.Special, calendar.Special{From: brussels(t, d.StartDate), To: brussels(t, d.EndDate), Reason: d.Description})
	}
	return o
}

func hours(t *testing.T, in []weekly) (out []calendar.Hours) {
	t.Helper()
	for _, w := range in {
		h := calendar.Hours{}
		for _, d := range w.DayOfWeek {
			h.Days |= calendar.DaysNamed(strings.ToUpper(d[:1]) + d[1:])
		}
		var err1, err2 error
		h.Opens, err1 = calendar.ParseClock(w.Opens)
		h.Closes, err2 = calendar.ParseClock(w.Closes)
		if err1 != nil || err2 != nil {
			t.Fatal(w, err1, err2)
		}
		out = append(out, h)
	}
	return out
}
