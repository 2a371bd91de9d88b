package doctor_test

import (
	"bytes"
	"path/filepath"
	"testing"
	"time"

	"moselle/hub/doctor"
	"moselle/hub/harvest"
	"moselle/hub/store"
	"moselle/schema"
)

// TestWriteRun compares reports of harvests in every language with golden files:
// one of all that a report can hold, one of a source that was not read.
func TestWriteRun(t *testing.T) {
	t.Parallel()
	began := time.Date(2027, 2, 1, 12, 0, 0, 0, time.UTC)
	full := store.Run{
		Source: "muehle", Started: began, Ended: began.Add(1204 * time.Millisecond), Outcome: harvest.Confirm,
		Error: "20 of 40 items are missing or said to be gone, more than the source's safety floor (20 %) lets go without asking: nothing was deleted; if they are really gone, harvest with --confirm",
		Read:  21, Created: 1, Updated: 2, Unchanged: 17, Refused: 1, Warned: 2, Requests: 3, Bytes: 4177,
		Faults: []store.Fault{
			{Path: "description", Message: "missing: “Description”; give text with its language", Rule: "missing Event.description", Severity: schema.Warning, Count: 2,
				Samples: []store.Sample{{Key: "1", Where: "line 4, UID 1"}, {Key: "2", Where: "line 12, UID 2"}}},
			{Path: "startDate", Message: "line 166, DTSTART: 31 February 2027 does not exist", Severity: schema.Violation, Count: 1,
				Samples: []store.Sample{{Key: "bad", Where: "line 164, UID bad", Value: "20270231T200000"}}},
		},
		Unmapped: []store.Term{{Scheme: "event", Term: "Blasmusik", Count: 7}},
		Missing:  []store.Missing{{Key: "0@muehle.example", IRI: "moselle:id/event/x", Name: "Konzert"}, {Key: "1@muehle.example"}},
	}
	failed := store.Run{Source: "muehle", Started: began, Ended: began.Add(time.Second), Outcome: harvest.Failed, Requests: 1, Again: began.Add(time.Hour),
		Error: "https://muehle.example/a.ics: there is nothing at this address (status 404); check the spelling, or whether it has moved"}
	zone, err := time.LoadLocation("Europe/Luxembourg")
	if err != nil {
		t.Fatal(err)
	}
	for _, lang := range schema.Languages {
		var out bytes.Buffer
		for _, run := range []store.Run{full, failed, {Source: "same", Started: began, Ended: began, Outcome: harvest.Unchanged}} {
			if err := doctor.WriteRun(&out, run, lang, zone); err != nil {
				t.Fatal(err)
			}
		}
		if err := doctor.WriteHistory(&out, "muehle", []store.Run{failed, full}, lang, zone); err != nil {
			t.Fatal(err)
		}
		if err := doctor.WriteHistory(&out, "never", nil, lang, zone); err != nil {
			t.Fatal(err)
		}
		golden(t, filepath.Join("testdata", "run."+lang+".txt"), out.Bytes())
	}
	if got, want := doctor.Progress(full, 1234, "en"), "21 items read, 1 new, 2 changed, 1 refused, 1234 a second"; got != want {
		t.Errorf("Progress() = %q, want %q", got, want)
	}
}
