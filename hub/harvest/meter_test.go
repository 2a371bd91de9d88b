package harvest_test

import (
	"path/filepath"
	"testing"

	"moselle/hub/harvest"
)

// A report tells what was asked for and how much was read of it.
func TestReportCountsBytes(t *testing.T) {
	t.Parallel()
	h := newHub(t)
	h.fetches()
	path := filepath.Join(t.TempDir(), "programme.ndjson")
	text := programme(20, func(_ int, title string) (string, bool) { return title, true })
	write(t, path, text)
	if run := h.run(programmeAt(t, path)); run.Outcome != harvest.Complete || run.Requests != 1 || run.Bytes != int64(len(text)) {
		t.Errorf("the first run is %s with %d requests and %d bytes, want 1 and %d", run.Outcome, run.Requests, run.Bytes, len(text))
	}
	if run := h.run(programmeAt(t, path)); run.Outcome != harvest.Unchanged || run.Requests != 1 || run.Bytes != 0 {
		t.Errorf("the second run is %s with %d requests and %d bytes, want 1 and none", run.Outcome, run.Requests, run.Bytes)
	}
	runs, err := h.store.Runs(t.Context(), house, 2)
	if err != nil || len(runs) != 2 || runs[1].Bytes != int64(len(text)) {
		t.Errorf("Runs() = %+v, %v, want the same numbers", runs, err)
	}
}
