// Package demo holds the demo region: invented institutions in real towns of
// the Greater Region with their programme and collections, as feeds in the
// forms institutions have, and the hub.yaml that declares them. Feeds are
// templates whose dates count from the current week, so that the agenda is
// never empty; hub/app renders them at start and harvests them like any other.
package demo

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
)

//go:embed hub.yaml feeds
var files embed.FS

// Config is the name of the configuration file that Render writes into dir.
const Config = "hub.yaml"

// Render writes hub.yaml and every feed into dir, dated from the Monday of
// now's week in Luxembourg, with pictures that Pictures serves at base. All
// bytes depend on these alone. A file that holds them already is left untouched,
// so that its source stays unchanged.
func Render(dir string, now time.Time, base string) error {
	week, err := weekOf(now)
	if err != nil {
		return fmt.Errorf("demo: %w", err)
	}
	return fs.WalkDir(files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		out, data, err := week.render(name, base)
		if err == nil {
			err = write(filepath.Join(dir, filepath.FromSlash(out)), data)
		}
		if err != nil {
			return fmt.Errorf("demo: %s: %w", name, err)
		}
		return nil
	})
}

// render returns the name and the content of the file that comes of an embedded
// one: a name that ends in .tmpl is a template, one in .ics a calendar to be
// folded, one in .xlsx.csv the rows of a workbook; all else stands as it is.
func (w week) render(name, base string) (out string, data []byte, err error) {
	data, err = files.ReadFile(name)
	if err != nil {
		return "", nil, err
	}
	if text, ok := strings.CutSuffix(name, ".tmpl"); ok {
		name = text
		if data, err = w.execute(name, string(data)); err != nil {
			return "", nil, err
		}
	}
	data = lend(data, base)
	switch {
	case strings.HasSuffix(name, ".ics"):
		return name, fold(data), nil
	case strings.HasSuffix(name, ".xlsx.csv"):
		data, err = workbook(data)
		return strings.TrimSuffix(name, ".csv"), data, err
	}
	return name, data, nil
}

func write(path string, data []byte) error {
	old, err := os.ReadFile(path)
	if err == nil && bytes.Equal(old, data) {
		return nil
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	return os.WriteFile(path, data, 0o644)
}
