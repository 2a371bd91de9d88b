package schemaorg_test

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
	"slices"
	"strings"
	"testing"
	"text/tabwriter"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"moselle/connectors"
	"moselle/connectors/conntest"
	"moselle/connectors/schemaorg"
	"moselle/schema/rdf/rdftest"
)

// TestRealScripts compares the scripts of pages, broken ones among them, with
// what another extractor found in them.
func TestRealScripts(t *testing.T) {
	pages, err := filepath.Glob(filepath.Join(rdftest.Data(t, "schemaorg-html"), "*", "*", "*.jsonld"))
	if err != nil || len(pages) == 0 {
		t.Fatalf("no pages: %v", err)
	}
	for _, path := range pages {
		page, err := os.Open(strings.TrimSuffix(path, ".jsonld") + ".html")
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		got, err := schemaorg.Scripts(page)
		page.Close()
		if err != nil {
			t.Errorf("%s: %v", filepath.Base(path), err)
			continue
		}
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(things(strict(t, string(data))), things(got)); d != "" {
			t.Errorf("%s differs (-want +got):\n%.2000s", filepath.Base(path), d)
		}
	}
}

// things returns the objects in lists, as text in an order of their own: the
// other extractor keeps none, and leaves out null and false.
func things(v any) (out []string) {
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			out = append(out, things(e)...)
		}
	case map[string]any:
		if items, ok := v["items"]; ok && len(v) == 1 { // how some expectations are wrapped
			return things(items)
		}
		if text, err := json.Marshal(v); err == nil {
			out = append(out, string(text))
		}
	}
	slices.Sort(out)
	return out
}

// happening is an event as it stands in a file, found without the connector.
type happening struct{ id, name, start string }

// TestRealEvents holds the connector to account for every JSON-LD event of
// every file: as an item, as a date of another, as a second description of one,
// or as a refusal with its reason.
func TestRealEvents(t *testing.T) {
	for _, suite := range []string{"schemaorg-html", "events-jsonld"} {
		t.Run(suite, func(t *testing.T) {
			dir := rdftest.Data(t, suite)
			var table bytes.Buffer
			w := tabwriter.NewWriter(&table, 0, 0, 2, ' ', 0)
			fmt.Fprintln(w, "file\tevents\ttitle and start\titems\tdoubles\tdates\trefused")
			filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
				if err != nil || e.IsDir() || !regexp.MustCompile(`\.(html|jsonld|json|txt)(\.gz)?$`).MatchString(path) {
					return err
				}
				account(t, path, w)
				return nil
			})
			w.Flush()
			t.Logf("\n%s", table.String())
		})
	}
}

func account(t *testing.T, path string, w io.Writer) {
	t.Helper()
	env := conntest.Env(t, path)
	if strings.Contains(path, ".txt") { // examples: HTML with headings between
		open := env.Open
		env.Open = func(ctx context.Context, location string, since []byte) (*connectors.Body, error) {
			body, err := open(ctx, location, since)
			if err == nil {
				body.MediaType = "text/html"
			}
			return body, err
		}
	}
	c, err := schemaorg.Kind().Open(nil, env)
	if err != nil {
		t.Fatal(err)
	}
	res := conntest.Harvest(t.Context(), c, nil)
	listed := eventsIn(t, path)
	name := filepath.Base(path)
	if len(listed) == 0 && len(res.Items) == 0 {
		return
	}
	if res.Err != nil {
		t.Errorf("%s: %v", name, res.Err)
	}

	// An event is told when its title and its day stand together in an item with
	// its warnings, or its title in a refusal.
	var told, refused []string
	items, dates, doubles := 0, 0, 0
	for _, it := range res.Items {
		if class := it.Drafts[0].Class; class != "Event" && class != "EventSeries" {
			continue
		}
		items++
		graph := string(it.Drafts[0].Graph.Canonical())
		told = append(told, flat(graph+fmt.Sprint(it.Faults)))
		dates += strings.Count(graph, "#occ-") / 3
		for _, f := range it.Faults {
			var n int
			if _, err := fmt.Sscanf(f.Message, "described %d times", &n); err == nil {
				doubles += n - 1
			}
		}
	}
	for _, r := range res.Refusals {
		refused = append(refused, flat(fmt.Sprint(r.Where, r)))
	}
	distinct := map[happening]bool{}
	for _, h := range listed {
		distinct[happening{name: h.name, start: h.start}] = true
		title, day := flat(h.name), flat(isoDay.FindString(h.start))
		if !slices.ContainsFunc(told, func(s string) bool { return strings.Contains(s, title) && strings.Contains(s, day) }) &&
			!slices.ContainsFunc(refused, func(s string) bool { return strings.Contains(s, title) }) {
			t.Errorf("%s: the event %q (%s) is neither an item nor refused", name, h.name, h.start)
		}
	}
	fmt.Fprintf(w, "%s\t%d\t%d\t%d\t%d\t%d\t%d\n", name, len(listed), len(distinct), items, doubles, dates, len(res.Refusals))
	for _, r := range res.Refusals {
		fmt.Fprintf(w, "  refused: %s\n", r)
	}
}

var isoDay = regexp.MustCompile(`^\d{4}-\d\d-\d\d`)

var markup = regexp.MustCompile(`<[^<>]*>|&[a-z#0-9]+;|\\[nrt]|\\u[0-9A-Fa-f]{4}`)

// flat makes texts comparable however they are escaped.
func flat(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, markup.ReplaceAllString(s, ""))
}

var scriptText = regexp.MustCompile(`(?is)<script[^>]*application/ld\+json[^>]*>(.*?)</script>`)

// eventsIn finds the events of a file by encoding/json alone. What that cannot
// read, it does not count.
func eventsIn(t *testing.T, path string) (out []happening) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if strings.HasSuffix(path, ".gz") {
		zr, err := gzip.NewReader(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		if data, err = io.ReadAll(zr); err != nil {
			t.Fatal(err)
		}
	}
	texts := [][]byte{data}
	if !bytes.HasPrefix(bytes.TrimSpace(data), []byte("{")) && !bytes.HasPrefix(bytes.TrimSpace(data), []byte("[")) {
		texts = nil
		for _, m := range scriptText.FindAllSubmatch(data, -1) {
			texts = append(texts, m[1])
		}
	}
	for _, text := range texts {
		var v any
		if json.Unmarshal(text, &v) == nil {
			out = append(out, eventsOf(v)...)
		}
	}
	return out
}

var eventType = regexp.MustCompile(`^(https?://schema\.org/|schema:)?([A-Za-z]*Event|Festival|EventSeries|CourseInstance|Hackathon)$`)

func eventsOf(v any) (out []happening) {
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			out = append(out, eventsOf(e)...)
		}
	case map[string]any:
		var types []any
		switch ty := v["@type"].(type) {
		case string:
			types = []any{ty}
		case []any:
			types = ty
		}
		if len(v) > 2 && slices.ContainsFunc(types, func(t any) bool { s, _ := t.(string); return eventType.MatchString(s) }) {
			h := happening{name: firstText(v, "name"), start: firstText(v, "startDate")}
			h.id, _ = v["@id"].(string)
			if h.name != "" {
				out = append(out, h)
			}
		}
		for _, e := range v {
			out = append(out, eventsOf(e)...)
		}
	}
	return out
}

func firstText(v map[string]any, prop string) string {
	for _, ns := range []string{"", "http://schema.org/", "https://schema.org/", "schema:"} {
		for x := v[ns+prop]; x != nil; {
			switch y := x.(type) {
			case string:
				return y
			case []any:
				x = nil
				if len(y) > 0 {
					x = y[0]
				}
			case map[string]any:
				x = y["@value"]
			default:
				x = nil
			}
		}
	}
	return ""
}
