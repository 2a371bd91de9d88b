package schema_test

import (
	"strings"
	"testing"
	"time"

	"moselle/schema"
)

func TestRecordAt(t *testing.T) {
	t.Parallel()
	zone, err := time.LoadLocation("Europe/Luxembourg")
	if err != nil {
		t.Fatal(err)
	}
	b := schema.Build("museum", "Work", "bridge")
	b.Zone = zone
	b.Text("name", "fr", "Le pont")
	add := func(name, from, until string) {
		m := b.Part("associatedMedia", "Media")
		m.Put("contentUrl", "https://breck.example/"+name+".jpg")
		m.Put("validFrom", from)
		m.Put("expires", until)
	}
	add("always", "", "")
	add("until", "", "2026-12-31")
	add("from", "2027-01-02", "")
	add("evening", "", "2026-12-31T18:00:00+01:00")
	d, _ := b.Draft()
	r := schema.Seal(d, "museum", time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC))
	all := []string{"always", "until", "from", "evening"}
	tests := []struct {
		now  string
		want string
	}{
		{"2026-12-30T12:00:00+01:00", "always until evening"},
		{"2026-12-31T23:59:59+01:00", "always until evening"},
		{"2027-01-01T00:00:00+01:00", "always"},
		{"2026-12-31T23:30:00Z", "always"}, // it is tomorrow already in the zone of the hub
		{"2027-01-02T00:00:00+01:00", "always from"},
	}
	for _, tt := range tests {
		now, err := time.Parse(time.RFC3339, tt.now)
		if err != nil {
			t.Fatal(err)
		}
		shown, ok, err := r.At(now.In(zone))
		if err != nil || !ok {
			t.Fatalf("At(%s) = %v, %v", tt.now, ok, err)
		}
		var inView, inTriples []string
		for _, name := range all {
			if strings.Contains(string(shown.View), name+".jpg") {
				inView = append(inView, name)
			}
			if strings.Contains(string(shown.Triples), name+".jpg") {
				inTriples = append(inTriples, name)
			}
		}
		if got := strings.Join(inView, " "); got != tt.want {
			t.Errorf("At(%s) views %q, want %q", tt.now, got, tt.want)
		}
		if got := strings.Join(inTriples, " "); got != tt.want {
			t.Errorf("At(%s) states %q, want %q", tt.now, got, tt.want)
		}
		n, err := shown.Node()
		if err != nil {
			t.Fatal(err)
		}
		if links := strings.Count(string(shown.Triples), "associatedMedia"); links != len(n.Nodes("associatedMedia")) {
			t.Errorf("At(%s) has %d links to media in its triples and %d media in its view", tt.now, links, len(n.Nodes("associatedMedia")))
		}
	}
}

func TestRecordAtMedium(t *testing.T) {
	t.Parallel()
	for expires, want := range map[string]bool{"": true, "2026-12-31": true, "2026-12-30": false} {
		b := schema.Build("museum", "Media", "film")
		b.Text("name", "fr", "Le pont")
		b.Put("expires", expires)
		d, _ := b.Draft()
		r := schema.Seal(d, "museum", time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC))
		if _, got, err := r.At(time.Date(2026, 12, 31, 9, 0, 0, 0, time.UTC)); got != want || err != nil {
			t.Errorf("At of a film that expires %q = %v, %v, want %v", expires, got, err, want)
		}
	}
}
