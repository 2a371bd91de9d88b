package uitdatabank_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/connectors/conntest"
	"moselle/connectors/uitdatabank"
	"moselle/schema/rdf/rdftest"
)

// read reads one real file, drafts included, as all of them are.
func read(t *testing.T, path string) conntest.Result {
	t.Helper()
	c, err := uitdatabank.Kind().Open(conntest.Settings(t, "states: [APPROVED, READY_FOR_VALIDATION, DRAFT]"), conntest.Env(t, path))
	if err != nil {
		t.Fatal(err)
	}
	return conntest.Harvest(t.Context(), c, nil)
}

// Every JSON document of publiq's search service is one item, and so is what its
// index keeps of each, in which the document stands as a text. Those without any
// date or with an end alone are refused.
func TestRealJSON(t *testing.T) {
	t.Parallel()
	paths, err := filepath.Glob(filepath.Join(rdftest.Data(t, "uitdatabank"), "cultuurnet__udb3-search-service/tests/ElasticSearch/JsonDocument/data/*/*.json"))
	if err != nil {
		t.Fatal(err)
	}
	const dateless = "startDate: missing: “Start”; give a date such as 2026-12-31, or with its time 2026-12-31T19:30:00+01:00"
	refused := map[string]string{
		"event/original-with-optional-fields.json": dateless, "event/indexed-with-optional-fields.json": dateless, "event/indexed-with-regions.json": dateless,
		"event/original-without-start-date.json": dateless, "event/indexed-without-start-date.json": dateless,
	}
	got := map[string]int{}
	for _, path := range paths {
		name := filepath.Base(filepath.Dir(path)) + "/" + filepath.Base(path)
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if sure := uitdatabank.Kind().Sniff(path, "", data[:min(len(data), 16<<10)]); sure < 90 {
			t.Errorf("Sniff(%s) = %d, want 90", name, sure)
		}
		res := read(t, path)
		switch {
		case res.Err != nil || len(res.Items)+len(res.Refusals) != 1:
			t.Errorf("%s: %d items, %d refusals, %v; want one in all", name, len(res.Items), len(res.Refusals), res.Err)
		case len(res.Refusals) == 1:
			got["refused"]++
			if reason := res.Refusals[0].Faults[0].String(); reason != refused[name] {
				t.Errorf("%s: refused for %s, want %s", name, reason, refused[name])
			}
		case res.Items[0].Deleted:
			got["deleted"]++
		default:
			got[res.Items[0].Drafts[0].Class]++
		}
	}
	want := map[string]int{"Event": 92, "Place": 48, "Organization": 17, "deleted": 2, "refused": 5}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("%d files (-want +got):\n%s", len(paths), d)
	}
}

// Every file of cdbxml is told what it is: events and actors are items but for
// the private one and the one without a name, the rows of a list of events say
// no dates, and parts of events hold none.
func TestRealCdbxml(t *testing.T) {
	t.Parallel()
	root := filepath.Join(rdftest.Data(t, "uitdatabank"), "cultuurnet__Cdb")
	got := map[string]int{}
	err := filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		got["files"]++
		res := read(t, path)
		if res.Err != nil {
			t.Errorf("%s: %v", e.Name(), res.Err)
		}
		if uitdatabank.Kind().Sniff(path, "", data[:min(len(data), 16<<10)]) == 95 {
			got["recognised"]++
		}
		for _, it := range res.Items {
			got[it.Drafts[0].Class]++
		}
		for _, r := range res.Refusals {
			got[r.Faults[0].Message]++
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]int{
		"files": 25, "recognised": 11, "Event": 6, "Organization": 1, "Place": 1,
		"the event is private and not for publication":                                                          1,
		"missing: “Name”; give text with its language":                                                          1,
		"no event, place or organiser is listed here":                                                           14,
		"a list of events says when each is held in words alone: ask for the events themselves, by their cdbid": 50,
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}
