package apitest_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/hub/api/apitest"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestCases asks what each case asks and compares the answers with the golden
// ones; what every answer must be is checked too.
func TestCases(t *testing.T) {
	t.Parallel()
	hub := apitest.Open(t)
	folders, err := filepath.Glob("testdata/*")
	if err != nil || len(folders) == 0 {
		t.Fatalf("cases = %v, %v", folders, err)
	}
	for _, folder := range folders {
		t.Run(filepath.Base(folder), func(t *testing.T) {
			text, err := os.ReadFile(filepath.Join(folder, "request.http"))
			if err != nil {
				t.Fatal(err)
			}
			requests, err := apitest.ParseRequests(string(text))
			if err != nil {
				t.Fatal(err)
			}
			var got strings.Builder
			for _, r := range requests {
				res, body := hub.Do(t, r.Method, hub.Path(r.Path), hub.Path(r.Body), r.Headers...)
				hub.CheckAlways(t, r, res, body)
				got.WriteString("### " + r.Title + "\n" + hub.Print(res, body) + "\n")
			}
			golden := filepath.Join(folder, "response.http")
			if *update {
				if err := os.WriteFile(golden, []byte(got.String()), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got.String(), "\n")); diff != "" {
				t.Errorf("answers (-want +got):\n%s", diff)
			}
		})
	}
	if strings.Contains(hub.Log.String(), "level=ERROR") {
		t.Errorf("the hub logged errors:\n%s", hub.Log)
	}
}
