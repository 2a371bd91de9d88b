package plurio_test

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"moselle/connectors"
	"moselle/connectors/conntest"
	"moselle/connectors/plurio"
)

func TestCases(t *testing.T) { conntest.Run(t, plurio.Kind(), "testdata") }

func TestReadme(t *testing.T) { conntest.Readme(t, plurio.Kind()) }

func TestSniff(t *testing.T) {
	t.Parallel()
	for head, want := range map[string]int{
		"<?xml version='1.0'?>\n<!-- feed -->\n<plurio action='insert'><guide>": 95,
		"\ufeff<plurio><header>":                   95,
		"<p:plurio xmlns:p='x' action=\"insert\">": 60,
		"\xff\xfe<\x00p\x00l\x00u\x00r\x00i\x00o\x00>\x00<\x00a\x00g\x00e\x00n\x00d\x00a\x00>\x00": 95,
		"<xs:schema xmlns:pt='plurioTypes'><xs:element name='plurio'>":                             0,
		"<plurious><agenda>":        0,
		"<categories><german>":      0,
		"see <plurio> and <agenda>": 0,
		"":                          0,
	} {
		if got := plurio.Kind().Sniff("", "", []byte(head)); got != want {
			t.Errorf("Sniff(%.60q) = %d, want %d", head, got, want)
		}
	}
}

func TestSettings(t *testing.T) {
	t.Parallel()
	for settings, want := range map[string]string{
		"lang: zxx-?":          `lang: "zxx-?" is no language tag`,
		"zone: Mars":           "zone: ",
		"roles: {pe01: king}":  `roles: pe01: "king" is none of organizer,`,
		"roles: actor":         "roles: expected a mapping, found a text",
		"place: {'1': Museum}": "there is no setting place; there are: lang, zone, roles,",
	} {
		_, err := plurio.Kind().Open(conntest.Settings(t, settings), conntest.Env(t, "x"))
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("Open with %s = %v, want an error with %q", settings, err, want)
		}
	}
}

// TestUpdate takes a file of changes for no complete list.
func TestUpdate(t *testing.T) {
	t.Parallel()
	for folder, want := range map[string]int{"update": 1, "import": 0, "export": 0} {
		env := conntest.Env(t, filepath.Join("testdata", folder, "input.xml"))
		said := 0
		env.ChangesOnly = func() { said++ }
		c, err := plurio.Kind().Open(nil, env)
		if err != nil {
			t.Fatal(err)
		}
		if conntest.Harvest(t.Context(), c, nil); said != want {
			t.Errorf("%s: ChangesOnly called %d times, want %d", folder, said, want)
		}
	}
}

// TestUnchanged spares the mapping of entries that are as they were, but not of
// events whose guide has changed.
func TestUnchanged(t *testing.T) {
	t.Parallel()
	input, err := os.ReadFile(filepath.Join("testdata", "import", "input.xml"))
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]string{}
	read := func(doc string) (same, fresh int) {
		env := conntest.Env(t, "input.xml")
		env.Known = func(raw []byte) (string, bool) { key, ok := known[string(raw)]; return key, ok }
		env.Open = func(context.Context, string, []byte) (*connectors.Body, error) {
			return &connectors.Body{ReadCloser: io.NopCloser(strings.NewReader(doc))}, nil
		}
		c, err := plurio.Kind().Open(nil, env)
		if err != nil {
			t.Fatal(err)
		}
		for _, it := range conntest.Harvest(t.Context(), c, nil).Items {
			known[string(it.Raw)] = it.Key
			if it.Same {
				same++
			} else {
				fresh++
			}
		}
		return same, fresh
	}
	doc := string(input)
	for _, c := range []struct {
		name, doc   string
		same, fresh int
	}{
		{"first", doc, 0, 6},
		{"the same", doc, 6, 0},
		{"an event changed", strings.Replace(doc, "Tournée", "Tour", 1), 5, 1},
		{"the person changed", strings.Replace(doc, "Anne", "Anna", 1), 2, 4},
	} {
		if same, fresh := read(c.doc); same != c.same || fresh != c.fresh {
			t.Errorf("%s: %d the same and %d new, want %d and %d", c.name, same, fresh, c.same, c.fresh)
		}
	}
}

// FuzzHarvest reads any document.
func FuzzHarvest(f *testing.F) { conntest.Fuzz(f, plurio.Kind(), "input.xml") }
