package conntest

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/connectors"
)

var heading = regexp.MustCompile(`(?m)^## (.+)$`)

// Readme holds a connector's README.md to what all have in common: the
// sections, with the connector's own between them, and the table of settings as
// the struct has it.
func Readme(t *testing.T, k connectors.Kind) {
	t.Helper()
	text, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	want := "# " + k.Name + "\n"
	if !strings.HasPrefix(string(text), want) {
		t.Errorf("README.md begins with %.30q, want %q", text, want)
	}
	sections := []string{"Source", "Settings", "What becomes of it", "What is refused, and what is left out", "Limits", "Licences"}
	var got []string
	for _, m := range heading.FindAllStringSubmatch(string(text), -1) {
		if slices.Contains(sections, m[1]) {
			got = append(got, m[1])
		}
	}
	if d := cmp.Diff(sections, got); d != "" {
		t.Errorf("README.md, sections (-want +got):\n%s", d)
	}
	table := "| key | type | default | meaning |\n|---|---|---|---|\n"
	for _, s := range k.Settings() {
		table += fmt.Sprintf("| `%s` | %s | %s | %s |\n", s.Key, s.Type, s.Default, strings.ReplaceAll(s.Doc, "|", `\|`))
	}
	if !strings.Contains(string(text), table) {
		t.Errorf("README.md lacks the table of settings:\n%s", table)
	}
}
