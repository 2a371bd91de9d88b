package table_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"moselle/connectors/conntest"
	"moselle/connectors/table"
)

// TestReadme holds README.md against what all have in common, the presets and the examples.
func TestReadme(t *testing.T) {
	t.Parallel()
	conntest.Readme(t, table.Kind())
	data, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	readme := string(data)
	for _, name := range []string{"agenda", "tate-artworks"} {
		text, err := os.ReadFile("presets/" + name + ".yaml")
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(readme, "```yaml\n"+string(text)+"```\n") {
			t.Errorf("README.md does not show presets/%s.yaml as it is", name)
		}
	}
	rows := "| preset | export | recognised by |\n|---|---|---|\n"
	for _, p := range table.Presets() {
		rows += fmt.Sprintf("| `%s` | %s | %s |\n", p.Name, p.Doc, strings.ReplaceAll(strings.Join(p.Columns, ", "), "|", `\|`))
	}
	if !strings.Contains(readme, rows) {
		t.Errorf("README.md lacks the table of presets:\n%s", rows)
	}
	for i, block := range strings.Split(readme, "```yaml\n")[1:] {
		text, _, _ := strings.Cut(block, "```")
		if !strings.HasPrefix(text, "# part of map\n") {
			continue
		}
		text = "class: Event\nkey: id\nmap:\n  name: name\n  startDate: start\n  " + strings.ReplaceAll(text, "\n", "\n  ")
		if err := table.Kind().Check(conntest.Settings(t, text)); err != nil {
			t.Errorf("README.md, example %d: %v", i+1, err)
		}
	}
}
