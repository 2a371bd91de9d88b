package schema_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"moselle/schema"
)

// said returns the record's triples without the IRIs' common beginnings.
func said(t *testing.T, b *schema.Builder) []string {
	t.Helper()
	d, _ := b.Draft()
	text := strings.NewReplacer(
		"<"+string(d.IRI)+"> ", "", string(d.IRI)+"#", "#",
		"https://schema.org/", "", "http://www.w3.org/2001/XMLSchema#", "xsd:",
		"http://www.w3.org/1999/02/22-rdf-syntax-ns#type", "a", " .\n", "\n",
	).Replace(string(d.Graph.Canonical()))
	return strings.Split(strings.TrimSuffix(text, "\n"), "\n")
}

func has(t *testing.T, b *schema.Builder, want string) {
	t.Helper()
	if got := said(t, b); !slices.Contains(got, want) {
		t.Errorf("the draft lacks %s:\n%s", want, strings.Join(got, "\n"))
	}
}

func TestBuild(t *testing.T) {
	t.Parallel()
	b := schema.Build("src", "Event", "k1")
	b.Text("name", "fr", " Le  concert \r\n")
	b.Text("name", "fr", "a second title")
	b.Text("name", "lu", "De Concert")
	b.Text("name", "de", "")
	b.Text("keywords", "fr", "a")
	b.Text("keywords", "fr", "b")
	b.Text("keywords", "fr", "b")
	b.Text("inLanguage", "fr", "fr")
	b.Put("eventStatus", "http://schema.org/EventScheduled")
	b.Put("startDate", "2026-12-03T19:30:00+01:00")
	b.Put("startDate", "2027-01-01")
	b.Put("url", "www.concert.example/a b")
	b.Put("isAccessibleForFree", "oui")
	b.Link("location", schema.Mint("src", "Place", "p"))
	b.Link("organizer", "")
	b.Type("MusicEvent")
	b.Type("MusicEvent")
	if b.Type("Photograph") {
		t.Error("an Event accepts the type Photograph")
	}
	o := b.Part("offers", "Offer")
	o.Put("price", "12,5")
	b.Part("offers", "Offer")
	b.Moment("endDate", schema.Moment{})
	b.Term("additionalType", "fr", "", "code")
	want := []string{
		`<#offer-zdeoia5z> <a> <Offer>`,
		`<#offer-zdeoia5z> <price> "12.5"^^<xsd:decimal>`,
		`<http://purl.org/dc/terms/identifier> "k1"`,
		`<a> <Event>`,
		`<a> <MusicEvent>`,
		`<eventStatus> <EventScheduled>`,
		`<inLanguage> "fr"`,
		`<isAccessibleForFree> "true"^^<xsd:boolean>`,
		`<keywords> "a"@fr`,
		`<keywords> "b"@fr`,
		`<location> <moselle:id/place/kvq5goekrrwqba3r>`,
		`<name> "De Concert"@lb`,
		`<name> "Le  concert"@fr`,
		`<offers> <#offer-zdeoia5z>`,
		`<startDate> "2026-12-03T19:30:00+01:00"^^<xsd:dateTime>`,
		`<url> <https://www.concert.example/a%20b>`,
	}
	if d := cmp.Diff(want, said(t, b)); d != "" {
		t.Errorf("Draft (-want +got):\n%s", d)
	}
}

// TestDraftLacks: why something is missing is told, and not that it is missing;
// of each value once.
func TestDraftLacks(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name  string
		build func(b *schema.Builder)
		want  []string // of the faults of startDate and of licences, with their severity
	}{
		{"nothing told", func(*schema.Builder) {}, []string{"violation startDate missing"}},
		{"told by its name", func(b *schema.Builder) { b.Put("startDate", "soon") }, []string{"violation startDate"}},
		{"told by the source's word", func(b *schema.Builder) {
			b.Fault(schema.Fault{Path: "timings[1].begin", Lacks: "startDate", Message: "not a date"})
			b.Fault(schema.Fault{Path: "timings[2].begin", Lacks: "startDate", Message: "not a date"})
		}, []string{"violation timings[1].begin", "violation timings[2].begin"}},
		{"told of another", func(b *schema.Builder) { b.Fault(schema.Fault{Path: "timings", Message: "odd"}) },
			[]string{"warning timings", "violation startDate missing"}},
		{"not missing", func(b *schema.Builder) {
			b.Fault(schema.Fault{Path: "timings", Lacks: "startDate", Message: "not a date"})
			b.Put("startDate", "2027-02-27")
		}, []string{"warning timings"}},
		{"one of two parts", func(b *schema.Builder) {
			b.Put("startDate", "2027-02-27")
			one, two := b.Part("image", "Media"), b.Part("image", "Media")
			one.Put("contentUrl", "https://a.example/1.jpg")
			two.Put("contentUrl", "https://a.example/2.jpg")
			two.Fault(schema.Fault{Path: "rights", Lacks: "license", Message: "not a licence"})
		}, []string{"warning image.rights", "warning image.license missing"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			b := schema.Build("src", "Event", "k1")
			c.build(b)
			_, faults := b.Draft()
			var got []string
			for _, f := range faults {
				line := f.Severity.String() + " " + f.Path
				switch {
				case f.Rule == "":
					got = append(got, line)
				case f.Path == "startDate" || f.Path == "image.license":
					got = append(got, line+" missing")
				}
			}
			if d := cmp.Diff(c.want, got); d != "" {
				t.Errorf("Draft (-want +got):\n%s", d)
			}
		})
	}
}

func TestDraftFaults(t *testing.T) {
	t.Parallel()
	b := schema.Build("src", "Event", "k1")
	b.Put("startDate", "2026-02-31")
	b.Put("endDate", "tomorrow")
	b.Put("url", "concert.example")
	b.Put("eventStatus", "on/off")
	b.Put("isAccessibleForFree", "perhaps")
	b.Link("location", "the town hall")
	b.Part("offers", "Offer").Put("price", "free")
	b.Part("eventSchedule", "Schedule").Put("repeatCount", "ten")
	_, faults := b.Draft()
	want := []string{
		`REFUSES startDate: 31 February 2026 does not exist ("2026-02-31")`,
		`endDate: not a date: write it as 2026-12-31 ("tomorrow")`,
		`url: not a complete address: write it with https:// ("concert.example")`,
		`eventStatus: not a schema.org value ("on/off")`,
		`isAccessibleForFree: neither true nor false ("perhaps")`,
		`location: not an IRI ("the town hall")`,
		`offers.price: not a number ("free")`,
		`eventSchedule.repeatCount: not a whole number ("ten")`,
		`REFUSES name: missing: “Name”; give text with its language`,
		`organizer: missing: “Organiser”; give the address of its record`,
		`description: missing: “Description”; give text with its language`,
		`offers: missing: “Prices and tickets”; give its details`,
	}
	var got []string
	for _, f := range faults {
		s := f.String()
		if f.Refuses() {
			s = "REFUSES " + s
		}
		got = append(got, s)
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("faults (-want +got):\n%s", d)
	}
	if n := len(schema.Refused(faults)); n != 2 {
		t.Errorf("Refused gives %d, want 2", n)
	}
}

// TestCheckSeverity: what a record cannot be without refuses; what a part
// cannot be without does not; a wish for any of several is met by one.
func TestCheckSeverity(t *testing.T) {
	t.Parallel()
	work := func(fill func(*schema.Builder)) string {
		b := schema.Build("src", "Work", "k")
		b.Text("name", "fr", "Vue")
		b.Link("creator", "http://a.example/")
		b.Text("description", "fr", "Vue")
		b.Put("derivedFrom", "http://a.example/")
		b.Part("associatedMedia", "Media").Put("contentUrl", "http://a.example/i.jpg")
		fill(b)
		_, faults := b.Draft()
		var out []string
		for _, f := range faults {
			if f.Refuses() {
				t.Errorf("%s refuses", f)
			}
			if !strings.HasPrefix(f.Path, "associatedMedia") {
				out = append(out, f.Path)
			}
		}
		return strings.Join(out, " ")
	}
	if got, want := work(func(*schema.Builder) {}), "about|additionalType|contentLocation|temporalCoverage"; got != want {
		t.Errorf("faults at %q, want %q", got, want)
	}
	if got := work(func(b *schema.Builder) { b.Term("about", "fr", "place", "") }); got != "" {
		t.Errorf("faults at %q, want none", got)
	}
	if got, want := work(func(b *schema.Builder) {
		b.Term("about", "fr", "place", "")
		b.Part("cameraPosition", "GeoCoordinates").Put("latitude", "49.5")
	}), "cameraPosition.longitude cameraPosition.geoPrecision"; got != want {
		t.Errorf("faults at %q, want %q", got, want)
	}
}

// TestPartNames: a part is named after what it says, in whatever order that was
// said, and the same thing said twice is one part.
func TestPartNames(t *testing.T) {
	t.Parallel()
	build := func(order ...int) []string {
		b := schema.Build("src", "Work", "k1")
		for _, i := range order {
			switch i {
			case 0:
				m := b.Part("associatedMedia", "Media")
				m.Put("contentUrl", "http://a.example/1")
				m.Put("width", "2")
			case 1:
				m := b.Part("associatedMedia", "Media")
				m.Put("width", "2")
				m.Put("contentUrl", "http://a.example/1")
			case 2:
				b.Term("about", "fr", "place", "")
			case 3:
				b.Term("genre", "fr", "place", "")
			}
		}
		return said(t, b)
	}
	want := build(0, 2, 3)
	for _, order := range [][]int{{0, 1, 2, 3}, {3, 2, 1, 0}, {1, 3, 2}} {
		if d := cmp.Diff(want, build(order...)); d != "" {
			t.Errorf("order %v (-want +got):\n%s", order, d)
		}
	}
}

// TestSameStart: two dates that start together are told apart, whichever comes
// first.
func TestSameStart(t *testing.T) {
	t.Parallel()
	at := schema.Moment{Time: time.Date(2026, 12, 3, 19, 30, 0, 0, time.UTC)}
	a := schema.Occurrence{Start: at, Name: "A", NameLang: "fr"}
	b := schema.Occurrence{Start: at, Name: "B", NameLang: "fr"}
	build := func(all ...schema.Occurrence) *schema.Builder {
		e := schema.Build("src", "Event", "k1")
		e.Occurrences(all)
		return e
	}
	has(t, build(a, b, a), `<#occ-20261203T1930> <name> "A"@fr`)
	has(t, build(a, b, a), `<#occ-20261203T1930-2> <name> "B"@fr`)
	if d := cmp.Diff(said(t, build(a, b)), said(t, build(b, a, b))); d != "" {
		t.Errorf("another order gives another graph:\n%s", d)
	}
}

func TestEmptyPartsAreLeftOut(t *testing.T) {
	t.Parallel()
	b := schema.Build("src", "Place", "k1")
	b.Part("geo", "GeoCoordinates").Put("latitude", "91")
	b.Part("image", "Media")
	if b.Has("geo") {
		t.Error("a part without values counts as a value")
	}
	g := b.Part("geo", "GeoCoordinates")
	g.Put("latitude", "49.6")
	b.Part("geo", "GeoCoordinates").Put("latitude", "50")
	if !b.Has("geo") {
		t.Error("a part with a value does not count")
	}
	n := 0
	for _, line := range said(t, b) {
		if strings.Contains(line, "image") {
			t.Errorf("an empty part is written: %s", line)
		}
		if strings.HasPrefix(line, "<geo>") {
			n++
		}
	}
	if n != 1 {
		t.Errorf("%d positions, want 1", n)
	}
	has(t, b, `<a> <Place>`)
}

func TestPutByRange(t *testing.T) {
	t.Parallel()
	zone, err := time.LoadLocation("Europe/Luxembourg")
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct{ class, prop, in, want string }{
		{"Event", "name", "x", `<name> "x"@und`},
		{"Event", "startDate", "2026-07-03 19:30", `<startDate> "2026-07-03T19:30:00+02:00"^^<xsd:dateTime>`},
		{"Event", "startDate", "20261203", `<startDate> "2026-12-03"^^<xsd:date>`},
		{"Event", "eventStatus", "schema:EventPostponed", `<eventStatus> <EventPostponed>`},
		{"Event", "sdLicense", "cc0", `<sdLicense> <https://creativecommons.org/publicdomain/zero/1.0/>`},
		{"Media", "license", "CC BY-SA 3.0", `<license> <https://creativecommons.org/licenses/by-sa/3.0/>`},
		{"Media", "width", "0800", `<width> "800"^^<xsd:integer>`},
		{"Media", "duration", "PT1M", `<duration> "PT1M"^^<xsd:duration>`},
		{"Work", "dateCreated", "1907-05", `<dateCreated> "1907-05"^^<xsd:gYearMonth>`},
		{"Work", "onView", "NEIN", `<https://w3id.org/moselle/ns#onView> "false"^^<xsd:boolean>`},
		{"Place", "telephone", " +352 1 ", `<telephone> "+352 1"`},
		{"Place", "maximumAttendeeCapacity", "-5", `<maximumAttendeeCapacity> "-5"^^<xsd:integer>`},
	}
	for _, tt := range tests {
		b := schema.Build("src", tt.class, "k")
		b.Zone = zone
		b.Put(tt.prop, tt.in)
		has(t, b, tt.want)
	}
}

func TestDegrees(t *testing.T) {
	t.Parallel()
	tests := []struct{ prop, in, want string }{
		{"latitude", "49,61", ""},
		{"latitude", "-90", ""},
		{"latitude", "90.1", "a latitude lies between -90 and 90 degrees"},
		{"longitude", "-180.5", "a longitude lies between -180 and 180 degrees"},
		{"heading", "360", "a heading lies between 0 and 360 degrees"},
		{"heading", "359.9", ""},
		{"elevation", "1e400", "not a number"},
		{"elevation", "NaN", "not a number"},
		{"elevation", "1.234,5", "not a number"},
	}
	for _, tt := range tests {
		b := schema.Build("src", "Place", "k")
		b.Part("geo", "GeoCoordinates").Put(tt.prop, tt.in)
		_, faults := b.Draft()
		got := ""
		if i := slices.IndexFunc(faults, func(f schema.Fault) bool { return f.Path == "geo."+tt.prop && f.Value != "" }); i >= 0 {
			got = faults[i].Message
		}
		if got != tt.want {
			t.Errorf("%s %s: fault %q, want %q", tt.prop, tt.in, got, tt.want)
		}
	}
}

func TestProgrammingErrorsPanic(t *testing.T) {
	t.Parallel()
	for name, f := range map[string]func(){
		"class":         func() { schema.Build("src", "Evnt", "k") },
		"class of part": func() { schema.Build("src", "Offer", "k") },
		"property":      func() { schema.Build("src", "Event", "k").Put("nme", "x") },
		"part":          func() { schema.Build("src", "Event", "k").Part("offers", "Media") },
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("a wrong %s does not panic", name)
				}
			}()
			f()
		}()
	}
}

func TestExcerpt(t *testing.T) {
	t.Parallel()
	if got, want := schema.Excerpt(" a\n\tb "), "a b"; got != want {
		t.Errorf("Excerpt = %q, want %q", got, want)
	}
	if got := []rune(schema.Excerpt(strings.Repeat("é", 500))); len(got) != 120 || got[119] != '…' {
		t.Errorf("Excerpt of 500 letters has %d, ends in %q", len(got), got[len(got)-1])
	}
}
