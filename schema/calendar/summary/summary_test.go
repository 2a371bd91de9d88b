package summary_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/schema/calendar/summary"
)

var update = flag.Bool("update", false, "write the golden files anew")

var langs = []string{"fr", "de", "lb", "en", "nl"}

// TestWords compares every record in every size with one file a language, as
// text and as markup; "~" stands for a no-break space.
func TestWords(t *testing.T) {
	t.Parallel()
	for _, lang := range langs {
		t.Run(lang, func(t *testing.T) {
			t.Parallel()
			var texts, pages strings.Builder
			for _, r := range records {
				n := r.node(t)
				texts.WriteString("# " + r.name + "\n")
				pages.WriteString("<!-- " + r.name + " -->\n")
				for i, size := range summary.Sizes {
					o := summary.Options{Langs: []string{lang}, Size: summary.Size(i), Now: now}
					text, got := summary.Of(n, o)
					if text != "" && got != lang {
						t.Errorf("%s: language of Of = %q, want %q", r.name, got, lang)
					}
					texts.WriteString(size + ": " + strings.ReplaceAll(text, "\n", "\n    ") + "\n")
					o.HTML = true
					page, _ := summary.Of(n, o)
					pages.WriteString(page + "\n")
				}
			}
			golden(t, lang+".txt", texts.String())
			if lang == "fr" || lang == "lb" { // the others have the same markup
				golden(t, lang+".html", pages.String())
			}
		})
	}
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	got = strings.ReplaceAll(got, "\u00a0", "~")
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), got); d != "" {
		t.Errorf("%s (-want +got):\n%s", name, d)
	}
}
