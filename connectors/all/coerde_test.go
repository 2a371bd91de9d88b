package all_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"gopkg.in/yaml.v3"

	"moselle/connectors"
	"moselle/connectors/all"
	"moselle/connectors/conntest"
	"moselle/schema"
	"moselle/schema/rdf/rdftest"
)

// The events of a neighbourhood are published in three formats. Read by two
// connectors they are the same: titles, local starts and ends, and places where
// all three say them.
func TestRealCoerde(t *testing.T) {
	t.Parallel()
	table := conntest.Settings(t, "{preset: agenda, lang: de, zone: Europe/Berlin}")
	calendar := happenings(t, "ics", "events.ics", conntest.Settings(t, "{zone: Europe/Berlin, lang: de}"))
	rows := happenings(t, "table", "events.csv", table)
	list := happenings(t, "table", "events.json", table)
	for name, got := range map[string]map[string]happening{"events.csv": rows, "events.json": list, "events.ics": calendar} {
		if len(got) != 143 {
			t.Errorf("%s gives %d events, want 143", name, len(got))
		}
	}
	if d := cmp.Diff(rows, list); d != "" {
		t.Errorf("(-csv +json):\n%s", d)
	}
	if d := cmp.Diff(slices.Sorted(maps.Keys(rows)), slices.Sorted(maps.Keys(calendar))); d != "" {
		t.Errorf("starts and titles (-csv +ics):\n%s", d)
	}
	// One DTEND of the calendar names the last day where the day behind it belongs.
	const oneDayOff = "2026-10-25 44. KinderFilmFest"
	for at, a := range rows {
		b := calendar[at]
		if a.End != b.End && !strings.HasPrefix(at, oneDayOff) {
			t.Errorf("%s: ends at %q in the table, at %q in the calendar", at, a.End, b.End)
		}
		// A town behind the name, without street or postal code, is no clear address.
		if !strings.HasPrefix(b.Place, a.Place) && b.Place != "" {
			t.Errorf("%s: happens in %q in the table, in %q in the calendar", at, a.Place, b.Place)
		}
	}
}

// source reads a real file to its end, without a refusal.
func source(t *testing.T, kind, name string, settings *yaml.Node) conntest.Result {
	t.Helper()
	i := slices.IndexFunc(all.Kinds(), func(k connectors.Kind) bool { return k.Name == kind })
	c, err := all.Kinds()[i].Open(settings, conntest.Env(t, rdftest.Data(t, name)))
	if err != nil {
		t.Fatal(err)
	}
	res := conntest.Harvest(t.Context(), c, nil)
	if res.Err != nil || len(res.Refusals) > 0 {
		t.Fatalf("%s: %v, refused %v", name, res.Err, res.Refusals)
	}
	return res
}

// happening is what the formats have to agree on, beside start and title.
type happening struct{ End, Place string }

func happenings(t *testing.T, kind, name string, settings *yaml.Node) map[string]happening {
	t.Helper()
	res := source(t, kind, "ics/Coerdeevents__coerde-events/data/"+name, settings)
	out := map[string]happening{}
	for _, it := range res.Items {
		nodes := map[string]*schema.Node{}
		for _, d := range it.Drafts {
			nodes[d.Class] = schema.NewNode(d.Graph, d.IRI, schema.ClassNamed(d.Class))
		}
		event := nodes["Event"]
		title, lang := event.Title()
		if zone := event.String("timezone"); lang != "de" || zone != "Europe/Berlin" && zone != "" {
			t.Errorf("%s: %s: language %s, zone %s; want de, Europe/Berlin", name, title, lang, zone)
		}
		var h happening
		o := event.Occurrences()[0]
		if !o.End.IsZero() && o.End != o.Start {
			h.End = o.End.String()
		}
		if place := nodes["Place"]; place != nil {
			h.Place, _ = place.Title()
		}
		key := fmt.Sprintf("%s %s", o.Start, strings.Join(strings.Fields(title), " "))
		if _, twice := out[key]; twice {
			t.Errorf("%s: %s stands there twice", name, key)
		}
		out[key] = h
	}
	return out
}
