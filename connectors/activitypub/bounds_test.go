package activitypub_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"moselle/connectors"
	"moselle/connectors/activitypub"
	"moselle/connectors/conntest"
)

// TestLongFiles reads files that are longer than what is kept of them, in each
// form, and holds that they are not kept. It measures the heap, so it runs alone.
func TestLongFiles(t *testing.T) {
	const events = 5 * connectors.MaxItem / 4 / 20_000
	filler := strings.Repeat("Stimmen und Saiten. ", 1000)
	var list []string
	for n := range events {
		list = append(list, activity("Create", n, "01", strings.Replace(event(n, `,"content":"`+filler+`"`), fmt.Sprintf("01-1%dT", n), "01-11T", 1)))
	}
	for form, text := range map[string]string{
		"outbox.json":  `{"type":"OrderedCollection","totalItems":5,"orderedItems":[` + strings.Join(list, ",\n") + `]}`,
		"list.json":    "[" + strings.Join(list, ",") + "]",
		"lines.ndjson": strings.Join(list, "\n"),
	} {
		path := filepath.Join(t.TempDir(), form)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		c, err := activitypub.Kind().Open(nil, fileEnv(t, path))
		if err != nil {
			t.Fatal(err)
		}
		read, most := 0, uint64(0)
		runtime.GC()
		var before, now runtime.MemStats
		runtime.ReadMemStats(&before)
		for _, err := range c.Harvest(t.Context(), nil) {
			if err != nil {
				t.Fatalf("%s: %v", form, err)
			}
			if read++; read%200 == 0 {
				runtime.GC()
				runtime.ReadMemStats(&now)
				if now.HeapAlloc > before.HeapAlloc {
					most = max(most, now.HeapAlloc-before.HeapAlloc)
				}
			}
		}
		if read != events {
			t.Errorf("%s: %d events, want %d", form, read, events)
		}
		if most > uint64(len(text)) {
			t.Errorf("%s: %d kB are kept of a file of %d kB", form, most>>10, len(text)>>10)
		}
		t.Logf("%s: %d MB, at most %d kB kept", form, len(text)>>20, most>>10)
	}
}

// fileEnv opens a file as a stream.
func fileEnv(t testing.TB, path string) connectors.Env {
	env := conntest.Env(t, path)
	env.Open = func(_ context.Context, path string, _ []byte) (*connectors.Body, error) {
		f, err := os.Open(path)
		return &connectors.Body{ReadCloser: f, Location: path}, err
	}
	return env
}
