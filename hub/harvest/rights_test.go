package harvest_test

import (
	"strings"
	"testing"

	"moselle/schema"
)

func TestEndedRights(t *testing.T) {
	t.Parallel()
	h := newHub(t)
	day := func(days int) string { return h.now.AddDate(0, 0, days).Format("2006-01-02") }
	picture := func(b *schema.Builder, name, prop, day string) {
		p := b.Part("image", "Media")
		p.Put("contentUrl", "https://house.example/"+name+".jpg")
		p.Put("license", "CC BY 4.0")
		p.Put(prop, day)
	}
	run := h.run(listing(event("play", func(b *schema.Builder) {
		picture(b, "ended", "expires", day(-1))
		picture(b, "last-day", "expires", day(0))
		picture(b, "to-come", "validFrom", day(5))
	})).source())
	r, err := h.store.Get(t.Context(), schema.Mint(house, "Event", "play"))
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]bool{"ended": false, "last-day": true, "to-come": true} {
		if got := strings.Contains(string(r.Triples), name+".jpg") && strings.Contains(string(r.View), name+".jpg"); got != want {
			t.Errorf("%s.jpg is kept = %v, want %v", name, got, want)
		}
	}
	told := false
	for _, f := range run.Faults {
		told = told || f.Path == "image.expires" && strings.Contains(f.Message, "rights in this medium have ended")
	}
	if !told {
		t.Errorf("faults = %+v, want one about image.expires", run.Faults)
	}
}
