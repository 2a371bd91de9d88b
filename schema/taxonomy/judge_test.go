package taxonomy_test

import (
	"bytes"
	"compress/gzip"
	"io"
	"os"
	"slices"
	"strings"
	"testing"

	"moselle/schema/rdf/rdftest"
	"moselle/schema/taxonomy"
	"moselle/schema/wire/plurio"
)

// What is said to match a class of DATAtourisme matches one that its ontology
// declares.
func TestDATAtourismeClassesExist(t *testing.T) {
	t.Parallel()
	const core = "https://www.datatourisme.fr/ontology/core#"
	ontology := unpack(t, rdftest.Data(t, "datatourisme/AlexChanson__Datatourisme_CED/ontology.owl.gz"))
	for _, c := range concepts() {
		for _, iri := range slices.Concat(c.Exact, c.Close) {
			if class, ok := strings.CutPrefix(iri, core); ok && !bytes.Contains(ontology, []byte("core#"+class+`"`)) {
				t.Errorf("%s matches %s, which DATAtourisme does not have", c.ID(), iri)
			}
		}
	}
}

func unpack(t *testing.T, path string) []byte {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	content, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	return content
}

// Each of Mobilizon's categories has its concept, so that an event that comes
// from there or goes there keeps its kind.
func TestMobilizonCategories(t *testing.T) {
	t.Parallel()
	for _, code := range []string{
		"ARTS", "BOOK_CLUBS", "BUSINESS", "CAUSES", "COMEDY", "CRAFTS", "FOOD_DRINK", "HEALTH", "MUSIC", "AUTO_BOAT_AIR", "COMMUNITY",
		"FAMILY_EDUCATION", "FASHION_BEAUTY", "FILM_MEDIA", "GAMES", "LANGUAGE_CULTURE", "LEARNING", "LGBTQ", "MOVEMENTS_POLITICS",
		"NETWORKING", "PARTY", "PERFORMING_VISUAL_ARTS", "PETS", "PHOTOGRAPHY", "OUTDOORS_ADVENTURE", "SPIRITUALITY_RELIGION_BELIEFS",
		"SCIENCE_TECH", "SPORTS", "THEATRE", "MEETING",
	} {
		if c := taxonomy.Matching(code); c == nil || c.Scheme.Code != "event" {
			t.Errorf("Matching(%s) = %s, want a kind of event", code, id(c))
		}
	}
}

// Each category of Plurio.net's agenda has its concept: a kind of event, or of an
// age an audience.
func TestPlurioCategories(t *testing.T) {
	t.Parallel()
	found := 0
	for _, number := range plurio.Categories() {
		known, _ := plurio.CategoryOf(number)
		scheme := "event"
		if known.Ages != "" {
			scheme = "audience"
		}
		c := taxonomy.Matching("urn:plurio:category:" + number)
		if c == nil || c.Scheme.Code == "place" {
			continue // of the guide
		}
		if found++; c.Scheme.Code != scheme {
			t.Errorf("Matching(urn:plurio:category:%s) = %s, want one of %s", number, id(c), scheme)
		}
	}
	if found != 192 {
		t.Errorf("%d categories of the agenda have a concept, want 192", found)
	}
}
