package ics_test

import (
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/schema/rdf/rdftest"
	"moselle/schema/wire/ics"
)

// The parser suite of ical.js gives each file as jCal (RFC 7265) beside it.
func TestParserSuite(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(rdftest.Data(t, "ics"), "kewisch__ical.js", "test", "parser")
	files, err := filepath.Glob(filepath.Join(dir, "*.ics"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no files in %s: %v", dir, err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			t.Parallel()
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			expected, err := os.ReadFile(strings.TrimSuffix(file, ".ics") + ".json")
			if err != nil {
				t.Fatal(err)
			}
			var want any
			if err := json.Unmarshal(expected, &want); err != nil {
				t.Fatal(err)
			}
			all, broken, err := read(t, string(data))
			if err != nil || len(broken) > 0 {
				t.Fatalf("Decode: %v, %v", broken, err)
			}
			var wanted, got []string
			flatten(&wanted, want)
			for _, c := range all {
				flattenComponent(&got, c)
			}
			slices.Sort(wanted)
			slices.Sort(got)
			if d := cmp.Diff(wanted, got); d != "" {
				t.Errorf("(-jCal +read):\n%s", d)
			}
		})
	}
}

// flatten lists a jCal tree's components and properties: names, parameters and
// the values of texts.
func flatten(out *[]string, v any) {
	list := v.([]any)
	name, ok := list[0].(string)
	if !ok { // several root components
		for _, c := range list {
			flatten(out, c)
		}
		return
	}
	name = strings.ToUpper(name)
	*out = append(*out, name)
	for _, p := range list[1].([]any) {
		row := p.([]any)
		params := row[1].(map[string]any)
		var ps []string
		for k, v := range params {
			if k == "group" {
				continue
			}
			values, ok := v.([]any)
			if !ok {
				values = []any{v}
			}
			for _, v := range values {
				ps = append(ps, strings.ToUpper(k)+"="+v.(string))
			}
		}
		slices.Sort(ps)
		line := name + " " + strings.ToUpper(row[0].(string)) + " " + strings.Join(ps, ";")
		if row[2] == "text" {
			for _, v := range row[3:] {
				if s, ok := v.(string); ok {
					*out = append(*out, line+" "+strings.TrimSpace(s))
				}
			}
		}
	}
	for _, c := range list[2].([]any) {
		flatten(out, c)
	}
}

var textual = []string{"SUMMARY", "DESCRIPTION", "LOCATION", "UID", "COMMENT", "STATUS", "PRODID", "VERSION", "CALSCALE", "METHOD", "CLASS", "TRANSP", "TZID", "TZNAME", "ACTION"}

func flattenComponent(out *[]string, c ics.Component) {
	*out = append(*out, c.Name)
	for _, p := range c.Props {
		name := p.Name
		var ps []string
		text := slices.Contains(textual, name)
		for _, q := range p.Params {
			if q.Name == "VALUE" {
				text = q.Values[0] == "TEXT"
				continue
			}
			for _, v := range q.Values {
				ps = append(ps, q.Name+"="+v)
			}
		}
		slices.Sort(ps)
		line := c.Name + " " + name + " " + strings.Join(ps, ";") + " "
		switch {
		case name == "CATEGORIES" || name == "RESOURCES":
			for _, s := range p.Texts() {
				*out = append(*out, line+s)
			}
		case text:
			*out = append(*out, line+strings.TrimSpace(p.Text()))
		}
	}
	for _, part := range c.Parts {
		flattenComponent(out, part)
	}
}

// Every calendar of the suites can be read to its end, and what was read can
// be written and read again.
func TestEveryFile(t *testing.T) {
	t.Parallel()
	files, events := 0, 0
	err := filepath.WalkDir(rdftest.Data(t, "ics"), func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(path) != ".ics" {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		files++
		all, _, _ := read(t, string(data))
		for _, c := range all {
			if c.Name == "VEVENT" {
				events++
			}
			again, broken, err := read(t, string(c.Append(nil)))
			if err != nil || len(broken) > 0 || len(again) != 1 || string(again[0].Append(nil)) != string(c.Append(nil)) {
				t.Errorf("%s line %d: written and read again it differs: %v %v", d.Name(), c.Line, broken, err)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d files, %d whole events", files, events)
}
