package harvest_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"moselle/connectors"
	"moselle/hub/harvest"
	"moselle/hub/store"
	"moselle/schema"
)

// termed is an item with one term.
func termed(class, key, prop string, term func(*schema.Builder)) connectors.Item {
	b := schema.Build(house, class, key)
	b.Text("name", "en", "Something")
	part := "DefinedTerm"
	if prop == "accessibilityFeature" {
		part = "Feature"
	}
	term(b.Part(prop, part))
	d, _ := b.Draft()
	return connectors.Item{Key: key, Raw: d.Graph.Canonical(), Drafts: []schema.Draft{d}}
}

// called is a term by its name alone.
func called(lang, name string) func(*schema.Builder) {
	return func(b *schema.Builder) { b.Text("name", lang, name) }
}

func TestTerms(t *testing.T) {
	t.Parallel()
	own := map[string]string{
		"Klassik am Fluss": "event.classical", "https://town.example/terms/12": "event.flea-market", "T7": "event.hike",
		"Konzert": "event.pop", "Alle da": "audience.everyone", "nonsense": "event.nothing",
	}
	for _, tt := range []struct {
		name, class, prop string
		term              func(*schema.Builder)
		want              string // "" for none
	}{
		{"a label of the concept", "Event", "additionalType", called("fr", "Théâtre"), "event.theatre"},
		{"another label", "Event", "additionalType", called("de", "Führungen"), "event.guided-tour"},
		{"a label in no language", "Event", "additionalType", called("", "tentoonstelling"), "event.exhibition"},
		{"the source's own label", "Event", "additionalType", called("de", "klassik am fluss"), "event.classical"},
		{"the source's own before ours", "Event", "additionalType", called("de", "Konzert"), "event.pop"},
		{"the source's own address", "Event", "additionalType", func(b *schema.Builder) {
			b.Text("name", "en", "Jazz")
			b.Put("sameAs", "https://town.example/terms/12")
		}, "event.flea-market"},
		{"the source's own code", "Event", "additionalType", func(b *schema.Builder) {
			b.Text("name", "en", "Odd")
			b.Put("termCode", "T7")
		}, "event.hike"},
		{"a code of publiq", "Event", "additionalType", func(b *schema.Builder) {
			b.Text("name", "nl", "Iets")
			b.Put("termCode", "0.50.4.0.0")
		}, "event.concert"},
		{"a match before a label", "Event", "additionalType", func(b *schema.Builder) {
			b.Text("name", "en", "Jazz")
			b.Put("sameAs", "https://www.datatourisme.fr/ontology/core#Exhibition")
		}, "event.exhibition"},
		{"a match of another scheme", "Event", "additionalType", func(b *schema.Builder) {
			b.Text("name", "en", "Jazz")
			b.Put("sameAs", "http://www.wikidata.org/entity/Q33506")
		}, "event.jazz"},
		{"a label that its language tells from another", "Event", "additionalType", called("fr", "Lecture"), "event.reading"},
		{"no label of ours", "Event", "additionalType", called("fr", "Soirée à thème"), ""},
		{"a kind of place", "Place", "additionalType", called("fr", "Bibliothèque"), "place.library"},
		{"a kind of event for a place", "Place", "additionalType", called("fr", "Concert"), ""},
		{"a kind of work", "Work", "additionalType", called("de", "Gemälde"), "work.painting"},
		{"a genre", "Work", "genre", called("en", "photographs"), "work.photograph"},
		{"an audience", "Event", "audience", called("de", "Familien"), "audience.families"},
		{"the source's own audience", "Event", "audience", called("de", "Alle da"), "audience.everyone"},
		{"what makes it accessible", "Event", "accessibilityFeature", called("fr", "Boucle magnétique"), "accessibility.induction-loop"},
		{"what a work is about", "Work", "about", called("en", "Concert"), ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			h := newHub(t)
			s := listing(termed(tt.class, "x", tt.prop, tt.term)).source()
			s.Terms = own
			run := h.run(s)
			got := conceptsIn(h.live(house)[tt.class+" x"])
			if got != tt.want {
				t.Errorf("the term is %q, want %q", got, tt.want)
			}
			counted := tt.want == "" && tt.prop != "about"
			if (len(run.Unmapped) == 1) != counted {
				t.Errorf("unmapped are %v, want one: %v", run.Unmapped, counted)
			}
		})
	}
}

// conceptsIn returns the ids of the concepts that a record's triples link to.
func conceptsIn(triples string) string {
	var out []string
	for rest := triples; ; {
		_, after, ok := strings.Cut(rest, "<moselle:id/concept/")
		if !ok {
			return strings.Join(out, " ")
		}
		id, tail, _ := strings.Cut(after, ">")
		out, rest = append(out, id), tail
	}
}

func TestTermThatIsAConcept(t *testing.T) {
	t.Parallel()
	h := newHub(t)
	run := h.run(listing(termed("Event", "x", "additionalType", func(b *schema.Builder) {
		b.Text("name", "en", "Jazz")
		b.Put("sameAs", "https://other.example/id/concept/event.folk")
	})).source())
	if got := conceptsIn(h.live(house)["Event x"]); got != "" || len(run.Unmapped) > 0 {
		t.Errorf("a term that names its concept was given %q, unmapped %v; want it left alone", got, run.Unmapped)
	}
}

func TestUnmappedTerms(t *testing.T) {
	t.Parallel()
	s := &script{}
	for i := range 60 {
		s.add(termed("Event", fmt.Sprint("e", i), "additionalType", called("fr", fmt.Sprint("Chose ", i))))
	}
	s.add(termed("Event", "again", "additionalType", called("fr", "Chose 59")),
		termed("Place", "p", "additionalType", called("fr", "Chose 59")))
	h := newHub(t)
	run := h.run(s.source())
	if len(run.Unmapped) != 50 {
		t.Errorf("%d terms are reported, want 50", len(run.Unmapped))
	}
	same(t, "the first", run.Unmapped[0], store.Term{Scheme: "event", Term: "Chose 59", Count: 2})
	saved, err := h.store.Runs(t.Context(), house, 1)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "the saved report", saved[0].Unmapped, run.Unmapped)
	dry := harvest.Dry(t.Context(), opened(t, s), time.Now, 0, everything).Run
	same(t, "the dry run", dry.Unmapped, run.Unmapped)
}

// Terms that mean something else from now on have everything read anew.
func TestTermsChange(t *testing.T) {
	t.Parallel()
	h := newHub(t)
	script := listing(termed("Event", "x", "additionalType", called("fr", "Chose")))
	script.next = connectors.Cursor("end")
	s := script.source()
	h.run(s)
	outcome(t, h.run(s), store.Run{Outcome: harvest.Unchanged})
	s.Terms = map[string]string{"Chose": "event.concert"}
	outcome(t, h.run(s), store.Run{Outcome: harvest.Complete, Read: 1, Updated: 1})
	if got := conceptsIn(h.live(house)["Event x"]); got != "event.concert" {
		t.Errorf("the term is %q after the settings changed, want event.concert", got)
	}
}
