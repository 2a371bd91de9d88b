package doctor_test

import (
	"encoding/json"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"moselle/connectors/all"
	"moselle/schema"
)

// TestLanguages: every language says all that English says, with the same names
// put in. Only the singular may be there in one and not in the other.
func TestLanguages(t *testing.T) {
	t.Parallel()
	english := words(t, "en")
	name := regexp.MustCompile(`\{[a-z]+\}`)
	for _, lang := range schema.Languages {
		w := words(t, lang)
		for key, text := range english {
			if w[key] == "" && !strings.HasSuffix(key, ".one") {
				t.Errorf("%s.json: %s is missing", lang, key)
			}
			got, want := name.FindAllString(w[key], -1), name.FindAllString(text, -1)
			slices.Sort(got)
			slices.Sort(want)
			if w[key] != "" && !slices.Equal(got, want) {
				t.Errorf("%s.json: %s puts in %v, in English %v", lang, key, got, want)
			}
		}
		for key, text := range w {
			if plural := strings.TrimSuffix(key, ".one"); english[plural] == "" {
				t.Errorf("%s.json: %s is not there in English", lang, key)
			}
			if strings.ContainsAny(text, `'"`) {
				t.Errorf("%s.json: %s = %q has a straight mark", lang, key, text)
			}
		}
	}
}

// TestKinds: it is said of every kind, in every language, what it reads.
func TestKinds(t *testing.T) {
	t.Parallel()
	for _, lang := range schema.Languages {
		w := words(t, lang)
		for _, k := range all.Kinds() {
			if w["kind."+k.Name] == "" {
				t.Errorf("%s.json: kind.%s is missing", lang, k.Name)
			}
		}
	}
}

func words(t *testing.T, lang string) map[string]string {
	t.Helper()
	out := map[string]string{}
	data, err := os.ReadFile("lang/" + lang + ".json")
	if err == nil {
		err = json.Unmarshal(data, &out)
	}
	if err != nil {
		t.Fatal(err)
	}
	return out
}
