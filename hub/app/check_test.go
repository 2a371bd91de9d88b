package app_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"moselle/hub/app"
)

const (
	goodCalendar = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:a@muehle.example\r\nDTSTART:20271205T110000Z\r\nSUMMARY:Matinée\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
	poorCalendar = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:a@muehle.example\r\nDTSTART:20271205T110000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)

// TestCheckMeant: what people write for an address or a path is taken as they mean
// it.
func TestCheckMeant(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "good.ics")
	if err := os.WriteFile(file, []byte(goodCalendar), 0o600); err != nil {
		t.Fatal(err)
	}
	for in, want := range map[string]string{
		"file://" + filepath.ToSlash(file): "1 item listed, 1 would be read",
		"webcal://127.0.0.1/a.ics":         "https://127.0.0.1/a.ics",
		"WebCals://127.0.0.1/a.ics":        "https://127.0.0.1/a.ics",
		"www.muehle.invalid":               "https://www.muehle.invalid",
		"ftp://muehle.invalid/a.ics":       "begins with https:// or http://",
		"muehle.invalid":                   "write https:// before it",
	} {
		var out, log bytes.Buffer
		_ = app.Main(t.Context(), []string{"check", in}, nil, &out, &log)
		if !strings.Contains(out.String(), want) {
			t.Errorf("check %s says %q, want %q in it", in, out.String(), want)
		}
	}
	if err := app.Main(t.Context(), []string{"check", ""}, nil, new(bytes.Buffer), new(bytes.Buffer)); err == nil || errors.Is(err, app.ErrFaults) {
		t.Errorf("check of nothing = %v, want an error about it", err)
	}
}

// TestCheck holds the status that check ends with and the language and form of
// what it prints.
func TestCheck(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	for name, text := range map[string]string{"good.ics": goodCalendar, "poor.ics": poorCalendar, "list.csv": "id;name\n1;x\n", "note.pdf": "%PDF-1.7"} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, tc := range []struct {
		args  []string
		want  string // of the error; "" for none
		says  string
		asked bool // --json
	}{
		{[]string{"good.ics"}, "", "1 item listed, 1 would be read", false},
		{[]string{"--lang", "fr", "good.ics"}, "", "1 élément listé, 1 serait lu", false},
		{[]string{"good.ics", "--json"}, "", `"good": true`, true},
		{[]string{"poor.ics", "--lang=de"}, app.ErrFaults.Error(), "SUMMARY fehlt oder ist leer", false},
		{[]string{"poor.ics", "--json"}, app.ErrFaults.Error(), `"severity": "violation"`, true},
		{[]string{"list.csv"}, app.ErrFaults.Error(), "no preset is for a table of this shape", false},
		{[]string{"note.pdf", "--json"}, app.ErrFaults.Error(), `"outcome": "unknown"`, true},
		{[]string{"absent.ics", "--lang", "lb"}, app.ErrFaults.Error(), "dëse Fichier gëtt et net", false},
		{[]string{"good.ics", "--lang", "nl"}, `there is no report in "nl"`, "", false},
		{[]string{"good.ics", "--kind", "pigeon"}, `there is no kind "pigeon"`, "", false},
	} {
		args := []string{"check"}
		for _, a := range tc.args {
			if strings.Contains(a, ".") {
				a = filepath.Join(folder, a)
			}
			args = append(args, a)
		}
		var out, log bytes.Buffer
		err := app.Main(t.Context(), args, nil, &out, &log)
		switch {
		case tc.want == "" && err != nil, tc.want != "" && (err == nil || !strings.Contains(err.Error(), tc.want)):
			t.Errorf("%v: %v, want %q", tc.args, err, tc.want)
		case tc.want == app.ErrFaults.Error() && !errors.Is(err, app.ErrFaults):
			t.Errorf("%v: %v is not ErrFaults", tc.args, err)
		}
		if !strings.Contains(out.String(), tc.says) {
			t.Errorf("%v prints no %q:\n%s", tc.args, tc.says, out.String())
		}
		if tc.asked && !json.Valid(out.Bytes()) {
			t.Errorf("%v prints no JSON:\n%s", tc.args, out.String())
		}
	}
}
