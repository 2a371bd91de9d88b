package public_test

import (
	"encoding/json"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/public"
)

// TestLanguages compares every language with English: the same keys, the same
// placeholders, nothing left empty or with blanks around it.
func TestLanguages(t *testing.T) {
	t.Parallel()
	files, err := fs.Glob(public.Files, "lang/*.json")
	if err != nil || len(files) < 4 {
		t.Fatalf("languages = %v, %v", files, err)
	}
	english := words(t, "lang/en.json")
	placeholder := regexp.MustCompile(`\{[a-z]+\}`)
	for _, file := range files {
		w := words(t, file)
		if diff := cmp.Diff(slices.Sorted(maps.Keys(english)), slices.Sorted(maps.Keys(w))); diff != "" {
			t.Errorf("keys of %s (-en +it):\n%s", file, diff)
		}
		if got := w["lang.code"]; got+".json" != path.Base(file) {
			t.Errorf("%s: lang.code = %q", file, got)
		}
		for key, text := range w {
			got, want := placeholder.FindAllString(text, -1), placeholder.FindAllString(english[key], -1)
			slices.Sort(got)
			slices.Sort(want)
			if !slices.Equal(slices.Compact(got), slices.Compact(want)) {
				t.Errorf("%s: %s has the placeholders %v, in English %v", file, key, got, want)
			}
			if text == "" || strings.TrimSpace(text) != text {
				t.Errorf("%s: %s = %q", file, key, text)
			}
			if strings.ContainsAny(text, "'\"<>") {
				t.Errorf("%s: %s = %q has a straight quotation mark or markup", file, key, text)
			}
		}
	}
	french := words(t, "lang/fr.json")
	for key, text := range french {
		for _, mark := range []string{":", ";", "?", "!"} {
			if i := strings.Index(text, mark); i > 0 && !strings.HasSuffix(text[:i], " ") && !strings.HasSuffix(text[:i], "\u00a0") && !strings.HasSuffix(text[:i], "\u202f") {
				t.Errorf("lang/fr.json: %s = %q has no blank before %q", key, text, mark)
			}
		}
	}
}

func words(t *testing.T, file string) map[string]string {
	t.Helper()
	data, err := fs.ReadFile(public.Files, file)
	if err != nil {
		t.Fatal(err)
	}
	var w map[string]string
	if err := json.Unmarshal(data, &w); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	return w
}
