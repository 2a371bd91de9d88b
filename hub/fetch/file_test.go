package fetch_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"moselle/connectors"
	"moselle/hub/fault"
	"moselle/hub/fetch"
)

func write(t *testing.T, path string, data []byte) string {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestOpenFile(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	feed := write(t, filepath.Join(dir, "feed.csv.gz"), gzipped(t, "one"))
	o, _ := options(t)
	open := fetch.New(o).For(feed)
	text, b, err := read(t, open, feed, nil)
	if err != nil || text != "one" || b.Location != feed || b.MediaType != "" {
		t.Fatalf("Open(%s) = %q, %+v, %v, want one", feed, text, b, err)
	}
	if _, _, err := read(t, open, feed, b.Validator); !errors.Is(err, connectors.ErrUnchanged) {
		t.Errorf("Open again = %v, want ErrUnchanged", err)
	}
	write(t, feed, []byte("two"))
	if text, _, err := read(t, open, feed, b.Validator); err != nil || text != "two" {
		t.Errorf("Open after a change = %q, %v, want two", text, err)
	}
}

func TestOpenFileRefused(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	secret := write(t, filepath.Join(dir, "secret"), []byte("x"))
	feed := write(t, filepath.Join(dir, "feeds", "a.ics"), []byte("inside"))
	write(t, filepath.Join(dir, "feeds", "sub", "b.ics"), []byte("inside"))
	folder := filepath.Dir(feed)
	for name, target := range map[string]string{"out": secret, "up": "../secret", "in": "a.ics"} {
		if err := os.Symlink(target, filepath.Join(folder, name)); err != nil {
			t.Fatal(err)
		}
	}
	large := filepath.Join(dir, "large.csv")
	write(t, large, nil)
	if err := os.Truncate(large, 200_000_000); err != nil {
		t.Fatal(err)
	}
	o, _ := options(t)
	c := fetch.New(o)
	tests := []struct {
		declared, path, text string
		kind                 fault.Kind
	}{
		{feed, secret, "the source is the file", fault.Denied},
		{feed, folder + "/sub/b.ics", "the source is the file", fault.Denied},
		{feed, "https://feeds.example/", "may open only files", fault.Denied},
		{feed, "file://" + feed, "may open only files", fault.Denied},
		{folder, folder + "/../secret", "outside the source's folder", fault.Denied},
		{folder, "../secret", "outside the source's folder", fault.Denied},
		{folder, "sub/../../secret", "outside the source's folder", fault.Denied},
		{folder, secret, "outside the source's folder", fault.Denied},
		{folder, folder + "/out", "leads outside the source's folder", fault.Denied},
		{folder, "up", "leads outside the source's folder", fault.Denied},
		{folder, "c.ics", "there is no such file; check the path", fault.NotFound},
		{folder, folder, "not a file that can be read", fault.Invalid},
		{"/dev/zero", "/dev/zero", "not a file that can be read", fault.Invalid},
		{filepath.Join(dir, "none"), filepath.Join(dir, "none"), "there is no such file", fault.NotFound},
		{large, large, "larger than 50MB, the limit set by fetch.max_bytes", fault.TooLarge},
		{"ftp://feeds.example/x", "ftp://feeds.example/x", "begins with https:", fault.Denied},
	}
	for _, tt := range tests {
		_, _, err := read(t, c.For(tt.declared), tt.path, nil)
		wantFault(t, strings.TrimPrefix(tt.path, dir), err, tt.kind, tt.text)
	}
	for _, path := range []string{folder + "/a.ics", "a.ics", "sub/b.ics", folder + "/sub/../a.ics", "in"} {
		if text, _, err := read(t, c.For(folder), path, nil); err != nil || text != "inside" {
			t.Errorf("Open(%s) below its folder = %q, %v", strings.TrimPrefix(path, dir), text, err)
		}
	}
}
