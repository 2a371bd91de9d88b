package ics_test

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"moselle/connectors/conntest"
	"moselle/connectors/ics"
	"moselle/schema"
	"moselle/schema/rdf/rdftest"
	wire "moselle/schema/wire/ics"
)

// calendars lists the real files of a folder that end in .ics.
func calendars(t *testing.T, root string) (files []string) {
	t.Helper()
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && strings.EqualFold(filepath.Ext(path), ".ics") {
			files = append(files, path)
		}
		return err
	})
	if err != nil || len(files) == 0 {
		t.Fatalf("%d calendars in %s, %v", len(files), root, err)
	}
	return files
}

func harvest(t testing.TB, path, settings string) conntest.Result {
	t.Helper()
	c, err := ics.Kind().Open(conntest.Settings(t, settings), conntest.Env(t, path))
	if err != nil {
		t.Fatal(err)
	}
	return conntest.Harvest(t.Context(), c, nil)
}

// uids lists the UIDs of a file's events by reading its lines without our
// parser, so that one cannot hide what the other misses.
func uids(text string) map[string]bool {
	out := map[string]bool{}
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text)
	text = strings.NewReplacer("\n ", "", "\n\t", "").Replace(text)
	depth := 0 // below the event: an alarm may have a UID, too
	for line := range strings.SplitSeq(text, "\n") {
		switch up := strings.ToUpper(strings.TrimSpace(line)); {
		case up == "BEGIN:VEVENT":
			depth = 1
		case up == "END:VEVENT":
			depth = 0
		case depth > 0 && strings.HasPrefix(up, "BEGIN:"):
			depth++
		case depth > 0 && strings.HasPrefix(up, "END:"):
			depth--
		case depth == 1 && (strings.HasPrefix(up, "UID:") || strings.HasPrefix(up, "UID;")):
			_, value, _ := strings.Cut(line, ":")
			if value = strings.TrimSpace((&wire.Property{Value: value}).Text()); value != "" {
				out[value] = true
			}
		}
	}
	return out
}

// Every event of every file arrives or is refused with its reason.
func TestRealCalendars(t *testing.T) {
	t.Parallel()
	type row struct{ files, uids, items, dates, warned, refused, ended int }
	table := map[string]*row{}
	reasons := map[string]int{}
	root := rdftest.Data(t, "ics")
	for _, path := range calendars(t, root) {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		began := time.Now()
		res := harvest(t, path, "")
		if took := time.Since(began); took > 10*time.Second {
			t.Errorf("%s takes %v", path, took)
		}
		rest, _ := filepath.Rel(root, path)
		name, _, _ := strings.Cut(filepath.ToSlash(rest), "/")
		r := table[name]
		if r == nil {
			r = &row{}
			table[name] = r
		}
		r.files++
		told := map[string]bool{}
		for _, it := range res.Items {
			told[it.Key] = true
			r.items++
			if len(it.Faults) > 0 {
				r.warned++
			}
			n := schema.NewNode(it.Drafts[0].Graph, it.Drafts[0].IRI, schema.ClassNamed("Event"))
			r.dates += len(n.Occurrences())
			if title, _ := n.Title(); title == "" || len(n.Occurrences()) == 0 {
				t.Errorf("%s: %s has title %q and %d dates", path, it.Key, title, len(n.Occurrences()))
			}
		}
		for _, refusal := range res.Refusals {
			told[refusal.Key] = true
			r.refused++
			if len(refusal.Faults) == 0 || refusal.Where == "" {
				t.Errorf("%s: refusal without place or reason: %v", path, refusal)
			}
			reasons[filepath.Base(path)+" "+refusal.Error()]++
		}
		if res.Err != nil {
			r.ended++
			reasons[filepath.Base(path)+" ENDED "+strings.ReplaceAll(res.Err.Error(), path, "…")]++
		}
		for uid := range uids(string(data)) {
			r.uids++
			if !told[uid] {
				t.Errorf("%s: UID %q is neither an item nor refused", path, uid)
			}
		}
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%-32s %6s %6s %6s %6s %6s %7s %6s\n", "suite", "files", "UIDs", "items", "dates", "warned", "refused", "ended")
	for name, r := range table {
		fmt.Fprintf(&b, "%-32s %6d %6d %6d %6d %6d %7d %6d\n", name, r.files, r.uids, r.items, r.dates, r.warned, r.refused, r.ended)
	}
	for reason := range reasons {
		fmt.Fprintln(&b, reason)
	}
	t.Log("\n" + b.String())
}
