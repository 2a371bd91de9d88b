package all_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"runtime/debug"
	"strings"
	"testing"
	"text/tabwriter"
	"time"

	"gopkg.in/yaml.v3"

	"moselle/connectors"
	"moselle/connectors/all"
	"moselle/connectors/conntest"
	"moselle/schema/rdf/rdftest"
)

// suites are the folders of real files of the kinds that connectors read here.
var suites = []string{"activitypub", "datatourisme", "edm", "events-jsonld", "events-tabular", "feeds", "ics", "iiif", "ldes", "lido", "linked-art", "museums", "oai-pmh", "plurio", "schemaorg-html", "skos"}

// file is a real file, unpacked.
type file struct {
	path string // for reports: from the suite on
	full string
	data []byte
}

func files(t *testing.T, suite string) (out []file) {
	t.Helper()
	root := rdftest.Data(t, suite)
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		if err == nil && strings.HasSuffix(path, ".gz") {
			var zr *gzip.Reader
			if zr, err = gzip.NewReader(bytes.NewReader(data)); err == nil {
				data, err = io.ReadAll(zr)
			}
		}
		name, _ := filepath.Rel(filepath.Dir(root), path)
		out = append(out, file{name, path, data})
		return err
	})
	if err != nil || len(out) == 0 {
		t.Fatalf("suite %s: %d files, %v", suite, len(out), err)
	}
	return out
}

// tables are settings for files that nobody described: the first column or
// member that is called like a title and like a date.
const tables = `
class: Event
key: %s
map:
  name: {from: [title, name, eventName, SUMMARY, titel]}
  startDate: {from: [start_date, startDate, date, DTSTART, begin], layout: [yyyy, yyyy-mm]}
`

// settings returns under which settings a kind is forced on a file: of a table,
// also with each list in a JSON object as the list of rows.
func settings(t *testing.T, kind string, f file) []*yaml.Node {
	if kind != "table" {
		return []*yaml.Node{nil}
	}
	key := `"{{event_id?}}{{eventId?}}{{identifier?}}{{id?}}"`
	if filepath.Ext(f.path) == ".csv" { // the column of a key has to be there
		key = "event_id"
	}
	text := fmt.Sprintf(tables, key)
	out := []*yaml.Node{conntest.Settings(t, text)}
	var object map[string]json.RawMessage
	if json.Unmarshal(bytes.TrimPrefix(f.data, []byte("\ufeff")), &object) == nil {
		for name, value := range object {
			if value[0] == '[' && regexp.MustCompile(`^\w+$`).MatchString(name) {
				out = append(out, conntest.Settings(t, "items: "+name+text))
			}
		}
	}
	return out
}

// patience is how long a file may take, on a busy machine.
const patience = 60 * time.Second

// read runs a kind over a file. What it says of a panic or of a file that does
// not end is an error of the test.
func read(t *testing.T, k connectors.Kind, s *yaml.Node, f file) (res conntest.Result, ok bool) {
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	done := make(chan bool, 1)
	go func() {
		defer func() {
			if r := recover(); r != nil {
				t.Errorf("%s as %s: panic: %v\n%s", f.path, k.Name, r, debug.Stack())
				done <- false
			}
		}()
		c, err := k.Open(s, conntest.Env(t, f.full))
		if err != nil {
			t.Errorf("%s as %s: %v", f.path, k.Name, err)
			done <- false
			return
		}
		res = conntest.Harvest(ctx, c, nil)
		done <- true
	}()
	select {
	case ok = <-done:
		if errors.Is(res.Err, context.DeadlineExceeded) {
			t.Errorf("%s as %s: not read to its end within %v", f.path, k.Name, patience)
		}
		return res, ok
	case <-time.After(2 * patience):
		t.Fatalf("%s as %s: hangs and does not heed its context", f.path, k.Name)
		return res, false
	}
}

// TestRealFiles forces every connector on every file. None panics or hangs, and
// each accounts for what it finds: it ends in items, in refusals with a place
// and a reason, or in an error that names the file.
func TestRealFiles(t *testing.T) {
	t.Parallel()
	kinds := all.Kinds()
	for _, suite := range suites {
		t.Run(suite, func(t *testing.T) {
			t.Parallel()
			type row struct{ files, chosen, items, warned, refused, ended int }
			table := map[string]*row{}
			for _, k := range kinds {
				table[k.Name] = &row{}
			}
			for _, f := range files(t, suite) {
				chosen, _ := connectors.Surest(kinds, f.full, "", f.data[:min(len(f.data), 16<<10)])
				for _, k := range kinds {
					r := table[k.Name]
					r.files++
					if chosen.Name == k.Name {
						r.chosen++
					}
					for _, s := range settings(t, k.Name, f) {
						res, ok := read(t, k, s, f)
						if !ok {
							continue
						}
						account(t, k.Name, f, res)
						r.items += len(res.Items)
						r.refused += len(res.Refusals)
						for _, it := range res.Items {
							if len(it.Faults) > 0 {
								r.warned++
							}
						}
						if res.Err != nil {
							r.ended++
						}
					}
				}
			}
			var b strings.Builder
			w := tabwriter.NewWriter(&b, 0, 0, 2, ' ', tabwriter.AlignRight)
			fmt.Fprintln(w, "kind\tfiles\tits own\titems\twith warnings\trefused\truns ended\t")
			for _, k := range kinds {
				r := table[k.Name]
				fmt.Fprintf(w, "%s\t%d\t%d\t%d\t%d\t%d\t%d\t\n", k.Name, r.files, r.chosen, r.items, r.warned, r.refused, r.ended)
			}
			w.Flush()
			t.Logf("\n%s", b.String())
		})
	}
}

// jargon is what messages must not say: words of our libraries and of Go.
var jargon = regexp.MustCompile(`(?i)unmarshal|invalid character|strconv|\bEOF\b|syntax error|%!|\bnil\b|panic|runtime error|goroutine|parsing time|encoding/|flate|bufio|(?-i:\b(?:json|yaml|xml|html):|\b(schema|rdf|table|ics|connectors)\.[A-Z])`)

// quoted is text of the source inside a message.
var quoted = regexp.MustCompile(`"(?:[^"\\]|\\.)*"`)

func account(t *testing.T, kind string, f file, res conntest.Result) {
	t.Helper()
	if len(res.Items)+len(res.Refusals) == 0 && res.Err == nil {
		t.Errorf("%s as %s: no item, no refusal and no error: something is lost in silence", f.path, kind)
	}
	check := func(what, message string) {
		if plain := quoted.ReplaceAllString(message, ""); strings.TrimSpace(plain) == "" || jargon.MatchString(plain) {
			t.Errorf("%s as %s: %s %q is no sentence for whoever keeps the source", f.path, kind, what, message)
		}
	}
	for _, it := range res.Items {
		if it.Key == "" || it.Where == "" || len(it.Drafts) == 0 && !it.Deleted {
			t.Errorf("%s as %s: item without key, place or draft: %.200v", f.path, kind, it)
		}
		for _, w := range it.Faults {
			check("warning", w.Message)
		}
	}
	for _, r := range res.Refusals {
		if r.Where == "" || len(r.Faults) == 0 {
			t.Errorf("%s as %s: refusal without place or reason: %v", f.path, kind, r)
		}
		for _, w := range r.Faults {
			check("refusal", w.Message)
		}
	}
	if res.Err != nil {
		message, ok := strings.CutPrefix(res.Err.Error(), filepath.Base(f.path)+": ")
		if check("error", message); !ok {
			t.Errorf("%s as %s: error %q names no place", f.path, kind, res.Err)
		}
	}
	if n := rows(f); kind == "table" && n > 0 && res.Err == nil && len(res.Items)+len(res.Refusals) != n {
		t.Errorf("%s as table: %d rows, but %d items and %d refusals", f.path, n, len(res.Items), len(res.Refusals))
	}
}

// rows counts the elements of a JSON list by the standard library; -1 for any
// other file.
func rows(f file) int {
	var list []json.RawMessage
	if json.Unmarshal(f.data, &list) != nil {
		return -1
	}
	return len(list)
}
