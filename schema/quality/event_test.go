package quality_test

import (
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"moselle/schema"
	"moselle/schema/quality"
)

// records gathers what an assessment may look up.
type records map[schema.IRI]*schema.Node

func (r records) add(b *schema.Builder) *schema.Node {
	d, _ := b.Draft()
	n := schema.NewNode(d.Graph, d.IRI, schema.ClassNamed(d.Class))
	r[d.IRI] = n
	return n
}

func (r records) get(iri schema.IRI) *schema.Node { return r[iri] }

// concert builds an event that lacks nothing but what is named, with other
// values where they are given: "-url", "start=2026-12-03".
func concert(changes ...string) (*schema.Node, records) {
	r := records{}
	value := func(name, usual string) string {
		for _, c := range changes {
			if c == "-"+name {
				return ""
			}
			if len(c) > len(name) && c[:len(name)+1] == name+"=" {
				return c[len(name)+1:]
			}
		}
		return usual
	}
	venue := schema.Build("src", "Place", "v")
	venue.Text("name", "fr", value("venue", "Salle du Pont"))
	a := venue.Part("address", "PostalAddress")
	a.Put("addressCountry", value("country", "LU"))
	a.Put("postalCode", value("postcode", "1610"))
	a.Put("streetAddress", value("street", ""))
	g := venue.Part("geo", "GeoCoordinates")
	g.Put("latitude", value("lat", "49.61"))
	g.Put("longitude", value("lon", "6.13"))
	g.Put("geoPrecision", value("precision", "building"))
	if value("access", "yes") != "" {
		f := venue.Part("accessibilityFeature", "Feature")
		f.Text("name", "fr", "entrée de plain-pied")
		f.Put("present", "false")
	}
	venue.Put("sameAs", value("authority", "http://www.wikidata.org/entity/Q2"))
	r.add(venue)
	band := schema.Build("src", "Organization", "b")
	band.Text("name", "", "Trio")
	band.Put("sameAs", value("band", "http://www.wikidata.org/entity/Q3"))
	r.add(band)

	e := schema.Build("src", "Event", "e")
	e.Type(value("type", "MusicEvent"))
	e.Text("name", "fr", value("name", "Concert"))
	e.Put("startDate", value("start", "2026-12-03T19:30:00+01:00"))
	e.Put("endDate", value("end", "2026-12-03T22:00:00+01:00"))
	e.Text("description", value("lang", "fr"), value("description", "Un concert."))
	e.Text("description", "de", value("german", "Ein Konzert."))
	e.Put("url", value("url", "https://hall.example/1"))
	e.Put("isAccessibleForFree", value("free", "true"))
	e.Put("permanent", value("permanent", ""))
	if value("place", "yes") != "" {
		e.Link("location", venue.IRI())
	}
	if online := value("online", ""); online != "" {
		e.Part("virtualLocation", "VirtualLocation").Put("url", online)
	}
	if value("organizer", "yes") != "" {
		e.Link("organizer", band.IRI())
	}
	e.Link("performer", band.IRI())
	if value("works", "yes") != "" {
		e.Link("workPerformed", schema.Mint("src", "Work", "w"))
	}
	if url := value("image", "https://hall.example/1.jpg"); url != "" {
		m := e.Part("image", "Media")
		m.Put("contentUrl", url)
		m.Put("license", value("licence", "CC BY 4.0"))
		m.Put("width", value("width", "700"))
		m.Put("height", "600")
	}
	return r.add(e), r
}

func TestEventGrade(t *testing.T) {
	t.Parallel()
	type list = []string
	for _, tc := range []struct {
		changes list
		grade   string
		misses  list   // the codes that stand before the next grade
		lifts   string // the grade that the only one of them brings
	}{
		{nil, "E4", nil, ""},
		{list{"-name"}, "E0", list{"name.missing"}, "E4"},
		{list{"-start"}, "E0", list{"start.missing"}, "E4"},
		{list{"-place"}, "E0", list{"place.missing"}, "E1"},
		{list{"-venue"}, "E0", list{"place.missing"}, "E4"},
		{list{"-venue", "-name"}, "E0", list{"name.missing", "place.missing"}, ""},
		{list{"-lat"}, "E1", list{"geo.missing"}, "E4"},
		{list{"precision=exact"}, "E4", nil, ""},
		{list{"precision=street"}, "E1", list{"geo.precision"}, "E4"},
		{list{"-precision"}, "E1", list{"geo.precision"}, "E4"},
		{list{"-precision", "street=12 rue du Pont", "lat=49.6112", "lon=6.131"}, "E4", nil, ""},
		{list{"-precision", "street=12 rue du Pont", "lat=49.6112", "lon=6.13"}, "E1", list{"geo.precision"}, "E4"},
		{list{"-precision", "lat=49.6112", "lon=6.1301"}, "E1", list{"geo.precision"}, "E4"},
		{list{"precision=municipality", "street=12 rue du Pont", "lat=49.6112", "lon=6.1301"}, "E1", list{"geo.precision"}, "E4"},
		{list{"lat=0", "lon=0"}, "E1", list{"geo.zero"}, "E4"},
		{list{"lat=6.13", "lon=49.61"}, "E1", list{"geo.swapped"}, "E4"},
		{list{"country=DK"}, "E1", list{"geo.country"}, "E4"},
		{list{"-end"}, "E1", list{"end.missing"}, "E4"},
		{list{"-end", "start=2026-12-03"}, "E4", nil, ""},
		{list{"start=2026-12-03T19:30:00+02:00"}, "E1", list{"time.offset"}, "E4"},
		{list{"start=2026-12-03T18:30:00Z"}, "E4", nil, ""},
		{list{"end=2026-12-03T18:00:00+01:00"}, "E1", list{"time.reversed"}, "E4"},
		{list{"-organizer"}, "E1", list{"organizer.missing"}, "E4"},
		{list{"-description", "-german"}, "E1", list{"description.missing"}, "E3"},
		{list{"-lang", "-german"}, "E1", list{"description.language"}, "E3"},
		{list{"-url"}, "E1", list{"url.missing"}, "E4"},
		{list{"-url", "-end"}, "E1", list{"end.missing", "url.missing"}, ""},
		{list{"-image"}, "E2", list{"image.missing"}, "E4"},
		{list{"width=699"}, "E2", list{"image.size"}, "E4"},
		{list{"-width", "-licence"}, "E2", list{"image.licence", "image.size"}, ""},
		{list{"-licence"}, "E2", list{"image.licence"}, "E4"},
		{list{"type=Event"}, "E2", list{"category.vocabulary"}, "E4"},
		{list{"-free"}, "E2", list{"price.missing"}, "E4"},
		{list{"-access"}, "E2", list{"accessibility.missing"}, "E4"},
		{list{"-german"}, "E3", list{"languages.second"}, "E4"},
		{list{"-authority"}, "E3", list{"place.authority"}, "E4"},
		{list{"-band"}, "E3", list{"performer.authority"}, "E4"},
		{list{"-works"}, "E3", list{"works.missing"}, "E4"},
		{list{"-works", "-url"}, "E1", list{"url.missing"}, "E3"},
		{list{"-place", "online=https://hall.example/live"}, "E4", nil, ""},
	} {
		n, r := concert(tc.changes...)
		a := quality.Assess(n, r.get, quality.Options{})
		var misses list
		lifts := ""
		for _, f := range a.Fixes {
			if !slices.Contains(quality.Codes, f.Code) {
				t.Errorf("%v: %s is not among the codes", tc.changes, f.Code)
			}
			if f.Next {
				misses = append(misses, f.Code)
				lifts = f.Lifts
			}
		}
		slices.Sort(misses)
		if d := cmp.Diff(tc.misses, misses); a.Event != tc.grade || d != "" {
			t.Errorf("%v: grade %s, want %s; misses (-want +got):\n%s", tc.changes, a.Event, tc.grade, d)
		}
		if tc.lifts != "" && lifts != tc.lifts {
			t.Errorf("%v: mending it lifts to %q, want %q", tc.changes, lifts, tc.lifts)
		}
	}
}

// TestHistory: what more than one harvest tells is held against a record only
// when it is known.
func TestHistory(t *testing.T) {
	t.Parallel()

	for _, tc := range []struct {
		name    string
		history *quality.History
		grade   string
		unknown []string
	}{
		{"not known", nil, "E4", []string{"id.unproven", "updates.late"}},
		{"one harvest", &quality.History{First: day, Last: day}, "E2", []string{"updates.late"}},
		{"two harvests", &quality.History{First: day, Last: day.AddDate(0, 0, 1)}, "E4", []string{"updates.late"}},
		{"a day", &quality.History{First: day, Last: day.AddDate(0, 0, 1), Published: day, Modified: day.Add(24 * time.Hour)}, "E4", nil},
		{"later", &quality.History{First: day, Last: day.AddDate(0, 0, 1), Published: day, Modified: day.Add(24*time.Hour + time.Second)}, "E3", nil},
	} {
		n, r := concert()
		a := quality.Assess(n, r.get, quality.Options{History: tc.history})
		if d := cmp.Diff(tc.unknown, a.Unknown); a.Event != tc.grade || d != "" {
			t.Errorf("%s: grade %s, want %s; unknown (-want +got):\n%s", tc.name, a.Event, tc.grade, d)
		}
	}
}

func TestTimeFlags(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		changes []string
		want    []string
	}{
		{nil, nil},
		{[]string{"start=2026-01-01", "end=2026-12-31"}, []string{"time.placeholder"}},
		{[]string{"start=2026-01-01", "end=2026-12-30"}, nil},
		{[]string{"start=2026-01-01", "end=2040-12-31"}, []string{"time.placeholder", "time.long"}},
		{[]string{"start=2026-03-01", "end=2031-03-01"}, nil},
		{[]string{"start=2026-03-01", "end=2031-03-02"}, []string{"time.long"}},
		{[]string{"start=2026-03-01", "end=2040-03-02", "permanent=true"}, nil},
		{[]string{"start=2026-07-03T19:30:00+01:00", "end=2026-07-03T22:00:00+02:00"}, []string{"time.offset"}},
		{[]string{"start=2026-07-03T19:30:00+02:00", "end=2026-07-03T22:00:00+02:00"}, nil},
		{[]string{"start=2026-07-03", "end=2026-07-02"}, []string{"time.reversed"}},
		{[]string{"start=2026-07-03", "end=2026-07-03"}, nil},
	} {
		n, r := concert(tc.changes...)
		if d := cmp.Diff(tc.want, quality.Assess(n, r.get, quality.Options{}).Flags); d != "" {
			t.Errorf("%v: flags (-want +got):\n%s", tc.changes, d)
		}
	}
}

func TestTwin(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		changes []string
		want    string
	}{
		{nil, "LU|1610|2026-12-03T18:30Z"},
		{[]string{"start=2026-12-03T18:30:00Z"}, "LU|1610|2026-12-03T18:30Z"},
		{[]string{"start=2026-12-03"}, ""},
		{[]string{"-postcode"}, ""},
		{[]string{"-place"}, ""},
	} {
		n, r := concert(tc.changes...)
		if got := quality.Assess(n, r.get, quality.Options{}).Twin; got != tc.want {
			t.Errorf("%v: twin = %q, want %q", tc.changes, got, tc.want)
		}
	}
}

func TestPlace(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		lat, lon, country, precision string
		want                         string
		flags                        []string
	}{
		{"49.61", "6.13", "LU", "exact", "exact", nil},
		{"49.61", "6.13", "LU", "", "unknown", nil},
		{"", "", "LU", "", "none", nil},
		{"0", "0", "LU", "street", "street", []string{"geo.zero"}},
		{"0", "0", "", "", "unknown", []string{"geo.zero"}},
		{"6.13", "49.61", "LU", "", "unknown", []string{"geo.swapped"}},
		{"48.85", "2.35", "LU", "", "unknown", []string{"geo.country"}},
		{"-21.1", "55.5", "FR", "", "unknown", nil},
		{"48.85", "2.35", "BR", "", "unknown", nil}, // not checked
		{"48.85", "2.35", "", "", "unknown", nil},
	} {
		b := schema.Build("src", "Place", "k")
		b.Text("name", "", "x")
		b.Part("address", "PostalAddress").Put("addressCountry", tc.country)
		g := b.Part("geo", "GeoCoordinates")
		g.Put("latitude", tc.lat)
		g.Put("longitude", tc.lon)
		g.Put("geoPrecision", tc.precision)
		r := records{}
		a := quality.Assess(r.add(b), r.get, quality.Options{})
		if d := cmp.Diff(tc.flags, a.Flags); a.Precision != tc.want || d != "" {
			t.Errorf("%+v: precision %s; flags (-want +got):\n%s", tc, a.Precision, d)
		}
	}
}

var day = time.Date(2026, 11, 20, 0, 0, 0, 0, time.UTC)
