package harvest_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"moselle/connectors"
	"moselle/hub/harvest"
	"moselle/hub/store"
	"moselle/schema"
)

// event makes an item of an event, filled by fill, with its faults.
func event(key string, fill func(*schema.Builder)) connectors.Item {
	b := schema.Build(house, "Event", key)
	b.Text("name", "en", "A night out")
	b.Put("eventStatus", "EventScheduled")
	fill(b)
	if !b.Has("startDate") {
		b.Occurrences(nights(1))
	}
	d, faults := b.Draft()
	return connectors.Item{Key: key, Drafts: []schema.Draft{d}, Faults: faults}
}

// nights makes n dates a week apart.
func nights(n int) []schema.Occurrence {
	var out []schema.Occurrence
	for i := range n {
		out = append(out, schema.Occurrence{Start: schema.Moment{Time: time.Date(2026, 12, 1+7*i, 20, 0, 0, 0, time.UTC)}})
	}
	return out
}

func TestEnvelope(t *testing.T) {
	t.Parallel()
	const ccBy, cc0 = "https://creativecommons.org/licenses/by/4.0/", "https://creativecommons.org/publicdomain/zero/1.0/"
	picture := func(b *schema.Builder, url string) *schema.Builder {
		p := b.Part("image", "Media")
		p.Put("contentUrl", url)
		return p
	}
	h := newHub(t)
	s := listing(
		event("plain", func(b *schema.Builder) { picture(b, "https://house.example/a.jpg") }),
		event("own words", func(b *schema.Builder) {
			b.Link("organizer", "https://club.example/#us")
			b.Link("sdPublisher", "https://agency.example/#us")
			b.Put("sdLicense", ccBy)
			picture(b, "https://house.example/a.jpg").Put("license", cc0)
			picture(b, "https://house.example/b.jpg")
		}),
	).source()
	s.Licence, s.MediaLicence = cc0, ccBy
	run := h.run(s)
	nodes := map[string]*schema.Node{}
	for _, key := range []string{"plain", "own words"} {
		r, err := h.store.Get(t.Context(), schema.Mint(house, "Event", key))
		if err != nil {
			t.Fatal(err)
		}
		if nodes[key], err = r.Node(); err != nil {
			t.Fatal(err)
		}
	}
	refs := func(key, prop string) []schema.IRI { return nodes[key].Refs(prop) }
	for _, key := range []string{"plain", "own words"} {
		same(t, key+": isPartOf", refs(key, "isPartOf"), []schema.IRI{harvest.DatasetIRI(house)})
	}
	same(t, "sdPublisher", refs("plain", "sdPublisher"), []schema.IRI{harvest.InstitutionIRI("house")})
	same(t, "organizer", refs("plain", "organizer"), []schema.IRI{harvest.InstitutionIRI("house")})
	same(t, "sdLicense", nodes["plain"].String("sdLicense"), cc0)
	same(t, "own sdPublisher", refs("own words", "sdPublisher"), []schema.IRI{"https://agency.example/#us"})
	same(t, "own organizer", refs("own words", "organizer"), []schema.IRI{"https://club.example/#us"})
	same(t, "own sdLicense", nodes["own words"].String("sdLicense"), ccBy)
	licences := func(key string) []string {
		var out []string
		for line := range strings.Lines(h.live(house)["Event "+key]) {
			if _, l, ok := strings.Cut(line, "schema.org/license> <"); ok {
				out = append(out, strings.TrimSuffix(l, "> .\n"))
			}
		}
		slices.Sort(out)
		return out
	}
	same(t, "media licence", licences("plain"), []string{ccBy})
	same(t, "media licences", licences("own words"), []string{ccBy, cc0})
	for _, f := range run.Faults {
		if f.Path == "organizer" {
			t.Errorf("the report says %q, though the institution stands in", f.Message)
		}
	}
}

func TestEnvelopeOfNothingDeclared(t *testing.T) {
	t.Parallel()
	h := newHub(t)
	s := listing(event("plain", func(b *schema.Builder) { b.Part("image", "Media").Put("contentUrl", "https://house.example/a.jpg") })).source()
	s.Institution, s.Dataset, s.Licence = "", "", ""
	run := h.run(s)
	for _, term := range []string{"isPartOf", "sdPublisher", "sdLicense", "organizer", "schema.org/license"} {
		if got := h.live(house)["Event plain"]; strings.Contains(got, term) {
			t.Errorf("the record has %s, want none:\n%s", term, got)
		}
	}
	if !slices.ContainsFunc(run.Faults, func(f store.Fault) bool { return f.Path == "organizer" }) {
		t.Errorf("the report says nothing of the missing organizer: %v", run.Faults)
	}
}
