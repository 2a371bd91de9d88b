package catalog_test

import (
	"errors"
	"net/url"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/hub/catalog"
	"moselle/hub/fault"
)

func TestParseConcepts(t *testing.T) {
	t.Parallel()
	c := opened(t)
	tests := []struct {
		facet, value string
		want         []string
	}{
		{"category", "event.concert", []string{"event.concert"}},
		{"category", "concert", []string{"event.concert"}},
		{"category", "Concert", []string{"event.concert"}},
		{"category", "KONZERT", []string{"event.concert"}},
		{"category", "vide-grenier", []string{"event.flea-market"}},
		{"category", "MusicEvent", []string{"event.music"}},
		{"category", "Painting", []string{"work.painting"}},
		{"category", "https://schema.org/MusicEvent", []string{"event.music"}},
		{"category", "moselle:id/concept/event.concert", []string{"event.concert"}},
		{"category", "https://hub.example/id/concept/event.concert", []string{"event.concert"}},
		{"category", "http://www.wikidata.org/entity/Q182832", []string{"event.concert"}},
		{"category", "MusicGroup", []string{"MusicGroup"}}, // a type that no concept stands for
		{"region", "region.lu", []string{"region.lu"}},
		{"region", "LU", []string{"region.lu"}},
		{"region", "Diedenhofen", []string{"region.thionville"}},
		{"audience", "children", []string{"audience.children"}},
		{"audience", "Habitués du jeudi", []string{"Habitués du jeudi"}}, // a source's own words
		{"accessibility", "Rollstuhlgerecht", []string{"accessibility.wheelchair"}},
	}
	for _, tt := range tests {
		got, err := c.ParseQuery(url.Values{tt.facet: {tt.value}})
		if diff := cmp.Diff(tt.want, got.Filters[tt.facet]); err != nil || diff != "" {
			t.Errorf("%s=%s: %v (-want +got):\n%s", tt.facet, tt.value, err, diff)
		}
	}
}

func TestParseConceptsRefuses(t *testing.T) {
	t.Parallel()
	c := opened(t)
	tests := []struct{ facet, value, says string }{
		{"category", "event.concrt", `did you mean "event.concert"?`},
		{"category", "Konzret", `did you mean "event.concert"?`},
		{"category", "region.lu", `write its id, such as "event.`},
		{"category", "Xyzzy", `write its id, such as "event.`},
		{"region", "Thionvile", `did you mean "region.thionville"?`},
		{"audience", "audience.childern", `did you mean "audience.children"?`},
		{"accessibility", "https://hub.example/id/concept/accessibility.wings", "no accessibility feature is called"},
		{"category", strings.Repeat("x", 500), "no category is called"},
	}
	for _, tt := range tests {
		_, err := c.ParseQuery(url.Values{tt.facet: {tt.value}})
		var f *fault.Error
		if !errors.As(err, &f) || f.Kind != fault.Invalid || f.Param != tt.facet || !strings.Contains(f.Message, tt.says) {
			t.Errorf("%s=%.40s: %v, want a fault that says %s", tt.facet, tt.value, err, tt.says)
		}
	}
}

func TestTerm(t *testing.T) {
	t.Parallel()
	c := opened(t)
	tests := []struct {
		facet, value string
		langs        []string
		want         *catalog.Term
	}{
		{"category", "event.concert", []string{"de", "en"}, &catalog.Term{ID: "https://hub.example/id/concept/event.concert", Label: "Konzert", LabelLang: "de", Broader: "event.music"}},
		{"region", "region.lu", []string{"pt", "lb"}, &catalog.Term{ID: "https://hub.example/id/concept/region.lu", Label: "Lëtzebuerg", LabelLang: "lb"}},
		{"category", "MusicGroup", []string{"de"}, nil},
		{"locality", "event.concert", []string{"de"}, nil},
		{"colour", "event.concert", []string{"de"}, nil},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, c.Term(tt.facet, tt.value, tt.langs)); diff != "" {
			t.Errorf("Term(%s, %s) (-want +got):\n%s", tt.facet, tt.value, diff)
		}
	}
}
