package demo_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
	"time"

	"moselle/hub/demo"
)

func TestRenderSameWeek(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	monday := time.Date(2026, 11, 16, 0, 0, 0, 0, time.FixedZone("", 3600))
	if err := demo.Render(dir, monday, "http://hub.example"); err != nil {
		t.Fatal(err)
	}
	before := files(t, dir)
	past := time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)
	for name := range before {
		if err := os.Chtimes(name, past, past); err != nil {
			t.Fatal(err)
		}
	}
	if err := demo.Render(dir, monday.AddDate(0, 0, 7).Add(-time.Second), "http://hub.example"); err != nil {
		t.Fatal(err)
	}
	for name, data := range files(t, dir) {
		if info, err := os.Stat(name); err != nil || !info.ModTime().Equal(past) {
			t.Errorf("%s is written again in the same week", name)
		}
		if !bytes.Equal(data, before[name]) {
			t.Errorf("%s differs within a week", name)
		}
	}
	if err := demo.Render(dir, monday.AddDate(0, 0, 7), "http://hub.example"); err != nil {
		t.Fatal(err)
	}
	changed := 0
	for name, data := range files(t, dir) {
		if !bytes.Equal(data, before[name]) {
			changed++
		}
	}
	if changed < 10 || changed == len(before) {
		t.Errorf("%d of %d files differ a week later, want the programmes and not the collections", changed, len(before))
	}
}

func TestRenderCalendarLines(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	if err := demo.Render(dir, time.Date(2027, 2, 3, 0, 0, 0, 0, time.UTC), "http://hub.example"); err != nil {
		t.Fatal(err)
	}
	for name, data := range files(t, dir) {
		if filepath.Ext(name) != ".ics" {
			continue
		}
		for i, line := range bytes.SplitAfter(bytes.TrimSuffix(data, []byte("\r\n")), []byte("\r\n")) {
			if n := len(bytes.TrimSuffix(line, []byte("\r\n"))); n > 75 || n == 0 || bytes.Contains(line[:n], []byte("\n")) {
				t.Errorf("%s line %d has %d octets, want 1 to 75 and an end in CRLF", filepath.Base(name), i+1, n)
			}
		}
	}
}

func files(t *testing.T, dir string) map[string][]byte {
	t.Helper()
	out := map[string][]byte{}
	for _, pattern := range []string{"*.yaml", "feeds/*"} {
		names, err := filepath.Glob(filepath.Join(dir, pattern))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			out[name] = data
		}
	}
	return out
}
