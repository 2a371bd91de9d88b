package demo_test

import (
	"slices"
	"testing"
	"time"

	"moselle/schema"
)

// ahead is how many days from today must have something on.
const ahead = 56

// weeks are moments in ordinary weeks, in those where the clocks change, at the
// turn of a year and around a leap day.
var weeks = []string{
	"2026-11-21T12:00:00Z", "2026-12-31T23:30:00Z", "2027-01-01T00:30:00Z", "2027-03-28T00:59:00Z",
	"2027-10-31T01:30:00Z", "2028-02-29T12:00:00Z", "2028-06-05T00:00:00Z",
}

func TestRegion(t *testing.T) {
	t.Parallel()
	for _, now := range weeks {
		t.Run(now, func(t *testing.T) {
			t.Parallel()
			now, err := time.Parse(time.RFC3339, now)
			if err != nil {
				t.Fatal(err)
			}
			r := read(t, now)
			r.checkEnough(t)
			r.checkDays(t, now)
			r.checkCases(t)
			r.checkWorksShown(t)
		})
	}
}

func (r region) checkEnough(t *testing.T) {
	countries := map[string]bool{}
	for _, in := range r.config.Institutions {
		countries[in.Country] = true
	}
	cameras, dates := 0, 0
	for _, w := range r.of("Work") {
		if c := w.Nodes("cameraPosition"); len(c) == 1 && c[0].String("latitude") != "" && c[0].String("heading") != "" {
			cameras++
		}
	}
	for _, e := range r.of("Event") {
		dates += len(e.Occurrences())
	}
	for _, c := range []struct {
		what      string
		got, want int
	}{
		{"institutions", len(r.config.Institutions), 10},
		{"countries", len(countries), 4},
		{"calendars", r.kinds["ics"], 3},
		{"pages", r.kinds["schemaorg"], 3},
		{"tables", r.kinds["table"], 5},
		{"works", len(r.of("Work")), 200},
		{"photographs with a camera position", cameras, 60},
		{"events", len(r.of("Event")), 80},
		{"dates", dates, 300},
	} {
		if c.got < c.want {
			t.Errorf("%d %s, want %d at least", c.got, c.what, c.want)
		}
	}
}

// checkDays looks for something that starts on each of the days ahead, what
// lasts for days or opens daily left aside.
func (r region) checkDays(t *testing.T, now time.Time) {
	zone := r.config.Location()
	on := map[string]int{}
	for _, e := range r.of("Event") {
		if slices.Contains(e.Types, "ExhibitionEvent") {
			continue
		}
		for _, o := range e.Occurrences() {
			if o.Status != "EventCancelled" && o.Status != "EventPostponed" {
				on[o.Start.Time.In(zone).Format(time.DateOnly)]++
			}
		}
	}
	weekend, week := 0, 0
	for i := range ahead {
		day := now.In(zone).AddDate(0, 0, i)
		n := on[day.Format(time.DateOnly)]
		if n == 0 {
			t.Errorf("nothing is on at %s", day.Format("Mon 2006-01-02"))
		}
		if day.Weekday() == time.Saturday || day.Weekday() == time.Sunday {
			weekend += n
		} else {
			week += n
		}
	}
	if weekend*5 < week*2 {
		t.Errorf("%d dates on weekends and %d on other days, want weekends fuller", weekend, week)
	}
}

func (r region) checkCases(t *testing.T) {
	found := map[string]int{}
	for _, e := range r.of("Event") {
		found[e.String("eventStatus")]++
		all := e.Occurrences()
		for _, o := range all {
			found["one date "+o.Status]++
			found[o.Availability]++
		}
		found[e.String("availability")]++
		for _, offer := range e.Nodes("offers") {
			found[offer.String("availability")]++
		}
		for what, yes := range map[string]bool{
			"free":            e.String("isAccessibleForFree") == "true",
			"online":          len(e.Nodes("virtualLocation")) > 0,
			"recurring":       len(all) > 20 && !slices.Contains(e.Types, "ExhibitionEvent"),
			"moved date":      len(all) > 1 && slices.ContainsFunc(all, func(o schema.Occurrence) bool { return !o.Previous.IsZero() }),
			"several days":    len(all) == 1 && all[0].Start.Day && all[0].End.Time.After(all[0].Start.Time),
			"several venues":  len(e.Refs("location")) > 1,
			"of a festival":   len(e.Refs("superEvent")) > 0,
			"of a series":     slices.ContainsFunc(e.Refs("superEvent"), func(iri schema.IRI) bool { return r.nodes[iri] != nil && r.nodes[iri].Class.Name == "EventSeries" }),
			"accessible":      len(e.Nodes("accessibilityFeature")) > 0,
			"for somebody":    len(e.Nodes("audience")) > 0,
			"closed for days": slices.Contains(e.Types, "ExhibitionEvent") && len(all) > 30 && paused(all),
			"closed mondays":  slices.Contains(e.Types, "ExhibitionEvent") && len(all) > 30 && !slices.ContainsFunc(all, onMonday),
			"in four tongues": languages(e) >= 4,
		} {
			if yes {
				found[what]++
			}
		}
	}
	for _, want := range []string{
		"EventScheduled", "EventCancelled", "EventPostponed", "EventRescheduled", "one date EventCancelled", "one date EventTentative", "SoldOut",
		"free", "online", "recurring", "moved date", "several days", "several venues", "of a festival", "of a series", "accessible", "for somebody",
		"closed for days", "closed mondays", "in four tongues",
	} {
		if found[want] == 0 {
			t.Errorf("no event is %s", want)
		}
	}
}

// paused reports whether an exhibition that is closed on one day of the week
// stays closed for longer once.
func paused(all []schema.Occurrence) bool {
	for i := 1; i < len(all); i++ {
		if all[i].Start.Time.Sub(all[i-1].Start.Time) > 3*24*time.Hour {
			return true
		}
	}
	return false
}

func onMonday(o schema.Occurrence) bool { return o.Start.Time.Weekday() == time.Monday }

func languages(n *schema.Node) int {
	count := 0
	for _, lang := range []string{"fr", "de", "lb", "en", "nl"} {
		if _, got := n.Text("name", lang); got == lang {
			count++
		}
	}
	return count
}

// checkWorksShown looks whether the works that events show are those of the
// collections.
func (r region) checkWorksShown(t *testing.T) {
	shown := map[schema.IRI]bool{}
	for _, e := range r.of("Event") {
		for _, iri := range e.Refs("workFeatured") {
			if w := r.nodes[iri]; w == nil || len(w.Nodes("associatedMedia")) == 0 {
				t.Errorf("event %s shows %s, which is in no collection", e.ID, iri)
			}
			shown[iri] = true
		}
	}
	if len(shown) < 10 {
		t.Errorf("events show %d works, want 10 at least", len(shown))
	}
}
