package app_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"moselle/hub/app"
)

// TestHarvestConfirm: of a calendar that loses half of its events nothing is
// deleted before somebody confirms it by name; the report lists what is missing,
// in the language asked for.
func TestHarvestConfirm(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	calendar := func(from int) {
		var b strings.Builder
		b.WriteString("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
		for i := from; i < 40; i++ {
			fmt.Fprintf(&b, "BEGIN:VEVENT\r\nUID:%02d@muehle.example\r\nDTSTART:20271205T110000Z\r\nSUMMARY:Matinée %d\r\nEND:VEVENT\r\n", i, i)
		}
		b.WriteString("END:VCALENDAR\r\n")
		put(t, filepath.Join(folder, "programme.ics"), b.String())
	}
	put(t, filepath.Join(folder, "hub.yaml"), fmt.Sprintf(`data: %s
institutions:
  - {id: muehle, names: {de: Mühle am Wehr}, url: "https://muehle.example", country: LU}
sources:
  - {id: programme, institution: muehle, kind: ics, location: %q, language: de, licence: CC0-1.0}
`, filepath.Join(folder, "data"), filepath.Join(folder, "programme.ics")))
	run := func(args ...string) (string, error) {
		var out, log bytes.Buffer
		err := app.Main(t.Context(), append([]string{"harvest"}, args...), []string{"HUB_CONFIG=" + filepath.Join(folder, "hub.yaml")}, &out, &log)
		return strings.Join(strings.Fields(out.String()), " "), err
	}
	calendar(0)
	for _, tc := range []struct {
		change func()
		args   []string
		faults bool
		says   []string
	}{
		{nil, nil, false, []string{"programme: complete in", "40 items read", "records: 40 new"}},
		{nil, []string{"--lang", "fr"}, false, []string{"programme : inchangé en"}},
		{func() { calendar(20) }, []string{"programme", "--lang", "de"}, true,
			[]string{"programme: wartet auf Bestätigung", "20 von 40 Einträgen fehlen", "Was fehlt Matinée 0 (00@muehle.example)", "hub harvest --confirm programme"}},
		{nil, []string{"--confirm", "programme", "--lang", "lb"}, false, []string{"programme: komplett an", "Fichen: 20 geläscht"}},
		{nil, []string{"--history"}, false, []string{"programme: the last 4 readings", "complete · 20 items read, 20 unchanged", "· records: 20 deleted", "· needs confirmation ·", "· unchanged"}},
		{nil, []string{"--history", "programme", "--lang", "de"}, false, []string{"programme: die letzten 4 Lesungen"}},
	} {
		if tc.change != nil {
			tc.change()
		}
		out, err := run(tc.args...)
		if errors.Is(err, app.ErrFaults) != tc.faults || err != nil && !tc.faults {
			t.Errorf("harvest %v = %v, want faults %v", tc.args, err, tc.faults)
		}
		for _, want := range tc.says {
			if !strings.Contains(out, want) {
				t.Errorf("harvest %v says %q, want %q in it", tc.args, out, want)
			}
		}
	}
	for _, args := range [][]string{{"--confirm"}, {"--lang", "nl"}, {"pigeon"}, {"--history", "pigeon"}} {
		if _, err := run(args...); err == nil || errors.Is(err, app.ErrFaults) {
			t.Errorf("harvest %v = %v, want an error about the command", args, err)
		}
	}
}

// put writes a file.
func put(t *testing.T, file, text string) {
	t.Helper()
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}
