package taxonomy_test

import (
	"regexp"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/schema"
	"moselle/schema/rdf"
	"moselle/schema/taxonomy"
)

var languages = []string{"de", "en", "fr", "lb", "nl"}

func TestSchemes(t *testing.T) {
	t.Parallel()
	var got []string
	for _, s := range taxonomy.All() {
		got = append(got, s.Code)
		if taxonomy.SchemeAt(s.Code) != s {
			t.Errorf("SchemeAt(%s) is another scheme", s.Code)
		}
		for _, lang := range languages {
			if s.Labels[lang] == "" {
				t.Errorf("scheme %s has no label in %s", s.Code, lang)
			}
		}
	}
	want := []string{"event", "place", "work", "audience", "accessibility", "role", "region"}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("All() (-want +got):\n%s", d)
	}
	if s := taxonomy.SchemeAt("weather"); s != nil {
		t.Errorf("SchemeAt(weather) = %s, want nil", s.Code)
	}
}

var codeForm = regexp.MustCompile(`^[a-z][a-z0-9]*(-[a-z0-9]+)*$`)

func TestConcepts(t *testing.T) {
	t.Parallel()
	matches := map[string]string{}
	for _, c := range concepts() {
		if !codeForm.MatchString(c.Code) {
			t.Errorf("%s: the code is not of small letters, digits and hyphens", c.ID())
		}
		if taxonomy.Find(c.ID()) != c {
			t.Errorf("Find(%s) is another concept", c.ID())
		}
		var langs []string
		for lang, label := range c.Labels {
			langs = append(langs, lang)
			if label == "" || schema.CleanText(label) != label {
				t.Errorf("%s: label %q in %s is not clean", c.ID(), label, lang)
			}
		}
		slices.Sort(langs)
		if d := cmp.Diff(languages, langs); d != "" {
			t.Errorf("%s: languages of its labels (-want +got):\n%s", c.ID(), d)
		}
		for lang, labels := range c.Alt {
			if !slices.Contains(languages, lang) {
				t.Errorf("%s: other labels in %q", c.ID(), lang)
			}
			for _, label := range labels {
				if label == "" || schema.CleanText(label) != label {
					t.Errorf("%s: other label %q in %s is not clean", c.ID(), label, lang)
				}
			}
		}
		for _, iri := range slices.Concat(c.Exact, c.Close) {
			if !rdf.ValidIRI(iri) {
				t.Errorf("%s: %q is no IRI", c.ID(), iri)
			}
			if by := matches[iri]; by != "" {
				t.Errorf("%s and %s both match %s; a term of others matches one of ours", by, c.ID(), iri)
			}
			matches[iri] = c.ID()
			if got := taxonomy.Matching(iri); got != c {
				t.Errorf("Matching(%s) = %v, want %s", iri, id(got), c.ID())
			}
		}
	}
}

// A word of one language has one meaning in a scheme, or it leads nowhere.
func TestLabelsAreUnique(t *testing.T) {
	t.Parallel()
	for _, s := range taxonomy.All() {
		if s.Code == "region" { // places share names; Region tells them apart
			continue
		}
		seen := map[string]*taxonomy.Concept{}
		for _, c := range s.Concepts {
			for _, lang := range languages {
				for _, label := range append(slices.Clone(c.Alt[lang]), c.Labels[lang]) {
					key := lang + " " + schema.NameKey(label)
					if by := seen[key]; by != nil {
						t.Errorf("%q in %s is a label of %s and of %s", label, lang, by.ID(), c.ID())
					}
					seen[key] = c
				}
			}
		}
	}
}

func TestTree(t *testing.T) {
	t.Parallel()
	depth := map[string]int{"event": 2, "place": 2, "work": 2, "audience": 1, "accessibility": 2, "role": 2, "region": 4}
	for _, s := range taxonomy.All() {
		deepest := 0
		seen := map[*taxonomy.Concept]bool{}
		for _, c := range s.Concepts {
			path := c.Path()
			deepest = max(deepest, len(path))
			if path[len(path)-1] != c || path[0].Broader != nil {
				t.Errorf("Path of %s does not lead from the top to it", c.ID())
			}
			if c.Broader != nil && (!seen[c.Broader] || !slices.Contains(c.Broader.Narrower, c) || !c.Within(c.Broader)) {
				t.Errorf("%s does not stand below %s", c.ID(), c.Broader.ID())
			}
			seen[c] = true
		}
		if deepest != depth[s.Code] {
			t.Errorf("scheme %s is %d deep, want %d", s.Code, deepest, depth[s.Code])
		}
	}
}

func concepts() []*taxonomy.Concept {
	var all []*taxonomy.Concept
	for _, s := range taxonomy.All() {
		all = append(all, s.Concepts...)
	}
	return all
}

func id(c *taxonomy.Concept) string {
	if c == nil {
		return "none"
	}
	return c.ID()
}
