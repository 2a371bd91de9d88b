package taxonomy_test

import (
	"slices"
	"testing"

	"moselle/schema"
	"moselle/schema/taxonomy"
)

func TestFind(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"event.concert":                                 "event.concert",
		"moselle:id/concept/event.concert":              "event.concert",
		"https://hub.example/id/concept/event.concert":  "event.concert",
		"https://hub.example/a/id/concept/region.trier": "region.trier",
		"concert":                                "none",
		"event.nothing":                          "none",
		"moselle:id/event/event.concert":         "none",
		"https://hub.example/concept/event.jazz": "none",
		"":                                       "none",
	} {
		if got := id(taxonomy.Find(in)); got != want {
			t.Errorf("Find(%q) = %s, want %s", in, got, want)
		}
	}
}

func TestMatching(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"https://schema.org/MusicEvent":                             "event.music",
		"http://schema.org/Museum":                                  "place.museum",
		"http://www.wikidata.org/entity/Q3305213":                   "work.painting",
		"https://www.wikidata.org/wiki/Q3305213":                    "work.painting",
		"https://www.datatourisme.fr/ontology/core#Concert":         "event.concert",
		"https://www.datatourisme.gouv.fr/ontology/core#Concert":    "event.concert",
		"urn:publiq:0.50.4.0.0":                                     "event.concert",
		"0.50.4.0.0":                                                "event.concert",
		"3CuHvenJ+EGkcvhXLg9Ykg":                                    "place.archaeological-site",
		"https://joinmobilizon.org/ns#THEATRE":                      "event.theatre",
		"PERFORMING_VISUAL_ARTS":                                    "event.stage",
		"https://vocab.getty.edu/aat/300046300":                     "work.photograph",
		"http://id.loc.gov/vocabulary/relators/cmp":                 "role.composer",
		"https://www.w3.org/2021/a11y-discov-vocab/latest/#braille": "accessibility.braille",
		"https://example.org/MusicEvent":                            "none",
		"Concert":                                                   "none",
		"":                                                          "none",
	} {
		if got := id(taxonomy.Matching(in)); got != want {
			t.Errorf("Matching(%q) = %s, want %s", in, got, want)
		}
	}
}

func TestNamed(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ scheme, label, want string }{
		{"event", "Concert", "event.concert"},
		{"event", "Konzerte", "event.concert"},
		{"event", "  MUSIQUE   classique ", "event.classical"},
		{"event", "Klassik", "event.classical"},
		{"event", "Théâtre", "event.theatre"},
		{"event", "theatre", "event.theatre"},
		{"event", "Führungen", "event.guided-tour"},
		{"event", "fuhrungen", "event.guided-tour"},
		{"event", "Guidéiert Visitten", "event.guided-tour"},
		{"event", "Vide-grenier", "event.flea-market"},
		{"event", "Kirmes", "event.fair"},
		{"event", "Buergbrennen", "event.bonfire"},
		{"event", "Tentoonstelling", "event.exhibition"},
		{"event", "Lecture", "none"}, // French: a reading; English: a talk
		{"event", "Musée", "none"},
		{"place", "Musée", "place.museum"},
		{"place", "Galerie", "place.gallery"},
		{"place", "Bücherei", "place.library"},
		{"work", "Öl auf nichts", "none"},
		{"work", "peinture", "work.painting"},
		{"work", "Fotografien", "work.photograph"},
		{"audience", "Familien", "audience.families"},
		{"accessibility", "barrierefrei", "accessibility.wheelchair"},
		{"role", "Regie", "role.director"},
		{"region", "Tréier", "region.trier"},
		{"region", "Diddenuewen", "region.thionville"},
		{"nothing", "Concert", "none"},
		{"event", "", "none"},
	} {
		if got := id(taxonomy.Named(tt.scheme, tt.label)); got != tt.want {
			t.Errorf("Named(%s, %q) = %s, want %s", tt.scheme, tt.label, got, tt.want)
		}
	}
}

func TestNamedIn(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ label, lang, want string }{
		{"Lecture", "fr", "event.reading"},
		{"Lecture", "en", "event.lecture"},
		{"Lecture", "de", "none"},
		{"conférence", "fr", "event.lecture"},
		{"Conference", "en", "event.congress"},
		{"Konzert", "fr", "event.concert"},
		{"Konzert", "und", "event.concert"},
		{"Musée", "fr", "none"},
		{"", "fr", "none"},
	} {
		if got := id(taxonomy.NamedIn("event", tt.label, tt.lang)); got != tt.want {
			t.Errorf("NamedIn(event, %q, %s) = %s, want %s", tt.label, tt.lang, got, tt.want)
		}
	}
}

func TestOfType(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"MusicEvent": "event.music", "TheaterEvent": "event.theatre", "ScreeningEvent": "event.screening",
		"ExhibitionEvent": "event.exhibition", "Festival": "event.festival", "Painting": "work.painting",
		"Museum": "place.museum", "PerformingArtsTheater": "place.theatre", "Event": "none", "Place": "none",
		"EventSeries": "none", "http://example.org/MusicEvent": "none", "": "none",
	} {
		if got := id(taxonomy.OfType(in)); got != want {
			t.Errorf("OfType(%q) = %s, want %s", in, got, want)
		}
	}
}

// Whatever type a record may have says which concept it is, but for those that
// say nothing of what is on.
func TestEveryTypeHasItsConcept(t *testing.T) {
	t.Parallel()
	without := map[string][]string{
		"Event": {"EventSeries", "DeliveryEvent"},
		"Place": {"City", "AdministrativeArea"},
		"Work":  nil,
	}
	for class, scheme := range map[string]string{"Event": "event", "Place": "place", "Work": "work"} {
		for _, name := range schema.ClassNamed(class).Subclasses {
			c := taxonomy.OfType(name)
			switch {
			case slices.Contains(without[class], name):
				if c != nil {
					t.Errorf("OfType(%s) = %s, want none", name, c.ID())
				}
			case c == nil:
				t.Errorf("OfType(%s), a kind of %s, = none", name, class)
			case c.Scheme.Code != scheme:
				t.Errorf("OfType(%s) = %s, want one of the scheme %s", name, c.ID(), scheme)
			}
		}
	}
}

func TestName(t *testing.T) {
	t.Parallel()
	c := taxonomy.Find("event.exhibition")
	for _, tt := range []struct {
		langs      []string
		text, lang string
	}{
		{[]string{"lb"}, "Ausstellung", "lb"},
		{[]string{"nl", "fr"}, "Tentoonstelling", "nl"},
		{[]string{"pt", "de"}, "Ausstellung", "de"},
		{[]string{"fr-LU"}, "Exposition", "fr"},
		{[]string{"ja"}, "Exhibition", "en"},
		{nil, "Exhibition", "en"},
	} {
		if text, lang := c.Name(tt.langs...); text != tt.text || lang != tt.lang {
			t.Errorf("Name(%q) = %q in %q, want %q in %q", tt.langs, text, lang, tt.text, tt.lang)
		}
	}
	if got, lang := taxonomy.SchemeAt("region").Name("lb"); got != "Regiounen" || lang != "lb" {
		t.Errorf("Name(lb) of the regions = %q in %q, want Regiounen in lb", got, lang)
	}
}

func TestWithin(t *testing.T) {
	t.Parallel()
	music, jazz, stage := taxonomy.Find("event.music"), taxonomy.Find("event.jazz"), taxonomy.Find("event.stage")
	for _, tt := range []struct {
		of, in *taxonomy.Concept
		want   bool
	}{{jazz, music, true}, {music, music, true}, {music, jazz, false}, {jazz, stage, false}} {
		if got := tt.of.Within(tt.in); got != tt.want {
			t.Errorf("%s.Within(%s) = %v, want %v", tt.of.ID(), tt.in.ID(), got, tt.want)
		}
	}
}

func BenchmarkNamed(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		taxonomy.Named("event", "Musique classique")
	}
}
